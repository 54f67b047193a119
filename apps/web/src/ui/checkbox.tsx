'use client';
import { Check, Minus } from 'lucide-react';
import { Checkbox as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';

/** A tick box; `checked="indeterminate"` where some of several are chosen. Needs a label or `aria-label`. */
export function Checkbox({ className, ...rest }: ComponentProps<typeof Radix.Root>) {
  return (
    <Radix.Root
      className={cn(
        'group/check relative flex size-4 shrink-0 items-center justify-center rounded-sm border border-border-strong bg-raised transition-colors after:absolute after:-inset-2 hover:border-faint disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent',
        className,
      )}
      {...rest}
    >
      <Radix.Indicator className="text-on-accent">
        <Check aria-hidden strokeWidth={3} className="hidden size-3 group-data-[state=checked]/check:block" />
        <Minus aria-hidden strokeWidth={3} className="hidden size-3 group-data-[state=indeterminate]/check:block" />
      </Radix.Indicator>
    </Radix.Root>
  );
}
