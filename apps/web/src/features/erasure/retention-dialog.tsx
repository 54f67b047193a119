'use client';
import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { HistoryRetentionDocument, type HistoryRetentionQuery, UpdateHistoryRetentionDocument } from '@/gql/erasure/erasure';
import { toFailure } from '@/graphql';
import { FormDialog, NumberField, useMutationForm } from '@/kit';
import { notify } from '@/ui';

const [FEWEST_DAYS, MOST_DAYS] = [90, 36_500];

/** For how long the history keeps the values it is made of (ORG-01). */
export function RetentionDialog({ onClose }: { onClose: () => void }) {
  const { data, error } = useQuery(HistoryRetentionDocument, { fetchPolicy: 'network-only' });
  useEffect(() => {
    if (!error) return;
    notify.error(toFailure(error).message);
    onClose();
  }, [error, onClose]);
  return data ? <RetentionForm retention={data.historyRetention} onClose={onClose} /> : null;
}

function RetentionForm({ retention, onClose }: { retention: HistoryRetentionQuery['historyRetention']; onClose: () => void }) {
  const form = useMutationForm({
    document: UpdateHistoryRetentionDocument,
    defaults: { days: retention.days },
    variables: ({ days }: { days: number | null }) => ({ input: { version: retention.version, days } }),
    select: (data) => data.updateHistoryRetention,
    onDone: (_, { days }) => {
      notify.success(days === null ? 'Values are kept' : `From tomorrow on values are erased after ${days} days`);
      onClose();
    },
  });
  return (
    <FormDialog
      open onOpenChange={onClose} size="sm" title="How long values are kept" form={form} submitLabel="Save"
      description="Older entries keep saying that something happened, when and by whom. What exactly was changed, and from which address, is erased for good. Takes effect a day after you save it."
    >
      <NumberField name="days" label="Erase after" unit="days" min={FEWEST_DAYS} max={MOST_DAYS} className="max-w-56" hint="At least 90. Empty: everything is kept." />
    </FormDialog>
  );
}
