'use client';
import { useQuery } from '@apollo/client/react';
import { useCallback } from 'react';
import { ChannelSettingsDocument, type ChannelSettingsQuery, UpdateChannelSettingsDocument } from '@/gql/chat/settings/channel-settings';
import { toFailure } from '@/graphql';
import { NumberField, PageHeader, useMutationForm } from '@/kit';
import { useCan } from '@/session';
import { ErrorState, ForbiddenState, LoadingNotice, notify, Skeleton } from '@/ui';
import { SettingsCard } from '../../shared/settings-card';

const LONGEST_DAYS = 36_500;

/** What holds for all channels of the organization (CHA-04). */
export function ChannelSettingsScreen() {
  const mayRead = useCan('channel.retain');
  const { data, error, refetch } = useQuery(ChannelSettingsDocument, { fetchPolicy: 'cache-and-network', skip: !mayRead });
  const reload = useCallback(() => refetch().catch(() => undefined), [refetch]);
  const failure = error && !data ? toFailure(error) : null;
  if (!mayRead || failure?.code === 'FORBIDDEN') return <ForbiddenState page detail={failure?.message} />;
  if (failure) return <ErrorState page text={failure.message} reference={failure.requestId} onRetry={() => void reload()} />;
  return (
    <>
      <PageHeader title="Chat" />
      <div className="flex w-full max-w-3xl flex-col gap-4 p-4 md:p-5">
        {data ? <RetentionCard settings={data.channelSettings} onReload={reload} /> : <div aria-busy="true"><LoadingNotice what="chat settings" /><Skeleton className="h-48 w-full rounded-lg" /></div>}
      </div>
    </>
  );
}

function RetentionCard({ settings, onReload }: { settings: ChannelSettingsQuery['channelSettings']; onReload: () => Promise<unknown> }) {
  const stored = { retentionDays: settings.retentionDays };
  const form = useMutationForm({
    document: UpdateChannelSettingsDocument,
    defaults: stored,
    variables: ({ retentionDays }: { retentionDays: number | null }) => ({ input: { version: settings.version, retentionDays } }),
    select: (data) => data.updateChannelSettings,
    onDone: async (_, values) => {
      form.methods.reset(values);
      notify.success('Saved');
      await onReload();
    },
  });
  return (
    <SettingsCard title="How long messages are kept" form={form} stored={stored} names={{ retentionDays: 'Days' }} onReload={onReload}>
      <p className="text-sm text-muted">Messages older than this are deleted for good, with their files and earlier wordings; a channel can have its own number. Export first what must be kept.</p>
      <NumberField name="retentionDays" label="Delete after" unit="days" min={1} max={LONGEST_DAYS} className="max-w-56" hint="Empty: messages are kept." />
    </SettingsCard>
  );
}
