'use client';
import { useQuery } from '@apollo/client/react';
import { Download } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { ClientFilesDocument, RecordFilesDocument, type RecordFilesQuery } from '@/gql/files/files';
import { useConnection, useRecordChanges } from '@/graphql';
import { useLocale } from '@/lib/locale';
import { useCan } from '@/session';
import { Button, DateText, ErrorState, LoadingNotice, Skeleton } from '@/ui';
import { downloadOrSay } from './file-chip';
import { FileIcon } from './file-icon';
import { FileImage } from './file-image';
import { formatBytes, kindWord } from './file-words';
import { closedBecause } from './shown-file';

const FilePreview = dynamic(() => import('./file-preview').then((module) => module.FilePreview), { ssr: false });
// Sending comes after what there is to see.
const PortalAddFiles = dynamic(() => import('./portal-add-files').then((module) => module.PortalAddFiles), { ssr: false });
const select = (data: RecordFilesQuery) => data.files;

/** The files of one of the client's projects that are theirs to see: to look at, to keep, and to add to where the agency takes them. Nothing where there is nothing of it. */
export function PortalFiles({ projectId }: { projectId: string }) {
  const { locale } = useLocale();
  const source = useConnection(RecordFilesDocument, { subject: 'project', recordId: projectId, first: 50 }, select);
  useRecordChanges({ recordId: projectId, subjects: ['file'], onChange: source.refetch, onResync: source.refetch });
  const [open, setOpen] = useState<string | null>(null);
  const mayHandIn = useCan('file.handIn');
  const policy = useQuery(ClientFilesDocument, { skip: !mayHandIn });
  const adds = mayHandIn && policy.data?.filePolicy.clientsMayAdd === true;
  if (source.loading) return <div aria-busy="true"><LoadingNotice what="files" /><Skeleton className="h-24 w-full" /></div>;
  if (source.failure && source.rows.length === 0) return source.failure.code === 'FORBIDDEN' ? null : <ErrorState title="The files could not be loaded" text={source.failure.message} onRetry={source.refetch} />;
  if (source.rows.length === 0 && !adds) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-md font-semibold">Files</h2>
      {source.rows.length === 0 ? null : <ul aria-label="Files" className="divide-y rounded-lg border bg-raised">
        {source.rows.map((file) => {
          const closed = closedBecause(file);
          return (
            <li key={file.id} className="relative flex min-h-16 items-center gap-3 px-4 py-2 hover:bg-hover">
              {file.hasThumbnail && file.thumbnailUrl ? <FileImage src={file.thumbnailUrl} alt="" contentType={file.contentType} className="size-10 shrink-0 rounded-md object-cover" /> : <span className="flex size-10 shrink-0 items-center justify-center rounded-md bg-sunken"><FileIcon contentType={file.contentType} /></span>}
              <span className="flex min-w-0 flex-1 flex-col">
                <button type="button" disabled={closed !== null} onClick={() => setOpen(file.id)} className="truncate rounded-sm text-left font-medium after:absolute after:inset-0" title={file.name}>{file.name}</button>
                <span className="truncate text-sm text-muted">{closed ?? <>{kindWord(file.contentType)} · {formatBytes(file.bytes, locale)} · <DateText value={file.createdAt} /></>}</span>
              </span>
              {closed ? null : <Button variant="ghost" size="icon" aria-label={`Download ${file.name}`} className="relative" onClick={() => void downloadOrSay(file)}><Download aria-hidden className="size-4" /></Button>}
            </li>
          );
        })}
      </ul>}
      {adds ? <PortalAddFiles projectId={projectId} onAdded={source.refetch} /> : null}
      {source.hasMore ? <Button className="self-start" busy={source.loadingMore} onClick={source.loadMore}>Show more files</Button> : null}
      {open ? <FilePreview files={source.rows} openId={open} onChange={setOpen} onClose={() => setOpen(null)} /> : null}
    </section>
  );
}
