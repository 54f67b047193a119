'use client';
import { EraseFromHistoryDocument, type PersonKind } from '@/gql/erasure/erasure';
import { FormDialog, TextAreaField, TextField, useMutationForm } from '@/kit';
import { notify } from '@/ui';

export interface ErasedPerson {
  kind: PersonKind;
  id: string;
  /** What has to be typed; where the record has no name any more, one word. */
  name: string;
}

/** Takes a person's values out of the history; asks for a reason and for their name. */
export function EraseDialog({ person, onClose, onDone }: { person: ErasedPerson; onClose: () => void; onDone: () => void }) {
  const form = useMutationForm({
    document: EraseFromHistoryDocument,
    defaults: { reason: '', typed: '' },
    variables: ({ reason }) => ({ input: { kind: person.kind, id: person.id, reason: reason.trim() } }),
    select: (data) => data.eraseFromHistory,
    onDone: (payload) => {
      notify.success(payload.events ? `Erased from ${payload.events} ${payload.events === 1 ? 'entry' : 'entries'}` : 'There was nothing to erase any more');
      onDone();
      onClose();
    },
  });
  const named = form.methods.watch('typed').trim() === person.name;
  const checked = { ...form, submit: async () => (named ? form.submit() : form.methods.setError('typed', { message: `Type ${person.name} to confirm` })) };
  return (
    <FormDialog
      open onOpenChange={onClose} size="sm" title={`Erase ${person.name} from the history?`} form={checked} submitLabel="Erase for good"
      description="What was changed about them, where entries name them, and from where they came is erased, everywhere in the history and for good. That something happened, when and by whom stays. The record itself is not changed: edit it first."
    >
      <TextAreaField name="reason" label="Reason" rows={2} required hint="Stays in the log, so name nobody." placeholder="Asked for it on 12 March" />
      <TextField name="typed" label={`Type “${person.name}” to confirm`} autoComplete="off" required />
    </FormDialog>
  );
}
