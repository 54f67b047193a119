'use client';
import { type DealCardFragment, LoseDealDocument, ReopenDealDocument, WinDealDocument } from '@/gql/deals/deals';
import { FormDialog, TextAreaField, useMutationForm } from '@/kit';
import { notify } from '@/ui';

export type Decision = 'WIN' | 'LOSE' | 'REOPEN';

const words = {
  WIN: { title: 'Mark as won', description: 'The customer becomes a customer for good, and the deal can be handed over to support.', submit: 'Mark as won', reason: 'Why did they choose us?', done: 'Deal won' },
  LOSE: { title: 'Mark as lost', description: undefined, submit: 'Mark as lost', reason: 'Why was it lost?', done: 'Deal lost' },
  REOPEN: { title: 'Reopen the deal', description: 'It goes back to the first stage.', submit: 'Reopen', reason: 'Why is it opened again?', done: 'Deal reopened' },
} as const;

/** Wins, loses or reopens a deal with a reason. */
export function DecideDealDialog({ deal, decision, onClose }: { deal: Pick<DealCardFragment, 'id' | 'version'>; decision: Decision; onClose: () => void }) {
  const text = words[decision];
  const shared = {
    defaults: { reason: '' },
    variables: (values: { reason: string }) => ({ input: { id: deal.id, version: deal.version, reason: values.reason.trim() } }),
    refetch: ['Deal'],
    onDone: () => {
      notify.success(text.done);
      onClose();
    },
  };
  const win = useMutationForm({ ...shared, document: WinDealDocument, select: (data) => data.winDeal });
  const lose = useMutationForm({ ...shared, document: LoseDealDocument, select: (data) => data.loseDeal });
  const reopen = useMutationForm({ ...shared, document: ReopenDealDocument, select: (data) => data.reopenDeal });
  const form = { WIN: win, LOSE: lose, REOPEN: reopen }[decision];
  return (
    <FormDialog open onOpenChange={onClose} title={text.title} description={text.description} submitLabel={text.submit} form={form}>
      <TextAreaField name="reason" label={text.reason} required rows={3} />
    </FormDialog>
  );
}
