'use client';
import { useCallback, useState } from 'react';
import { FinishNotificationsDocument, MarkNotificationsReadDocument, SnoozeNotificationsDocument } from '@/gql/notifications/inbox';
import { FailureError, useMutationWithIdempotency } from '@/graphql';
import { notify } from '@/ui';
import { urgentNews } from './urgent';

/** At most as many as the server takes at once. */
const AT_ONCE = 200;

/** What can be done with notifications; each is drawn at once and taken back with the reason when it is refused. */
export interface Settle {
  /** Gone from the list before the server has said so. */
  gone: ReadonlySet<string>;
  /** Drawn as read or unread before the server has said so. */
  read: ReadonlyMap<string, boolean>;
  finish: (ids: readonly string[], done: boolean) => Promise<void>;
  snooze: (ids: readonly string[], until: Date | null) => Promise<void>;
  mark: (ids: readonly string[], read: boolean) => Promise<void>;
}

const wordOf = (count: number) => (count === 1 ? 'Notification' : `${count} notifications`);

/** @param onChanged after each change: load again what is shown */
export function useSettle(onChanged: () => void): Settle {
  const finishing = useMutationWithIdempotency(FinishNotificationsDocument, (data) => data.finishNotifications).run;
  const snoozing = useMutationWithIdempotency(SnoozeNotificationsDocument, (data) => data.snoozeNotifications).run;
  const marking = useMutationWithIdempotency(MarkNotificationsReadDocument, (data) => data.markNotificationsRead).run;
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [read, setRead] = useState<ReadonlyMap<string, boolean>>(new Map());
  const bring = useCallback((ids: readonly string[]) => setGone((now) => new Set([...now].filter((id) => !ids.includes(id)))), []);

  const finish = useCallback(
    async (all: readonly string[], done: boolean) => {
      const ids = all.slice(0, AT_ONCE);
      setGone((now) => new Set([...now, ...ids]));
      ids.forEach(urgentNews.drop);
      const outcome = await finishing({ input: { ids, done } });
      if (!outcome.ok) {
        bring(ids);
        return notify.error('Not settled', outcome.failure.message);
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
    async (all: readonly string[], until: Date | null) => {
      const ids = all.slice(0, AT_ONCE);
      setGone((now) => new Set([...now, ...ids]));
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
  return { gone, read, finish, snooze, mark };
}
