'use client';
import { ErrorState, ForbiddenState, LoadingNotice, Skeleton } from '@/ui';
import { PhoneCard, WebhooksCard } from './contact-card';
import { MatrixCard } from './matrix-card';
import { type Channel, CHANNELS, CLIENT_KINDS, KINDS } from './notification-words';
import { PushCard } from './push-card';
import { DigestCard, QuietCard } from './timing-cards';
import { usePreferences } from './use-preferences';

/** How one wants to be told: kinds and ways, mails, quiet hours, browsers, phone, webhooks. */
export function PreferencesCards({ audience }: { audience: 'staff' | 'client' }) {
  const { preferences, failure, reload, put } = usePreferences();
  if (failure?.code === 'FORBIDDEN') return <ForbiddenState detail={failure.message} />;
  if (failure) return <ErrorState text={failure.message} reference={failure.requestId} onRetry={() => void reload()} />;
  if (!preferences) return <div aria-busy="true" className="flex flex-col gap-4"><LoadingNotice what="your notifications" />{['h-96', 'h-40', 'h-56'].map((height) => <Skeleton key={height} className={`${height} w-full rounded-lg`} />)}</div>;
  const client = audience === 'client';
  const sms = preferences.smsAvailable || preferences.phone !== null;
  const channels = CHANNELS.filter((channel: Channel) => {
    if (channel === 'SMS') return sms;
    if (channel === 'SLACK') return !client && preferences.hasSlackWebhook;
    return channel === 'TEAMS' ? !client && preferences.hasTeamsWebhook : true;
  });
  const card = { preferences, onReload: reload };
  return (
    <>
      <MatrixCard {...card} kinds={client ? CLIENT_KINDS : KINDS} channels={channels} put={put} />
      <PushCard {...card} />
      <DigestCard {...card} />
      <QuietCard {...card} />
      {sms ? <PhoneCard {...card} /> : null}
      {client ? null : <WebhooksCard {...card} />}
    </>
  );
}
