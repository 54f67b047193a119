'use client';
import { useQuery } from '@apollo/client/react';
import { useCallback } from 'react';
import { SecurityPolicyDocument } from '@/gql/security-policy/security-policy';
import { toFailure, useRecordChanges } from '@/graphql';
import { PageHeader } from '@/kit';
import { useCan } from '@/session';
import { ErrorState, ForbiddenState, LoadingNotice, Skeleton } from '@/ui';
import { NetworkCard } from './network-card';
import { DeviceCard, PasswordCard, SecondFactorCard, SessionCard } from './policy-cards';

/** How people get in and stay in. */
export function SecurityPolicyScreen() {
  const { data, error, refetch } = useQuery(SecurityPolicyDocument, { fetchPolicy: 'cache-and-network' });
  const readOnly = !useCan('securityPolicy.update');
  const reload = useCallback(() => refetch().catch(() => undefined), [refetch]);
  useRecordChanges({ subjects: ['securityPolicy'], onChange: () => void reload(), onResync: () => void reload() });
  const failure = error && !data ? toFailure(error) : null;
  if (failure?.code === 'FORBIDDEN') return <ForbiddenState page detail={failure.message} />;
  if (failure) return <ErrorState page text={failure.message} reference={failure.requestId} onRetry={() => void reload()} />;
  const card = data ? { policy: data.securityPolicy, readOnly, onReload: reload } : null;
  return (
    <>
      <PageHeader title="Security policy" />
      <div className="flex w-full max-w-3xl flex-col gap-4 p-4 md:p-5">
        {card ? (
          <>
            {readOnly ? <p className="text-sm text-muted">You may look at the policy, not change it.</p> : null}
            <NetworkCard {...card} />
            <SecondFactorCard {...card} />
            <PasswordCard {...card} />
            <SessionCard {...card} />
            <DeviceCard {...card} />
          </>
        ) : (
          <div aria-busy="true" className="flex flex-col gap-4">
            <LoadingNotice what="policy" />
            {['h-80', 'h-44', 'h-40', 'h-64'].map((height) => <Skeleton key={height} className={`${height} w-full rounded-lg`} />)}
          </div>
        )}
      </div>
    </>
  );
}
