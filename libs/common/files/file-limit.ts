import { newId } from '@throughline/platform/kernel';

/** Runs a statement as the database's owner, who sees every organization. */
type OwnerSql = { query(text: string, parameters?: unknown[]): Promise<unknown> };

/**
 * How much room the files of an organization may take, from now on: the operator's word, in the operator's transaction. What is
 * there stays.
 *
 * @param bytes null for the installation's default
 */
export async function setFileLimit(sql: OwnerSql, organizationId: string, bytes: number | null): Promise<void> {
  const [before] = (await sql.query('SELECT limit_bytes AS "limit" FROM file_policy WHERE organization_id = $1 FOR NO KEY UPDATE', [organizationId])) as { limit: string | null }[];
  await sql.query(
    `INSERT INTO file_policy (id, organization_id, limit_bytes) VALUES ($1, $2, $3)
     ON CONFLICT ON CONSTRAINT uq_file_policy_organization DO UPDATE SET limit_bytes = excluded.limit_bytes, updated_at = now()`,
    [newId(), organizationId, bytes],
  );
  await sql.query("SELECT set_config('app.organization_id', $1, true)", [organizationId]);
  await sql.query('SELECT app.record_events($1::jsonb)', [JSON.stringify([{
    kind: 'organization.limited', subject: 'organization', subject_id: organizationId, related: [], actor_tier: 'SYSTEM',
    access_before: {}, access_after: {}, changes: { fileLimitBytes: { before: before?.limit ?? null, after: bytes === null ? null : String(bytes) } },
  }])]);
}
