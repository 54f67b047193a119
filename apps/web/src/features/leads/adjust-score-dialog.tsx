'use client';
import { AdjustLeadScoreDocument, type LeadQuery } from '@/gql/leads/leads';
import { FormDialog, NumberField, TextField, useMutationForm } from '@/kit';
import { notify } from '@/ui';

type Lead = NonNullable<LeadQuery['lead']>;

/** Points by hand, on top of the rules. */
export function AdjustScoreDialog({ lead, onClose }: { lead: Lead; onClose: () => void }) {
  const form = useMutationForm({
    document: AdjustLeadScoreDocument,
    defaults: { points: lead.scoreAdjustment as number | null, reason: lead.scoreAdjustmentReason ?? '' },
    variables: (values) => ({ input: { id: lead.id, version: lead.version, points: values.points ?? 0, reason: values.reason.trim() } }),
    select: (data) => data.adjustLeadScore,
    refetch: ['Lead', 'LeadHistory'],
    onDone: () => {
      notify.success('Score adjusted');
      onClose();
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} title="Adjust the score" description="The rules stay as they are; your points are added until somebody takes them away." submitLabel="Adjust score" form={form} size="sm">
      <NumberField name="points" label="Points" min={-100} max={100} step={1} hint="From -100 to 100; 0 takes an adjustment away." />
      <TextField name="reason" label="Why?" required />
    </FormDialog>
  );
}
