'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Combobox, type OptionLoader } from '@/ui/combobox';
import { type Option, Select } from '@/ui/select';
import { Spinner } from '@/ui/spinner';
import { notify } from '@/ui/toaster';
import type { SaveResult } from './inline-edit';

// Fetched when it is needed.
const InlineConflict = dynamic(() => import('./inline-conflict').then((module) => module.InlineConflict), { ssr: false });

export interface InlineSelectProps {
  label: string;
  value: Option | null;
  options: readonly Option[] | OptionLoader;
  clearable?: boolean;
  readOnly?: boolean;
  /** `force` is set after a conflict when the person keeps their own choice: pass the newest version then. */
  onSave: (next: Option | null, force: boolean) => Promise<SaveResult>;
}

/** A choice edited in its place, saved at once; after a conflict both are shown, theirs as the record loaded since then has it. A short fixed list opens as a select, anything longer as a search. */
export function InlineSelect({ label, value, options, clearable = false, readOnly = false, onSave }: InlineSelectProps) {
  const [draft, setDraft] = useState<Option | null | undefined>(undefined);
  const [refused, setRefused] = useState<Option | null | undefined>(undefined);
  const saving = draft !== undefined;
  const shown = saving ? draft : value;
  if (readOnly) return <span className="truncate">{value?.label ?? '–'}</span>;
  const save = async (next: Option | null, force = false) => {
    setRefused(undefined);
    setDraft(next);
    const result = await onSave(next, force).catch((): SaveResult => ({ ok: false, reason: 'Not saved. Try again.' }));
    setDraft(undefined);
    if (!result.ok && result.conflict) setRefused(next);
    else if (!result.ok) notify.error(`${label} was not changed`, result.reason);
  };
  if (refused !== undefined && !saving) {
    return <InlineConflict theirs={value?.label ?? ''} mine={refused?.label ?? ''} onKeep={() => void save(refused, true)} onTake={() => setRefused(undefined)} />;
  }
  const look = 'h-7 border-transparent bg-transparent px-1.5 -mx-1.5 shadow-none hover:bg-hover hover:border-transparent';
  return (
    <span className="flex min-w-0 flex-1 items-center gap-1.5" aria-busy={saving}>
      {typeof options !== 'function' && options.length <= 12 && !clearable ? (
        <Select aria-label={label} value={shown?.value ?? null} options={options} disabled={saving} className={look} onValueChange={(next) => void save(options.find((option) => option.value === next) ?? null)} />
      ) : (
        <Combobox aria-label={label} value={shown ?? null} options={options} clearable={clearable} disabled={saving} placeholder="Choose…" buttonClassName={look} onValueChange={(next) => void save(next)} />
      )}
      {saving ? <Spinner className="size-3.5 text-muted" /> : null}
    </span>
  );
}
