'use client';
import { Popover as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';

export interface PopoverProps {
  /** The element that opens it; must take a ref and props (a `Button`). */
  trigger: ReactNode;
  children: ReactNode;
  /** Read out when it opens. */
  label: string;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  className?: string;
}

/** A small non-modal panel beside its trigger. */
export function Popover({ trigger, children, label, align = 'start', side = 'bottom', open, onOpenChange, className }: PopoverProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={12}
          aria-label={label}
          className={cn('z-50 max-h-(--radix-popover-content-available-height) w-72 overflow-y-auto rounded-lg border bg-raised p-3 shadow-pop animate-pop outline-none', className)}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
