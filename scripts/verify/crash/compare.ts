import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';
import { recountWorkTrees } from '@throughline/delivery/progress';
import type { Writer } from './mutations.js';

/** What the database holds against what was acknowledged. */
export interface CrashFigures {
  /** Acknowledged and not there. */
  lost: number;
  /** There more often than it was asked for. */
  doubled: number;
  recountDifferences: number;
  /** Of tasks. */
  taskEvents: number;
  gapFree: boolean;
  /** Creations that a killed process had committed and not answered: what the retries are about. */
  doneUnanswered: number;
}

const PATIENCE_MS = 30_000;

/** @throws Error when the relay does not come to an end */
export async function compare(client: Client, organizationId: string, writers: readonly Writer[]): Promise<CrashFigures> {
  const figures: CrashFigures = { lost: 0, doubled: 0, recountDifferences: 0, taskEvents: 0, gapFree: false, doneUnanswered: 0 };
  for (const { created, tasks } of writers) {
    for (const { id, title, firstFailure } of created) {
      const { rows } = await client.query<{ id: string; made: number; events: number }>(
        `SELECT t.id, extract(epoch FROM t.created_at)::float8 * 1000 AS made, (SELECT count(*)::int FROM event e WHERE e.organization_id = $1 AND e.subject_id = t.id) AS events
         FROM task t WHERE t.organization_id = $1 AND t.title = $2`, [organizationId, title]);
      const answered = rows.find((row) => row.id === id);
      count(figures, answered ? 1 : 0, 1);
      count(figures, rows.length, 1);
      count(figures, answered?.events ?? 0, 1);
      if (answered && firstFailure !== null && answered.made < firstFailure) figures.doneUnanswered++;
    }
    for (const { id, acknowledged } of tasks) {
      const { rows: [row] } = await client.query<{ version: number; events: number }>(
        'SELECT version, (SELECT count(*)::int FROM event e WHERE e.organization_id = $1 AND e.subject_id = t.id) AS events FROM task t WHERE t.organization_id = $1 AND t.id = $2', [organizationId, id]);
      count(figures, (row?.version ?? 0) - 1, acknowledged);
      count(figures, row?.events ?? 0, acknowledged);
    }
  }
  figures.recountDifferences = (await recountWorkTrees(client, organizationId)).differences.length;
  return { ...figures, ...(await positions(client, organizationId)) };
}

function count(figures: CrashFigures, found: number, wanted: number): void {
  figures.lost += Math.max(0, wanted - found);
  figures.doubled += Math.max(0, found - wanted);
}

/** Every event has one position, and the positions run from 1 without a gap. */
async function positions(client: Client, organizationId: string): Promise<Pick<CrashFigures, 'taskEvents' | 'gapFree'>> {
  for (const from = Date.now(); ; await delay(50)) {
    const { rows: [row] } = await client.query<{ pending: number; events: number; ofTasks: number; positioned: number; last: string; distinct: number }>(
      `SELECT (SELECT count(*)::int FROM event_pending) AS pending, (SELECT count(*)::int FROM event WHERE organization_id = $1) AS events,
              (SELECT count(*)::int FROM event WHERE organization_id = $1 AND subject = 'task') AS "ofTasks",
              count(*)::int AS positioned, coalesce(max(position), 0) AS last, count(DISTINCT event_id)::int AS distinct FROM event_position WHERE organization_id = $1`, [organizationId]);
    if (row && row.pending === 0) {
      return { taskEvents: row.ofTasks, gapFree: row.positioned === row.events && row.distinct === row.events && Number(row.last) === row.events };
    }
    if (Date.now() - from > PATIENCE_MS) throw new Error('The relay does not give the last events their positions.');
  }
}
