import type { SqlRunner } from '@throughline/identity/access';
import { OperatorRefusal } from './organization-operator.js';

interface Person {
  id: string;
  organizationId: string;
  organization: string;
  enrolled: boolean;
}

/**
 * Takes a lost authenticator away, for whom nobody in the product can help: the superadmin. Their sessions end; their password is
 * asked for as before, and the next sign-in sets up a new authenticator. Runs in the caller's transaction, as the database's owner.
 *
 * @returns the organization's slug and how many sessions ended
 * @throws OperatorRefusal for an unknown address and for somebody without a second factor
 */
export async function resetSecondFactor(sql: SqlRunner, email: string): Promise<{ organization: string; sessions: number }> {
  const [person] = (await sql.query(
    `SELECT u.id, u.organization_id AS "organizationId", o.slug AS organization, EXISTS (
       SELECT 1 FROM second_factor f WHERE f.user_id = u.id AND f.enrolled_at IS NOT NULL) AS enrolled
     FROM user_account u JOIN organization o ON o.id = u.organization_id WHERE u.email = lower(btrim($1)) FOR NO KEY UPDATE OF u`, [email],
  )) as Person[];
  if (!person) throw new OperatorRefusal(`Nobody has the address ${email}.`);
  if (!person.enrolled) throw new OperatorRefusal(`${email} has no authenticator to take away.`);
  const whose = [person.organizationId, person.id];
  await sql.query('DELETE FROM recovery_code WHERE organization_id = $1 AND user_id = $2', whose);
  await sql.query('DELETE FROM second_factor WHERE organization_id = $1 AND user_id = $2', whose);
  const ended = await sql.query(`UPDATE session SET revoked_at = now(), revoked_reason = 'SECOND_FACTOR_CHANGED' WHERE organization_id = $1 AND user_id = $2 AND revoked_at IS NULL RETURNING id`, whose);
  const sessions = (ended as unknown[]).length;
  await sql.query("SELECT set_config('app.organization_id', $1, true)", [person.organizationId]);
  await sql.query('SELECT app.record_events($1::jsonb)', [JSON.stringify([{
    kind: 'user.secondFactorReset', subject: 'user', subject_id: person.id, related: [], actor_tier: 'SYSTEM', access_before: null, access_after: null,
    changes: { by: { before: null, after: 'OPERATOR' }, sessionsEnded: { before: null, after: sessions } },
  }])]);
  return { organization: person.organization, sessions };
}
