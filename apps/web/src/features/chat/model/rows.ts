import type { Outbox, OutgoingMessage } from './outbox';
import type { ChatMessage } from './types';

/** One line of the message list. Its key never changes while its message is there, so that the list keeps its place. */
export interface Row {
  key: string;
  message: ChatMessage | null;
  outgoing: OutgoingMessage | null;
  /** `YYYY-MM-DD` when a new day begins with it. */
  day: string | null;
  /** The line "New since …" stands above it. */
  firstNew: boolean;
  /** With author and time; the following ones of the same author hang below. */
  head: boolean;
}

export interface RowOptions {
  /** Read up to here when the channel was opened; null draws no line. */
  readThrough: number | null;
  viewerId: string;
  timeZone: string;
}

const TOGETHER_MS = 5 * 60_000;

/** The day of an instant in a zone, as `YYYY-MM-DD`. */
export function dayIn(timeZone: string): (instant: string) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return (instant) => format.format(new Date(instant));
}

/** What both kinds of line are compared by. */
interface Said {
  author: string | null;
  side: string;
  at: string;
  plain: boolean;
}

const saidOf = (message: ChatMessage): Said => ({ author: message.author?.id ?? null, side: message.side, at: message.createdAt, plain: !message.deletedAt });

/** Messages and what is on its way as lines: a separator for each day, one for what is new, and authors named once a group. */
export function rowsOf(messages: readonly ChatMessage[], onTheWay: Outbox, { readThrough, viewerId, timeZone }: RowOptions): Row[] {
  const dayOf = dayIn(timeZone);
  const rows: Row[] = [];
  let previous: (Said & { day: string }) | null = null;
  let marked = readThrough === null;
  const add = (key: string, said: Said, isNew: boolean, what: Pick<Row, 'message' | 'outgoing'>) => {
    const day = dayOf(said.at);
    const firstNew = isNew && !marked;
    if (firstNew) marked = true;
    const begins = previous === null || previous.day !== day;
    const together = !begins && !firstNew && previous !== null && previous.plain && said.plain && previous.author === said.author && previous.side === said.side && Date.parse(said.at) - Date.parse(previous.at) < TOGETHER_MS;
    rows.push({ key, ...what, day: begins ? day : null, firstNew, head: !together });
    previous = { ...said, day };
  };
  for (const message of messages) {
    const isNew = readThrough !== null && message.sequence > readThrough && message.author?.id !== viewerId;
    add(message.id, saidOf(message), isNew, { message, outgoing: null });
  }
  for (const outgoing of onTheWay) add(`outgoing:${outgoing.key}`, { author: viewerId, side: outgoing.side, at: outgoing.writtenAt, plain: true }, false, { message: null, outgoing });
  return rows;
}

/** "Today", "Yesterday", else the date in full. */
export function dayLabel(day: string, today: string, locale: string): string {
  const distance = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
  if (distance === 0 || distance === -1) {
    const word = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(distance, 'day');
    return word.charAt(0).toLocaleUpperCase(locale) + word.slice(1);
  }
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) }).format(new Date(`${day}T00:00:00Z`));
}
