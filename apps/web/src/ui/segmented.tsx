'use client';
import { ToggleGroup } from 'radix-ui';
import { cn } from '@/lib/cn';
import type { Option } from './select';

/** Two to four exclusive choices side by side (list or board, day or week). */
export function Segmented<Value extends string>({ value, onValueChange, options, label, iconOnly = false, className }: { value: Value; onValueChange: (value: Value) => void; options: readonly Option<Value>[]; label: string; iconOnly?: boolean; className?: string }) {
  return (
    <ToggleGroup.Root type="single" value={value} onValueChange={(next) => next && onValueChange(next as Value)} aria-label={label} className={cn('inline-flex h-(--control-h) items-center gap-0.5 rounded-md bg-neutral-soft p-0.5', className)}>
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          aria-label={iconOnly ? option.label : undefined}
          className="flex h-full items-center gap-1.5 rounded-[0.3rem] px-2.5 text-xs font-medium text-muted transition-colors hover:text-text data-[state=on]:bg-raised data-[state=on]:text-text data-[state=on]:shadow-lift [&_svg]:size-3.5"
        >
          {option.icon}
          {iconOnly ? null : option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
