'use client';
import { UpdateNotificationAdaptersDocument } from '@/gql/notifications/deliveries';
import { Form, FormSummary, SubmitButton, SwitchField, TextField, useMutationForm } from '@/kit';
import { Card, notify } from '@/ui';
import { TickListField } from '../shared/tick-list-field';
import { type AdapterCardProps, AdapterState, DisconnectButton } from './adapter-parts';
import { type Kind, KINDS, kindOfAnybody } from './notification-words';

/** Kinds that speak to one person only never go to a channel of the whole organization. */
const PERSONAL: readonly Kind[] = ['MENTION', 'MESSAGE', 'SECURITY', 'REMINDER'];
const CHOICES = KINDS.filter((kind) => !PERSONAL.includes(kind)).map((kind) => ({ value: kind, label: kindOfAnybody(kind) }));
const NAMES = { SLACK: 'Slack', TEAMS: 'Teams' } as const;
const HOW = {
  SLACK: 'In Slack: Apps, Incoming Webhooks, Add to Slack; choose the channel and copy the address.',
  TEAMS: 'In Teams: the channel’s menu, Workflows, “Post to a channel when a webhook request is received”; copy the address.',
} as const;

/** The organization's channel in Slack or Teams, and what is told there. */
export function WebhookCard({ adapter, present, readOnly, onReload }: AdapterCardProps & { adapter: 'SLACK' | 'TEAMS' }) {
  const name = NAMES[adapter];
  const field = adapter === 'SLACK' ? 'slack' : 'teams';
  const form = useMutationForm({
    document: UpdateNotificationAdaptersDocument,
    defaults: { webhook: '', kinds: [...(present?.kinds ?? ['MILESTONE', 'SLA', 'MAINTENANCE'])] as Kind[], active: present?.active ?? true },
    variables: (values) => ({ input: { [field]: { kinds: values.kinds, active: values.active, ...(values.webhook.trim() ? { webhook: values.webhook.trim() } : {}) } } }),
    select: (data) => data.updateNotificationAdapters,
    within: field,
    onDone: async () => {
      notify.success(present ? 'Saved' : `${name} is connected`);
      await onReload();
    },
  });
  return (
    <Card title={name} actions={<AdapterState present={present} />}>
      <Form form={form}>
        <fieldset disabled={readOnly} className="flex flex-col gap-4">
          <TextField name="webhook" label="Address of the webhook" type="url" autoComplete="off" required={!present} placeholder={present ? 'Stored; a new one replaces it' : 'https://…'} hint={HOW[adapter]} />
          <TickListField name="kinds" label="What is sent there" options={CHOICES} empty="" />
          <SwitchField name="active" label="Use it" hint="Off keeps the address, and nothing goes there." />
        </fieldset>
        <FormSummary />
        {readOnly ? null : <div className="flex flex-wrap items-center gap-2"><SubmitButton>{present ? 'Save' : `Connect ${name}`}</SubmitButton>{present ? <DisconnectButton name={name} input={{ [field]: null }} onReload={onReload} /> : null}</div>}
      </Form>
    </Card>
  );
}
