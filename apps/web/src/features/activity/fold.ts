import { dayOf } from '../notifications/grouping';

/** What folding looks at. */
export interface Foldable {
  id: string;
  kind: string;
  subject: string;
  recordId: string;
  contextId: string | null;
  actorId: string | null;
  actorTier: string;
  occurredAt: string;
}

/** One line of the stream: several changes of one person on one record, or the same done to several records of one place. */
export interface ActivityLine<Entry> {
  /** The oldest entry's: it stays when newer ones join. */
  id: string;
  /** The newest first. */
  entries: Entry[];
}

export interface ActivityDay<Entry> {
  /** `2026-11-21` in the person's zone. */
  day: string;
  lines: ActivityLine<Entry>[];
}

/** Whoever comes back later begins a new line. */
const PAUSE_MS = 60 * 60_000;

/** Entries, the newest first, as days of lines; nothing is left out, and lines stand where their newest entry does. */
export function foldActivity<Entry extends Foldable>(entries: readonly Entry[], timeZone: string): ActivityDay<Entry>[] {
  const days: ActivityDay<Entry>[] = [];
  let open: ActivityLine<Entry>[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.occurredAt, timeZone);
    if (days.at(-1)?.day !== day) {
      days.push({ day, lines: [] });
      open = [];
    }
    // The line of the same person that went on last; others may have done something between.
    const line = open.find((each) => goesOn(each.entries, entry));
    if (line) {
      line.entries.push(entry);
      line.id = entry.id;
      continue;
    }
    const made = { id: entry.id, entries: [entry] };
    days.at(-1)?.lines.push(made);
    open = [made, ...open];
  }
  return days;
}

function goesOn(line: readonly Foldable[], entry: Foldable): boolean {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || first.actorId !== entry.actorId || first.actorTier !== entry.actorTier) return false;
  // Nobody is known to be the same person as another nobody.
  if (first.actorId === null && first.recordId !== entry.recordId) return false;
  if (Date.parse(last.occurredAt) - Date.parse(entry.occurredAt) > PAUSE_MS) return false;
  if (line.every(({ recordId }) => recordId === entry.recordId)) return true;
  return line.every(({ kind, contextId }) => kind === entry.kind && contextId === entry.contextId);
}
