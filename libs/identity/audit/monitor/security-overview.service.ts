import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, refuse } from '@throughline/platform/kernel';
import { modelNamed, recordNames } from '@throughline/platform/read';
import { MONITORED, MONITORED_KEYS, type MonitoredKey, SECURITY_KINDS } from '../security-kinds.js';

export interface MonitoredCount { key: MonitoredKey; count: number }
export interface MonitoredTotal extends MonitoredCount { before: number; kinds: readonly string[] }
export interface MonitoredHour extends MonitoredCount { at: Date }
export interface MonitoredSource { total: number; counts: MonitoredCount[] }
export interface MonitoredPerson extends MonitoredSource { userId: string; name: string | null }
export interface MonitoredAddress extends MonitoredSource { address: string }

export interface SecurityOverview {
  hours: number;
  totals: MonitoredTotal[];
  perHour: MonitoredHour[];
  people: MonitoredPerson[];
  addresses: MonitoredAddress[];
}

const WEEK = 168;
/** People and addresses with the most. */
const TOP = 10;

/** One row of refusals stands for several. */
const WEIGHT = `coalesce((CASE WHEN e.kind = 'access.refused' THEN d.changes->'count'->>'after' END)::integer, 1)`;
/** Of what happens at the door the account is the person; of everything else whoever did it. */
const PERSON = `CASE WHEN e.subject = 'user' AND e.kind LIKE 'user.%' THEN coalesce(e.actor_id, e.subject_id) ELSE e.actor_id END`;
const SINCE = `FROM event e LEFT JOIN event_detail d ON d.event_id = e.id AND e.kind = 'access.refused'
  WHERE e.organization_id = $1 AND e.kind = ANY($2) AND e.occurred_at >= now() - $3 * interval '1 hour'`;

const KEY_OF: ReadonlyMap<string, MonitoredKey> = new Map(MONITORED_KEYS.flatMap((key) => MONITORED[key].map((kind) => [kind, key] as const)));

/** What threatened the organization lately (AUD-04). */
@Injectable()
export class SecurityOverviewService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @param hours back from now, at most a week; totals also of as many hours before */
  overview(actor: Actor, hours: number): Promise<SecurityOverview> {
    if (hours < 1 || hours > WEEK) throw refuse('VALIDATION_FAILED', `Ask for 1 to ${WEEK} hours.`, 'hours');
    return this.unitOfWork.run(actor, async (work) => {
      const perHour = await hourly(work, hours);
      const people = await top<{ source: string }>(work, hours, PERSON);
      const addresses = await top<{ source: string }>(work, hours, 'e.address');
      const user = modelNamed('User');
      const names = await recordNames(work, actor, user ? new Map([[user, new Set(people.map(({ source }) => source))]]) : new Map());
      return {
        hours, ...totalsOf(perHour, hours),
        people: people.map(({ source, ...counted }) => ({ userId: source, name: names.get(source) ?? null, ...counted })),
        addresses: addresses.map(({ source, ...counted }) => ({ address: source, ...counted })),
      };
    });
  }
}

interface HourRow { kind: string; at: Date; count: number; recent: boolean }

/** Twice the time, so that it can be compared with the time before. */
function hourly(work: Work, hours: number): Promise<HourRow[]> {
  return work.query<HourRow>(
    `SELECT e.kind, date_trunc('hour', e.occurred_at) AS at, e.occurred_at >= now() - $4 * interval '1 hour' AS recent, sum(${WEIGHT})::integer AS count
     ${SINCE} GROUP BY 1, 2, 3 ORDER BY 2`, [work.actor.organizationId, SECURITY_KINDS, hours * 2, hours]);
}

function totalsOf(rows: readonly HourRow[], _hours: number): Pick<SecurityOverview, 'totals' | 'perHour'> {
  const totals = new Map<MonitoredKey, MonitoredTotal>(MONITORED_KEYS.map((key) => [key, { key, count: 0, before: 0, kinds: MONITORED[key] }]));
  const perHour = new Map<string, MonitoredHour>();
  for (const { kind, at, count, recent } of rows) {
    const key = KEY_OF.get(kind);
    const total = key && totals.get(key);
    if (!key || !total) continue;
    if (!recent) {
      total.before += count;
      continue;
    }
    total.count += count;
    const place = `${at.toISOString()} ${key}`;
    const hour = perHour.get(place);
    if (hour) hour.count += count;
    else perHour.set(place, { at, key, count });
  }
  return { totals: [...totals.values()], perHour: [...perHour.values()] };
}

async function top<Row extends { source: string }>(work: Work, hours: number, source: string): Promise<(Row & MonitoredSource)[]> {
  const rows = await work.query<Row & { total: number; kinds: Record<string, number> }>(
    `WITH counted AS (SELECT ${source} AS source, e.kind, sum(${WEIGHT})::integer AS count ${SINCE} GROUP BY 1, 2)
     SELECT source::text, sum(count)::integer AS total, jsonb_object_agg(kind, count) AS kinds FROM counted WHERE source IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${TOP}`,
    [work.actor.organizationId, SECURITY_KINDS, hours],
  );
  return rows.map(({ kinds, ...row }) => ({ ...row, counts: countsOf(kinds) }) as Row & MonitoredSource);
}

function countsOf(kinds: Readonly<Record<string, number>>): MonitoredCount[] {
  const counts = new Map<MonitoredKey, number>();
  for (const [kind, count] of Object.entries(kinds)) {
    const key = KEY_OF.get(kind);
    if (key) counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return [...counts].map(([key, count]) => ({ key, count }));
}
