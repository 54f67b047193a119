'use client';
import { AssignTicketDocument, type TicketQuery } from '@/gql/tickets/tickets';
import { FormDialog, ReferenceField, useMutationForm } from '@/kit';
import type { Option } from '@/ui';
import { usePeoplePicker } from '../shared/pickers';

type Ticket = NonNullable<TicketQuery['ticket']>;

/** Gives the ticket to a colleague. */
export function AssignTicketDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const people = usePeoplePicker();
  const form = useMutationForm({
    document: AssignTicketDocument,
    defaults: { owner: ticket.owner ? { value: ticket.owner.id, label: ticket.owner.name } : (null as Option | null) },
    variables: (values) => ({ input: { id: ticket.id, version: ticket.version, ownerId: values.owner?.value ?? '' } }),
    select: (data) => data.assignTicket,
    paths: { ownerId: 'owner' },
    refetch: ['Ticket'],
    onDone: onClose,
  });
  return <FormDialog open onOpenChange={onClose} title="Assign the ticket" submitLabel="Assign" form={form}><ReferenceField name="owner" label="Agent" options={people.load} required /></FormDialog>;
}
