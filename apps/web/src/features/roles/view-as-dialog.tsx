'use client';
import { StartViewAsDocument } from '@/gql/roles/explain';
import { FormDialog, TextAreaField, useMutationForm } from '@/kit';

/** Whom to view as. */
export interface ViewAsTarget {
  kind: 'USER' | 'ROLE';
  id: string;
  name: string;
  /** People of a customer see the portal. */
  client?: boolean;
}

/** Starts looking at the product as somebody else: with a reason, reading only. Afterwards the whole page is loaded anew. */
export function ViewAsDialog({ as, onClose }: { as: ViewAsTarget; onClose: () => void }) {
  const form = useMutationForm({
    document: StartViewAsDocument,
    defaults: { reason: '' },
    variables: ({ reason }: { reason: string }) => ({ input: { ...(as.kind === 'USER' ? { userId: as.id } : { roleId: as.id }), reason: reason.trim() } }),
    select: (data) => data.startViewAs,
    idempotent: false,
    onDone: () => window.location.assign(as.client ? '/portal' : '/'),
  });
  return (
    <FormDialog
      open onOpenChange={onClose} title={`View as ${as.name}`} submitLabel="Start viewing" size="sm" form={form}
      description={`You see what ${as.kind === 'ROLE' ? 'people with this role see, in your own departments' : `${as.name} sees`}. Nothing can be changed, everything you open is written down, and it ends by itself after 30 minutes.`}
    >
      <TextAreaField name="reason" label="Why" required rows={2} hint="Kept in the audit log under your name." />
    </FormDialog>
  );
}
