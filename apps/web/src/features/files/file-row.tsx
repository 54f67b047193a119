'use client';
import { Download, Ellipsis, Globe, Lock, Pencil, Trash2 } from 'lucide-react';
import type { ShownFileFragment } from '@/gql/files/files';
import { cn } from '@/lib/cn';
import { useLocale } from '@/lib/locale';
import { Button, DateText, DropdownMenu, VisibilityMark } from '@/ui';
import { downloadOrSay } from './file-chip';
import { FileIcon } from './file-icon';
import { FileImage } from './file-image';
import { formatBytes, kindWord } from './file-words';
import type { FileAct } from './record-files';
import { closedBecause } from './shown-file';

export interface FileRowProps {
  file: ShownFileFragment;
  /** `share`: the client sees the record, so it matters who sees the file. */
  rights: { change: boolean; remove: boolean; share: boolean };
  onOpen: () => void;
  onAct: (act: FileAct) => void;
}

/** One file of a record. */
export function FileRow({ file, rights, onOpen, onAct }: FileRowProps) {
  const { locale } = useLocale();
  const closed = closedBecause(file);
  const shared = file.sharedWithClient;
  return (
    <li className="relative flex min-h-14 items-center gap-3 py-1.5 pr-2 pl-3 text-sm hover:bg-hover">
      {file.hasThumbnail && file.thumbnailUrl ? <FileImage src={file.thumbnailUrl} alt="" contentType={file.contentType} className="size-9 shrink-0 rounded-sm object-cover" /> : <span className="flex size-9 shrink-0 items-center justify-center rounded-sm bg-sunken"><FileIcon contentType={file.contentType} /></span>}
      <span className="flex min-w-0 flex-1 flex-col">
        <button type="button" disabled={closed !== null} onClick={onOpen} title={file.name} className="truncate rounded-sm text-left font-medium after:absolute after:inset-0 disabled:cursor-default">{file.name}</button>
        <span className={cn('text-xs', file.scan === 'REFUSED' ? 'text-danger-text' : 'truncate text-muted')}>
          {closed ?? `${kindWord(file.contentType)} · ${formatBytes(file.bytes, locale)}`}{closed ? null : <> · {file.uploadedBy ? `${file.uploadedBy.name}, ` : ''}<DateText value={file.createdAt} format="relative" /></>}
        </span>
      </span>
      {rights.share || shared ? <VisibilityMark audience={shared ? 'client' : 'internal'} compact /> : null}
      {closed ? null : <Button variant="ghost" size="icon" aria-label={`Download ${file.name}`} className="relative" onClick={() => void downloadOrSay(file)}><Download aria-hidden className="size-4" /></Button>}
      {rights.change || rights.remove ? (
        <span className="relative">
          <DropdownMenu
            align="end"
            trigger={<Button variant="ghost" size="icon" aria-label={`More for ${file.name}`}><Ellipsis aria-hidden className="size-4" /></Button>}
            groups={[
              { id: 'change', items: rights.change ? [
                { id: 'rename', label: 'Rename…', icon: <Pencil aria-hidden />, onSelect: () => onAct('RENAME') },
                ...(rights.share || shared ? [{ id: 'share', label: shared ? 'Hide from the client…' : 'Show to the client…', icon: shared ? <Lock aria-hidden /> : <Globe aria-hidden />, disabled: closed !== null && !shared, reason: closed ?? undefined, onSelect: () => onAct('SHARE') }] : []),
              ] : [] },
              { id: 'remove', items: rights.remove ? [{ id: 'delete', label: 'Delete…', icon: <Trash2 aria-hidden />, danger: true, onSelect: () => onAct('DELETE') }] : [] },
            ]}
          />
        </span>
      ) : null}
    </li>
  );
}
