'use client';
import { Command } from 'cmdk';
import { Check } from 'lucide-react';
import { type KeyboardEvent, useEffect, useEffectEvent, useState } from 'react';
import { cn } from '@/lib/cn';
import type { Option } from './select';
import { type OptionLoader, useOptions } from './use-options';

/** A searched list of choices: inside a combobox, a filter. Heavy: load it where it opens. */
export function OptionList({ source, chosen, onChoose, label }: { source: readonly Option[] | OptionLoader; chosen: readonly string[]; onChoose: (option: Option) => void; label: string }) {
  const [term, setTerm] = useState('');
  const { options, fresh, busy, failed } = useOptions(source, term, true);
  /** Enter was pressed before the choices for this text were there: the first that comes is taken, never one of an earlier text. */
  const [wanted, setWanted] = useState<string | null>(null);
  const early = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || fresh || event.nativeEvent.isComposing) return;
    event.preventDefault();
    setWanted(term);
  };
  const type = (text: string) => {
    setTerm(text);
    setWanted(null);
  };
  const late = wanted === term && fresh ? options.find(({ disabled }) => !disabled) : undefined;
  const take = useEffectEvent(onChoose);
  useEffect(() => {
    if (late) take(late);
  }, [late]);
  return (
    <Command shouldFilter={false} label={label} onKeyDown={early} className="flex flex-col">
      <Command.Input autoFocus value={term} onValueChange={type} placeholder="Search…" className="h-9 border-b bg-transparent px-3 text-sm outline-none pointer-coarse:h-11 pointer-coarse:text-base" />
      {/* A new list for each text: the first of it is the current one again. */}
      <Command.List key={fresh ? term : 'waiting'} className="max-h-64 overflow-y-auto p-1">
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
