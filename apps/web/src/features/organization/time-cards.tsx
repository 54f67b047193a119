'use client';
import { Plus, Trash2 } from 'lucide-react';
import { useFieldArray } from 'react-hook-form';
import type { Weekday } from '@/gql/organization/organization';
import { DateField, NumberField, SelectField, TextField } from '@/kit';
import { Button } from '@/ui';
import { SettingsCard } from '../shared/settings-card';
import { type OrganizationCardProps, useOrganizationForm } from './use-organization-form';

const DAYS: readonly Weekday[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const dayOptions = DAYS.map((value) => ({ value, label: value.charAt(0) + value.slice(1).toLowerCase() }));

interface Opening {
  day: Weekday;
  opens: string;
  closes: string;
}

/** When the organization works; what is promised counts these times only. */
export function HoursCard({ settings, ...rest }: OrganizationCardProps) {
  const stored: { businessHours: Opening[] } = { businessHours: settings.businessHours.map(({ day, opens, closes }) => ({ day, opens, closes })) };
  const form = useOrganizationForm(settings, stored, ({ businessHours }) => ({ businessHours: businessHours.map(({ day, opens, closes }) => ({ day, opens, closes })) }));
  const { fields, append, remove } = useFieldArray({ control: form.methods.control, name: 'businessHours' });
  const next = DAYS.find((day) => !fields.some((field) => field.day === day)) ?? 'MONDAY';
  return (
    <SettingsCard title="Business hours" form={form} stored={stored} names={{ businessHours: 'Business hours' }} {...rest}>
      {fields.length === 0 ? <p className="text-sm text-muted">No hours: promised times run day and night.</p> : null}
      <ul className="flex flex-col gap-2">
        {fields.map((field, index) => (
          <li key={field.id} className="grid grid-cols-[1fr_1fr_auto] items-end gap-2 sm:grid-cols-[10rem_8rem_8rem_auto]">
            <SelectField name={`businessHours.${index}.day`} label="Day" options={dayOptions} className="col-span-3 sm:col-span-1" />
            <TextField name={`businessHours.${index}.opens`} label="From" placeholder="09:00" maxLength={5} />
            <TextField name={`businessHours.${index}.closes`} label="Until" placeholder="17:00" maxLength={5} />
            <Button variant="ghost" size="icon" aria-label={`Remove line ${index + 1}`} onClick={() => remove(index)}><Trash2 aria-hidden className="size-4" /></Button>
          </li>
        ))}
      </ul>
      <Button className="self-start" icon={<Plus aria-hidden className="size-3.5" />} onClick={() => append({ day: next, opens: '09:00', closes: '17:00' })}>Add a time</Button>
    </SettingsCard>
  );
}

interface DayOff {
  date: string | null;
  name: string;
}

/** Days on which nobody works. */
export function HolidayCard({ settings, ...rest }: OrganizationCardProps) {
  const stored: { holidays: DayOff[] } = { holidays: settings.holidays.map(({ date, name }) => ({ date, name })) };
  const form = useOrganizationForm(settings, stored, ({ holidays }) => ({ holidays: holidays.map(({ date, name }) => ({ date: date ?? '', name: name.trim() })) }));
  const { fields, append, remove } = useFieldArray({ control: form.methods.control, name: 'holidays' });
  return (
    <SettingsCard title="Holidays" form={form} stored={stored} names={{ holidays: 'Holidays' }} {...rest}>
      {fields.length === 0 ? <p className="text-sm text-muted">No days off yet. On these days promised times stand still.</p> : null}
      <ul className="flex flex-col gap-2">
        {fields.map((field, index) => (
          <li key={field.id} className="grid grid-cols-[1fr_auto] items-end gap-2 sm:grid-cols-[10rem_1fr_auto]">
            <DateField name={`holidays.${index}.date`} label="Day" required />
            <TextField name={`holidays.${index}.name`} label="What it is" required maxLength={100} className="max-sm:col-start-1 max-sm:row-start-2" />
            <Button variant="ghost" size="icon" aria-label={`Remove day ${index + 1}`} onClick={() => remove(index)}><Trash2 aria-hidden className="size-4" /></Button>
          </li>
        ))}
      </ul>
      <Button className="self-start" icon={<Plus aria-hidden className="size-3.5" />} onClick={() => append({ date: null, name: '' })}>Add a day</Button>
    </SettingsCard>
  );
}

/** How numbers of records begin. */
export function NumberCard({ settings, ...rest }: OrganizationCardProps) {
  const records = settings.numberPrefixes.map(({ record }) => record);
  const stored: { numberPrefixes: { prefix: string }[] } = { numberPrefixes: settings.numberPrefixes.map(({ prefix }) => ({ prefix })) };
  const form = useOrganizationForm(settings, stored, ({ numberPrefixes }) => ({ numberPrefixes: records.map((record, index) => ({ record, prefix: (numberPrefixes[index]?.prefix ?? '').trim().toUpperCase() })) }));
  return (
    <SettingsCard title="Numbering" form={form} stored={stored} names={{ numberPrefixes: 'Prefixes' }} {...rest}>
      <p className="text-sm text-muted">One to six capital letters before the number. Counting goes on; numbers that were given stay.</p>
      <div className="grid gap-3 sm:grid-cols-2">
        {records.map((record, index) => <TextField key={record} name={`numberPrefixes.${index}.prefix`} label={`${record.charAt(0)}${record.slice(1).toLowerCase().replaceAll('_', ' ')}s`} required maxLength={6} trailing="-1042" className="font-mono" />)}
      </div>
    </SettingsCard>
  );
}

/** How soon a hand-off is to be accepted. */
export function HandOffCard({ settings, ...rest }: OrganizationCardProps) {
  const stored: { handOffMinutes: number | null } = { handOffMinutes: settings.handOffMinutes };
  const form = useOrganizationForm(settings, stored, ({ handOffMinutes }) => ({ handOffMinutes: handOffMinutes ?? 0 }));
  return (
    <SettingsCard title="Hand-offs" form={form} stored={stored} names={{ handOffMinutes: 'Accept within' }} {...rest}>
      <NumberField name="handOffMinutes" label="To be accepted within" unit="min" min={1} required className="max-w-56" hint="Minutes of business hours; then it is overdue and everybody sees it." />
    </SettingsCard>
  );
}
