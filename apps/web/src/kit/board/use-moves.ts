'use client';
import { useMemo, useRef, useState } from 'react';
import { notify } from '@/ui/toaster';
import { type Pending, withPending } from './pending';
import type { BoardProps, Move } from './types';

/** Moves that show at once, and go back with a reason when the server refuses. */
export function useMoves<Card>({ columns, cardId, cardLabel, canMove, onMove }: Pick<BoardProps<Card>, 'columns' | 'cardId' | 'cardLabel' | 'canMove' | 'onMove'>) {
  const [pending, setPending] = useState<ReadonlyMap<string, Pending>>(new Map());
  const tickets = useRef(0);
  const shown = useMemo(() => withPending(columns, pending, cardId), [columns, pending, cardId]);

  const settle = (id: string, ticket: number) =>
    setPending((now) => {
      if (now.get(id)?.ticket !== ticket) return now;
      const next = new Map(now);
      next.delete(id);
      return next;
    });

  const move = async (step: Move<Card>): Promise<void> => {
    const id = cardId(step.card);
    const title = columns.find((column) => column.id === step.to)?.title ?? step.to;
    const verdict = step.from === step.to ? { allowed: true as const } : canMove(step.card, step.to);
    if (!verdict.allowed) {
      notify.error(`Not moved to ${title}`, verdict.reason);
      return;
    }
    tickets.current += 1;
    const ticket = tickets.current;
    setPending((now) => new Map(now).set(id, { ticket, to: step.to, before: step.before }));
    try {
      const result = await onMove(step);
      if (!result.ok) notify.error(`${cardLabel(step.card)} went back`, result.reason);
      else if (result.undo) notify.undoable(`${cardLabel(step.card)} moved to ${title}`, result.undo);
    } catch (error) {
      notify.error(`${cardLabel(step.card)} went back`, error instanceof Error ? error.message : undefined);
    } finally {
      settle(id, ticket);
    }
  };
  return { shown, move, isPending: (id: string) => pending.has(id) };
}
