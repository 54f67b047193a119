'use client';
import { RotateSignInProviderKeyDocument } from '@/gql/single-sign-on/single-sign-on';
import { FormDialog, SwitchField, useMutationForm } from '@/kit';
import { notify } from '@/ui';
import type { ProviderRow } from './providers-screen';

/** Gives a SAML provider a new key to encrypt to. */
export function KeyDialog({ provider, onClose, onDone }: { provider: ProviderRow; onClose: () => void; onDone: () => void }) {
  const form = useMutationForm({
    document: RotateSignInProviderKeyDocument,
    defaults: { acceptFormer: true },
    variables: ({ acceptFormer }) => ({ input: { id: provider.id, version: provider.version, acceptFormer } }),
    select: (data) => data.rotateSignInProviderKey,
    onDone: () => {
      notify.success('The new certificate stands in our metadata');
      onDone();
      onClose();
    },
  });
  return (
    <FormDialog
      open onOpenChange={onClose} size="sm" title={`A new key for ${provider.name}?`} form={form} submitLabel="Make a new key"
      description="The provider has to take our metadata again: it encrypts to the new certificate from then on."
    >
      <SwitchField name="acceptFormer" label="The key before still opens for 30 days" hint="Switch it off when somebody else may have that key. Then nobody gets in by this provider until it has our new certificate." />
    </FormDialog>
  );
}
