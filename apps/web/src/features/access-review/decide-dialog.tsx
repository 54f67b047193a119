'use client';
import { DecideAccessReviewDocument, type ReviewedRowFragment } from '@/gql/access-review/access-review';
import { FormDialog, TextAreaField, TextField, useMutationForm } from '@/kit';
import { notify } from '@/ui';

/** Confirms that somebody still needs a role, or takes it away: that asks for a reason and for the person's name. */
export function DecideDialog({ row, decision, onClose, onDone }: { row: ReviewedRowFragment; decision: 'CONFIRMED' | 'REVOKED'; onClose: () => void; onDone: () => void }) {
  const revoking = decision === 'REVOKED';
  const role = `${row.roleName}${row.departmentName ? ` in ${row.departmentName}` : ''}`;
  const form = useMutationForm({
    document: DecideAccessReviewDocument,
    defaults: { note: '', typed: '' },
    variables: ({ note }) => ({ input: { id: row.id, decision, note: note.trim() || null } }),
    select: (data) => data.decideAccessReview,
    onDone: () => {
      notify.success(revoking ? `${row.userName} is no longer ${row.roleName}` : `${row.userName} stays ${row.roleName}`);
      onDone();
      onClose();
    },
  });
  const named = form.methods.watch('typed').trim() === row.userName;
  const checked = revoking ? { ...form, submit: async () => (named ? form.submit() : form.methods.setError('typed', { message: `Type ${row.userName} to confirm` })) } : form;
  return (
    <FormDialog
      open onOpenChange={onClose} size="sm" title={revoking ? `Take ${row.roleName} from ${row.userName}?` : `${row.userName} stays ${row.roleName}?`} form={checked} submitLabel={revoking ? 'Take the role away' : 'Confirm'}
      description={revoking ? `What “${role}” allows ends at once, on every page they have open. What they hold by other roles stays.` : `You confirm that “${role}” is still needed. It comes up again in 90 days.`}
    >
      <TextAreaField name="note" label="Reason" rows={2} required={revoking} placeholder={revoking ? 'Left the team in October' : 'Optional'} />
      {revoking ? <TextField name="typed" label={`Type “${row.userName}” to confirm`} autoComplete="off" required /> : null}
    </FormDialog>
  );
}
