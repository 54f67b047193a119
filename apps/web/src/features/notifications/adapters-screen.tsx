'use client';
import { useQuery } from '@apollo/client/react';
import { useCallback } from 'react';
import { NotificationAdaptersDocument } from '@/gql/notifications/deliveries';
import { toFailure, useRecordChanges } from '@/graphql';
import { PageHeader } from '@/kit';
import { useCan } from '@/session';
import { ErrorState, ForbiddenState, LoadingNotice, Skeleton } from '@/ui';
import { SmsCard } from './sms-card';
import { WebhookCard } from './webhook-card';

/** How the organization is connected to Slack, Teams and a sender of text messages. */
export function AdaptersScreen() {
  const { data, error, refetch } = useQuery(NotificationAdaptersDocument, { fetchPolicy: 'cache-and-network' });
  const reload = useCallback(() => refetch().catch(() => undefined), [refetch]);
  useRecordChanges({ subjects: ['notificationAdapter'], onChange: () => void reload(), onResync: () => void reload() });
  const readOnly = !useCan('notificationAdapter.update');
  const failure = error && !data ? toFailure(error) : null;
  if (failure?.code === 'FORBIDDEN') return <ForbiddenState page detail={failure.message} />;
  if (failure) return <ErrorState page text={failure.message} reference={failure.requestId} onRetry={() => void reload()} />;
  const adapters = data?.notificationAdapters;
  const find = (name: 'SLACK' | 'TEAMS' | 'SMS') => adapters?.find(({ adapter }) => adapter === name) ?? null;
  return (
    <>
      <PageHeader title="Slack, Teams and SMS" />
      <div className="flex w-full max-w-3xl flex-col gap-4 p-4 md:p-5">
        {adapters ? (
          <>
            {readOnly ? <p className="text-sm text-muted">You may look at the connections, not change them.</p> : null}
            <WebhookCard key={`slack-${JSON.stringify(find('SLACK'))}`} adapter="SLACK" present={find('SLACK')} readOnly={readOnly} onReload={reload} />
            <WebhookCard key={`teams-${JSON.stringify(find('TEAMS'))}`} adapter="TEAMS" present={find('TEAMS')} readOnly={readOnly} onReload={reload} />
            <SmsCard key={`sms-${JSON.stringify(find('SMS'))}`} present={find('SMS')} readOnly={readOnly} onReload={reload} />
          </>
        ) : <div aria-busy="true" className="flex flex-col gap-4"><LoadingNotice what="connections" />{['h-56', 'h-56', 'h-64'].map((height, index) => <Skeleton key={index} className={`${height} w-full rounded-lg`} />)}</div>}
      </div>
    </>
  );
}
