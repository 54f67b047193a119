'use client';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { cn } from '@/lib/cn';
import { type Tone, toneFill, toneSoft } from '@/lib/tone';
import { DropdownMenu } from '@/ui/dropdown-menu';
import { Spinner } from '@/ui/spinner';
import { notify } from '@/ui/toaster';

/** One move out of the present status, as the API lists it. */
export interface StatusMove {
  /** The move's or the target's name, unique here. */
  id: string;
  label: string;
  tone?: Tone;
  allowed: boolean;
  /** Why not; needed when it is not allowed. */
  reason?: string | null;
  danger?: boolean;
}

/** The API's `allowedMoves { move label allowed reason }` as moves of the control; `tones` by move, `danger` by name. */
export function movesOf(allowed: readonly { move: string; label: string; allowed: boolean; reason?: string | null }[], tones: Readonly<Record<string, Tone>> = {}): StatusMove[] {
  return allowed.map(({ move, ...rest }) => ({ id: move, ...rest, tone: tones[move], danger: tones[move] === 'danger' }));
}

/** What came of a move: `reason` says why it was refused; `undo` offers a way back for ten seconds. */
export type StatusResult = { ok: true; message?: string; undo?: () => Promise<void> } | { ok: false; reason: string };

export interface StatusControlProps {
  label: string;
  tone?: Tone;
  moves: readonly StatusMove[];
  /** May open a dialog first (a reason, a qualification) and resolve later; null means the person gave up. */
  onMove: (move: StatusMove) => Promise<StatusResult | null>;
}

/** The status of a record: shows it, offers the allowed moves, and says of the others why not. */
export function StatusControl({ label, tone = 'neutral', moves, onMove }: StatusControlProps) {
  const [busy, setBusy] = useState(false);
  const look = cn('inline-flex h-6 items-center gap-1.5 rounded-full px-2.5 text-xs font-medium whitespace-nowrap pointer-coarse:h-9', toneSoft[tone]);
  const dot = <span aria-hidden className={cn('size-1.5 rounded-full', toneFill[tone])} />;
  if (moves.length === 0) {
    return (
      <span className={look}>
        {dot}
        {label}
      </span>
    );
  }
  const move = async (step: StatusMove) => {
    setBusy(true);
    try {
      const result = await onMove(step);
      if (result?.ok === false) notify.error(`Not moved to ${step.label}`, result.reason);
      else if (result?.undo) notify.undoable(result.message ?? `Moved to ${step.label}`, result.undo);
      else if (result?.ok) notify.success(result.message ?? `Moved to ${step.label}`);
    } finally {
      setBusy(false);
    }
  };
  const entry = (step: StatusMove) => ({
    id: step.id,
    label: step.label,
    icon: <span aria-hidden className={cn('mx-1 size-2 rounded-full', toneFill[step.tone ?? 'neutral'])} />,
    disabled: !step.allowed,
    reason: step.reason ?? undefined,
    danger: step.danger && step.allowed,
    onSelect: () => void move(step),
  });
  return (
    <DropdownMenu
      align="start"
      trigger={
        <button type="button" disabled={busy} aria-label={`Status: ${label}. Change`} className={cn(look, 'hover:brightness-97 dark:hover:brightness-115')}>
          {busy ? <Spinner className="size-3" /> : dot}
          {label}
          <ChevronDown aria-hidden className="size-3 opacity-70" />
        </button>
      }
      groups={[
        { id: 'allowed', label: 'Move to', items: moves.filter((step) => step.allowed).map(entry) },
        { id: 'refused', label: 'Not now', items: moves.filter((step) => !step.allowed).map(entry) },
      ]}
    />
  );
}
