'use client';
import { useQuery } from '@apollo/client/react';
import { useCallback } from 'react';
import { PickListsDocument } from '@/gql/pick-lists/pick-lists';
import { toFailure, useRecordChanges } from '@/graphql';
import { PageHeader } from '@/kit';
import { EmptyState, ErrorState, ForbiddenState, LoadingNotice, Skeleton } from '@/ui';
import { PickListCard } from './pick-list-card';

/** The choices that fields offer, kept by the organization (ORG-06). */
export function PickListsScreen() {
  const { data, error, refetch } = useQuery(PickListsDocument, { fetchPolicy: 'cache-and-network' });
  const reload = useCallback(() => void refetch().catch(() => undefined), [refetch]);
  useRecordChanges({ subjects: ['pickList'], onChange: reload, onResync: reload });
  const failure = error && !data ? toFailure(error) : null;
  if (failure?.code === 'FORBIDDEN') return <ForbiddenState page detail={failure.message} />;
  if (failure) return <ErrorState page text={failure.message} reference={failure.requestId} onRetry={reload} />;
  return (
    <>
      <PageHeader title="Lists" />
      <div className="flex w-full max-w-3xl flex-col gap-4 p-4 md:p-5">
        {data ? data.pickLists.map((list) => <PickListCard key={list.key} list={list} items={data.pickListItems.nodes.filter((item) => item.list === list.key)} onChanged={reload} />) : (
          <div aria-busy="true" className="flex flex-col gap-4">
            <LoadingNotice what="lists" />
            {['h-72', 'h-56', 'h-56'].map((height, index) => <Skeleton key={index} className={`${height} w-full rounded-lg`} />)}
          </div>
        )}
        {data?.pickLists.length === 0 ? <EmptyState title="No lists" text="Features that offer choices bring their lists." /> : null}
      </div>
    </>
  );
}
