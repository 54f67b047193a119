'use client';
import { Switch as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';

/** On or off, taking effect at once (in a form that is saved later use `Checkbox`). */
export function Switch({ className, ...rest }: ComponentProps<typeof Radix.Root>) {
  return (
    <Radix.Root
      className={cn('relative h-4.5 w-8 shrink-0 rounded-full bg-border-strong transition-colors disabled:opacity-50 data-[state=checked]:bg-accent', className)}
      {...rest}
    >
      <Radix.Thumb className="block size-3.5 translate-x-0.5 rounded-full bg-raised shadow-lift transition-transform data-[state=checked]:translate-x-4 dark:bg-text" />
    </Radix.Root>
  );
}
