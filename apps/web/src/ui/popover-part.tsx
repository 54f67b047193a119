'use client';
import { Popover as Radix } from 'radix-ui';
import { cn } from '@/lib/cn';
import type { PopoverProps } from './popover';

/** The panel itself; see `Popover`. */
export function PopoverPart({ trigger, children, label, align = 'start', side = 'bottom', className }: PopoverProps) {
  return (
    <Radix.Root defaultOpen>
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
