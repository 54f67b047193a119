'use client';
import { useController, useFormContext, useWatch } from 'react-hook-form';
import type { NotificationDigest } from '@/gql/notifications/preferences';
import { ReferenceField, SelectField, SwitchField, TextField } from '@/kit';
import { Field, type Option } from '@/ui';
import { SettingsCard } from '../shared/settings-card';
import { type PreferencesCardProps, usePreferencesForm } from './use-preferences';

const DIGESTS = [
  { value: 'OFF', label: 'At once, a mail for each' },
  { value: 'HOURLY', label: 'Collected, once an hour' },
  { value: 'DAILY', label: 'Collected, once a day' },
];
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

interface DigestValues { digest: string; digestAt: string }

/** When mails come. */
export function DigestCard({ preferences, onReload }: PreferencesCardProps) {
  const stored: DigestValues = { digest: preferences.digest, digestAt: preferences.digestAt };
  const form = usePreferencesForm(preferences, stored, (values) => ({ digest: values.digest as NotificationDigest, digestAt: values.digestAt }));
  return (
    <SettingsCard title="Mails" form={form} stored={stored} names={{ digest: 'When mails come', digestAt: 'Hour of the daily mail' }} onReload={onReload}>
      <SelectField name="digest" label="When mails come" options={DIGESTS} hint="Reminders and news of your account always come at once." />
      <DigestHour zone={preferences.timeZone} />
    </SettingsCard>
  );
}

function DigestHour({ zone }: { zone: string }) {
  const digest = useWatch<DigestValues, 'digest'>({ name: 'digest' });
  return digest === 'DAILY' ? <TextField name="digestAt" label="At" type="time" hint={`In your time zone, ${zone}.`} className="max-w-40" /> : null;
}

interface QuietValues { on: boolean; quietFrom: string; quietUntil: string; quietDays: number[]; zone: Option | null }

const asOption = (zone: string): Option => ({ value: zone, label: zone.replaceAll('_', ' ') });
const ZONES: readonly Option[] = Intl.supportedValuesOf('timeZone').map(asOption);

/** When nothing rings: it waits until the hours are over. */
export function QuietCard({ preferences, onReload }: PreferencesCardProps) {
  const { quietFrom, quietUntil, quietDays, timeZone } = preferences;
  const stored: QuietValues = { on: quietFrom !== null, quietFrom: quietFrom ?? '20:00', quietUntil: quietUntil ?? '07:00', quietDays: [...quietDays], zone: asOption(timeZone) };
  const form = usePreferencesForm(preferences, stored, (values) => ({
    quietFrom: values.on ? values.quietFrom : null, quietUntil: values.on ? values.quietUntil : null, quietDays: [...values.quietDays].sort((a, b) => a - b),
    ...(values.zone?.value === timeZone ? {} : { timeZone: values.zone?.value ?? null }),
  }));
  return (
    <SettingsCard title="Quiet hours" form={form} stored={stored} names={{ on: 'Quiet hours', quietFrom: 'From', quietUntil: 'Until', quietDays: 'Quiet days', zone: 'Time zone' }} onReload={onReload}>
      <p className="text-sm text-muted">Mails, pushes and text messages wait until quiet hours are over; the bell and the inbox stay as they are. Reminders and news of your account still come.</p>
      <SwitchField name="on" label="Every night" />
      <Hours />
      <QuietDays />
      <ReferenceField name="zone" label="Your time zone" options={ZONES} hint="Without one, the organization’s." className="max-w-72" />
    </SettingsCard>
  );
}

function Hours() {
  const on = useWatch<QuietValues, 'on'>({ name: 'on' });
  if (!on) return null;
  return (
    <div className="flex flex-wrap gap-4">
      <TextField name="quietFrom" label="From" type="time" className="w-36" />
      <TextField name="quietUntil" label="Until" type="time" className="w-36" />
    </div>
  );
}

function QuietDays() {
  const { control } = useFormContext<QuietValues>();
  const { field } = useController({ name: 'quietDays', control });
  const flip = (day: number) => field.onChange(field.value.includes(day) ? field.value.filter((each) => each !== day) : [...field.value, day]);
  return (
    <Field label="Quiet the whole day">
      {(frame) => (
        <div id={frame.id} role="group" aria-label="Quiet the whole day" className="flex flex-wrap gap-1.5">
          {DAYS.map((label, day) => {
            const on = field.value.includes(day);
            return (
              <button key={label} type="button" aria-pressed={on} title={DAY_NAMES[day]} onClick={() => flip(day)} className={`h-8 w-12 rounded-md border text-sm font-medium pointer-coarse:h-11 ${on ? 'border-accent bg-accent-soft text-accent-text' : 'border-border-strong text-muted hover:bg-hover'}`}>{label}</button>
            );
          })}
        </div>
      )}
    </Field>
  );
}
