'use client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type ActivityFactsFragment, ActivityDocument, type ActivityFilter } from '@/gql/activity/activity';
import type { RecordChangesSubscription } from '@/gql/graphql/record-changes';
import { type Failure, toFailure, useResumableSubscription } from '@/graphql';
import { ACTIVITY_SUBJECTS } from './activity-words';
import { emptyStream, opened, type Stream, withNews, withoutRecord, withOlder, withTop } from './stream';

export type Entry = ActivityFactsFragment;

export interface Activity {
  entries: readonly Entry[];
  /** How many wait to be shown. */
  news: number;
  /** More wait than are counted. */
  manyNews: boolean;
  loading: boolean;
  loadingMore: boolean;
  failure: Failure | null;
  more: boolean;
  loadMore: () => void;
  showNews: () => void;
  reload: () => void;
}

const PAGE = 50;
/** Several things happen at once when somebody finishes something: one question for all of them. */
const TOGETHER_MS = 250;
/** Between two questions while a lot happens: the first answer comes at once, then the server is left in peace. */
const PACE_MS = 1_500;
/** After a question that was not answered. */
const AGAIN_MS = 3_000;
/** A page may be empty although older ones are not: so many are asked for by themselves. */
const EMPTY_PAGES = 4;

const loadDocument = () => import('@/gql/graphql/record-changes').then((module) => module.RecordChangesDocument);
const select = (data: RecordChangesSubscription) => data.recordChanges;

/** The stream: page by page, live, complete also after a lost connection. Give its screen a `key` per filter: it starts once. */
export function useActivity(filter: ActivityFilter, first = PAGE): Activity {
  const client = useApolloClient();
  const [stream, setStream] = useState<Stream<Entry>>(emptyStream);
  const [busy, setBusy] = useState<'OPENING' | 'MORE' | null>('OPENING');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [from, setFrom] = useState<string | null>(null);
  const now = useRef<Stream<Entry>>(emptyStream);
  const asked = useRef({ filter, first });
  const loaded = useRef(false);
  const gone = useRef(false);

  const apply = useCallback((change: (stream: Stream<Entry>) => Stream<Entry>) => {
    now.current = change(now.current);
    if (!gone.current) setStream(now.current);
  }, []);
  const ask = useCallback(async (after: string | null) => {
    const { data } = await client.query({ query: ActivityDocument, variables: { ...asked.current, after }, fetchPolicy: 'no-cache' });
    if (!data) throw new Error('The stream gave no answer.');
    return data.activity;
  }, [client]);
  const askPages = useCallback(async (after: string | null) => {
    let page = await ask(after);
    const { position } = page;
    for (let pages = 1; pages < EMPTY_PAGES && page.nodes.length === 0 && page.pageInfo.hasNextPage; pages++) page = await ask(page.pageInfo.endCursor);
    return { ...page, position };
  }, [ask]);

  const reload = useCallback(() => {
    setBusy('OPENING');
    setFailure(null);
    askPages(null).then(
      (page) => {
        loaded.current = true;
        setFrom((position) => position ?? page.position);
        apply(() => opened(page));
      },
      (error: unknown) => setFailure(toFailure(error)),
    ).finally(() => setBusy(null));
  }, [askPages, apply]);
  useEffect(() => {
    gone.current = false;
    queueMicrotask(reload);
    return () => {
      gone.current = true;
    };
  }, [reload]);

  const loadMore = useCallback(() => {
    if (busy || !now.current.more) return;
    setBusy('MORE');
    setFailure(null);
    askPages(now.current.cursor).then((page) => apply((each) => withOlder(each, page)), (error: unknown) => setFailure(toFailure(error))).finally(() => setBusy(null));
  }, [askPages, apply, busy]);

  const top = useTop(useCallback(async () => {
    // What happens while the first page is under way is asked for once it is here.
    if (!loaded.current) return false;
    const page = await ask(null);
    apply((each) => withTop(each, page));
    return true;
  }, [ask, apply]));
  // From where the log stood when the first page was read: nothing falls between the page and the stream.
  useResumableSubscription(loadDocument, { recordId: null, subjects: ACTIVITY_SUBJECTS }, {
    select,
    after: from,
    skip: from === null,
    onEvent: ({ type, id }) => {
      if (type === 'REMOVED' && id) apply((each) => withoutRecord(each, id));
      top();
    },
    onResync: top,
  });

  return {
    entries: stream.entries, news: stream.news.length, manyNews: stream.fresh?.pageInfo.hasNextPage ?? false, loading: busy === 'OPENING' && stream.entries.length === 0,
    loadingMore: busy === 'MORE', failure, more: stream.more, loadMore, showNews: useCallback(() => apply(withNews), [apply]), reload,
  };
}

/** Asks again for what is on top: one question at a time, and one more for what came meanwhile. */
function useTop(ask: () => Promise<boolean>): () => void {
  const state = useRef<{ timer: ReturnType<typeof setTimeout> | null; running: boolean; again: boolean; over: boolean; asked: number }>({ timer: null, running: false, again: false, over: false, asked: 0 });
  useEffect(() => {
    const now = state.current;
    now.over = false;
    return () => {
      now.over = true;
      if (now.timer) clearTimeout(now.timer);
      now.timer = null;
    };
  }, []);
  return useCallback(() => {
    const now = state.current;
    const start = (ms: number) => {
      now.timer = setTimeout(() => {
        now.timer = null;
        now.running = true;
        now.again = false;
        now.asked = performance.now();
        ask().then((answered) => (answered && !now.again ? null : answered ? PACE_MS : TOGETHER_MS), () => AGAIN_MS).then((next) => {
          now.running = false;
          if (next !== null && !now.over) start(next);
        }, () => undefined);
      }, ms);
    };
    if (now.running) now.again = true;
    else if (!now.timer) start(Math.max(TOGETHER_MS, now.asked === 0 ? 0 : now.asked + PACE_MS - performance.now()));
  }, [ask]);
}
