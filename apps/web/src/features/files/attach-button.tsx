'use client';
import { Paperclip } from 'lucide-react';
import { useRef } from 'react';
import { Button, type ButtonProps, Tooltip } from '@/ui';

export interface AttachButtonProps extends Pick<ButtonProps, 'variant' | 'size' | 'disabled'> {
  onFiles: (files: File[]) => void;
  /** Without words only the clip is drawn, as in a composer. */
  label?: string;
}

/** Opens the choice of files; several at once. */
export function AttachButton({ onFiles, label, variant, size, disabled }: AttachButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const button = (
    <Button variant={variant ?? (label ? 'secondary' : 'ghost')} size={size ?? (label ? 'md' : 'icon')} disabled={disabled} aria-label={label ? undefined : 'Attach files'} icon={label ? <Paperclip aria-hidden className="size-3.5" /> : null} onClick={() => input.current?.click()}>
      {label ?? <Paperclip aria-hidden className="size-4" />}
    </Button>
  );
  return (
    <>
      <input
        ref={input} type="file" multiple hidden tabIndex={-1} aria-label={label ?? 'Attach files'}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file may be chosen again after it was removed.
          event.target.value = '';
        }}
      />
      {label ? button : <Tooltip label="Attach files">{button}</Tooltip>}
    </>
  );
}
