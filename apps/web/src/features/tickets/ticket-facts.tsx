'use client';
import Link from 'next/link';
import { type TicketPriority, type TicketQuery, UpdateTicketDocument, type UpdateTicketInput } from '@/gql/tickets/tickets';
import { useMutationWithIdempotency } from '@/graphql';
import { Fact, FactList, InlineEdit, InlineSelect, useFactSaver } from '@/kit';
import { useCan } from '@/session';
import { DateText, MoneyText } from '@/ui';
import { TagsFact } from '../tags/tags-fact';
import { ticketKindLabel, ticketPriorityLabel } from './ticket-words';

type Ticket = NonNullable<TicketQuery['ticket']>;

const priorities = Object.entries(ticketPriorityLabel).map(([value, label]) => ({ value, label }));

function useTicketSaver({ id, version }: Ticket, onChanged: () => void) {
  const update = useMutationWithIdempotency(UpdateTicketDocument, (data) => data.updateTicket);
  const readOnly = !useCan('ticket.update');
  return { readOnly, save: useFactSaver(version, (current, facts: Omit<UpdateTicketInput, 'id' | 'version'>) => update.run({ input: { id, version: current, ...facts } }), onChanged) };
}

/** What was said when the ticket was opened; edited in its place. */
export function TicketDescription({ ticket, onChanged }: { ticket: Ticket; onChanged: () => void }) {
  const { readOnly, save } = useTicketSaver(ticket, onChanged);
  return (
    <section>
      <h2 className="mb-1 text-xs font-medium text-muted">From sales</h2>
      <InlineEdit label="From sales" type="multiline" value={ticket.description ?? ''} display={ticket.description ?? 'Nothing was written down.'} readOnly={readOnly} onSave={(text, force) => save({ description: text.trim() || null }, { field: 'description', force })} />
    </section>
  );
}

/** Facts at the side of a ticket, and where it came from and went. */
export function TicketFacts({ ticket, onChanged }: { ticket: Ticket; onChanged: () => void }) {
  const { readOnly, save } = useTicketSaver(ticket, onChanged);
  return (
    <FactList title="Details">
      <Fact label="Title" stack><InlineEdit label="Title" value={ticket.title} readOnly={readOnly} onSave={(title, force) => save({ title: title.trim() }, { field: 'title', force })} /></Fact>
      <Fact label="Kind">{ticketKindLabel[ticket.kind]}</Fact>
      <Fact label="Service">{ticket.category?.name ?? '–'}</Fact>
      <Fact label="Priority"><InlineSelect label="Priority" value={{ value: ticket.priority, label: ticketPriorityLabel[ticket.priority] }} options={priorities} readOnly={readOnly} onSave={(next, force) => save({ priority: next?.value as TicketPriority }, { field: 'priority', force })} /></Fact>
      <Fact label="Agent">{ticket.owner?.name ?? 'Nobody yet'}</Fact>
      <Fact label="Customer">{ticket.customer ? <Link className="hover:underline" href={`/customers/${ticket.customer.id}`}>{ticket.customer.name}</Link> : '–'}</Fact>
      {ticket.deal?.contact ? <Fact label="Contact"><span>{ticket.deal.contact.name}<span className="block text-xs text-muted">{ticket.deal.contact.email ?? ticket.deal.contact.phone}</span></span></Fact> : null}
      <Fact label="Deal">{ticket.deal ? <Link className="hover:underline" href={`/deals/${ticket.deal.id}`}>{ticket.deal.number}</Link> : '–'}</Fact>
      <Fact label="Sold for"><MoneyText money={ticket.deal?.amount} /></Fact>
      <TagsFact tags={ticket.tags} readOnly={readOnly} onSave={(tags, force) => save({ tags }, { field: 'tags', force })} />
      <Fact label="Opened"><span><DateText value={ticket.createdAt} />{ticket.openedBy ? ` by ${ticket.openedBy.name}` : ''}</span></Fact>
      {ticket.validatedAt ? <Fact label="Validated"><span><DateText value={ticket.validatedAt} />{ticket.validatedBy ? ` by ${ticket.validatedBy.name}` : ''}</span></Fact> : null}
      {ticket.projectId ? <Fact label="Project"><Link className="hover:underline" href={`/projects/${ticket.projectId}`}>Open the project</Link></Fact> : null}
      {ticket.statusReason ? <Fact label="Because" stack>{ticket.statusReason}</Fact> : null}
    </FactList>
  );
}
