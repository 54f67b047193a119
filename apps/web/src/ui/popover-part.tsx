'use client';
import { Popover as Radix } from 'radix-ui';
import { useState } from 'react';
import { cn } from '@/lib/cn';
import type { PopoverProps } from './popover';

/** The panel itself; see `Popover`. */
export function PopoverPart({ trigger, children, label, align = 'start', side = 'bottom', flush = false, className }: PopoverProps) {
  const [open, setOpen] = useState(true);
  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={12}
          aria-label={label}
          className={cn('z-50 max-h-(--radix-popover-content-available-height) w-72 overflow-y-auto rounded-lg border bg-raised shadow-pop animate-pop outline-none', !flush && 'p-3', className)}
        >
          {typeof children === 'function' ? children(() => setOpen(false)) : children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
