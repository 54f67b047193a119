'use client';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { Spinner } from './spinner';
import { Slot } from './slot';

type Variant = 'primary' | 'secondary' | 'ghost' | 'danger' | 'quiet';
type Size = 'sm' | 'md' | 'lg' | 'icon' | 'icon-sm';

const base =
  'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md font-medium transition-colors disabled:pointer-events-none disabled:opacity-50 aria-disabled:opacity-50 [&_svg]:shrink-0';

const variants: Record<Variant, string> = {
  primary: 'bg-accent text-on-accent shadow-lift hover:bg-accent-hover',
  secondary: 'border border-border-strong bg-raised text-text shadow-lift hover:bg-hover',
  ghost: 'text-muted hover:bg-hover hover:text-text data-[state=open]:bg-hover data-[state=open]:text-text',
  danger: 'bg-danger text-on-accent shadow-lift hover:bg-danger-hover',
  quiet: 'text-accent-text hover:underline underline-offset-4 px-0!',
};

const sizes: Record<Size, string> = {
  sm: 'h-7 px-2 text-xs pointer-coarse:h-9',
  md: 'h-(--control-h) px-3 text-sm',
  lg: 'h-11 px-5 text-base',
  icon: 'size-(--control-h)',
  'icon-sm': 'size-7 pointer-coarse:size-9',
};

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: Variant;
  size?: Size;
  /** Shows a spinner and refuses clicks; the label stays, so that the width does not jump. */
  busy?: boolean;
  /** Draws the look on the only child (a link) in place of a button. */
  asChild?: boolean;
  icon?: ReactNode;
}

/** The button. One `primary` per view; icon-only ones need an `aria-label`. */
export function Button({ variant = 'secondary', size = 'md', busy = false, asChild = false, icon, className, children, disabled, type = 'button', ...rest }: ButtonProps) {
  const look = cn(base, variants[variant], sizes[size], className);
  if (asChild) {
    return (
      <Slot className={look} {...rest}>
        {children}
      </Slot>
    );
  }
  return (
    <button type={type} className={look} disabled={disabled || busy} aria-busy={busy || undefined} {...rest}>
      {busy ? <Spinner className="size-3.5" /> : icon}
      {children}
    </button>
  );
}
