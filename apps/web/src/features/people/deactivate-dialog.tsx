'use client';
import { useQuery } from '@apollo/client/react';
import { useWatch } from 'react-hook-form';
import { DeactivatePersonDocument, UserOpenRecordsDocument, type UserOpenRecordsQuery } from '@/gql/people/people';
import { toFailure } from '@/graphql';
import { FormDialog, ReferenceField, SelectField, TextField, useMutationForm } from '@/kit';
import { Button, Dialog, LoadingNotice, notify, NumberText, type Option, Skeleton } from '@/ui';
import { usePeoplePicker } from '../shared/pickers';
import type { PersonRecord } from './use-person-rights';

interface DeactivateProps {
  person: PersonRecord;
  onClose: () => void;
  onChanged: () => void;
}

type OpenRecord = UserOpenRecordsQuery['userOpenRecords'][number];

/** Takes somebody's access away; what they hold open goes to others in the same step. */
export function DeactivateDialog(props: DeactivateProps) {
  const { data, error } = useQuery(UserOpenRecordsDocument, { variables: { userId: props.person.id }, fetchPolicy: 'network-only' });
  if (data) return <LeavingForm {...props} open={data.userOpenRecords} />;
  return (
    <Dialog open onOpenChange={props.onClose} title={`Deactivate ${props.person.name}`} footer={<Button onClick={props.onClose}>Cancel</Button>}>
      {error ? <p role="alert" className="text-sm text-danger-text">{toFailure(error).message}</p> : <div aria-busy="true" className="flex flex-col gap-3"><LoadingNotice what="open records" /><Skeleton className="w-2/3" /><Skeleton className="h-9 w-full" /></div>}
    </Dialog>
  );
}

const HOW: readonly Option[] = [
  { value: 'ONE', label: 'One colleague takes over everything' },
  { value: 'EACH', label: 'A colleague for each kind' },
  { value: 'LEAVE', label: 'Leave them where they are', hint: 'For access that must end before anybody knows who takes over.' },
];

function LeavingForm({ person, open, onClose, onChanged }: DeactivateProps & { open: readonly OpenRecord[] }) {
  const people = usePeoplePicker();
  const form = useMutationForm({
    document: DeactivatePersonDocument,
    defaults: { how: 'ONE', taker: null as Option | null, takers: Object.fromEntries(open.map(({ kind }): [string, Option | null] => [kind, null])), name: '' },
    variables: ({ how, taker, takers }) => ({
      input: {
        id: person.id, version: person.version,
        transferAllToId: open.length > 0 && how === 'ONE' ? (taker?.value ?? null) : null,
        transfers: how === 'EACH' ? open.flatMap(({ kind }) => (takers[kind] ? [{ kind, toId: takers[kind].value }] : [])) : [],
        leaveRecords: how === 'LEAVE',
      },
    }),
    select: (data) => data.deactivateUser,
    paths: { transferAllToId: 'taker' },
    refetch: ['PeopleList'],
    onDone: () => {
      notify.success(`${person.name} is deactivated`, 'They have been signed out everywhere.');
      onChanged();
      onClose();
    },
  });
  const how = useWatch({ control: form.methods.control, name: 'how' });
  const checked = {
    ...form,
    submit: async () => {
      if (form.methods.getValues('name').trim() === person.name) await form.submit();
      else form.methods.setError('name', { type: 'same', message: `Type “${person.name}”.` }, { shouldFocus: true });
    },
  };
  const others = async (term: string, signal: AbortSignal) => (await people.load(term, signal)).filter(({ value }) => value !== person.id);
  return (
    <FormDialog open onOpenChange={onClose} title={`Deactivate ${person.name}`} description="Every session and key of theirs ends at once. Their history stays, and you can let them in again." submitLabel={`Deactivate ${person.name}`} form={checked}>
      {open.length === 0 ? <p className="text-sm text-muted">They hold no open records, so nothing has to be handed over.</p> : (
        <>
          <div className="flex flex-col gap-1">
            <p className="text-xs font-medium text-muted">They still hold</p>
            <ul className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 rounded-md bg-sunken px-3 py-2 text-sm">
              {open.map(({ kind, label, count }) => (
                <li key={kind} className="col-span-2 grid grid-cols-subgrid"><span className="tabular text-right font-medium"><NumberText value={count} /></span><span>{label}</span></li>
              ))}
            </ul>
          </div>
          <SelectField name="how" label="Who takes over" options={HOW} required />
          {how === 'ONE' ? <ReferenceField name="taker" label="Successor" options={others} required /> : null}
          {how === 'EACH' ? open.map(({ kind, label, count }) => <ReferenceField key={kind} name={`takers.${kind}`} label={`${count} ${label}`} options={others} required />) : null}
          {how === 'LEAVE' ? <p className="rounded-md bg-warning-soft px-3 py-2 text-sm text-warning-text">Nobody works on these until somebody hands them out.</p> : null}
        </>
      )}
      <TextField name="name" label={`Type “${person.name}” to confirm`} autoComplete="off" required />
    </FormDialog>
  );
}
