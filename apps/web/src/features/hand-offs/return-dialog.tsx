'use client';
import { type HandOffFactsFragment, ReturnHandOffDocument } from '@/gql/hand-offs/hand-offs';
import { FormDialog, TextAreaField, useMutationForm } from '@/kit';
import { partyText } from './hand-off-words';

/** Gives it back, with what was missing. */
export function ReturnDialog({ handOff, onClose, onDone }: { handOff: HandOffFactsFragment; onClose: () => void; onDone: () => void }) {
  const form = useMutationForm({
    document: ReturnHandOffDocument,
    defaults: { reason: '' },
    variables: ({ reason }) => ({ input: { id: handOff.id, version: handOff.version, reason: reason.trim() } }),
    select: (data) => data.returnHandOff,
    onDone: () => {
      onDone();
      onClose();
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} size="sm" title="Return the hand-off" description={`It goes back to ${partyText(handOff.fromUser, handOff.fromDepartment)}.`} form={form} submitLabel="Return">
      <TextAreaField name="reason" label="Why?" required rows={3} placeholder="What is missing, so that the next try works" />
    </FormDialog>
  );
}
