'use client';
import { ChangePasswordDocument } from '@/gql/account/account';
import { FormDialog, TextField, useMutationForm } from '@/kit';
import { useViewer } from '@/session';
import { notify } from '@/ui';

/** Another password; the rules it must keep are the organization's, so the API says them. */
export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const client = useViewer().tier === 'CLIENT';
  const form = useMutationForm({
    document: ChangePasswordDocument,
    defaults: { currentPassword: '', newPassword: '', again: '' },
    variables: ({ currentPassword, newPassword }) => ({ input: { currentPassword: currentPassword || null, newPassword } }),
    select: (data) => data.changePassword,
    idempotent: false,
    refetch: ['MySignIn'],
    onDone: () => {
      notify.success('Password changed', 'Other devices have been signed out.');
      onClose();
    },
  });
  const checked = {
    ...form,
    submit: async () => {
      const { newPassword, again } = form.methods.getValues();
      if (newPassword && newPassword !== again) form.methods.setError('again', { type: 'same', message: 'This is not the same as above.' }, { shouldFocus: true });
      else await form.submit();
    },
  };
  return (
    <FormDialog open onOpenChange={onClose} size="sm" title="Change password" description="You stay signed in here; every other device is signed out." submitLabel="Change password" form={checked}>
      <TextField name="currentPassword" label="Current password" type="password" autoComplete="current-password" required={!client} autoFocus hint={client ? 'Leave it empty if you have always signed in by e-mailed link.' : undefined} />
      <TextField name="newPassword" label="New password" type="password" autoComplete="new-password" required hint="A few unusual words are easier to keep than a short jumble." />
      <TextField name="again" label="New password again" type="password" autoComplete="new-password" required />
    </FormDialog>
  );
}
