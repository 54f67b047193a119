'use client';
import { useWatch } from 'react-hook-form';
import { type SmsProvider, UpdateNotificationAdaptersDocument } from '@/gql/notifications/deliveries';
import { Form, FormSummary, SelectField, SubmitButton, SwitchField, TextField, useMutationForm } from '@/kit';
import { Card, notify } from '@/ui';
import { type AdapterCardProps, AdapterState, DisconnectButton } from './adapter-parts';
import { TestButton } from './contact-card';

interface Values { provider: string; url: string; from: string; account: string; token: string; active: boolean }

const PROVIDERS = [
  { value: 'TWILIO', label: 'Twilio', hint: 'By its API for messages.' },
  { value: 'GENERIC', label: 'Another, by one JSON call', hint: 'With a bearer token and an Idempotency-Key.' },
];

/** Who sends the organization's text messages. */
export function SmsCard({ present, readOnly, onReload }: AdapterCardProps) {
  const form = useMutationForm({
    document: UpdateNotificationAdaptersDocument,
    defaults: { provider: present?.provider ?? 'TWILIO', url: '', from: present?.from ?? '', account: '', token: '', active: present?.active ?? true } as Values,
    variables: ({ provider, url, from, account, token, active }) => ({
      input: { sms: { provider: provider as SmsProvider, from: from.trim(), active, ...(url.trim() ? { url: url.trim() } : {}), ...(account.trim() ? { account: account.trim() } : {}), ...(token.trim() ? { token: token.trim() } : {}) } },
    }),
    select: (data) => data.updateNotificationAdapters,
    within: 'sms',
    onDone: async () => {
      notify.success(present ? 'Saved' : 'Text messages are connected');
      await onReload();
    },
  });
  return (
    <Card title="Text messages (SMS)" actions={<AdapterState present={present} />}>
      <Form form={form}>
        <fieldset disabled={readOnly} className="flex flex-col gap-4">
          <SelectField name="provider" label="Provider" options={PROVIDERS} className="max-w-80" />
          <Fields stored={present !== null} />
          <TextField name="from" label="Sender" required placeholder="+34 600 123 456, or a name" hint="What people see as the sender." className="max-w-80" />
          <SwitchField name="active" label="Use it" hint="Off keeps the connection, and no message is sent." />
        </fieldset>
        <FormSummary />
        {readOnly ? null : (
          <div className="flex flex-wrap items-center gap-2">
            <SubmitButton>{present ? 'Save' : 'Connect'}</SubmitButton>
            {present ? <><TestButton channel="SMS" /><DisconnectButton name="text messages" input={{ sms: null }} onReload={onReload} /></> : null}
          </div>
        )}
        {present ? <p className="text-xs text-muted">The test goes to the phone of your own <a className="underline" href="/settings/notifications">notifications</a>.</p> : null}
      </Form>
    </Card>
  );
}

function Fields({ stored }: { stored: boolean }) {
  const provider = useWatch<Values, 'provider'>({ name: 'provider' });
  const kept = stored ? 'Stored; a new one replaces it' : undefined;
  return (
    <>
      {provider === 'TWILIO' ? <TextField name="account" label="Account SID" autoComplete="off" required={!stored} placeholder={kept} className="max-w-80" /> : <TextField name="url" label="Address" type="url" autoComplete="off" required={!stored} placeholder={kept ?? 'https://…'} />}
      <TextField name="token" label="Token" type="password" autoComplete="new-password" required={!stored} placeholder={kept} hint="Kept encrypted and not shown again." className="max-w-80" />
    </>
  );
}
