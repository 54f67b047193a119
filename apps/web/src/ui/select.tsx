'use client';
import { ChevronDown } from 'lucide-react';
import type { ComponentType, ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { controlLook } from './input';
import { useArmed } from './use-armed';

/** One choice. `hint` is a second, quieter line. */
export interface Option<Value extends string = string> {
  value: Value;
  label: string;
  hint?: string;
  icon?: ReactNode;
  disabled?: boolean;
}

export interface SelectProps<Value extends string> {
  value: Value | null;
  onValueChange: (value: Value) => void;
  options: readonly Option<Value>[];
  placeholder?: string;
  disabled?: boolean;
  id?: string;
  className?: string;
  'aria-label'?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
  'aria-required'?: true;
}

const load = () => import('./select-part').then((module): ComponentType<SelectProps<string>> => module.SelectPart);

/** Choice of one among few (up to about fifteen). For many, or ones to be searched, use `Combobox`. Its code comes when it is first pointed at. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { Part, trigger } = useArmed(load);
  // The value can only be one of the options'.
  if (Part) return <Part {...props} onValueChange={(next) => props.onValueChange(next as Value)} />;
  const { value, onValueChange: _, options, placeholder = 'Choose…', disabled, className, ...rest } = props;
  const chosen = options.find((option) => option.value === value);
  return (
    <button
      type="button"
      role="combobox"
      aria-expanded={false}
      aria-haspopup="listbox"
      disabled={disabled}
      className={cn(controlLook, 'flex h-(--control-h) items-center justify-between gap-2 px-2.5 text-left', !chosen && 'text-faint', className)}
      {...rest}
      {...trigger}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        trigger.onClick();
      }}
    >
      <span className="flex min-w-0 items-center gap-2 truncate">
        {chosen?.icon}
        {chosen?.label ?? placeholder}
      </span>
      <ChevronDown aria-hidden className="size-3.5 shrink-0 text-faint" />
    </button>
  );
}
