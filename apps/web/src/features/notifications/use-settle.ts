'use client';
import { useCallback, useState } from 'react';
import { FinishNotificationsDocument, MarkNotificationsReadDocument, SnoozeNotificationsDocument } from '@/gql/notifications/inbox';
import { FailureError, useMutationWithIdempotency } from '@/graphql';
import { notify } from '@/ui';
import { urgentNews } from './urgent';

/** At most as many as the server takes at once. */
const AT_ONCE = 200;

/** What is settled: a notification as it was seen. */
export interface Settled {
  id: string;
  version: number;
}

/** What can be done with notifications; each is drawn at once and taken back with the reason when it is refused. */
export interface Settle {
  /** Gone from the list before the server has said so; back as soon as the server tells something newer of it. */
  isGone: (row: Settled) => boolean;
  /** Drawn as read or unread before the server has said so. */
  read: ReadonlyMap<string, boolean>;
  finish: (rows: readonly Settled[], done: boolean) => Promise<void>;
  snooze: (rows: readonly Settled[], until: Date | null) => Promise<void>;
  mark: (ids: readonly string[], read: boolean) => Promise<void>;
}

const wordOf = (count: number) => (count === 1 ? 'Notification' : `${count} notifications`);

/** @param onChanged after each change: load again what is shown */
export function useSettle(onChanged: () => void): Settle {
  const finishing = useMutationWithIdempotency(FinishNotificationsDocument, (data) => data.finishNotifications).run;
  const snoozing = useMutationWithIdempotency(SnoozeNotificationsDocument, (data) => data.snoozeNotifications).run;
  const marking = useMutationWithIdempotency(MarkNotificationsReadDocument, (data) => data.markNotificationsRead).run;
  const [gone, setGone] = useState<ReadonlyMap<string, number>>(new Map());
  const [read, setRead] = useState<ReadonlyMap<string, boolean>>(new Map());
  const bring = useCallback((ids: readonly string[]) => setGone((now) => new Map([...now].filter(([id]) => !ids.includes(id)))), []);

  const finish = useCallback(
    async (all: readonly Settled[], done: boolean) => {
      const rows = all.slice(0, AT_ONCE);
      const ids = rows.map(({ id }) => id);
      setGone((now) => new Map([...now, ...rows.map(({ id, version }) => [id, version] as const)]));
      ids.forEach(urgentNews.drop);
      const outcome = await finishing({ input: { ids, done } });
      if (!outcome.ok) {
        bring(ids);
        return notify.error('Not marked as done', outcome.failure.message);
      }
      notify.undoable(`${wordOf(ids.length)} ${done ? 'done' : 'back in the inbox'}`, async () => {
        const back = await finishing({ input: { ids, done: !done } });
        bring(ids);
        onChanged();
        if (!back.ok) throw new FailureError(back.failure);
      });
      onChanged();
    },
    [finishing, bring, onChanged],
  );
  const snooze = useCallback(
    async (all: readonly Settled[], until: Date | null) => {
      const rows = all.slice(0, AT_ONCE);
      const ids = rows.map(({ id }) => id);
      setGone((now) => new Map([...now, ...rows.map(({ id, version }) => [id, version] as const)]));
      ids.forEach(urgentNews.drop);
      const outcome = await snoozing({ input: { ids, until: until?.toISOString() ?? null } });
      if (!outcome.ok) {
        bring(ids);
        return notify.error('Not put off', outcome.failure.message);
      }
      if (until) {
        notify.undoable(`${wordOf(ids.length)} put off`, async () => {
          const back = await snoozing({ input: { ids, until: null } });
          bring(ids);
          onChanged();
          if (!back.ok) throw new FailureError(back.failure);
        });
      }
      onChanged();
    },
    [snoozing, bring, onChanged],
  );
  const mark = useCallback(
    async (all: readonly string[], asRead: boolean) => {
      const ids = all.slice(0, AT_ONCE);
      setRead((now) => new Map([...now, ...ids.map((id) => [id, asRead] as const)]));
      const outcome = await marking({ input: { ids, read: asRead } });
      if (!outcome.ok) notify.error('Not marked', outcome.failure.message);
      onChanged();
      setRead((now) => new Map([...now].filter(([id]) => !ids.includes(id))));
    },
    [marking, onChanged],
  );
  const isGone = useCallback(({ id, version }: Settled) => (gone.get(id) ?? -1) >= version, [gone]);
  return { isGone, read, finish, snooze, mark };
}
