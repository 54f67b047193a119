'use client';
import { X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useController } from 'react-hook-form';
import { CreateChannelDocument } from '@/gql/chat/channels';
import { SelectField } from '@/kit/forms/choice-fields';
import { FormDialog } from '@/kit/forms/form-dialog';
import { TextField } from '@/kit/forms/text-fields';
import { useMutationForm } from '@/kit/forms/use-mutation-form';
import { Combobox } from '@/ui/combobox';
import { Field } from '@/ui/field';
import type { Option } from '@/ui/select';
import { usePeoplePicker } from '../shared/pickers';

const KINDS: readonly Option[] = [
  { value: 'GROUP', label: 'Group', hint: 'Its people can name it and add others.' },
  { value: 'PRIVATE', label: 'Private', hint: 'Only its owners name it and add others.' },
];

/** The people of a new channel: added one by one, each with a way out. */
function PeopleField({ name }: { name: string }) {
  const people = usePeoplePicker();
  const { field, fieldState } = useController({ name });
  const chosen = field.value as readonly Option[];
  return (
    <Field label="People" error={fieldState.error?.message} hint="You are in it yourself.">
      {(control) => (
        <div className="flex flex-col gap-2">
          <Combobox {...control} aria-label="People" placeholder="Add somebody…" value={null} options={people.load} onValueChange={(person) => person && !chosen.some(({ value }) => value === person.value) && field.onChange([...chosen, person])} />
          {chosen.length > 0 ? (
            <ul aria-label="Chosen people" className="flex flex-wrap gap-1.5">
              {chosen.map((person) => (
                <li key={person.value} className="inline-flex h-7 items-center gap-1 rounded-full bg-neutral-soft pr-1 pl-2.5 text-xs font-medium pointer-coarse:h-9">
                  {person.label}
                  <button type="button" aria-label={`Without ${person.label}`} className="flex size-5 items-center justify-center rounded-full text-muted hover:bg-hover hover:text-text pointer-coarse:size-7" onClick={() => field.onChange(chosen.filter(({ value }) => value !== person.value))}><X aria-hidden className="size-3" /></button>
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      )}
    </Field>
  );
}

/** A new channel of people. */
export function NewGroupDialog({ home, onClose }: { home: string; onClose: () => void }) {
  const router = useRouter();
  const form = useMutationForm({
    document: CreateChannelDocument,
    defaults: { kind: 'GROUP' as 'GROUP' | 'PRIVATE', name: '', topic: '', people: [] as Option[] },
    variables: ({ kind, name, topic, people }) => ({ input: { kind, name: name.trim() || null, topic: topic.trim() || null, memberIds: people.map(({ value }) => value) } }),
    select: (data) => data.createChannel,
    paths: { memberIds: 'people' },
    refetch: ['MyChannels'],
    onDone: ({ channel }) => {
      onClose();
      if (channel) router.push(`${home}/${channel.id}`);
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} title="New group" submitLabel="Start group" form={form}>
      <TextField name="name" label="Name" hint="Without one it goes by its people." autoFocus />
      <TextField name="topic" label="What it is about" />
      <SelectField name="kind" label="Kind" options={KINDS} />
      <PeopleField name="people" />
    </FormDialog>
  );
}
