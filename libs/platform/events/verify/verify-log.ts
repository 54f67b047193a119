import type { ClientBase } from 'pg';
import type { AuditKey } from '../seal/audit-key.js';
import { walkChain } from './chain-walk.js';
import type { Finding } from './findings.js';
import { readSignedHeads } from './signed-heads-file.js';

/** What to compare the log with. */
export interface Witnesses {
  /** Files of signed heads. */
  files: readonly string[];
  keys: readonly AuditKey[];
}

export interface LogReport {
  organizations: number;
  events: number;
  /** Events that come before a signed head of their organization. */
  signedEvents: number;
  signedHeads: number;
  findings: Finding[];
}

/**
 * Verifies every organization's chain as the owner, in one snapshot; changes nothing. Of each organization the first bad row
 * is named.
 *
 * @param progress is told of each organization that was walked
 */
export async function verifyLog(owner: ClientBase, witnesses: Witnesses, progress: (organizationId: string, events: number) => void = () => undefined): Promise<LogReport> {
  const known = await readSignedHeads(witnesses.files, witnesses.keys);
  const report: LogReport = { organizations: 0, events: 0, signedEvents: 0, signedHeads: known.lines, findings: [...known.findings] };
  await owner.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    for (const organizationId of await organizations(owner, [...known.byOrganization.keys()])) {
      const walk = await walkChain(owner, organizationId, known.byOrganization.get(organizationId) ?? []);
      report.organizations += 1;
      report.events += walk.events;
      report.signedEvents += walk.signedUpTo;
      if (walk.finding) report.findings.push(walk.finding);
      progress(organizationId, walk.events);
    }
    report.findings.push(...(await unplaced(owner)));
  } finally {
    await owner.query('ROLLBACK');
  }
  return report;
}

/** Whoever has positions, a head, or once had a signed one. */
async function organizations(owner: ClientBase, signed: readonly string[]): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `WITH RECURSIVE chained AS (
       (SELECT organization_id AS id FROM event_position ORDER BY 1 LIMIT 1)
       UNION ALL SELECT (SELECT p.organization_id FROM event_position p WHERE p.organization_id > c.id ORDER BY 1 LIMIT 1) FROM chained c WHERE c.id IS NOT NULL)
     SELECT id::text FROM (SELECT id FROM chained WHERE id IS NOT NULL UNION SELECT organization_id FROM organization_position
       UNION SELECT unnest($1::text[])::uuid) every ORDER BY 1`,
    [signed],
  );
  return rows.map(({ id }) => id);
}

/** Events that were put in, or lost their position: the first of each organization. */
async function unplaced(owner: ClientBase): Promise<Finding[]> {
  const { rows } = await owner.query<{ organization_id: string; id: string; kind: string }>(
    `SELECT DISTINCT ON (e.organization_id) e.organization_id, e.id::text, e.kind FROM event e
     LEFT JOIN event_position p ON p.event_id = e.id LEFT JOIN event_pending w ON w.event_id = e.id
     WHERE p.event_id IS NULL AND w.event_id IS NULL ORDER BY e.organization_id, e.id`,
  );
  return rows.map((row) => ({
    damage: 'POSITION_MISSING', organizationId: row.organization_id, position: null, eventId: row.id, what: `the ${row.kind} event has no position and waits for none`,
  }));
}
