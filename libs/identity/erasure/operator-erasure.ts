import { OperatorRefusal } from '@throughline/identity/organizations';
import type { EraseSql } from '@throughline/platform/events';
import { erasePerson, PERSON_TABLES, type PersonSubject } from './erase-person.js';

/**
 * Takes somebody out of an organization's history for whoever runs the installation; runs in the caller's transaction.
 *
 * @returns what they are, and how many events were touched
 * @throws OperatorRefusal for an id of nobody, somebody who can still sign in, or without a reason
 */
export async function eraseAsOperator(sql: EraseSql, organizationId: string, id: string, reason: string): Promise<{ subject: PersonSubject; events: number }> {
  if (reason.trim() === '') throw new OperatorRefusal('Say why: --reason "Asked for it". It stays in the log, so name nobody.');
  const subject = await subjectOf(sql, organizationId, id);
  if (!subject) throw new OperatorRefusal('There is no lead, contact or person with this id in the organization.');
  if (subject === 'user') {
    const [user] = (await sql.query('SELECT status FROM user_account WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE', [organizationId, id])) as { status: string }[];
    if (user?.status !== 'INACTIVE') throw new OperatorRefusal('This person can still sign in. Have them deactivated first.');
  }
  await sql.query("SELECT set_config('app.organization_id', $1, true)", [organizationId]);
  const { told, events } = await erasePerson(sql, organizationId, { subject, id }, reason.trim());
  const recorded = told.map(({ kind, subject: about, subjectId, related, access, changes }) => ({
    kind, subject: about, subject_id: subjectId, related, actor_tier: 'SYSTEM', access_before: access.before, access_after: access.after, changes,
  }));
  if (recorded.length > 0) await sql.query('SELECT app.record_events($1::jsonb)', [JSON.stringify(recorded)]);
  return { subject, events };
}

async function subjectOf(sql: EraseSql, organizationId: string, id: string): Promise<PersonSubject | null> {
  for (const [subject, table] of Object.entries(PERSON_TABLES) as [PersonSubject, string][]) {
    const found = (await sql.query(`SELECT 1 FROM ${table} WHERE organization_id = $1 AND id::text = $2`, [organizationId, id])) as unknown[];
    if (found.length > 0) return subject;
  }
  return null;
}
