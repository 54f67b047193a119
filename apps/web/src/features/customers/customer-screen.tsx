'use client';
import { useQuery } from '@apollo/client/react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { CustomerDocument, type CustomerQuery, type DealStatus } from '@/gql/customers/customers';
import { toFailure, useRecordChanges } from '@/graphql';
import { RecordPage } from '@/kit';
import type { Tone } from '@/lib/tone';
import { Badge, DateText, EmptyState, MoneyText, NumberText } from '@/ui';
import { ContactList } from './contact-list';
import { CustomerFacts } from './customer-facts';
import { lifeCycleLabel, lifeCycleTone } from './customer-words';
import { RecordSide } from '../shared/record-side';
import { recordTabs } from '../shared/record-tabs';
import { RecordTools } from '../shared/record-tools-later';

type Customer = NonNullable<CustomerQuery['customer']>;

const dealTone: Readonly<Record<DealStatus, Tone>> = { OPEN: 'info', WON: 'success', LOST: 'danger' };
const dealLabel: Readonly<Record<DealStatus, string>> = { OPEN: 'Open', WON: 'Won', LOST: 'Lost' };

/** The page of a customer: people, deals, facts. */
export function CustomerScreen({ id }: { id: string }) {
  const { data, loading, error, refetch } = useQuery(CustomerDocument, { variables: { id } });
  const again = () => void refetch();
  useRecordChanges({ recordId: id, onChange: again, onResync: again });
  const customer = data?.customer ?? null;
  const failure = error && !customer ? toFailure(error) : null;
  return (
    <RecordPage
      what="customer" loading={loading && !customer} failure={failure} missing={failure?.code === 'NOT_FOUND'} onRetry={again}
      crumbs={[{ label: 'Customers', href: '/customers' }]} title={customer?.name}
      status={customer ? <Badge dot tone={lifeCycleTone[customer.lifeCycle]}>{lifeCycleLabel[customer.lifeCycle]}</Badge> : null}
      marks={customer && !customer.active ? <Badge tone="neutral">Not active</Badge> : null}
      actions={customer ? <RecordTools subject="customer" id={id} name={customer.name} /> : null}
      tabs={customer ? [
        { id: 'overview', label: 'Overview', content: <Overview customer={customer} /> },
        { id: 'contacts', label: 'Contacts', count: customer.contacts.totalCount, content: <ContactList customer={customer} /> },
        { id: 'deals', label: 'Deals', count: customer.deals.totalCount, content: <Deals deals={customer.deals.nodes} /> },
        ...recordTabs({ subject: 'customer', id, what: 'customer', shareable: true, onRestored: again }),
      ] : []}
      aside={customer ? <><CustomerFacts customer={customer} onChanged={again} /><RecordSide subject="customer" recordId={id} /></> : null}
    />
  );
}

function Overview({ customer }: { customer: Customer }) {
  const { nodes: deals } = customer.deals;
  const won = deals.filter((deal) => deal.status === 'WON');
  const open = deals.filter((deal) => deal.status === 'OPEN');
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        <Figure label="Open deals"><NumberText value={open.length} /></Figure>
        <Figure label="Open value">{total(open)}</Figure>
        <Figure label="Won deals"><NumberText value={won.length} /></Figure>
        <Figure label="Won value">{total(won)}</Figure>
      </dl>
      {customer.subsidiaries.nodes.length > 0 ? (
        <section className="flex flex-col gap-1.5">
          <h2 className="text-xs font-medium text-muted">Companies that belong to it</h2>
          <ul className="text-sm">{customer.subsidiaries.nodes.map((each) => <li key={each.id}><Link className="hover:underline" href={`/customers/${each.id}`}>{each.name}</Link></li>)}</ul>
        </section>
      ) : null}
      <Extra extra={customer.extra as Record<string, unknown> | null} />
    </div>
  );
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return <div className="rounded-lg border bg-raised px-4 py-3"><dt className="text-xs text-muted">{label}</dt><dd className="text-lg font-semibold">{children}</dd></div>;
}

/** Sums in the first deal's currency; of several currencies none is a sum. */
function total(deals: Customer['deals']['nodes']) {
  const amounts = deals.flatMap((deal) => (deal.amount ? [deal.amount] : []));
  const [first] = amounts;
  if (!first) return <span className="text-faint">–</span>;
  if (amounts.some((amount) => amount.currency !== first.currency)) return <span className="text-sm font-normal text-muted">several currencies</span>;
  return <MoneyText amountMinor={amounts.reduce((sum, amount) => sum + BigInt(amount.amountMinor), 0n).toString()} currency={first.currency} style="whole" />;
}

function Deals({ deals }: { deals: Customer['deals']['nodes'] }) {
  if (deals.length === 0) return <EmptyState title="No deals yet" text="Deals with this customer appear here." className="py-8" />;
  return (
    <ul className="max-w-3xl divide-y rounded-lg border bg-raised">
      {deals.map((deal) => (
        <li key={deal.id} className="relative flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5 text-sm hover:bg-hover">
          <Link href={`/deals/${deal.id}`} className="min-w-40 flex-1 truncate font-medium after:absolute after:inset-0">{deal.name}<span className="tabular block text-xs font-normal text-muted">{deal.number}</span></Link>
          <Badge dot tone={dealTone[deal.status]}>{deal.status === 'OPEN' ? (deal.stage?.name ?? 'Open') : dealLabel[deal.status]}</Badge>
          <MoneyText money={deal.amount} style="whole" className="min-w-24 text-right" />
          <DateText value={deal.createdAt} className="text-muted" />
        </li>
      ))}
    </ul>
  );
}

function Extra({ extra }: { extra: Record<string, unknown> | null }) {
  const entries = Object.entries(extra ?? {});
  if (entries.length === 0) return null;
  return (
    <details className="rounded-lg border bg-raised">
      <summary className="cursor-pointer px-4 py-2.5 text-sm font-semibold">From the import, without a field here ({entries.length})</summary>
      <dl className="grid gap-x-6 gap-y-1 border-t p-4 text-sm sm:grid-cols-2">{entries.map(([name, value]) => <div key={name}><dt className="text-xs text-muted">{name}</dt><dd>{String(value)}</dd></div>)}</dl>
    </details>
  );
}
