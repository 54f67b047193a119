'use client';
import { useWatch } from 'react-hook-form';
import { GrantExceptionDocument, type GrantEffect, type GrantScope, type PermissionWordsQuery } from '@/gql/people/people';
import { DateField, FormDialog, ReferenceField, SelectField, TextField, useMutationForm } from '@/kit';
import { notify, type Option } from '@/ui';
import { scopeLabel } from './people-words';
import type { PersonRecord } from './use-person-rights';

type Subjects = PermissionWordsQuery['permissionMatrix']['subjects'];

const defaults = { permission: null as Option | null, effect: 'ALLOW' as GrantEffect, scope: 'OWN' as GrantScope, until: null as string | null, reason: '' };

/** The last moment of a day in the person's own zone. */
function endOf(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 23, 59, 59).toISOString();
}

/** Something one person may, or may not, beside their roles; with its reason and, better, its end. */
export function ExceptionDialog({ person, subjects, onClose, onChanged }: { person: PersonRecord; subjects: Subjects; onClose: () => void; onChanged: () => void }) {
  const form = useMutationForm({
    document: GrantExceptionDocument,
    defaults,
    variables: (values: typeof defaults) => ({
      input: {
        userId: person.id, reason: values.reason.trim(), expiresAt: values.until ? endOf(values.until) : null,
        grant: { permission: values.permission?.value ?? '', effect: values.effect, scope: values.scope },
      },
    }),
    select: (data) => data.grantException,
    paths: { 'grant.permission': 'permission', 'grant.scope': 'scope', 'grant.effect': 'effect', expiresAt: 'until' },
    onDone: () => {
      notify.success(`The exception for ${person.name} applies now`);
      onChanged();
      onClose();
    },
  });
  const chosen = useWatch({ control: form.methods.control, name: 'permission' });
  const options = subjects.flatMap((subject) => subject.permissions.map(({ name, meaning }) => ({ value: name, label: meaning, hint: name })));
  const scopes = subjects.find(({ permissions }) => permissions.some(({ name }) => name === chosen?.value))?.scopes ?? (['OWN', 'ORGANIZATION'] as const);
  return (
    <FormDialog open onOpenChange={onClose} title={`Exception of ${person.name}`} description="Beside their roles, from now on. A “may not” always wins." submitLabel="Add exception" form={form}>
      <SelectField name="effect" label={person.name} required options={[{ value: 'ALLOW', label: 'may' }, { value: 'DENY', label: 'may not' }]} />
      <ReferenceField name="permission" label="Do what" options={options} placeholder="Type what it is about" required />
      <SelectField name="scope" label="With which records" required options={scopes.map((scope) => ({ value: scope, label: scopeLabel[scope] }))} />
      <DateField name="until" label="Until the end of" hint="Left empty it holds until somebody takes it back." />
      <TextField name="reason" label="Because" required hint="Whoever reviews access later reads this." />
    </FormDialog>
  );
}
