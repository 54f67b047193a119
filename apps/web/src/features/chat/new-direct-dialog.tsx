'use client';
import { useRouter } from 'next/navigation';
import { OpenDirectChannelDocument } from '@/gql/chat/channels';
import { ReferenceField } from '@/kit/forms/choice-fields';
import { FormDialog } from '@/kit/forms/form-dialog';
import { useMutationForm } from '@/kit/forms/use-mutation-form';
import type { Option } from '@/ui/select';
import { usePeoplePicker } from '../shared/pickers';

/** Writes to one colleague; the same conversation each time. */
export function NewDirectDialog({ home, onClose }: { home: string; onClose: () => void }) {
  const router = useRouter();
  const people = usePeoplePicker();
  const form = useMutationForm({
    document: OpenDirectChannelDocument,
    defaults: { person: null as Option | null },
    variables: ({ person }) => ({ input: { userId: person?.value ?? '' } }),
    select: (data) => data.openDirectChannel,
    paths: { userId: 'person' },
    refetch: ['MyChannels'],
    onDone: ({ channel }) => {
      onClose();
      if (channel) router.push(`${home}/${channel.id}`);
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} title="Direct message" submitLabel="Open" form={form}>
      <ReferenceField name="person" label="To" options={people.load} required />
    </FormDialog>
  );
}
