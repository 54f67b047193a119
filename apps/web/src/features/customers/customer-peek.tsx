'use client';
import { useQuery } from '@apollo/client/react';
import { CustomerDocument } from '@/gql/customers/customers';
import { Fact, FactList } from '@/kit';
import { Badge, ErrorState, LoadingNotice, NumberText, Skeleton } from '@/ui';
import { lifeCycleLabel, lifeCycleTone } from './customer-words';

/** A customer beside the list. */
export function CustomerPeek({ id }: { id: string }) {
  const { data, loading, error, refetch } = useQuery(CustomerDocument, { variables: { id } });
  const customer = data?.customer;
  if (error && !customer) return <ErrorState onRetry={() => void refetch()} />;
  if (!customer) return loading ? <div className="flex flex-col gap-3 p-1"><LoadingNotice what="customer" /><Skeleton className="w-2/3" /><Skeleton className="w-1/2" /></div> : null;
  const primary = customer.contacts.nodes.find((contact) => contact.isPrimary);
  return (
    <FactList>
      <Fact label="Life cycle"><Badge dot tone={lifeCycleTone[customer.lifeCycle]}>{lifeCycleLabel[customer.lifeCycle]}</Badge></Fact>
      <Fact label="Industry">{customer.industry ?? '–'}</Fact>
      <Fact label="Web site">{customer.website ? <a className="truncate hover:underline" href={customer.website} target="_blank" rel="noreferrer">{customer.website}</a> : '–'}</Fact>
      <Fact label="E-mail">{customer.email ?? '–'}</Fact>
      <Fact label="Telephone">{customer.phone ?? '–'}</Fact>
      <Fact label="Contact">{primary?.name ?? '–'}</Fact>
      <Fact label="Contacts"><NumberText value={customer.contacts.totalCount} /></Fact>
      <Fact label="Deals"><NumberText value={customer.deals.totalCount} /></Fact>
      <Fact label="Owner">{customer.owner?.name ?? '–'}</Fact>
    </FactList>
  );
}
