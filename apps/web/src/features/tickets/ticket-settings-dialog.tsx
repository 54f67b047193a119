'use client';
import { useQuery } from '@apollo/client/react';
import { TicketSettingsDocument, type TicketSettingsQuery, UpdateTicketSettingsDocument } from '@/gql/tickets/ticket-settings';
import { FormDialog, SelectField, SwitchField, useMutationForm } from '@/kit';
import { notify } from '@/ui';

/** The decisions of the organization about tickets; loads them first, so that the form starts with what holds. */
export function TicketSettingsDialog({ onClose }: { onClose: () => void }) {
  const { data } = useQuery(TicketSettingsDocument, { fetchPolicy: 'network-only' });
  return data ? <SettingsForm data={data} onClose={onClose} /> : null;
}

function SettingsForm({ data, onClose }: { data: TicketSettingsQuery; onClose: () => void }) {
  const { version, openForWonDeals, categoryKey } = data.ticketSettings;
  const form = useMutationForm({
    document: UpdateTicketSettingsDocument,
    defaults: { openForWonDeals, categoryKey: categoryKey ?? (null as string | null) },
    variables: (values) => ({ input: { version, openForWonDeals: values.openForWonDeals, categoryKey: values.categoryKey } }),
    select: (answer) => answer.updateTicketSettings,
    onDone: ({ ticketSettings }) => {
      notify.success(ticketSettings?.openForWonDeals ? 'Won deals open their ticket now' : 'Tickets are opened by hand now');
      onClose();
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} title="Automatic tickets" description="A deal gets one ticket this way; one opened by hand counts too." submitLabel="Save" form={form}>
      <SwitchField name="openForWonDeals" label="Open the onboarding ticket when a deal is won" hint="As if the sales manager had opened it." />
      <SelectField name="categoryKey" label="Kind of service" hint="For deals that ask for none." options={data.serviceCategories.nodes.map((category) => ({ value: category.key, label: category.name }))} />
    </FormDialog>
  );
}
