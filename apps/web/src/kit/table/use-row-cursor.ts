'use client';
import { useCallback, useState } from 'react';
import { useShortcut } from '../keys/shortcuts';
import type { ListState } from '../list/use-list-state';

export interface RowCursor {
  /** Index of the active row, -1 for none. */
  index: number;
  /** Changes with every move by key, so that the row takes the focus. */
  moves: number;
  set: (index: number) => void;
}

interface RowCursorOptions {
  rowIds: readonly string[];
  list: ListState;
  canPeek: boolean;
  onToggle: ((index: number, range: boolean) => void) | null;
  onOpen: (index: number) => void;
  scrollTo: (index: number) => void;
}

/** The keyboard of a list: J and K move, X selects, Enter peeks, O opens the page, Escape closes the peek. */
export function useRowCursor({ rowIds, list, canPeek, onToggle, onOpen, scrollTo }: RowCursorOptions): RowCursor {
  const [cursor, setCursor] = useState({ index: -1, moves: 0 });
  const peeked = list.peek ? rowIds.indexOf(list.peek) : -1;
  const index = peeked >= 0 ? peeked : Math.min(cursor.index, rowIds.length - 1);

  const move = (by: number) => {
    const next = Math.max(0, Math.min(rowIds.length - 1, index + by));
    const id = rowIds[next];
    if (id === undefined) return;
    scrollTo(next);
    setCursor({ index: next, moves: cursor.moves + 1 });
    if (list.peek) list.setPeek(id);
  };
  const group = { group: 'List' };
  useShortcut('J', 'Next row', () => move(1), group);
  useShortcut('K', 'Previous row', () => move(-1), group);
  useShortcut('X', 'Select the row', () => onToggle?.(index, false), { ...group, enabled: onToggle !== null });
  useShortcut('Shift+X', 'Select up to the row', () => onToggle?.(index, true), { ...group, enabled: onToggle !== null });
  useShortcut('Enter', canPeek ? 'Peek' : 'Open', () => {
    const id = rowIds[index];
    if (id === undefined) return;
    if (canPeek) list.setPeek(list.peek === id ? null : id);
    else onOpen(index);
  }, group);
  useShortcut('O', 'Open the page', () => index >= 0 && onOpen(index), group);
  useShortcut('Escape', 'Close the peek panel', () => list.setPeek(null), { ...group, enabled: list.peek !== null });

  const set = useCallback((next: number) => setCursor((now) => ({ ...now, index: next })), []);
  return { index, moves: cursor.moves, set };
}
