import { newId } from '@throughline/platform/kernel';
import type { TestDepartment, TestOrganization } from '@throughline/testing';

interface Sql { query(sql: string, parameters?: unknown[]): Promise<unknown> }

/** An approved project that its client sees, as its department has it. @returns its id */
export async function insertProject(owner: Sql, organization: TestOrganization, customerId: string, options: { department?: TestDepartment; shared?: boolean; ownerId?: string } = {}): Promise<string> {
  const id = newId();
  await owner.query(
    `INSERT INTO project (id, organization_id, number, name, status, customer_id, currency, department_id, shared_with_client, approved_at, owner_id)
     VALUES ($1, $2, $3, 'Bakery website', 'IN_PROGRESS', $4, 'USD', $5, $6, now(), $7)`,
    [id, organization.id, `PRJ-${id.slice(-8)}`, customerId, organization.departments[options.department ?? 'web'], options.shared ?? true, options.ownerId ?? null],
  );
  return id;
}

/** The channel of a project, with a side for its client. @returns its id */
export async function insertProjectChannel(owner: Sql, organizationId: string, projectId: string): Promise<string> {
  const id = newId();
  await owner.query(
    `INSERT INTO channel (id, organization_id, kind, name, record_subject, record_id, two_sided) VALUES ($1, $2, 'PROJECT', 'Bakery website', 'project', $3, true)`, [id, organizationId, projectId],
  );
  return id;
}

/** A private channel of some people. @returns its id */
export async function insertPrivateChannel(owner: Sql, organizationId: string, userIds: readonly string[], kind: 'PRIVATE' | 'DIRECT' = 'PRIVATE'): Promise<string> {
  const id = newId();
  await owner.query(`INSERT INTO channel (id, organization_id, kind, name, direct_key) VALUES ($1, $2, $3, 'Among us', $4)`, [id, organizationId, kind, kind === 'DIRECT' ? id : null]);
  await owner.query(`INSERT INTO channel_member (organization_id, channel_id, user_id, role) SELECT $1, $2, person, 'OWNER' FROM unnest($3::uuid[]) AS person`, [organizationId, id, userIds]);
  return id;
}
