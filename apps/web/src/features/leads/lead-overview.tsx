'use client';
import Link from 'next/link';
import type { LeadQuery } from '@/gql/leads/leads';
import { Fact, FactList } from '@/kit';
import { Badge, Button, Card, DateText, MoneyText } from '@/ui';
import { serviceText } from '../shared/services';
import { authorityLabel, needLabel, timelineLabel } from './lead-words';
import { ScoreReasons } from './score-meter';

type Lead = NonNullable<LeadQuery['lead']>;

/** What they want, the four answers, why the score is what it is, and what became of it. */
export function LeadOverview({ lead, onAdjust }: { lead: Lead; onAdjust: (() => void) | null }) {
  return (
    <div className="flex flex-col gap-6">
      {lead.status === 'CONVERTED' ? <Converted lead={lead} /> : null}
      {lead.statusReason ? <Card title="Why it ended"><p className="text-sm whitespace-pre-wrap">{lead.statusReason}</p></Card> : null}
      <section className="flex flex-col gap-2">
        <h2 className="text-xs font-medium text-muted">What is wanted</h2>
        {lead.requestedServices.length > 0 ? <p className="flex flex-wrap gap-1.5">{lead.requestedServices.map((service) => <Badge key={service} tone="accent">{serviceText(service)}</Badge>)}</p> : null}
        <p className="max-w-prose text-sm whitespace-pre-wrap">{lead.requirements ?? <span className="text-muted">Nothing was written down.</span>}</p>
        {lead.wishedDate ? <p className="text-sm text-muted">Wished for <DateText value={lead.wishedDate} /></p> : null}
      </section>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card title="Qualification">
          <FactList>
            <Fact label="Budget">{lead.budget ? <MoneyText money={lead.budget} /> : <Open />}</Fact>
            <Fact label="Authority">{lead.authority ? authorityLabel[lead.authority] : <Open />}</Fact>
            <Fact label="Need">{lead.need ? needLabel[lead.need] : <Open />}</Fact>
            <Fact label="Timeline">{lead.timeline ? timelineLabel[lead.timeline] : <Open />}</Fact>
            {lead.qualifiedAt ? <Fact label="Qualified"><DateText value={lead.qualifiedAt} format="relative" /></Fact> : null}
          </FactList>
        </Card>
        <Card title="Why this score" actions={onAdjust ? <Button size="sm" variant="ghost" onClick={onAdjust}>Adjust</Button> : null}><ScoreReasons lead={lead} /></Card>
      </div>
      <Extra extra={lead.extra as Record<string, string> | null} />
    </div>
  );
}

function Open() {
  return <span className="text-faint">Not asked yet</span>;
}

function Converted({ lead }: { lead: Lead }) {
  const { convertedCustomer: customer, convertedContact: contact, convertedDeal: deal } = lead;
  if (!customer && !deal) return <Card title="Converted"><p className="text-sm text-muted">{lead.historical ? 'It was converted in another system, before it was imported.' : 'What it became is not shared with you.'}</p></Card>;
  return (
    <Card title="What it became">
      <FactList>
        {customer ? <Fact label="Customer"><Link className="truncate hover:underline" href={`/customers/${customer.id}`}>{customer.name}</Link></Fact> : null}
        {contact ? <Fact label="Contact">{contact.name}</Fact> : null}
        {deal ? <Fact label="Deal"><Link className="truncate hover:underline" href={`/deals/${deal.id}`}>{deal.number} {deal.name}</Link></Fact> : null}
      </FactList>
    </Card>
  );
}

/** Columns of an import that had no field here: kept, and shown. */
function Extra({ extra }: { extra: Record<string, string> | null }) {
  const entries = Object.entries(extra ?? {});
  if (entries.length === 0) return null;
  return (
    <details className="rounded-lg border bg-raised">
      <summary className="cursor-pointer px-4 py-2.5 text-sm font-semibold">From the import, without a field here ({entries.length})</summary>
      <dl className="grid gap-x-6 gap-y-1 border-t p-4 text-sm sm:grid-cols-2">
        {entries.map(([name, value]) => <div key={name} className="min-w-0"><dt className="truncate text-xs text-muted">{name}</dt><dd className="break-words">{value}</dd></div>)}
      </dl>
    </details>
  );
}
