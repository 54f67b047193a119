'use client';
import { ChevronsUpDown, X } from 'lucide-react';
import { cn } from '@/lib/cn';
import { controlLook } from './input';
import type { Option } from './select';
import { useArmed } from './use-armed';
import type { OptionLoader } from './use-options';

export type { OptionLoader } from './use-options';

export interface ComboboxProps {
  value: Option | null;
  onValueChange: (option: Option | null) => void;
  /** A fixed list, or a loader that asks the server. */
  options: readonly Option[] | OptionLoader;
  placeholder?: string;
  clearable?: boolean;
  disabled?: boolean;
  id?: string;
  /** Of the whole control: its width. */
  className?: string;
  /** Of the button inside: its look. */
  buttonClassName?: string;
  'aria-label'?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
  'aria-required'?: true;
}

const load = () => import('./combobox-part').then((module) => module.ComboboxPart);

/** Choice of one among many, by typing; the options may come from the server. Its code comes when it is first pointed at. */
export function Combobox(props: ComboboxProps) {
  const { Part, trigger } = useArmed(load);
  if (Part) return <Part {...props} />;
  const { value, onValueChange, options: _, placeholder = 'Choose…', clearable = true, disabled, className, buttonClassName, ...rest } = props;
  const clear = value !== null && clearable && !disabled;
  return (
    <span className={cn('relative flex w-full', className)}>
      <button
        type="button"
        role="combobox"
        aria-expanded={false}
        aria-haspopup="listbox"
        disabled={disabled}
        className={cn(controlLook, 'flex h-(--control-h) items-center gap-2 pr-8 pl-2.5 text-left', buttonClassName)}
        {...rest}
        {...trigger}
      >
        {value?.icon}
        <span className={cn('truncate', !value && 'text-faint')}>{value?.label ?? placeholder}</span>
        {clear ? null : <ChevronsUpDown aria-hidden className="absolute right-2.5 size-3.5 text-faint" />}
      </button>
      {clear ? (
        <button type="button" aria-label="Clear" onClick={() => onValueChange(null)} className="absolute inset-y-0 right-1 my-auto flex size-6 items-center justify-center rounded-sm text-faint hover:bg-hover hover:text-text">
          <X aria-hidden className="size-3.5" />
        </button>
      ) : null}
    </span>
  );
}
