'use client';
import { type ThresholdFactsFragment, UpdateSecurityThresholdDocument } from '@/gql/security/security-monitor';
import { FormDialog, NumberField, SwitchField, useMutationForm } from '@/kit';
import { notify } from '@/ui';
import { concerns } from './security-words';

/** When an alert is sent for one thing that is watched. */
export function ThresholdDialog({ threshold, onClose }: { threshold: ThresholdFactsFragment; onClose: () => void }) {
  const { label, many } = concerns[threshold.key];
  const form = useMutationForm({
    document: UpdateSecurityThresholdDocument,
    defaults: { active: threshold.active, most: threshold.most as number | null, minutes: threshold.minutes as number | null },
    variables: ({ active, most, minutes }) => ({ input: { key: threshold.key, version: threshold.version, active, most: most ?? 0, minutes: minutes ?? 0 } }),
    select: (data) => data.updateSecurityThreshold,
    refetch: ['SecurityThresholds'],
    onDone: () => {
      notify.success('The alert is changed');
      onClose();
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} size="sm" title={`Alert: ${label.toLowerCase()}`} description="Every active administrator gets a mail, and the alert appears in the monitor: once in this time, however many follow." form={form} submitLabel="Change alert">
      <SwitchField name="active" label={`Alert when there are many ${many}`} />
      <NumberField name="most" label="From this many" min={1} required />
      <NumberField name="minutes" label="Within" unit="minutes" min={1} max={10_080} required />
    </FormDialog>
  );
}
