/** A page as the API gives it. */
export interface StreamPage<Entry> {
  nodes: readonly Entry[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** What is shown, and what waits above it to be shown. */
export interface Stream<Entry> {
  entries: readonly Entry[];
  /** Where older entries are asked for. */
  cursor: string | null;
  more: boolean;
  /** Newer entries, the newest first, until somebody wants to see them. */
  news: readonly Entry[];
  /** There is more new than one page holds: it takes the place of what is shown. */
  fresh: StreamPage<Entry> | null;
}

interface Numbered { id: string }

export const emptyStream: Stream<never> = { entries: [], cursor: null, more: false, news: [], fresh: null };

/** Numbers of events, as text. */
const isNewer = (one: string, other: string): boolean => one.length > other.length || (one.length === other.length && one > other);

export function opened<Entry extends Numbered>({ nodes, pageInfo }: StreamPage<Entry>): Stream<Entry> {
  return { entries: nodes, cursor: pageInfo.endCursor, more: pageInfo.hasNextPage, news: [], fresh: null };
}

export function withOlder<Entry extends Numbered>(stream: Stream<Entry>, { nodes, pageInfo }: StreamPage<Entry>): Stream<Entry> {
  const known = new Set(stream.entries.map(({ id }) => id));
  return { ...stream, entries: [...stream.entries, ...nodes.filter(({ id }) => !known.has(id))], cursor: pageInfo.endCursor ?? stream.cursor, more: pageInfo.hasNextPage };
}

/**
 * Takes in how the top of the stream looks now: what is new waits, what stood there in other words is replaced, what is not to be seen
 * any more goes. Where the page does not reach down to what is shown, nothing is pieced together: it will replace it.
 */
export function withTop<Entry extends Numbered>(stream: Stream<Entry>, page: StreamPage<Entry>): Stream<Entry> {
  const top = stream.entries[0]?.id;
  if (top === undefined) return page.nodes.length === 0 ? { ...stream, cursor: page.pageInfo.endCursor, more: page.pageInfo.hasNextPage } : { ...stream, news: page.nodes, fresh: page };
  const last = page.nodes.at(-1)?.id;
  const reaches = !page.pageInfo.hasNextPage || (last !== undefined && !isNewer(last, top));
  if (!reaches) return { ...stream, news: page.nodes, fresh: page };
  const now = new Map(page.nodes.map((entry) => [entry.id, entry]));
  const covered = (id: string): boolean => !page.pageInfo.hasNextPage || (last !== undefined && !isNewer(last, id));
  const entries = stream.entries.flatMap((entry) => {
    const present = now.get(entry.id);
    return present ? [present] : covered(entry.id) ? [] : [entry];
  });
  const shown = new Set(entries.map(({ id }) => id));
  // What was written early and told late belongs between what is shown: it waits with the others and falls into its place.
  return { ...stream, entries, news: page.nodes.filter(({ id }) => !shown.has(id)), fresh: null };
}

/** Shows what waited. */
export function withNews<Entry extends Numbered>(stream: Stream<Entry>): Stream<Entry> {
  if (stream.fresh) return opened(stream.fresh);
  const entries = [...stream.news, ...stream.entries].sort((one, other) => (isNewer(one.id, other.id) ? -1 : 1));
  return { ...stream, entries, news: [] };
}

/** Without what belongs to a record that is gone, or not to be seen any more. */
export function withoutRecord<Entry extends Numbered & { recordId: string }>(stream: Stream<Entry>, recordId: string): Stream<Entry> {
  const stays = (entry: Entry): boolean => entry.recordId !== recordId;
  return { ...stream, entries: stream.entries.filter(stays), news: stream.news.filter(stays), fresh: stream.fresh && { ...stream.fresh, nodes: stream.fresh.nodes.filter(stays) } };
}
