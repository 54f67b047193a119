'use client';
import { useRouter } from 'next/navigation';
import { CreateQuoteDocument, type QuoteFactsFragment, UpdateQuoteDocument } from '@/gql/quotes/quotes';
import { DateField, FormDialog, TextAreaField, TextField, useMutationForm } from '@/kit';
import { notify } from '@/ui';
import { QuoteLinesField } from './quote-lines-field';
import { contentOf, newQuote, valuesOf } from './quote-values';

function Fields({ currency }: { currency: string }) {
  return (
    <>
      <TextField name="title" label="Title" required autoFocus />
      <QuoteLinesField currency={currency} />
      <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
        <DateField name="validUntil" label="Valid until" required />
        <TextField name="discountPercent" label="Discount on everything, %" inputMode="decimal" />
      </div>
      <TextAreaField name="terms" label="Terms" rows={4} />
    </>
  );
}

/** A new draft on a deal. */
export function QuoteForm({ deal, onClose }: { deal: { id: string; name: string; currency: string }; onClose: () => void }) {
  const router = useRouter();
  const form = useMutationForm({
    document: CreateQuoteDocument,
    defaults: newQuote(deal.name),
    variables: (values) => ({ input: { dealId: deal.id, content: contentOf(values) } }),
    select: (data) => data.createQuote,
    within: 'content',
    refetch: ['Deal'],
    onDone: ({ quote }) => {
      notify.success('Draft saved');
      if (quote) router.push(`/quotes/${quote.id}`);
    },
  });
  return <FormDialog open onOpenChange={onClose} title="New quote" submitLabel="Save draft" size="lg" form={form}><Fields currency={deal.currency} /></FormDialog>;
}

/** Changes a draft. */
export function QuoteEditForm({ quote, onClose }: { quote: QuoteFactsFragment; onClose: () => void }) {
  const form = useMutationForm({
    document: UpdateQuoteDocument,
    defaults: valuesOf(quote),
    variables: (values) => ({ input: { id: quote.id, version: quote.version, content: contentOf(values) } }),
    select: (data) => data.updateQuote,
    within: 'content',
    refetch: ['Quote'],
    onDone: () => {
      notify.success('Draft saved');
      onClose();
    },
  });
  return <FormDialog open onOpenChange={onClose} title={`Edit ${quote.number}`} submitLabel="Save draft" size="lg" form={form}><Fields currency={quote.total.currency} /></FormDialog>;
}
