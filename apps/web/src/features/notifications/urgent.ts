import type { NotificationRowFragment } from '@/gql/notifications/bell';

/** Urgent news that came while the person is here, the newest last; a tiny store outside React. */
let shown: readonly NotificationRowFragment[] = [];
const EMPTY: readonly NotificationRowFragment[] = [];
const watchers = new Set<() => void>();

function set(next: readonly NotificationRowFragment[]): void {
  shown = next;
  for (const watcher of watchers) watcher();
}

export const urgentNews = {
  get: (): readonly NotificationRowFragment[] => shown,
  getServer: (): readonly NotificationRowFragment[] => EMPTY,
  subscribe(watcher: () => void): () => void {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  },
  /** Once each: what is told again replaces what was shown. */
  add(news: NotificationRowFragment): void {
    set([...shown.filter(({ id }) => id !== news.id), news]);
  },
  drop(id: string): void {
    if (shown.some((each) => each.id === id)) set(shown.filter((each) => each.id !== id));
  },
};
