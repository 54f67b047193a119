'use client';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useState } from 'react';
import { UpdatePersonDocument, type UpdateUserInput } from '@/gql/people/people';
import { useMutationWithIdempotency } from '@/graphql';
import { Fact, FactList, InlineEdit, useFactSaver } from '@/kit';
import { Button, DateText } from '@/ui';
import { tierLabel } from './people-words';
import { type PersonRecord, usePersonRights } from './use-person-rights';

// Fetched when it opens.
const DepartmentsDialog = dynamic(() => import('./departments-dialog').then((module) => module.DepartmentsDialog), { ssr: false });

const TEXTS = [{ field: 'name', label: 'Name' }, { field: 'title', label: 'Position' }, { field: 'email', label: 'E-mail', type: 'email' }] as const;

/** Facts of a person, edited in their place; a changed address asks for a proof of identity. */
export function PersonFacts({ person, onChanged }: { person: PersonRecord; onChanged: () => void }) {
  const update = useMutationWithIdempotency(UpdatePersonDocument, (data) => data.updateUser);
  const refusal = usePersonRights(person);
  const [placing, setPlacing] = useState(false);
  const why = refusal('edit');
  const save = useFactSaver(person.version, (version, facts: Omit<UpdateUserInput, 'id' | 'version'>) => update.run({ input: { id: person.id, version, ...facts } }), onChanged);
  return (
    <FactList title="Details">
      {TEXTS.map(({ field, label, ...more }) => (
        <Fact key={field} label={label} stack={field === 'email'}><InlineEdit label={label} value={person[field] ?? ''} {...more} readOnly={why !== null} onSave={(next, force) => save({ [field]: next.trim() }, { field, force })} /></Fact>
      ))}
      <Fact label="Kind">{tierLabel[person.tier]}</Fact>
      {person.customerId ? <Fact label="Customer"><Link className="truncate underline-offset-3 hover:underline" href={`/customers/${person.customerId}`}>Open the customer</Link></Fact> : null}
      {person.tier === 'CLIENT' ? null : (
        <>
          <Fact label="Departments">
            <span className="flex flex-1 items-center justify-between gap-2">
              <span className="min-w-0">{person.departments.map(({ name }) => name).join(', ') || <span className="text-faint">None</span>}</span>
              {refusal('departments') ? null : <Button size="sm" variant="ghost" aria-label="Change departments" onClick={() => setPlacing(true)}>Change</Button>}
            </span>
          </Fact>
          <Fact label="Teams">{person.teams.map(({ name }) => name).join(', ') || <span className="text-faint">None</span>}</Fact>
        </>
      )}
      <Fact label="Last sign-in"><DateText value={person.lastSignInAt} format="date-time" fallback="Never" /></Fact>
      <Fact label="Since"><DateText value={person.createdAt} /></Fact>
      {why ? <Fact label="Changes"><span className="text-xs text-muted">{why}</span></Fact> : null}
      {placing ? <DepartmentsDialog person={person} onClose={() => setPlacing(false)} onChanged={onChanged} /> : null}
    </FactList>
  );
}
