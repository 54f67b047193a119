'use client';
import { Check, Pause, Play, RotateCw, X } from 'lucide-react';
import { cn } from '@/lib/cn';
import { useLocale } from '@/lib/locale';
import { Button, Spinner, Tooltip } from '@/ui';
import { FileIcon } from './file-icon';
import { formatBytes } from './file-words';
import type { Upload } from './upload-queue';
import type { Uploads } from './use-uploads';

/** The files on their way above a composer or a list: how far each is, with pause, again and away. Nothing without files. */
export function UploadTray({ uploads, className }: { uploads: Uploads; className?: string }) {
  if (uploads.list.length === 0) return null;
  return (
    <ul aria-label="Files being added" className={cn('flex flex-wrap gap-2', className)}>
      {uploads.list.map((upload) => (
        <UploadItem key={upload.key} upload={upload} uploads={uploads} />
      ))}
    </ul>
  );
}

function UploadItem({ upload, uploads }: { upload: Upload; uploads: Uploads }) {
  const { locale } = useLocale();
  const { key, name, bytes, contentType, sent, state, problem, again, picture } = upload;
  const share = bytes === 0 ? (state === 'DONE' ? 100 : 0) : Math.floor((sent / bytes) * 100);
  const words = { QUEUED: 'Waiting', SENDING: `${share} % of ${formatBytes(bytes, locale)}`, LOST: 'Waiting for the connection', PAUSED: `Paused at ${share} %`, CHECKING: 'Checking…', DONE: formatBytes(bytes, locale), FAILED: problem ?? 'Not sent' }[state];
  return (
    <li className={cn('relative flex w-full min-w-0 items-center gap-2 overflow-hidden rounded-md border bg-raised py-1.5 pr-1 pl-2', state === 'FAILED' ? 'border-danger sm:max-w-xl' : 'sm:w-72')}>
      {/* A picture of the person's own file; its name stands beside it. */}
      {picture ? <img src={picture} alt="" className="size-8 shrink-0 rounded-sm object-cover" /> : <FileIcon contentType={contentType} className="mx-2" />}
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate text-sm font-medium" title={name}>{name}</span>
        <span role={state === 'FAILED' ? 'alert' : undefined} className={cn('tabular text-xs', state === 'FAILED' ? 'text-danger-text' : 'truncate text-muted')}>{words}</span>
      </span>
      {state === 'CHECKING' ? <Spinner className="size-3.5 text-muted" /> : null}
      {state === 'DONE' ? <Check aria-label="Sent" className="size-4 shrink-0 text-success-text" /> : null}
      {state === 'SENDING' || state === 'LOST' || state === 'QUEUED' ? <Act label={`Pause ${name}`} icon={<Pause aria-hidden className="size-3.5" />} run={() => uploads.pause(key)} /> : null}
      {state === 'PAUSED' ? <Act label={`Continue ${name}`} icon={<Play aria-hidden className="size-3.5" />} run={() => uploads.resume(key)} /> : null}
      {state === 'FAILED' && again ? <Act label={`Send ${name} again`} icon={<RotateCw aria-hidden className="size-3.5" />} run={() => uploads.resume(key)} /> : null}
      <Act label={`Remove ${name}`} icon={<X aria-hidden className="size-3.5" />} run={() => uploads.remove(key)} />
      {state === 'DONE' || state === 'FAILED' ? null : (
        <span role="progressbar" aria-label={`Sending ${name}`} aria-valuenow={share} aria-valuemin={0} aria-valuemax={100} className="absolute inset-x-0 bottom-0 h-0.5 bg-border">
          <span className={cn('block h-full transition-[width] duration-300', state === 'SENDING' || state === 'CHECKING' ? 'bg-accent' : 'bg-faint')} style={{ width: `${share}%` }} />
        </span>
      )}
    </li>
  );
}

function Act({ label, icon, run }: { label: string; icon: React.ReactNode; run: () => void }) {
  return (
    <Tooltip label={label}>
      <Button variant="ghost" size="icon-sm" aria-label={label} onClick={run}>{icon}</Button>
    </Tooltip>
  );
}
