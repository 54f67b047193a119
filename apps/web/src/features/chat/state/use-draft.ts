'use client';
import { useCallback, useState } from 'react';
import type { NamedMention } from '../model/composing';

/** What stands in a composer and was not sent. */
export interface DraftText {
  text: string;
  mentions: readonly NamedMention[];
}

const EMPTY: DraftText = { text: '', mentions: [] };

function parse(raw: string | null): DraftText {
  if (!raw) return EMPTY;
  try {
    const { text, mentions } = JSON.parse(raw) as Partial<DraftText>;
    return typeof text === 'string' && Array.isArray(mentions) ? { text, mentions: mentions.filter((each) => typeof each?.name === 'string') } : EMPTY;
  } catch {
    return EMPTY;
  }
}

function read(key: string): DraftText {
  try {
    return parse(window.localStorage.getItem(key));
  } catch {
    return EMPTY;
  }
}

function write(key: string, draft: DraftText): void {
  try {
    if (draft.text) window.localStorage.setItem(key, JSON.stringify(draft));
    else window.localStorage.removeItem(key);
  } catch {
    // Without storage a draft lasts as long as the composer.
  }
}

/** A text that is kept in this browser until it is sent: leaving the channel, or a reload, loses nothing. Give the component a `key` per draft. */
export function useDraft(key: string): [DraftText, (next: DraftText) => void] {
  const [draft, setDraft] = useState(() => read(key));
  const set = useCallback(
    (next: DraftText) => {
      setDraft(next);
      write(key, next);
    },
    [key],
  );
  return [draft, set];
}
