'use client';
import { useState } from 'react';
import type { NotificationDeliveryChannel } from '@/gql/notifications/preferences';
import { SendTestNotificationDocument, UpdateNotificationPreferencesDocument } from '@/gql/notifications/preferences';
import { useMutationWithIdempotency } from '@/graphql';
import { TextField } from '@/kit';
import { Badge, Button, Card, ConfirmDialog, Field, Input, notify } from '@/ui';
import { SettingsCard } from '../shared/settings-card';
import { type PreferencesCardProps, usePreferencesForm } from './use-preferences';

/** Sends oneself a test on one channel. */
export function TestButton({ channel, disabled }: { channel: NotificationDeliveryChannel; disabled?: boolean }) {
  const test = useMutationWithIdempotency(SendTestNotificationDocument, (data) => data.sendTestNotification, { idempotent: false });
  const send = async () => {
    const outcome = await test.run({ input: { channel } });
    if (outcome.ok) notify.success('A test is on its way', 'It also stands in your inbox.');
    else notify.error('No test was sent', outcome.failure.message);
  };
  return <Button size="sm" busy={test.busy} disabled={disabled} onClick={() => void send()}>Send a test</Button>;
}

/** Where text messages go. Only where the organization sends any. */
export function PhoneCard({ preferences, onReload }: PreferencesCardProps) {
  const stored = { phone: preferences.phone ?? '' };
  const form = usePreferencesForm(preferences, stored, ({ phone }) => ({ phone: phone.trim() || null }), ({ phone }) => ({ phone: phone.trim() }));
  return (
    <SettingsCard title="Phone" form={form} stored={stored} names={{ phone: 'Phone' }} onReload={onReload}>
      <TextField name="phone" label="For text messages" type="tel" autoComplete="tel" placeholder="+34 600 123 456" hint="With its country. Empty takes it away." className="max-w-72" />
      {preferences.phone ? <div><TestButton channel="SMS" /></div> : null}
    </SettingsCard>
  );
}

const WEBHOOKS = [
  { channel: 'SLACK', name: 'Slack', field: 'slackWebhook', has: 'hasSlackWebhook', placeholder: 'https://hooks.slack.com/services/…' },
  { channel: 'TEAMS', name: 'Teams', field: 'teamsWebhook', has: 'hasTeamsWebhook', placeholder: 'https://….webhook.office.com/…' },
] as const;

/** Webhooks of one's own: their addresses are written once and never shown again. */
export function WebhooksCard({ preferences, onReload }: PreferencesCardProps) {
  return (
    <Card title="Slack and Teams">
      <div className="flex flex-col gap-5">
        <p className="text-sm text-muted">A webhook brings your notifications to a channel of your own. Its address is a secret: it is kept encrypted and not shown again.</p>
        {WEBHOOKS.map((webhook) => <Webhook key={webhook.channel} webhook={webhook} preferences={preferences} onReload={onReload} />)}
      </div>
    </Card>
  );
}

function Webhook({ webhook, preferences, onReload }: PreferencesCardProps & { webhook: (typeof WEBHOOKS)[number] }) {
  const { name, field, channel, placeholder } = webhook;
  const connected = preferences[webhook.has];
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [leaving, setLeaving] = useState(false);
  const update = useMutationWithIdempotency(UpdateNotificationPreferencesDocument, (data) => data.updateNotificationPreferences);
  const save = async (next: string | null) => {
    const outcome = await update.run({ input: { version: preferences.version, [field]: next } });
    await onReload();
    if (!outcome.ok) return setProblem(outcome.failure.message);
    setAddress('');
    setProblem(null);
    notify.success(next ? `${name} is connected` : `${name} is disconnected`);
  };
  return (
    <Field label={`${name} webhook`} error={problem} aside={connected ? <Badge dot tone="success">Connected</Badge> : <Badge>Not connected</Badge>}>
      {(control) => (
        <div className="flex flex-wrap gap-2">
          <div className="min-w-0 flex-1 basis-56">
            <Input
              {...control} type="url" autoComplete="off" placeholder={connected ? 'A new address replaces the stored one' : placeholder} value={address}
              onChange={(event) => { setAddress(event.target.value); setProblem(null); }}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || !address.trim()) return;
                event.preventDefault();
                void save(address.trim());
              }}
            />
          </div>
          <Button busy={update.busy} disabled={!address.trim()} onClick={() => void save(address.trim())}>{connected ? 'Replace' : 'Connect'}</Button>
          {connected ? <><TestButton channel={channel} /><Button variant="ghost" onClick={() => setLeaving(true)}>Disconnect</Button></> : null}
          <ConfirmDialog open={leaving} onOpenChange={setLeaving} title={`Disconnect ${name}?`} body="Nothing goes there any more. To connect again you need the address." confirmLabel={`Disconnect ${name}`} danger onConfirm={() => save(null)} />
        </div>
      )}
    </Field>
  );
}
