'use client';
import { useState } from 'react';
import dynamic from 'next/dynamic';
import { type ColleagueQuery, SaveColleagueDocument, type UpdateStaffProfileInput } from '@/gql/directory/directory';
import { useMutationWithIdempotency } from '@/graphql';
import { Fact, FactList, InlineEdit, useFactSaver } from '@/kit';
import { useCan, useViewer } from '@/session';
import { Button } from '@/ui';
import { daysText, weekText } from './directory-words';

// Fetched when it opens.
const HoursDialog = dynamic(() => import('./hours-dialog').then((module) => module.HoursDialog), { ssr: false });

export type Profile = NonNullable<ColleagueQuery['staffProfile']>;

/** Whether the viewer may change this profile: their own, or anybody's for those who plan. */
export function useProfileRights(profile: Pick<Profile, 'id'>): { edits: boolean; plans: boolean; self: boolean } {
  const self = useViewer().id === profile.id;
  const updates = useCan('staffProfile.update');
  const plans = useCan('staffProfile.plan');
  return { self, plans, edits: updates && (self || plans) };
}

const TEXTS = [{ field: 'phone', label: 'Telephone', type: 'tel' }, { field: 'location', label: 'Location' }, { field: 'about', label: 'About', type: 'multiline', stack: true }] as const;

/** How to reach somebody and when they work; edited in its place. */
export function ProfileFacts({ profile, onChanged, bare = false }: { profile: Profile; onChanged: () => void; bare?: boolean }) {
  const update = useMutationWithIdempotency(SaveColleagueDocument, (data) => data.updateStaffProfile);
  const { edits, plans } = useProfileRights(profile);
  const [planning, setPlanning] = useState(false);
  const save = useFactSaver(profile.version, (version, facts: Omit<UpdateStaffProfileInput, 'id' | 'version'>) => update.run({ input: { id: profile.id, version, ...facts } }), onChanged);
  return (
    <FactList title={bare ? undefined : 'Details'}>
      {TEXTS.map((text) => (
        <Fact key={text.field} label={text.label} stack={'stack' in text}>
          <InlineEdit label={text.label} value={profile[text.field] ?? ''} type={'type' in text ? text.type : 'text'} readOnly={!edits} onSave={(next, force) => save({ [text.field]: next.trim() || null }, { field: text.field, force })} />
        </Fact>
      ))}
      {bare ? null : <Fact label="E-mail" stack><a className="truncate underline-offset-3 hover:underline" href={`mailto:${profile.user?.email ?? ''}`}>{profile.user?.email ?? '–'}</a></Fact>}
      {bare ? null : <Fact label="Departments">{profile.user?.departments.map(({ name }) => name).join(', ') || '–'}</Fact>}
      <Fact label="Works" stack>
        <span className="flex flex-1 items-center justify-between gap-2">
          <span className="tabular">{daysText(profile.workDays)} · {weekText(profile.weeklyMinutes)}</span>
          {plans ? <Button size="sm" variant="ghost" aria-label="Change working days and capacity" onClick={() => setPlanning(true)}>Change</Button> : null}
        </span>
      </Fact>
      {planning ? <HoursDialog profile={profile} onClose={() => setPlanning(false)} onChanged={onChanged} /> : null}
    </FactList>
  );
}
