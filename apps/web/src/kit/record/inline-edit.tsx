'use client';
import { Pencil } from 'lucide-react';
import dynamic from 'next/dynamic';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { cn } from '@/lib/cn';
import { Input, Textarea } from '@/ui/input';
import { Spinner } from '@/ui/spinner';
import { useEditPresence } from './edit-presence';

// Fetched when it is needed.
const InlineConflict = dynamic(() => import('./inline-conflict').then((module) => module.InlineConflict), { ssr: false });

/** What came of saving. A conflict carries the other's value, so that the person can choose. */
export type SaveResult = { ok: true } | { ok: false; reason: string; conflict?: { theirs: string; by?: string | null } };

export interface InlineEditProps {
  label: string;
  /** The stored value as text; empty for none. */
  value: string;
  /** How the value is drawn when it is not edited; default: the text. */
  display?: ReactNode;
  placeholder?: string;
  type?: 'text' | 'number' | 'date' | 'email' | 'tel' | 'url' | 'multiline';
  /** The viewer may not edit: drawn as plain text. */
  readOnly?: boolean;
  /** `force` is set after a conflict when the person keeps their own value: pass the newest version then. */
  onSave: (next: string, force: boolean) => Promise<SaveResult>;
}

type State = { mode: 'shown' } | { mode: 'editing'; draft: string; problem: string | null } | { mode: 'saving'; draft: string } | { mode: 'conflict'; draft: string; theirs: string; by: string | null };

/**
 * A value edited in its place. Enter (or leaving the field) saves, Escape reverts. What was typed is never lost: a refused value stays in the
 * open field with the reason, and a conflict shows both values.
 */
export function InlineEdit({ label, value, display, placeholder = 'Empty', type = 'text', readOnly = false, onSave }: InlineEditProps) {
  const [state, setState] = useState<State>({ mode: 'shown' });
  const trigger = useRef<HTMLButtonElement>(null);
  const others = useEditPresence(state.mode !== 'shown');
  const shown = display ?? (value || <span className="text-faint">{placeholder}</span>);
  if (readOnly) return <span className="truncate">{shown}</span>;

  const close = (refocus: boolean) => {
    setState({ mode: 'shown' });
    if (refocus) requestAnimationFrame(() => trigger.current?.focus());
  };
  const save = async (draft: string, { force = false, refocus = false } = {}) => {
    if (draft === value && !force) return close(refocus);
    setState({ mode: 'saving', draft });
    const result = await onSave(draft, force).catch((error: unknown): SaveResult => ({ ok: false, reason: error instanceof Error ? error.message : 'Not saved. Try again.' }));
    if (result.ok) close(refocus);
    else if (result.conflict) setState({ mode: 'conflict', draft, theirs: result.conflict.theirs, by: result.conflict.by ?? null });
    else setState({ mode: 'editing', draft, problem: result.reason });
  };

  if (state.mode === 'shown') {
    return (
      <button
        ref={trigger}
        type="button"
        onClick={() => setState({ mode: 'editing', draft: value, problem: null })}
        className="group/edit -mx-1.5 flex min-h-7 min-w-0 flex-1 items-center justify-between gap-2 rounded-md px-1.5 text-left hover:bg-hover"
      >
        {/* Its name begins with what it is and holds what is shown, as it is read aloud and as it is spoken. */}
        <span className={cn('min-w-0', type === 'multiline' ? 'whitespace-pre-wrap' : 'truncate')}><span className="sr-only">{label}: </span>{shown}<span className="sr-only">. Edit</span></span>
        <Pencil aria-hidden className="size-3 shrink-0 text-faint opacity-0 group-hover/edit:opacity-100 group-focus-visible/edit:opacity-100" />
      </button>
    );
  }
  if (state.mode === 'conflict') {
    return <InlineConflict theirs={state.theirs} mine={state.draft} by={state.by} onKeep={() => void save(state.draft, { force: true, refocus: true })} onTake={() => close(true)} />;
  }
  const saving = state.mode === 'saving';
  const problem = state.mode === 'editing' ? state.problem : null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close(true);
    }
    if (event.key === 'Enter' && (type !== 'multiline' || event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      void save(state.draft, { refocus: true });
    }
  };
  const control = {
    autoFocus: true,
    'aria-label': label,
    'aria-invalid': problem ? (true as const) : undefined,
    value: state.draft,
    readOnly: saving,
    onKeyDown,
    onBlur: () => !saving && !problem && void save(state.draft),
  };
  const change = (draft: string) => setState({ mode: 'editing', draft, problem: null });
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1" aria-busy={saving}>
      {type === 'multiline' ? (
        <Textarea {...control} onChange={(event) => change(event.target.value)} />
      ) : (
        <Input {...control} type={type} className="h-7" trailing={saving ? <Spinner className="size-3.5" /> : undefined} onChange={(event) => change(event.target.value)} />
      )}
      {problem ? (
        <p role="alert" className="text-xs text-danger-text">
          {problem}
        </p>
      ) : null}
      {others.length > 0 ? <p className="text-xs text-warning-text">{others.join(', ')} {others.length === 1 ? 'is' : 'are'} editing here too</p> : null}
    </div>
  );
}
