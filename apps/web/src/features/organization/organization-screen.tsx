'use client';
import { useQuery } from '@apollo/client/react';
import { useCallback } from 'react';
import { OrganizationSettingsDocument } from '@/gql/organization/organization';
import { toFailure, useRecordChanges } from '@/graphql';
import { PageHeader } from '@/kit';
import { useCan, useViewer } from '@/session';
import { ErrorState, ForbiddenState, LoadingNotice, Skeleton } from '@/ui';
import { HistoryButton } from '../history/history-button';
import { IdentityCard, RegionCard } from './identity-cards';
import { HandOffCard, HolidayCard, HoursCard, NumberCard } from './time-cards';

/** What the organization sets for itself (ORG-01). */
export function OrganizationScreen() {
  const { data, error, refetch } = useQuery(OrganizationSettingsDocument, { fetchPolicy: 'cache-and-network' });
  const { organization } = useViewer();
  const readOnly = !useCan('organization.update');
  const reload = useCallback(() => refetch().catch(() => undefined), [refetch]);
  useRecordChanges({ subjects: ['organization'], onChange: () => void reload(), onResync: () => void reload() });
  const failure = error && !data ? toFailure(error) : null;
  if (failure?.code === 'FORBIDDEN') return <ForbiddenState page detail={failure.message} />;
  if (failure) return <ErrorState page text={failure.message} reference={failure.requestId} onRetry={() => void reload()} />;
  const card = data ? { settings: data.organizationSettings, readOnly, onReload: reload } : null;
  return (
    <>
      <PageHeader title="Organization" actions={<HistoryButton subject="organization" id={organization.id} name={organization.name} onRestored={() => void reload()} />} />
      <div className="flex w-full max-w-3xl flex-col gap-4 p-4 md:p-5">
        {card ? (
          <>
            {readOnly ? <p className="text-sm text-muted">You may look at these settings, not change them.</p> : null}
            <IdentityCard {...card} />
            <RegionCard {...card} />
            <HoursCard {...card} />
            <HolidayCard {...card} />
            <NumberCard {...card} />
            <HandOffCard {...card} />
          </>
        ) : (
          <div aria-busy="true" className="flex flex-col gap-4">
            <LoadingNotice what="settings" />
            {['h-96', 'h-36', 'h-72', 'h-40'].map((height) => <Skeleton key={height} className={`${height} w-full rounded-lg`} />)}
          </div>
        )}
      </div>
    </>
  );
}
