'use client';
import { useCallback, useMemo, useState } from 'react';

export interface Selection {
  ids: ReadonlySet<string>;
  has: (id: string) => boolean;
  /** Toggles one row; with `range` everything from the last toggled row to this one takes its state. */
  toggle: (index: number, range: boolean) => void;
  toggleAll: () => void;
  clear: () => void;
  /** Of the loaded rows. */
  state: 'none' | 'some' | 'all';
}

/** Which rows are selected, by id, so that loading more or re-sorting keeps them. */
export function useSelection(rowIds: readonly string[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [anchor, setAnchor] = useState<string | null>(null);

  const toggle = useCallback(
    (index: number, range: boolean) => {
      const id = rowIds[index];
      if (id === undefined) return;
      const on = !ids.has(id);
      const from = range && anchor !== null ? rowIds.indexOf(anchor) : index;
      const [low, high] = from === -1 ? [index, index] : [Math.min(from, index), Math.max(from, index)];
      const next = new Set(ids);
      for (const each of rowIds.slice(low, high + 1)) {
        if (on) next.add(each);
        else next.delete(each);
      }
      setIds(next);
      setAnchor(id);
    },
    [anchor, ids, rowIds],
  );
  const clear = useCallback(() => setIds(new Set()), []);

  return useMemo(() => {
    const loaded = rowIds.filter((id) => ids.has(id)).length;
    const state = loaded === 0 ? 'none' : loaded === rowIds.length ? 'all' : 'some';
    return {
      ids,
      has: (id) => ids.has(id),
      toggle,
      toggleAll: () => setIds(state === 'all' ? new Set() : new Set([...ids, ...rowIds])),
      clear,
      state,
    };
  }, [ids, rowIds, toggle, clear]);
}
