'use client';
import { useEffect, useRef, useState } from 'react';
import type { Option } from './select';

/** Finds choices for what was typed; called again on each pause in typing, the older call's answer is dropped. */
export type OptionLoader = (term: string, signal: AbortSignal) => Promise<readonly Option[]>;

/** Loads options for a term: at once for the empty one, else after a short pause. Until they come those of the earlier term stay, as far as they fit; `fresh` says whose they are. */
export function useOptions(source: readonly Option[] | OptionLoader, term: string, active: boolean) {
  const [state, setState] = useState<{ options: readonly Option[]; of: string | null; busy: boolean; failed: boolean }>({ options: [], of: null, busy: false, failed: false });
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
          (options) => abort.signal.aborted || setState({ options, of: term, busy: false, failed: false }),
          () => abort.signal.aborted || setState({ options: [], of: term, busy: false, failed: true }),
        );
      },
      term ? 160 : 0,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [isLoader, active, term]);
  const words = term.trim().toLowerCase();
  const fitting = (options: readonly Option[]) => (words ? options.filter(({ label }) => label.toLowerCase().includes(words)) : options);
  if (typeof source !== 'function') return { options: fitting(source), fresh: true, busy: false, failed: false };
  const fresh = state.of === term;
  return { options: fresh ? state.options : fitting(state.options), fresh, busy: state.busy || !fresh, failed: state.failed };
}
