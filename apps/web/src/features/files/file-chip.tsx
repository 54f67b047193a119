'use client';
import { Download, X } from 'lucide-react';
import { cn } from '@/lib/cn';
import { useLocale } from '@/lib/locale';
import { Button, notify, Tooltip } from '@/ui';
import { download } from './fetch-file';
import { FileIcon } from './file-icon';
import { FileImage } from './file-image';
import { formatBytes, kindWord } from './file-words';
import { closedBecause, type ShownFile } from './shown-file';

export interface FileChipProps {
  file: ShownFile;
  /** Opens the preview. */
  onOpen: () => void;
  /** Offered where the file may be taken away from here. */
  onRemove?: () => void;
  className?: string;
}

/** Downloads, and says in words why not. */
export async function downloadOrSay(file: Pick<ShownFile, 'url' | 'name'>): Promise<void> {
  if (!file.url) return;
  await download(file.url, file.name).catch((error: unknown) => notify.error(`${file.name} was not downloaded`, error instanceof Error ? error.message : undefined));
}

/** One file on a line of its own: mark, name, size, download. */
export function FileChip({ file, onOpen, onRemove, className }: FileChipProps) {
  const { locale } = useLocale();
  const closed = closedBecause(file);
  return (
    <span className={cn('relative flex w-full max-w-sm min-w-0 items-center gap-2.5 rounded-md border bg-raised p-1.5 pr-1', closed ? 'opacity-80' : 'hover:bg-hover', className)}>
      {file.hasThumbnail && file.thumbnailUrl && !closed ? <FileImage src={file.thumbnailUrl} alt="" contentType={file.contentType} className="size-9 shrink-0 rounded-sm object-cover" /> : <span className="flex size-9 shrink-0 items-center justify-center rounded-sm bg-sunken"><FileIcon contentType={file.contentType} /></span>}
      <span className="flex min-w-0 flex-1 flex-col">
        <button type="button" disabled={closed !== null} onClick={onOpen} className="truncate rounded-sm text-left text-sm font-medium after:absolute after:inset-0 disabled:cursor-default" title={file.name}>{file.name}</button>
        <span className={cn('truncate text-xs', file.scan === 'REFUSED' ? 'text-danger-text' : 'text-muted')}>{closed ?? `${kindWord(file.contentType)} · ${formatBytes(file.bytes, locale)}`}</span>
      </span>
      {closed ? null : (
        <Tooltip label="Download">
          <Button variant="ghost" size="icon-sm" aria-label={`Download ${file.name}`} className="relative" onClick={() => void downloadOrSay(file)}><Download aria-hidden className="size-3.5" /></Button>
        </Tooltip>
      )}
      {onRemove ? (
        <Tooltip label="Remove">
          <Button variant="ghost" size="icon-sm" aria-label={`Remove ${file.name}`} className="relative" onClick={onRemove}><X aria-hidden className="size-3.5" /></Button>
        </Tooltip>
      ) : null}
    </span>
  );
}
