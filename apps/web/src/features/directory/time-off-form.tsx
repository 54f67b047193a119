'use client';
import { useQuery } from '@apollo/client/react';
import { PickItemsDocument, RequestTimeOffDocument } from '@/gql/directory/directory';
import { DateField, FormDialog, SelectField, TextField, useMutationForm } from '@/kit';
import { notify } from '@/ui';
import { type Profile, useProfileRights } from './profile-facts';

const defaults = { kindId: null as string | null, from: null as string | null, to: null as string | null, note: '' };

/** Days on which somebody will not work. */
export function TimeOffForm({ profile, onClose, onChanged }: { profile: Profile; onClose: () => void; onChanged: () => void }) {
  const kinds = useQuery(PickItemsDocument, { variables: { list: 'TIME_OFF_KIND' } }).data?.pickListItems.nodes ?? [];
  const { self } = useProfileRights(profile);
  const form = useMutationForm({
    document: RequestTimeOffDocument,
    defaults,
    variables: ({ kindId, from, to, note }: typeof defaults) => ({ input: { userId: self ? null : profile.id, kindId: kindId ?? '', from: from ?? '', to: to ?? from ?? '', note: note.trim() || null } }),
    select: (data) => data.requestTimeOff,
    onDone: () => {
      notify.success(self ? 'Asked for' : 'Entered');
      onChanged();
      onClose();
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} size="sm" title={self ? 'Ask for time off' : `Time off of ${profile.user?.name ?? 'this person'}`} submitLabel={self ? 'Ask for it' : 'Enter time off'} form={form}>
      <SelectField name="kindId" label="What it is for" options={kinds.map(({ id, label }) => ({ value: id, label }))} required />
      <div className="grid grid-cols-2 gap-4">
        <DateField name="from" label="First day" required />
        <DateField name="to" label="Last day" hint="Empty: one day." />
      </div>
      <TextField name="note" label="What you say to it" hint="Read by those who decide." />
    </FormDialog>
  );
}
