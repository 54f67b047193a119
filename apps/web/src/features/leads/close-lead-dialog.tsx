'use client';
import { DisqualifyLeadDocument, type LeadRowFragment, LoseLeadDocument, ReopenLeadDocument } from '@/gql/leads/leads';
import { FormDialog, TextAreaField, useMutationForm } from '@/kit';
import { notify } from '@/ui';

export type Closing = 'LOSE' | 'DISQUALIFY' | 'REOPEN';

const words = {
  LOSE: { title: 'Mark as lost', description: 'It was a lead for us, but it went elsewhere or does not want to any more.', question: 'Why was it lost?', done: 'Marked as lost' },
  DISQUALIFY: { title: 'Disqualify', description: 'It was never one for us: spam, a student, the wrong region.', question: 'Why is it not for us?', done: 'Disqualified' },
  REOPEN: { title: 'Reopen', description: 'It starts again as new.', question: 'What has changed?', done: 'Reopened' },
} as const;

/** Loses, disqualifies or reopens a lead, with the reason. */
export function CloseLeadDialog({ lead, move, onClose }: { lead: Pick<LeadRowFragment, 'id' | 'version'>; move: Closing; onClose: () => void }) {
  const text = words[move];
  const shared = {
    defaults: { reason: '' },
    variables: (values: { reason: string }) => ({ input: { id: lead.id, version: lead.version, reason: values.reason.trim() } }),
    refetch: ['Lead'],
    onDone: () => {
      notify.success(text.done);
      onClose();
    },
  };
  const lose = useMutationForm({ ...shared, document: LoseLeadDocument, select: (data) => data.loseLead });
  const disqualify = useMutationForm({ ...shared, document: DisqualifyLeadDocument, select: (data) => data.disqualifyLead });
  const reopen = useMutationForm({ ...shared, document: ReopenLeadDocument, select: (data) => data.reopenLead });
  const form = { LOSE: lose, DISQUALIFY: disqualify, REOPEN: reopen }[move];
  return (
    <FormDialog open onOpenChange={onClose} title={text.title} description={text.description} submitLabel={text.title} form={form}>
      <TextAreaField name="reason" label={text.question} required rows={3} />
    </FormDialog>
  );
}
