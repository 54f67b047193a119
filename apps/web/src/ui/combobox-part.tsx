'use client';
import { ChevronsUpDown, X } from 'lucide-react';
import { Popover as Radix } from 'radix-ui';
import { useState } from 'react';
import { cn } from '@/lib/cn';
import type { ComboboxProps } from './combobox';
import { controlLook } from './input';
import { OptionList } from './option-list';

/** The combobox itself, opened at once; see `Combobox`. */
export function ComboboxPart({ value, onValueChange, options, placeholder = 'Choose…', clearable = true, disabled, className, buttonClassName, ...rest }: ComboboxProps) {
  const [open, setOpen] = useState(true);
  const label = rest['aria-label'] ?? placeholder;
  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      <span className={cn('relative flex w-full', className)}>
        <Radix.Trigger asChild>
          <button type="button" role="combobox" aria-expanded={open} aria-haspopup="listbox" disabled={disabled} className={cn(controlLook, 'flex h-(--control-h) items-center gap-2 pr-8 pl-2.5 text-left', buttonClassName)} {...rest}>
            {value?.icon}
            <span className={cn('truncate', !value && 'text-faint')}>{value?.label ?? placeholder}</span>
            {value && clearable && !disabled ? null : <ChevronsUpDown aria-hidden className="absolute right-2.5 size-3.5 text-faint" />}
          </button>
        </Radix.Trigger>
        {value && clearable && !disabled ? (
          <button type="button" aria-label="Clear" onClick={() => onValueChange(null)} className="absolute inset-y-0 right-1 my-auto flex size-6 items-center justify-center rounded-sm text-faint hover:bg-hover hover:text-text">
            <X aria-hidden className="size-3.5" />
          </button>
        ) : null}
      </span>
      <Radix.Portal>
        <Radix.Content align="start" sideOffset={4} collisionPadding={8} aria-label={label} className="z-50 w-(--radix-popover-trigger-width) min-w-56 rounded-lg border bg-raised shadow-pop animate-pop">
          <OptionList
            label={label}
            source={options}
            chosen={value ? [value.value] : []}
            onChoose={(option) => {
              onValueChange(option);
              setOpen(false);
            }}
          />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
