'use client';
import { useQuery } from '@apollo/client/react';
import { useRouter } from 'next/navigation';
import { OpenOnboardingTicketDocument, ServiceCategoriesDocument } from '@/gql/deals/deals';
import { FormDialog, SelectField, TextAreaField, useMutationForm } from '@/kit';
import { notify } from '@/ui';

/** Stage 4: hands a won deal over to support, one ticket per kind of service. */
export function OpenOnboardingDialog({ dealId, requested, onClose }: { dealId: string; requested: readonly string[]; onClose: () => void }) {
  const router = useRouter();
  const { data } = useQuery(ServiceCategoriesDocument);
  const form = useMutationForm({
    document: OpenOnboardingTicketDocument,
    defaults: { categoryKey: requested[0] ?? null, note: '' },
    variables: (values) => ({ input: { dealId, categoryKey: values.categoryKey ?? '', note: values.note.trim() || null } }),
    select: (answer) => answer.openOnboardingTicket,
    refetch: ['Deal'],
    onDone: ({ ticket }) => {
      notify.success(`Ticket ${ticket?.number ?? ''} opened`);
      if (ticket) router.push(`/tickets/${ticket.id}`);
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} title="Open an onboarding ticket" description="Support checks the information, collects what is needed and fixes the scope." submitLabel="Open ticket" form={form}>
      <SelectField name="categoryKey" label="Kind of service" required options={(data?.serviceCategories.nodes ?? []).map((category) => ({ value: category.key, label: category.name }))} />
      <TextAreaField name="note" label="What support should know" rows={3} />
    </FormDialog>
  );
}
