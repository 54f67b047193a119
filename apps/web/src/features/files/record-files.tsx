'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { AttachFilesDocument, RecordFilesDocument, type RecordFilesQuery, type ShownFileFragment } from '@/gql/files/files';
import { useConnection, useMutationWithIdempotency, useRecordChanges } from '@/graphql';
import { useCan } from '@/session';
import { Button, EmptyState, ErrorState, LoadingNotice, notify, Skeleton } from '@/ui';
import { AttachButton } from './attach-button';
import { DropZone } from './drop-zone';
import { FileRow } from './file-row';
import { UploadTray } from './upload-tray';
import type { Upload } from './upload-queue';
import { useUploads } from './use-uploads';

// Fetched when a file is looked at, or something is done to it.
const FilePreview = dynamic(() => import('./file-preview').then((module) => module.FilePreview), { ssr: false });
const FileDialog = dynamic(() => import('./file-dialogs').then((module) => module.FileDialog), { ssr: false });

export type FileAct = 'RENAME' | 'SHARE' | 'DELETE';

export interface RecordFilesProps {
  /** The record's type, as in permissions: `lead`. */
  subject: string;
  id: string;
  /** How people call such a record: "lead". */
  what: string;
  /** Whether its client sees the record, and so may be shown files of it. */
  shareable?: boolean;
}

const select = (data: RecordFilesQuery) => data.files;

/** The files of a record: dropped, pasted or chosen; looked at, renamed, shared with the client, taken away. The content of a tab. */
export function RecordFiles({ subject, id, what, shareable = false }: RecordFilesProps) {
  const source = useConnection(RecordFilesDocument, { subject, recordId: id, first: 50 }, select);
  useRecordChanges({ recordId: id, subjects: ['file'], onChange: source.refetch, onResync: source.refetch });
  const [open, setOpen] = useState<string | null>(null);
  const [act, setAct] = useState<{ file: ShownFileFragment; act: FileAct } | null>(null);
  const [mayAdd, mayChange, mayDelete] = [useCan('file.create'), useCan('file.update'), useCan('file.delete')];
  const attach = useMutationWithIdempotency(AttachFilesDocument, (data) => data.attachFiles);
  const take = async ({ fileId, name }: Upload, forget: () => void) => {
    const outcome = await attach.run({ input: { fileIds: [fileId ?? ''], subject, recordId: id, sharedWithClient: false } });
    if (!outcome.ok) notify.error(`${name} was not put on this ${what}`, outcome.failure.message);
    forget();
    source.refetch();
  };
  const uploads = useUploads((upload, forget) => void take(upload, forget));
  const adds = mayAdd && mayChange;
  if (source.failure && source.rows.length === 0) return <ErrorState title="The files could not be loaded" text={source.failure.message} onRetry={source.refetch} />;
  return (
    <DropZone onFiles={uploads.add} label={`Drop to put on this ${what}`} disabled={!adds} className="flex max-w-3xl flex-col gap-3 pb-2">
      {adds ? (
        <div className="flex flex-wrap items-center gap-3">
          <AttachButton label="Add files" onFiles={uploads.add} />
          <span className="text-xs text-muted max-md:hidden">or drop them here, or paste a picture</span>
        </div>
      ) : null}
      <UploadTray uploads={uploads} />
      {source.loading ? <FilesSkeleton /> : source.rows.length === 0 ? (
        uploads.list.length > 0 ? null : <EmptyState title="No files yet" text={adds ? `Contracts, pictures, notes: whatever belongs to this ${what}. They are checked, encrypted, and seen by whoever sees the ${what}.` : `Files of this ${what} will stand here.`} className="py-8" />
      ) : (
        <ul aria-label="Files" className="divide-y rounded-lg border bg-raised">
          {source.rows.map((file) => (
            <FileRow key={file.id} file={file} rights={{ change: mayChange, remove: mayDelete, share: shareable }} onOpen={() => setOpen(file.id)} onAct={(next) => setAct({ file, act: next })} />
          ))}
        </ul>
      )}
      {source.hasMore ? <Button className="self-start" busy={source.loadingMore} onClick={source.loadMore}>Show more files</Button> : null}
      {open ? <FilePreview files={source.rows} openId={open} onChange={setOpen} onClose={() => setOpen(null)} /> : null}
      {act ? <FileDialog {...act} what={what} onClose={() => setAct(null)} onDone={source.refetch} /> : null}
    </DropZone>
  );
}

function FilesSkeleton() {
  return (
    <div aria-busy="true" className="divide-y rounded-lg border bg-raised">
      <LoadingNotice what="files" />
      {['w-2/5', 'w-1/3', 'w-1/2'].map((width) => (
        <div key={width} className="flex items-center gap-3 px-3 py-2.5"><Skeleton className="size-9 rounded-sm" /><span className="flex flex-1 flex-col gap-2"><Skeleton className={width} /><Skeleton className="w-1/4 opacity-70" /></span></div>
      ))}
    </div>
  );
}
