import type { Client } from 'pg';
import { type Deed, isAsked, isPermitted } from './permitted.js';
import type { Window } from './faults.js';
import type { Listener } from './listener.js';

/** What the comparison found; all but `expected`, `delivered` and the latencies must be 0. */
export interface Findings {
  expected: number;
  delivered: number;
  lost: number;
  doubled: number;
  reordered: number;
  leaked: number;
  resyncs: number;
  /** A position whose event in the log is another one. */
  misnamed: number;
  /** Acknowledged and not in the log. */
  writesLost: number;
  /** In the log more often than done. */
  writesDoubled: number;
  gaps: number;
  /** Messages whose number in their channel and position in the log disagree. */
  channelDisorder: number;
  /** Milliseconds from sending to the screen, outside faults, sorted. */
  latencies: number[];
}

/** One event of the log. */
export interface Logged { position: number; subject: string; id: string }

export async function readLog(client: Client, organizationId: string): Promise<{ log: Logged[]; gaps: number; channelDisorder: number }> {
  const { rows } = await client.query<{ position: string; subject: string; id: string }>(
    'SELECT p.position, e.subject, e.subject_id AS id FROM event_position p JOIN event e ON e.id = p.event_id WHERE p.organization_id = $1 ORDER BY p.position', [organizationId]);
  const { rows: [disorder] } = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (
       SELECT m.sequence, row_number() OVER (PARTITION BY m.channel_id ORDER BY p.position) AS place FROM message m
       JOIN event e ON e.organization_id = m.organization_id AND e.subject_id = m.id AND e.kind = 'message.posted' JOIN event_position p ON p.event_id = e.id
       WHERE m.organization_id = $1) numbered WHERE sequence <> place`, [organizationId]);
  const log = rows.map(({ position, subject, id }) => ({ position: Number(position), subject, id }));
  return { log, gaps: log.filter(({ position }, index) => position !== index + 1).length, channelDisorder: disorder?.count ?? 0 };
}

const ident = (subject: string, id: string): string => `${subject} ${id}`;

/** How often each record was written. */
function tally(items: readonly { subject: string; id: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { subject, id } of items) counts.set(ident(subject, id), (counts.get(ident(subject, id)) ?? 0) + 1);
  return counts;
}

/**
 * Compares what everybody was told with what was done and with the log itself: with the deeds for what was owed to whom, with the
 * log for which position it had.
 */
export function compare(listeners: readonly Listener[], deeds: readonly Deed[], read: { log: Logged[]; gaps: number; channelDisorder: number }, from: number, windows: readonly Window[]): Findings {
  const found: Findings = {
    expected: 0, delivered: 0, lost: 0, doubled: 0, reordered: 0, leaked: 0, resyncs: 0, misnamed: 0, writesLost: 0, writesDoubled: 0, gaps: read.gaps, channelDisorder: read.channelDisorder, latencies: [],
  };
  const written = read.log.filter(({ position, subject }) => position > from && (subject === 'message' || subject === 'task'));
  const at = new Map(written.map((event) => [event.position, event]));
  compareWrites(found, tally(deeds), tally(written));
  const deedAt = deedsByPosition(deeds, written);
  for (const listener of listeners) compareOne(found, listener, deeds, at, deedAt, windows);
  found.latencies.sort((a, b) => a - b);
  return found;
}

function compareWrites(found: Findings, done: Map<string, number>, logged: Map<string, number>): void {
  for (const key of new Set([...done.keys(), ...logged.keys()])) {
    found.writesLost += Math.max(0, (done.get(key) ?? 0) - (logged.get(key) ?? 0));
    found.writesDoubled += Math.max(0, (logged.get(key) ?? 0) - (done.get(key) ?? 0));
  }
}

/** The deeds on one record come from one writer, one after the other: the n-th event is the n-th deed. */
function deedsByPosition(deeds: readonly Deed[], written: readonly Logged[]): Map<number, Deed> {
  const waiting = new Map<string, Deed[]>();
  for (const deed of deeds) waiting.set(ident(deed.subject, deed.id), [...(waiting.get(ident(deed.subject, deed.id)) ?? []), deed]);
  const found = new Map<number, Deed>();
  for (const { position, subject, id } of written) {
    const deed = waiting.get(ident(subject, id))?.shift();
    if (deed) found.set(position, deed);
  }
  return found;
}

function compareOne(found: Findings, { person, question, told, resyncs }: Listener, deeds: readonly Deed[], at: ReadonlyMap<number, Logged>, deedAt: ReadonlyMap<number, Deed>, windows: readonly Window[]): void {
  const owed = tally(deeds.filter((deed) => isPermitted(person, deed) && isAsked(question, deed)));
  const seen = new Set<number>();
  const once = told.filter(({ position }) => !seen.has(position) && seen.add(position));
  const heard = tally(once);
  found.expected += [...owed.values()].reduce((sum, count) => sum + count, 0);
  found.delivered += told.length;
  found.resyncs += resyncs;
  found.doubled += told.length - once.length;
  let highest = 0;
  for (const { position } of once) {
    if (position < highest) found.reordered++;
    highest = Math.max(highest, position);
  }
  for (const [key, count] of owed) {
    found.lost += Math.max(0, count - (heard.get(key) ?? 0));
    found.doubled += Math.max(0, (heard.get(key) ?? 0) - count);
  }
  for (const [key, count] of heard) if (!owed.has(key)) found.leaked += count;
  for (const each of once) {
    const logged = at.get(each.position);
    if (logged?.subject !== each.subject || logged.id !== each.id) found.misnamed++;
    const deed = deedAt.get(each.position);
    // What was sent before this connection had subscribed was caught up; what a fault touched says nothing of ordinary days.
    if (deed?.smooth && each.since + CALM_MS < deed.sentAt && !windows.some(({ from, to }) => from <= each.at && deed.sentAt <= to)) found.latencies.push(each.at - deed.sentAt);
  }
}

/** A new subscription needs a moment to be live. */
const CALM_MS = 100;
