'use client';
import { ChevronLeft, ChevronRight, Download } from 'lucide-react';
import dynamic from 'next/dynamic';
import { type KeyboardEvent, useState } from 'react';
import { useLocale } from '@/lib/locale';
import { Button, Dialog, Skeleton } from '@/ui';
import { downloadOrSay } from './file-chip';
import { FileIcon } from './file-icon';
import { FileImage } from './file-image';
import { formatBytes, kindOf, kindWord } from './file-words';
import { closedBecause, type ShownFile } from './shown-file';
import { TextPreview } from './text-preview';

const PdfPreview = dynamic(() => import('./pdf-preview').then((module) => module.PdfPreview), { ssr: false, loading: () => <Skeleton className="h-96 w-full" /> });

export interface FilePreviewProps {
  /** All that can be paged through, in their order. */
  files: readonly ShownFile[];
  openId: string;
  onChange: (id: string) => void;
  onClose: () => void;
}

/** Looks at a file without downloading it: pictures, PDF, text, video, sound. Arrow keys go to the next one. */
export function FilePreview({ files, openId, onChange, onClose }: FilePreviewProps) {
  const { locale } = useLocale();
  const [busy, setBusy] = useState(false);
  const index = files.findIndex(({ id }) => id === openId);
  const file = files[index];
  if (!file) return null;
  const go = (step: number) => {
    const next = files[(index + step + files.length) % files.length];
    if (next) onChange(next.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (files.length < 2 || (event.target instanceof HTMLElement && event.target.closest('video, audio, input, [data-own-arrows]'))) return;
    if (event.key === 'ArrowRight') go(1);
    if (event.key === 'ArrowLeft') go(-1);
  };
  const save = async () => {
    setBusy(true);
    await downloadOrSay(file);
    setBusy(false);
  };
  return (
    <Dialog
      open onOpenChange={onClose} size="lg" title={file.name}
      description={[kindWord(file.contentType), formatBytes(file.bytes, locale), ...(file.width && file.height ? [`${file.width} × ${file.height}`] : [])].join(' · ')}
      footer={
        <>
          {files.length > 1 ? (
            <span className="mr-auto flex items-center gap-1">
              <Button variant="ghost" size="icon" aria-label="Previous file" onClick={() => go(-1)}><ChevronLeft aria-hidden className="size-4" /></Button>
              <span className="tabular text-xs text-muted">{index + 1} of {files.length}</span>
              <Button variant="ghost" size="icon" aria-label="Next file" onClick={() => go(1)}><ChevronRight aria-hidden className="size-4" /></Button>
            </span>
          ) : null}
          <Button variant="primary" icon={<Download aria-hidden className="size-3.5" />} busy={busy} disabled={closedBecause(file) !== null} onClick={() => void save()}>Download</Button>
        </>
      }
    >
      <div onKeyDown={onKeyDown} className="flex min-h-48 flex-col items-center justify-center">
        <Body key={file.id} file={file} />
      </div>
    </Dialog>
  );
}

function Body({ file }: { file: ShownFile }) {
  const closed = closedBecause(file);
  if (closed) return <Unseen file={file} text={`${closed}.`} />;
  const { name, contentType, previewUrl, url } = file;
  const kind = kindOf(contentType);
  // Sound and pictures that move are played from the file itself.
  if (url && kind === 'VIDEO') return <video controls preload="metadata" src={url} aria-label={name} className="max-h-[60vh] w-full rounded-md bg-sunken" />;
  if (url && kind === 'AUDIO') return <audio controls preload="metadata" src={url} aria-label={name} className="w-full" />;
  if (!previewUrl) return <Unseen file={file} />;
  if (kind === 'IMAGE') return <FileImage src={previewUrl} alt={name} contentType={contentType} className="max-h-[60vh] max-w-full rounded-md object-contain" />;
  return kind === 'PDF' ? <PdfPreview url={previewUrl} name={name} /> : <TextPreview url={previewUrl} name={name} />;
}

function Unseen({ file, text = 'This kind of file cannot be looked at here. Download it to open it.' }: { file: ShownFile; text?: string }) {
  return (
    <div className="flex max-w-xs flex-col items-center gap-3 py-8 text-center text-sm text-muted">
      <FileIcon contentType={file.contentType} className="size-8" />
      <p>{text}</p>
    </div>
  );
}
