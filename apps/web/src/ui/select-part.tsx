'use client';
import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import { cn } from '@/lib/cn';
import { controlLook } from './input';
import type { SelectProps } from './select';

/** The select itself, opened at once; see `Select`. */
export function SelectPart({ value, onValueChange, options, placeholder = 'Choose…', disabled, className, ...rest }: SelectProps<string>) {
  const chosen = options.find((option) => option.value === value);
  return (
    <Radix.Root value={value ?? ''} onValueChange={onValueChange} defaultOpen disabled={disabled}>
      <Radix.Trigger className={cn(controlLook, 'flex h-(--control-h) items-center justify-between gap-2 px-2.5 text-left data-placeholder:text-faint', className)} {...rest}>
        <span className="flex min-w-0 items-center gap-2 truncate">
          {chosen?.icon}
          <Radix.Value placeholder={placeholder}>{chosen?.label}</Radix.Value>
        </span>
        <ChevronDown aria-hidden className="size-3.5 shrink-0 text-faint" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content position="popper" sideOffset={4} className="z-50 max-h-80 min-w-(--radix-select-trigger-width) overflow-hidden rounded-lg border bg-raised shadow-pop animate-pop">
          <Radix.Viewport className="p-1">
            {options.map((option) => (
              <Radix.Item
                key={option.value}
                value={option.value}
                disabled={option.disabled}
                className="flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 py-1 text-sm outline-none select-none data-disabled:opacity-50 data-highlighted:bg-hover"
              >
                {option.icon}
                <span className="flex min-w-0 flex-1 flex-col">
                  <Radix.ItemText>{option.label}</Radix.ItemText>
                  {option.hint ? <span className="text-xs text-muted">{option.hint}</span> : null}
                </span>
                <Radix.ItemIndicator>
                  <Check aria-hidden className="size-3.5 text-accent-text" />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
