'use client';
import { type LeadAuthority, type LeadNeed, type LeadQuery, type LeadTimeline, QualifyLeadDocument } from '@/gql/leads/leads';
import { FormDialog, MoneyField, SelectField, TextAreaField, useMutationForm } from '@/kit';
import { notify } from '@/ui';
import { authorityLabel, choices, needLabel, timelineLabel } from './lead-words';

type Lead = NonNullable<LeadQuery['lead']>;

/** The four answers that make a lead qualified; they weigh most in its score. */
export function QualifyLeadDialog({ lead, onClose }: { lead: Lead; onClose: () => void }) {
  const currency = lead.budget?.currency ?? lead.currency;
  const form = useMutationForm({
    document: QualifyLeadDocument,
    defaults: {
      budget: lead.budget?.amountMinor ?? (null as string | null), authority: lead.authority as LeadAuthority | null, need: lead.need as LeadNeed | null, timeline: lead.timeline as LeadTimeline | null, note: '',
    },
    variables: (values) => ({
      input: {
        id: lead.id, version: lead.version, authority: values.authority, need: values.need, timeline: values.timeline, note: values.note.trim() || null,
        budget: values.budget === null ? null : { amountMinor: values.budget, currency },
      },
    }),
    select: (data) => data.qualifyLead,
    paths: { 'budget.amountMinor': 'budget' },
    refetch: ['Lead', 'LeadHistory'],
    onDone: () => {
      notify.success('Lead qualified');
      onClose();
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} title="Qualify" description="Four answers tell whether an offer is worth writing." submitLabel="Qualify" form={form}>
      <MoneyField name="budget" label="Budget" currency={currency} hint="0 when there is none yet." />
      <SelectField name="authority" label="Does this person decide?" options={choices(authorityLabel)} />
      <SelectField name="need" label="Is there a need?" options={choices(needLabel)} />
      <SelectField name="timeline" label="When should it start?" options={choices(timelineLabel)} />
      <TextAreaField name="note" label="Note" rows={3} />
    </FormDialog>
  );
}
