'use client';
import { SaveColleagueDocument, type Weekday } from '@/gql/directory/directory';
import { FormDialog, NumberField, useMutationForm } from '@/kit';
import { notify } from '@/ui';
import { TickListField } from '../shared/tick-list-field';
import { dayLabel, WEEK } from './directory-words';
import type { Profile } from './profile-facts';

/** How much and on which days somebody works; planning counts with it. */
export function HoursDialog({ profile, onClose, onChanged }: { profile: Profile; onClose: () => void; onChanged: () => void }) {
  const form = useMutationForm({
    document: SaveColleagueDocument,
    defaults: { hours: profile.weeklyMinutes === null ? null : profile.weeklyMinutes / 60, days: [...(profile.workDays ?? [])] as string[] },
    variables: ({ hours, days }) => ({ input: { id: profile.id, version: profile.version, weeklyMinutes: Math.round((hours ?? 0) * 60), workDays: days as Weekday[] } }),
    select: (data) => data.updateStaffProfile,
    paths: { weeklyMinutes: 'hours', workDays: 'days' },
    onDone: () => {
      notify.success('Working days saved');
      onChanged();
      onClose();
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} size="sm" title={`Working days of ${profile.user?.name ?? 'this person'}`} submitLabel="Save working days" form={form}>
      <NumberField name="hours" label="Capacity" unit="h" min={0} max={168} step={0.5} required hint="Hours a week, shared out over the days." />
      <TickListField name="days" label="Works on" options={WEEK.map((day) => ({ value: day, label: dayLabel[day] }))} empty="" />
    </FormDialog>
  );
}
