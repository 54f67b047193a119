'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { cn } from '@/lib/cn';
import { FileChip } from './file-chip';
import { FileImage } from './file-image';
import { kindOf } from './file-words';
import { closedBecause, type ShownFile } from './shown-file';

// Fetched when a file is looked at.
const FilePreview = dynamic(() => import('./file-preview').then((module) => module.FilePreview), { ssr: false });

const isPicture = (file: ShownFile) => kindOf(file.contentType) === 'IMAGE' && file.hasThumbnail && Boolean(file.thumbnailUrl) && closedBecause(file) === null;

/** The size a picture is drawn in, known before it comes, so that nothing jumps. */
function sizeOf({ width, height }: ShownFile): { width: number; height: number } {
  if (!width || !height) return { width: 160, height: 120 };
  const scale = Math.min(1, 280 / width, 180 / height);
  return { width: Math.max(48, Math.round(width * scale)), height: Math.max(48, Math.round(height * scale)) };
}

/** The files of a message or a note: pictures as pictures, others as chips; a click looks at them, with the arrow keys from one to the next. */
export function Attachments({ files, onRemove, className }: { files: readonly ShownFile[]; onRemove?: (file: ShownFile) => void; className?: string }) {
  const [open, setOpen] = useState<string | null>(null);
  if (files.length === 0) return null;
  const pictures = files.filter(isPicture);
  const others = files.filter((file) => !isPicture(file));
  return (
    <div className={cn('flex flex-col gap-2', className)}>
      {pictures.length > 0 ? (
        <ul className="flex flex-wrap gap-2" aria-label="Pictures">
          {pictures.map((file) => {
            const size = sizeOf(file);
            return (
              <li key={file.id} className="max-w-full">
                <button type="button" aria-label={`Look at ${file.name}`} onClick={() => setOpen(file.id)} className="block max-w-full overflow-hidden rounded-md border bg-sunken">
                  <FileImage src={file.thumbnailUrl ?? ''} alt="" contentType={file.contentType} {...size} className="max-w-full object-cover" />
                </button>
              </li>
            );
          })}
        </ul>
      ) : null}
      {others.length > 0 ? (
        <ul className="flex flex-col gap-1.5" aria-label="Files">
          {others.map((file) => <li key={file.id}><FileChip file={file} onOpen={() => setOpen(file.id)} onRemove={onRemove ? () => onRemove(file) : undefined} /></li>)}
        </ul>
      ) : null}
      {open ? <FilePreview files={[...pictures, ...others]} openId={open} onChange={setOpen} onClose={() => setOpen(null)} /> : null}
    </div>
  );
}
