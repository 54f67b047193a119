'use client';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/lib/cn';

/** The look of every one-line control. */
export const controlLook =
  'w-full rounded-md border border-border-strong bg-raised text-sm text-text shadow-lift transition-colors hover:border-faint focus:border-accent focus:outline-2 focus:outline-offset-0 focus:outline-accent/25 disabled:cursor-not-allowed disabled:opacity-60 aria-invalid:border-danger aria-invalid:focus:outline-danger/25';

export interface InputProps extends ComponentProps<'input'> {
  /** A mark inside, before the text. */
  leading?: ReactNode;
  /** Something inside, after the text (unit, key hint, clear button). */
  trailing?: ReactNode;
}

const typedLook = 'read-only:bg-sunken pointer-coarse:text-base';

/** One-line text entry. Give it a label through a `Field`, or an `aria-label`. */
export function Input({ leading, trailing, className, ...rest }: InputProps) {
  const field = <input className={cn(controlLook, typedLook, 'h-(--control-h) px-2.5', leading && 'pl-8', trailing && 'pr-9', className)} {...rest} />;
  if (!leading && !trailing) return field;
  return (
    <span className="relative flex w-full items-center">
      {leading ? <span className="pointer-events-none absolute left-2.5 flex text-faint [&_svg]:size-3.5">{leading}</span> : null}
      {field}
      {trailing ? <span className="absolute right-1.5 flex items-center text-xs text-muted">{trailing}</span> : null}
    </span>
  );
}

/** Several lines; grows with its text up to `max-h`. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={rows} className={cn(controlLook, typedLook, 'field-sizing-content max-h-96 min-h-16 px-2.5 py-1.5', className)} {...rest} />;
}
