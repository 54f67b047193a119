'use client';
import { DecideTimeOffDocument } from '@/gql/directory/directory';
import { FormDialog, TextAreaField, useMutationForm } from '@/kit';
import { notify } from '@/ui';

/** Time off is declined with a reason. */
export function DeclineDialog({ off, onClose, onChanged }: { off: { id: string; version: number }; onClose: () => void; onChanged: () => void }) {
  const form = useMutationForm({
    document: DecideTimeOffDocument,
    defaults: { reason: '' },
    variables: ({ reason }) => ({ input: { id: off.id, version: off.version, approve: false, reason: reason.trim() } }),
    select: (data) => data.decideTimeOff,
    onDone: () => {
      notify.success('Declined');
      onChanged();
      onClose();
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} size="sm" title="Decline time off" submitLabel="Decline time off" form={form}>
      <TextAreaField name="reason" label="Why" required hint="They read this." />
    </FormDialog>
  );
}
