'use client';
import { useQuery } from '@apollo/client/react';
import { LeadDocument } from '@/gql/leads/leads';
import { Fact, FactList } from '@/kit';
import { Badge, DateText, ErrorState, LoadingNotice, MoneyText, Skeleton } from '@/ui';
import { servicesText } from '../shared/services';
import { leadStatusLabel, leadStatusTone } from './lead-words';
import { ScoreMeter } from './score-meter';

/** A lead beside the list. */
export function LeadPeek({ id }: { id: string }) {
  const { data, loading, error, refetch } = useQuery(LeadDocument, { variables: { id } });
  const lead = data?.lead;
  if (error && !lead) return <ErrorState onRetry={() => void refetch()} />;
  if (!lead) return loading ? <div className="flex flex-col gap-3 p-1"><LoadingNotice what="lead" /><Skeleton className="w-2/3" /><Skeleton className="w-1/2" /></div> : null;
  return (
    <div className="flex flex-col gap-4">
      <ScoreMeter lead={lead} />
      <FactList>
        <Fact label="Status"><Badge dot tone={leadStatusTone[lead.status]}>{leadStatusLabel[lead.status]}</Badge></Fact>
        <Fact label="Company">{lead.company ?? '–'}</Fact>
        <Fact label="E-mail">{lead.email ? <a className="truncate hover:underline" href={`mailto:${lead.email}`}>{lead.email}</a> : '–'}</Fact>
        <Fact label="Telephone">{lead.phone ? <a className="tabular hover:underline" href={`tel:${lead.phone}`}>{lead.phone}</a> : '–'}</Fact>
        <Fact label="Source">{lead.source ?? '–'}</Fact>
        <Fact label="Budget"><MoneyText money={lead.budget} /></Fact>
        <Fact label="Services">{servicesText(lead.requestedServices)}</Fact>
        <Fact label="Owner">{lead.owner?.name ?? 'Nobody'}</Fact>
        <Fact label="Last contact"><DateText value={lead.lastContactAt} format="relative" /></Fact>
        {lead.requirements ? <Fact label="Wishes" stack><p className="whitespace-pre-wrap">{lead.requirements}</p></Fact> : null}
      </FactList>
    </div>
  );
}
