'use client';
import { useQuery } from '@apollo/client/react';
import { DealDocument } from '@/gql/deals/deals';
import { Fact, FactList } from '@/kit';
import { DateText, ErrorState, LoadingNotice, MoneyText, Skeleton } from '@/ui';
import { dealStatusLabel } from './deal-words';

/** A deal beside the list. */
export function DealPeek({ id }: { id: string }) {
  const { data, loading, error, refetch } = useQuery(DealDocument, { variables: { id } });
  const deal = data?.deal;
  if (error && !deal) return <ErrorState onRetry={() => void refetch()} />;
  if (!deal) return loading ? <div className="flex flex-col gap-3 p-1"><LoadingNotice what="deal" /><Skeleton className="w-2/3" /><Skeleton className="w-1/2" /></div> : null;
  return (
    <FactList>
      <Fact label="Status">{dealStatusLabel[deal.status]}</Fact>
      <Fact label="Stage">{deal.stage?.name ?? '–'}</Fact>
      <Fact label="Amount"><MoneyText money={deal.amount} /></Fact>
      <Fact label="Customer">{deal.customer?.name ?? '–'}</Fact>
      <Fact label="Contact">{deal.contact?.name ?? '–'}</Fact>
      <Fact label="Owner">{deal.owner?.name ?? '–'}</Fact>
      <Fact label="Expected close"><DateText value={deal.expectedClose} /></Fact>
      <Fact label="In stage since"><DateText value={deal.stageEnteredAt} format="relative" /></Fact>
      {deal.requirements ? <Fact label="Wishes" stack><p className="whitespace-pre-wrap">{deal.requirements}</p></Fact> : null}
    </FactList>
  );
}
