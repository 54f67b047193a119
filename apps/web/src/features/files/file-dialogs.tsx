'use client';
import { DeleteFileDocument, RenameFileDocument, ShareFileDocument, type ShownFileFragment } from '@/gql/files/files';
import { FailureError, useMutationWithIdempotency } from '@/graphql';
import { FormDialog, TextField, useMutationForm } from '@/kit';
import { ConfirmDialog, notify } from '@/ui';
import type { FileAct } from './record-files';

export interface FileDialogProps {
  file: ShownFileFragment;
  act: FileAct;
  /** How people call the record it stands on. */
  what: string;
  onClose: () => void;
  onDone: () => void;
}

/** Renaming a file, showing it to the client, deleting it. */
export function FileDialog({ act, ...rest }: FileDialogProps) {
  if (act === 'RENAME') return <RenameDialog {...rest} />;
  return act === 'SHARE' ? <ShareDialog {...rest} /> : <DeleteDialog {...rest} />;
}

type Part = Omit<FileDialogProps, 'act'>;

/** The name without its ending, which says what the file is and stays. */
function partsOf(name: string): { stem: string; ending: string } {
  const ending = /\.[^.]{1,15}$/.exec(name)?.[0] ?? '';
  return { stem: name.slice(0, name.length - ending.length), ending };
}

function RenameDialog({ file, onClose, onDone }: Part) {
  const { stem, ending } = partsOf(file.name);
  const form = useMutationForm({
    document: RenameFileDocument,
    defaults: { name: stem },
    variables: (values) => ({ input: { id: file.id, version: file.version, name: `${values.name.trim()}${ending}` } }),
    select: (data) => data.renameFile,
    onDone: () => {
      onDone();
      onClose();
    },
  });
  return (
    <FormDialog open onOpenChange={onClose} title="Rename file" submitLabel="Rename file" form={form} size="sm">
      <TextField name="name" label="Name" required autoFocus hint={ending ? `The ending ${ending} stays.` : undefined} />
    </FormDialog>
  );
}

function ShareDialog({ file, what, onClose, onDone }: Part) {
  const share = useMutationWithIdempotency(ShareFileDocument, (data) => data.shareFile);
  const shared = file.sharedWithClient;
  const confirm = async () => {
    const outcome = await share.run({ input: { id: file.id, version: file.version, sharedWithClient: !shared } });
    onDone();
    if (!outcome.ok) throw new FailureError(outcome.failure);
    notify.success(shared ? 'The client does not see it any more' : 'The client sees it now', file.name);
  };
  return (
    <ConfirmDialog
      open onOpenChange={onClose} onConfirm={confirm} title={shared ? `Hide ${file.name} from the client?` : `Show ${file.name} to the client?`}
      confirmLabel={shared ? 'Hide from the client' : 'Show to the client'}
      body={shared ? 'It disappears from their portal. What they have downloaded they keep.' : `Everybody at the client who sees this ${what} can open and download it.`}
    />
  );
}

function DeleteDialog({ file, what, onClose, onDone }: Part) {
  const remove = useMutationWithIdempotency(DeleteFileDocument, (data) => data.deleteFile);
  const confirm = async () => {
    const outcome = await remove.run({ input: { id: file.id, version: file.version } });
    onDone();
    if (!outcome.ok) throw new FailureError(outcome.failure);
    notify.success('Deleted', file.name);
  };
  return <ConfirmDialog open onOpenChange={onClose} onConfirm={confirm} danger title={`Delete ${file.name}?`} body={`It is gone for everybody who sees this ${what}, for good.`} confirmLabel="Delete file" />;
}
