'use client';
import { useState } from 'react';
import { useShortcut } from '@/kit';

/** What the keys do to the rows they stand on. */
export interface InboxKeys {
  /** The row under the keyboard; null for none. */
  current: string | null;
  /** Changes with every move by key, so that the row takes the focus. */
  moves: number;
  set: (id: string | null) => void;
}

export interface InboxKeysOptions {
  ids: readonly string[];
  onOpen: (id: string) => void;
  onDone: (id: string) => void;
  onLater: (id: string) => void;
  onUnread: (id: string) => void;
  onToggle: (id: string) => void;
}

/** J and K move, Enter opens, E settles, H puts off, U marks read or unread, X selects. What disappears leaves the place to the next one. */
export function useInboxKeys({ ids, onOpen, onDone, onLater, onUnread, onToggle }: InboxKeysOptions): InboxKeys {
  const [at, setAt] = useState<{ id: string | null; index: number; moves: number }>({ id: null, index: -1, moves: 0 });
  // The row that was there may be gone: then the one at its place.
  const found = at.id === null ? -1 : ids.indexOf(at.id);
  const index = found >= 0 ? found : at.id === null ? -1 : Math.min(at.index, ids.length - 1);
  const current = ids[index] ?? null;
  const go = (next: number) => {
    const clamped = Math.max(0, Math.min(ids.length - 1, next));
    const id = ids[clamped];
    if (id !== undefined) setAt({ id, index: clamped, moves: at.moves + 1 });
  };
  const on = (run: (id: string) => void) => () => {
    if (current === null) return;
    // Remembered, so that the next row takes over when this one disappears.
    setAt((now) => ({ ...now, id: current, index, moves: now.moves + 1 }));
    run(current);
  };
  const group = { group: 'Inbox', enabled: ids.length > 0 };
  useShortcut('J', 'Next notification', () => go(index + 1), group);
  useShortcut('K', 'Previous notification', () => go(index < 0 ? 0 : index - 1), group);
  useShortcut('Enter', 'Open', on(onOpen), group);
  useShortcut('E', 'Done', on(onDone), group);
  useShortcut('H', 'Put off', on(onLater), group);
  useShortcut('U', 'Read or unread', on(onUnread), group);
  useShortcut('X', 'Select', on(onToggle), group);
  return { current, moves: at.moves, set: (id) => setAt((now) => ({ ...now, id, index: id === null ? -1 : ids.indexOf(id) })) };
}
