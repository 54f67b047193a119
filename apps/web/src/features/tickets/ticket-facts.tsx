import Link from 'next/link';
import type { TicketQuery } from '@/gql/tickets/tickets';
import { Fact, FactList } from '@/kit';
import { DateText, MoneyText } from '@/ui';
import { ticketKindLabel, ticketPriorityLabel } from './ticket-words';

type Ticket = NonNullable<TicketQuery['ticket']>;

/** Facts at the side of a ticket, and where it came from and went. */
export function TicketFacts({ ticket }: { ticket: Ticket }) {
  return (
    <FactList title="Details">
      <Fact label="Kind">{ticketKindLabel[ticket.kind]}</Fact>
      <Fact label="Service">{ticket.category?.name ?? '–'}</Fact>
      <Fact label="Priority">{ticketPriorityLabel[ticket.priority]}</Fact>
      <Fact label="Agent">{ticket.owner?.name ?? 'Nobody yet'}</Fact>
      <Fact label="Customer">{ticket.customer ? <Link className="hover:underline" href={`/customers/${ticket.customer.id}`}>{ticket.customer.name}</Link> : '–'}</Fact>
      {ticket.deal?.contact ? <Fact label="Contact"><span>{ticket.deal.contact.name}<span className="block text-xs text-muted">{ticket.deal.contact.email ?? ticket.deal.contact.phone}</span></span></Fact> : null}
      <Fact label="Deal">{ticket.deal ? <Link className="hover:underline" href={`/deals/${ticket.deal.id}`}>{ticket.deal.number}</Link> : '–'}</Fact>
      <Fact label="Sold for"><MoneyText money={ticket.deal?.amount} /></Fact>
      <Fact label="Opened"><span><DateText value={ticket.createdAt} />{ticket.openedBy ? ` by ${ticket.openedBy.name}` : ''}</span></Fact>
      {ticket.validatedAt ? <Fact label="Validated"><span><DateText value={ticket.validatedAt} />{ticket.validatedBy ? ` by ${ticket.validatedBy.name}` : ''}</span></Fact> : null}
      {ticket.projectId ? <Fact label="Project"><Link className="hover:underline" href={`/projects/${ticket.projectId}`}>Open the project</Link></Fact> : null}
      {ticket.statusReason ? <Fact label="Because" stack>{ticket.statusReason}</Fact> : null}
    </FactList>
  );
}
