'use client';
import { Command } from 'cmdk';
import { Check, ChevronsUpDown, X } from 'lucide-react';
import { Popover as Radix } from 'radix-ui';
import { useEffect, useRef, useState } from 'react';
import { cn } from '@/lib/cn';
import { controlLook } from './input';
import type { Option } from './select';

/** Finds choices for what was typed; called again on each pause in typing, the older call's answer is dropped. */
export type OptionLoader = (term: string, signal: AbortSignal) => Promise<readonly Option[]>;

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

/** Loads options for a term: at once for the empty one, else after a short pause. */
export function useOptions(source: readonly Option[] | OptionLoader, term: string, active: boolean) {
  const [state, setState] = useState<{ options: readonly Option[]; busy: boolean; failed: boolean }>({ options: [], busy: false, failed: false });
  const loader = typeof source === 'function' ? source : null;
  const latest = useRef(loader);
  useEffect(() => {
    latest.current = loader;
  });
  const isLoader = loader !== null;
  useEffect(() => {
    if (!isLoader || !active) return undefined;
    const abort = new AbortController();
    const timer = setTimeout(
      () => {
        setState((now) => ({ ...now, busy: true, failed: false }));
        latest.current?.(term, abort.signal).then(
          (options) => abort.signal.aborted || setState({ options, busy: false, failed: false }),
          () => abort.signal.aborted || setState({ options: [], busy: false, failed: true }),
        );
      },
      term ? 160 : 0,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [isLoader, active, term]);
  if (typeof source !== 'function') {
    const words = term.trim().toLowerCase();
    return { options: words ? source.filter((option) => option.label.toLowerCase().includes(words)) : source, busy: false, failed: false };
  }
  return state;
}

/** The list of a combobox, also used inside filter chips. */
export function OptionList({ source, chosen, onChoose, label }: { source: readonly Option[] | OptionLoader; chosen: readonly string[]; onChoose: (option: Option) => void; label: string }) {
  const [term, setTerm] = useState('');
  const { options, busy, failed } = useOptions(source, term, true);
  return (
    <Command shouldFilter={false} label={label} className="flex flex-col">
      <Command.Input autoFocus value={term} onValueChange={setTerm} placeholder="Search…" className="h-9 border-b bg-transparent px-3 text-sm outline-none pointer-coarse:h-11 pointer-coarse:text-base" />
      <Command.List className="max-h-64 overflow-y-auto p-1">
        {options.map((option) => (
          <Command.Item
            key={option.value}
            value={option.value}
            disabled={option.disabled}
            onSelect={() => onChoose(option)}
            className="flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 py-1 text-sm select-none data-[disabled=true]:opacity-50 data-[selected=true]:bg-hover pointer-coarse:min-h-11"
          >
            <Check aria-hidden className={cn('size-3.5 shrink-0 text-accent-text', !chosen.includes(option.value) && 'invisible')} />
            {option.icon}
            <span className="flex min-w-0 flex-1 flex-col">
              <span className="truncate">{option.label}</span>
              {option.hint ? <span className="truncate text-xs text-muted">{option.hint}</span> : null}
            </span>
            {chosen.includes(option.value) ? <span className="sr-only">chosen</span> : null}
          </Command.Item>
        ))}
        {options.length === 0 ? <p role="status" className="px-3 py-4 text-center text-xs text-muted">{busy ? 'Searching…' : failed ? 'The search failed. Type again.' : 'Nothing found'}</p> : null}
      </Command.List>
    </Command>
  );
}

/** Choice of one among many, by typing; the options may come from the server. */
export function Combobox({ value, onValueChange, options, placeholder = 'Choose…', clearable = true, disabled, className, buttonClassName, ...rest }: ComboboxProps) {
  const [open, setOpen] = useState(false);
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
