'use client';
import { MoveTicketDocument, type TicketMove, type TicketQuery } from '@/gql/tickets/tickets';
import { FormDialog, TextAreaField, useMutationForm } from '@/kit';

type Ticket = NonNullable<TicketQuery['ticket']>;

/** A move that the next person has to understand. */
export function ReasonDialog({ ticket, move, label, onClose }: { ticket: Ticket; move: TicketMove; label: string; onClose: () => void }) {
  const form = useMutationForm({
    document: MoveTicketDocument,
    defaults: { reason: '' },
    variables: (values) => ({ input: { id: ticket.id, version: ticket.version, move, reason: values.reason.trim() || null } }),
    select: (data) => data.moveTicket,
    refetch: ['Ticket'],
    onDone: onClose,
  });
  return <FormDialog open onOpenChange={onClose} title={label} submitLabel={label} form={form}><TextAreaField name="reason" label="Why?" required rows={3} /></FormDialog>;
}
