/** How an inbox is laid out: by day, by what it is about, or by the record. */

export type Grouping = 'day' | 'kind' | 'record';

/** What grouping looks at. */
export interface Groupable {
  id: string;
  kind: string;
  createdAt: string;
  subject?: string | null;
  recordId?: string | null;
}

export interface NotificationGroup<Row> {
  id: string;
  /** `day`: today, yesterday or a date; `kind`: the kind; `record`: the newest one's title is drawn instead. */
  key: string;
  rows: Row[];
}

/** `2026-11-21` in the zone. */
export function dayOf(moment: string | Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(moment));
}

/** How far a day lies back, in words for the last two; else null. */
export function dayWord(key: string, now: Date, timeZone: string): string | null {
  if (key === dayOf(now, timeZone)) return 'Today';
  return key === dayOf(new Date(now.getTime() - 24 * 60 * 60_000), timeZone) ? 'Yesterday' : null;
}

/** Rows in groups; groups and rows keep the order in which they came (the newest first). */
export function groupNotifications<Row extends Groupable>(rows: readonly Row[], by: Grouping, timeZone: string): NotificationGroup<Row>[] {
  const groups = new Map<string, NotificationGroup<Row>>();
  for (const row of rows) {
    const key = by === 'day' ? dayOf(row.createdAt, timeZone) : by === 'kind' ? row.kind : row.recordId ? `${row.subject}:${row.recordId}` : `none:${row.kind}`;
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { id: `${by}-${key}`, key, rows: [row] });
  }
  return [...groups.values()];
}
