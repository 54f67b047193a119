'use client';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Failure, toFailure, useRecordChanges } from '@/graphql';
import { behind, nothing, opened, type Stretch, withEarlier, withLater, withMessage, without } from '../model/messages';
import type { ChatMessage, Page, PageRequest } from '../model/types';

/** How messages are asked for; see `chat-api.ts`. */
export interface MessageSource {
  page: (request: PageRequest) => Promise<Page>;
  message: (id: string) => Promise<ChatMessage | null>;
}

/** Where to open: the latest, around a message, on a day. */
export type Place = { at: 'LATEST' } | { at: 'SEQUENCE'; sequence: number } | { at: 'DATE'; date: string };

/** What the list has to bring in sight; a new object each time. */
export interface Goal {
  place: Place;
}

export interface Messages extends Stretch {
  loading: boolean;
  failure: Failure | null;
  loadingEarlier: boolean;
  loadingLater: boolean;
  /** Where the list was opened last. */
  goal: Goal;
  loadEarlier: () => void;
  loadLater: () => void;
  open: (place: Place) => void;
  /** Puts in an answer of a mutation, or a guess at it. */
  put: (message: ChatMessage) => void;
}

const PAGE = 50;
/** So many pages are fetched in one go to catch up; further back it is history, loaded when scrolled to. */
const CATCH_UP_PAGES = 6;

const requestOf = (place: Place): Partial<PageRequest> => (place.at === 'SEQUENCE' ? { aroundSequence: place.sequence } : place.at === 'DATE' ? { onDate: place.date } : {});

/** The messages of a channel (answers of its threads among them) or of one thread: pages both ways, live, each once and in order. Give it a `key` per channel: it starts once. */
export function useMessages(source: MessageSource, channelId: string, { threadId = null, start = { at: 'LATEST' } }: { threadId?: string | null; start?: Place } = {}): Messages {
  const [stretch, setStretch] = useState<Stretch>(nothing);
  const [busy, setBusy] = useState<'OPENING' | 'EARLIER' | 'LATER' | null>('OPENING');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [goal, setGoal] = useState<Goal>(() => ({ place: start }));
  const now = useRef(nothing);
  /** Counts openings: answers for a place that was left are dropped. */
  const epoch = useRef(0);
  const catching = useRef<'NO' | 'YES' | 'AGAIN'>('NO');
  const stale = useRef(new Set<string>());
  /** Nothing is asked for "after" before something has been loaded; what happens until then is asked for once it is. */
  const loaded = useRef<'NO' | 'YES' | 'MISSED'>('NO');
  const catchUpLater = useRef<() => void>(() => undefined);

  const apply = useCallback((change: (stretch: Stretch) => Stretch) => {
    now.current = change(now.current);
    setStretch(now.current);
  }, []);
  const ask = useCallback((request: Partial<PageRequest>) => source.page({ channelId, threadId, first: PAGE, ...request }), [source, channelId, threadId]);

  const open = useCallback(
    (place: Place) => {
      if (place.at === 'LATEST' && loaded.current === 'YES' && !now.current.hasLater) {
        // It is all here: only to be brought in sight.
        setGoal({ place });
        return;
      }
      const mine = ++epoch.current;
      loaded.current = 'NO';
      setBusy('OPENING');
      setFailure(null);
      ask(requestOf(place)).then(
        (page) => {
          if (mine !== epoch.current) return;
          apply(() => opened(page));
          setGoal({ place });
          setBusy(null);
          const missed = (loaded.current as 'NO' | 'MISSED') === 'MISSED';
          loaded.current = 'YES';
          if (missed) catchUpLater.current();
        },
        (error: unknown) => {
          if (mine !== epoch.current) return;
          setFailure(toFailure(error));
          setBusy(null);
        },
      );
    },
    [ask, apply],
  );
  const first = useRef(start);
  useEffect(() => {
    // The page asked for at mounting is the state's beginning, not an answer to it.
    queueMicrotask(() => open(first.current));
    const openings = epoch;
    return () => {
      openings.current++;
    };
  }, [open]);

  const extend = useCallback(
    (way: 'EARLIER' | 'LATER') => {
      const { messages, hasEarlier, hasLater, through } = now.current;
      const edge = messages[0]?.sequence;
      if (busy || edge === undefined || !(way === 'EARLIER' ? hasEarlier : hasLater)) return;
      const mine = epoch.current;
      setBusy(way);
      ask(way === 'EARLIER' ? { beforeSequence: edge } : { afterSequence: through }).then(
        (page) => {
          if (mine === epoch.current) apply((each) => (way === 'EARLIER' ? withEarlier(each, page) : withLater(each, through, page)));
        },
        // Scrolling on asks again.
        () => undefined,
      ).finally(() => mine === epoch.current && setBusy(null));
    },
    [ask, apply, busy],
  );

  /** Loads what came after the last known message; one at a time, and once more for what came meanwhile. */
  const catchUp = useCallback(async () => {
    if (loaded.current !== 'YES') {
      loaded.current = 'MISSED';
      return;
    }
    if (catching.current !== 'NO') {
      catching.current = 'AGAIN';
      return;
    }
    try {
      do {
        catching.current = 'YES';
        const mine = epoch.current;
        for (let pages = 0; pages < CATCH_UP_PAGES && !now.current.hasLater; pages++) {
          const { through } = now.current;
          const page = await ask({ afterSequence: through });
          if (mine !== epoch.current) break;
          const more = page.hasLater && pages < CATCH_UP_PAGES - 1;
          apply((each) => withLater(each, through, more ? { ...page, hasLater: false } : page));
          if (!more) break;
        }
      } while ((catching.current as 'YES' | 'AGAIN') === 'AGAIN');
    } catch {
      // Asked for again with the next event, or when the connection is back.
    } finally {
      catching.current = 'NO';
    }
  }, [ask, apply]);

  const reload = useCallback(async () => {
    const ids = [...stale.current];
    stale.current.clear();
    await Promise.all(
      ids.map(async (id) => {
        const message = await source.message(id).catch(() => undefined);
        if (message === undefined) stale.current.add(id);
        if (message === null) apply((each) => without(each, id));
        else if (message && (threadId === null || message.threadId === threadId)) apply((each) => withMessage(each, message));
      }),
    );
  }, [source, apply, threadId]);

  useEffect(() => {
    catchUpLater.current = () => void catchUp();
    const back = () => {
      void catchUp();
      void reload();
    };
    window.addEventListener('online', back);
    return () => window.removeEventListener('online', back);
  }, [catchUp, reload]);

  useRecordChanges({
    recordId: channelId,
    onChange: ({ subject, id, type, kind }) => {
      if (subject !== 'message' || !id) return;
      if (type === 'REMOVED') apply((each) => without(each, id));
      else if (now.current.messages.some((message) => message.id === id)) {
        stale.current.add(id);
        queueMicrotask(() => void reload());
      } else if (kind === 'message.posted' || type === 'ENTERED') {
        if (now.current.hasLater) apply(behind);
        else void catchUp();
      }
    },
    onResync: () => {
      // Rights changed, or too much was missed: nothing that is shown can be relied on.
      loaded.current = 'NO';
      open({ at: 'LATEST' });
    },
  });

  const put = useCallback((message: ChatMessage) => {
    if (message.channelId !== channelId || (threadId !== null && message.threadId !== threadId)) return;
    apply((each) => withMessage(each, message));
    void catchUp();
  }, [apply, catchUp, channelId, threadId]);
  const loadEarlier = useCallback(() => extend('EARLIER'), [extend]);
  const loadLater = useCallback(() => extend('LATER'), [extend]);

  return useMemo(
    () => ({ ...stretch, loading: busy === 'OPENING', failure, loadingEarlier: busy === 'EARLIER', loadingLater: busy === 'LATER', goal, loadEarlier, loadLater, open, put }),
    [stretch, busy, failure, goal, loadEarlier, loadLater, open, put],
  );
}
