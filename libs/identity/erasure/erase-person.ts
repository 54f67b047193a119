import { SECURITY } from '@throughline/platform/access';
import { type ErasedDetail, eraseDetails, type EraseSql, type ErasureProof } from '@throughline/platform/events';
import { newId } from '@throughline/platform/kernel';
import { fieldsNaming, type HeldChanges, identifyingValues, wordyFields } from './personal-values.js';

/** Kinds of records that are people, and where they lie. */
export const PERSON_TABLES = { user: 'user_account', contact: 'contact', lead: 'lead' } as const;
export type PersonSubject = keyof typeof PERSON_TABLES;

/** One of them. */
export interface Person {
  subject: PersonSubject;
  id: string;
}

/** One telling event for so many: a transaction over the work of years stays bearable. */
const AT_ONCE = 5_000;

interface HeldEvent {
  id: string;
  changes: HeldChanges;
  origin: boolean;
}

/** An event about the log itself. */
export interface TellingEvent {
  kind: 'history.erased';
  subject: string;
  subjectId: string;
  related: string[];
  access: { before: object; after: object };
  changes: Record<string, { before: null; after: unknown }>;
}

/**
 * Takes a person's values out of the history: what could be words in events about them, whatever event names them by address, number
 * or full name, and from where they themselves came. What happened, when, and by whom stays, and the chain still proves it.
 *
 * @param sql a transaction that the organization was entered in
 * @param reason kept for ever, in the telling events
 * @returns events to be recorded in the same transaction; none when there was nothing to erase
 */
export async function erasePerson(sql: EraseSql, organizationId: string, { subject, id }: Person, reason: string): Promise<{ told: TellingEvent[]; events: number }> {
  const own = await eventsAbout(sql, organizationId, id);
  const details = new Map<string, ErasedDetail>();
  for (const { id: event, changes, origin } of own) put(details, { event, fields: wordyFields(changes), origin });
  const values = identifyingValues([await recordOf(sql, organizationId, { subject, id }), ...own.flatMap(({ changes }) => [side(changes, 'before'), side(changes, 'after')])]);
  for (const { id: event, changes } of await eventsNaming(sql, organizationId, id, values)) put(details, { event, fields: fieldsNaming(changes, values), origin: false });
  for (const event of await eventsFrom(sql, organizationId, id)) put(details, { event, fields: [], origin: true });
  const all = [...details.values()];
  const told: TellingEvent[] = [];
  let events = 0;
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const erasureId = newId();
    const proof = await eraseDetails(sql, erasureId, all.slice(from, from + AT_ONCE));
    told.push(telling(erasureId, { subject, id }, reason, proof));
    events += proof.events;
  }
  return { told, events };
}

function put(details: Map<string, ErasedDetail>, { event, fields, origin }: ErasedDetail): void {
  const known = details.get(event);
  const all = { event, fields: [...new Set([...(known?.fields ?? []), ...(fields ?? [])])], origin: origin || (known?.origin ?? false) };
  if (all.fields.length > 0 || all.origin) details.set(event, all);
}

function telling(erasureId: string, { subject, id }: Person, reason: string, proof: ErasureProof): TellingEvent {
  const facts = { person: subject, reason, ...proof };
  return {
    kind: 'history.erased', subject: SECURITY, subjectId: erasureId, related: [id], access: { before: {}, after: {} },
    changes: Object.fromEntries(Object.entries(facts).map(([name, after]) => [name, { before: null, after }])),
  };
}

const side = (changes: HeldChanges, which: 'before' | 'after'): Record<string, unknown> => Object.fromEntries(Object.entries(changes).map(([field, change]) => [field, change[which]]));

async function recordOf(sql: EraseSql, organizationId: string, { subject, id }: Person): Promise<Record<string, unknown>> {
  const [row] = (await sql.query(`SELECT to_jsonb(t) AS record FROM ${PERSON_TABLES[subject]} t WHERE organization_id = $1 AND id = $2`, [organizationId, id])) as { record: Record<string, unknown> }[];
  return row?.record ?? {};
}

/** Their origin counts as the person's where nobody else is known to have done it: a form that they filled in, their own sign-in. */
async function eventsAbout(sql: EraseSql, organizationId: string, id: string): Promise<HeldEvent[]> {
  return (await sql.query(
    `SELECT e.id::text AS id, d.changes, (e.actor_id IS NULL OR e.actor_id = $2) AND (e.address IS NOT NULL OR e.user_agent IS NOT NULL) AS origin
     FROM event e JOIN event_detail d ON d.event_id = e.id WHERE e.organization_id = $1 AND e.subject_id = $2 ORDER BY e.id`,
    [organizationId, id],
  )) as HeldEvent[];
}

/** Looks through the whole log: rare, and nothing else would find them. */
async function eventsNaming(sql: EraseSql, organizationId: string, id: string, values: readonly string[]): Promise<HeldEvent[]> {
  if (values.length === 0) return [];
  return (await sql.query(
    `SELECT e.id::text AS id, d.changes FROM event_detail d JOIN event e ON e.id = d.event_id
     WHERE d.organization_id = $1 AND e.organization_id = $1 AND e.subject_id <> $2 AND EXISTS (SELECT 1 FROM unnest($3::text[]) v WHERE strpos(lower(d.changes::text), lower(v)) > 0)`,
    [organizationId, id, values.map((value) => JSON.stringify(value).slice(1, -1))],
  )) as HeldEvent[];
}

async function eventsFrom(sql: EraseSql, organizationId: string, id: string): Promise<string[]> {
  const rows = (await sql.query(
    'SELECT id::text AS id FROM event WHERE organization_id = $1 AND actor_id = $2 AND (address IS NOT NULL OR user_agent IS NOT NULL)', [organizationId, id])) as { id: string }[];
  return rows.map((row) => row.id);
}
