'use client';
import Link from 'next/link';
import { type DealQuery, UpdateDealDocument, type UpdateDealInput } from '@/gql/deals/deals';
import { useMutationWithIdempotency } from '@/graphql';
import { Fact, FactList, InlineEdit, useFactSaver } from '@/kit';
import { useCan } from '@/session';
import { DateText, MoneyText, PercentText } from '@/ui';
import { servicesText } from '../shared/services';
import { TagsFact } from '../tags/tags-fact';

type Deal = NonNullable<DealQuery['deal']>;

/** Whole days and hours of a number of seconds: `3 d 4 h`. */
function spanText(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  if (hours < 1) return 'less than an hour';
  return hours < 24 ? `${hours} h` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** How long the deal was in each stage that it left. */
function StageTimes({ moves }: Pick<Deal, 'moves'>) {
  const spent = new Map<string, number>();
  for (const { from, secondsInStage } of moves) if (from && secondsInStage !== null) spent.set(from.name, (spent.get(from.name) ?? 0) + Number(secondsInStage));
  if (spent.size === 0) return null;
  return <FactList title="Time in stages">{[...spent].map(([stage, seconds]) => <Fact key={stage} label={stage}><span className="tabular">{spanText(seconds)}</span></Fact>)}</FactList>;
}

/** Facts at the side of a deal; the name is edited in place. */
export function DealFacts({ deal, onChanged }: { deal: Deal; onChanged: () => void }) {
  const update = useMutationWithIdempotency(UpdateDealDocument, (data) => data.updateDeal);
  const mayEdit = useCan('deal.update');
  const save = useFactSaver(deal.version, (version, facts: Omit<UpdateDealInput, 'id' | 'version'>) => update.run({ input: { id: deal.id, version, ...facts } }), onChanged);
  return (
    <>
      <FactList title="Details">
        <Fact label="Name">{mayEdit ? <InlineEdit label="Name" value={deal.name} onSave={(name, force) => save({ name }, { field: 'name', force })} /> : deal.name}</Fact>
        <Fact label="Amount"><MoneyText money={deal.amount} /></Fact>
        <Fact label="Chance"><PercentText basisPoints={deal.probability * 100} /></Fact>
        <Fact label="Expected close"><DateText value={deal.expectedClose} /></Fact>
        <Fact label="Customer">{deal.customer ? <Link className="hover:underline" href={`/customers/${deal.customer.id}`}>{deal.customer.name}</Link> : 'Not chosen yet'}</Fact>
        <Fact label="Contact">{deal.contact ? <span>{deal.contact.name}{deal.contact.email ? <span className="block text-xs text-muted">{deal.contact.email}</span> : null}</span> : '–'}</Fact>
        <Fact label="Services">{servicesText(deal.requestedServices)}</Fact>
        <TagsFact tags={deal.tags} readOnly={!mayEdit} onSave={(tags, force) => save({ tags }, { field: 'tags', force })} />
        <Fact label="Owner">{deal.owner?.name ?? 'Nobody'}</Fact>
        <Fact label="Created"><DateText value={deal.createdAt} /></Fact>
        {deal.closedAt ? <Fact label="Decided"><DateText value={deal.closedAt} /></Fact> : null}
        {deal.statusReason ? <Fact label="Because" stack><p className="whitespace-pre-wrap">{deal.statusReason}</p></Fact> : null}
      </FactList>
      <StageTimes moves={deal.moves} />
    </>
  );
}
