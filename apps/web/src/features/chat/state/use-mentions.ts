'use client';
import { useEffect, useRef, useState } from 'react';
import { mentionAt } from '../model/composing';
import type { Candidate } from '../model/types';

export interface MentionSearch {
  /** Those that fit what is being typed; null while nobody is being named. */
  found: readonly Candidate[] | null;
  index: number;
  setIndex: (index: number) => void;
  /** Where the name being typed begins. */
  from: number;
  /** Asks again for what stands before the cursor. */
  look: (text: string, cursor: number) => void;
  close: () => void;
}

const PAUSE_MS = 120;

/** Finds whom an `@` means, as the person types. */
export function useMentions(candidates: (term: string) => Promise<readonly Candidate[]>): MentionSearch {
  const [state, setState] = useState<{ from: number; found: readonly Candidate[]; index: number } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const turn = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const close = () => {
    turn.current++;
    clearTimeout(timer.current);
    setState(null);
  };
  const look = (text: string, cursor: number) => {
    const naming = mentionAt(text, cursor);
    if (!naming) {
      close();
      return;
    }
    const mine = ++turn.current;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      candidates(naming.term).then(
        (found) => mine === turn.current && setState(found.length > 0 ? { from: naming.from, found, index: 0 } : null),
        () => mine === turn.current && setState(null),
      );
    }, PAUSE_MS);
  };
  return { found: state?.found ?? null, index: state?.index ?? 0, from: state?.from ?? 0, setIndex: (index) => setState((now) => (now ? { ...now, index } : null)), look, close };
}
