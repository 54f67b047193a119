import type { AccessColumns, Work } from '@throughline/platform/database';
import { notFound, refuse } from '@throughline/platform/kernel';
import { Injectable } from '@nestjs/common';
import { requireRoom } from './user-limit.js';
import type { UserStatus, UserTier } from './user-account.entity.js';

/** A person as rules see them. */
export interface UserRow {
  id: string;
  version: number;
  name: string;
  email: string;
  title: string | null;
  tier: UserTier;
  status: UserStatus;
  customerId: string | null;
  departmentIds: string[];
  /** Keys of the roles they hold. */
  roleKeys: string[];
}

/** A role that somebody holds or shall hold. */
export interface RoleAssignment {
  roleId: string;
  /** null: wherever the person belongs. */
  departmentId: string | null;
}

export const userAccess = ({ id, customerId }: Pick<UserRow, 'id' | 'customerId'>): AccessColumns => ({ ownerId: id, customerId });

const PERSON = `
  SELECT u.id, u.version, u.name, u.email, u.title, u.tier, u.status, u.customer_id AS "customerId",
    ARRAY(SELECT department_id FROM user_department d WHERE d.organization_id = u.organization_id AND d.user_id = u.id ORDER BY 1) AS "departmentIds",
    ARRAY(SELECT r.key FROM user_role ur JOIN role r ON r.organization_id = ur.organization_id AND r.id = ur.role_id
          WHERE ur.organization_id = u.organization_id AND ur.user_id = u.id ORDER BY 1) AS "roleKeys"
  FROM user_account u WHERE u.organization_id = $1`;

/** All SQL that writes people. */
@Injectable()
export class UserRepository {
  /**
   * Locks the organization, so that changes that decide about administrators come one after the other, then the person.
   *
   * @throws AppError NOT_FOUND
   */
  async lock(work: Work, id: string): Promise<UserRow> {
    const { organizationId } = work.actor;
    await work.query('SELECT 1 FROM organization WHERE id = $1 FOR NO KEY UPDATE', [organizationId]);
    const [user] = await work.query<UserRow>(`${PERSON} AND u.id = $2 FOR NO KEY UPDATE OF u`, [organizationId, id]);
    if (!user) throw notFound('person');
    return user;
  }

  /** @throws AppError NOT_FOUND at `path` */
  async one(work: Work, id: string, path = 'id'): Promise<UserRow> {
    const [user] = await work.query<UserRow>(`${PERSON} AND u.id = $2`, [work.actor.organizationId, id]);
    if (!user) throw notFound('person', path);
    return user;
  }

  async hasPassword(work: Work, id: string): Promise<boolean> {
    return (await work.query('SELECT 1 FROM user_credential WHERE organization_id = $1 AND user_id = $2', [work.actor.organizationId, id])).length > 0;
  }

  /** @throws AppError PRECONDITION_FAILED when one of them is archived */
  async requireInUse(work: Work, departmentIds: readonly string[]): Promise<void> {
    const [row] = await work.query<{ name: string }>(
      'SELECT name FROM department WHERE organization_id = $1 AND id = ANY ($2::uuid[]) AND archived_at IS NOT NULL LIMIT 1', [work.actor.organizationId, departmentIds],
    );
    if (row) throw refuse('PRECONDITION_FAILED', `${row.name} is archived. Choose another department.`, 'departmentIds');
  }

  /** @throws AppError LIMIT_EXCEEDED */
  async insert(work: Work, user: Omit<UserRow, 'version' | 'departmentIds' | 'roleKeys'>): Promise<void> {
    await requireRoom(work);
    await work.execute(
      `INSERT INTO user_account (id, organization_id, name, email, title, tier, status, customer_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [user.id, work.actor.organizationId, user.name, user.email, user.title, user.tier, user.status, user.customerId],
    );
  }

  async insertPassword(work: Work, userId: string, passwordHash: string): Promise<void> {
    await work.execute('INSERT INTO user_credential (user_id, organization_id, password_hash) VALUES ($1, $2, $3)', [userId, work.actor.organizationId, passwordHash]);
  }

  async replaceDepartments(work: Work, userId: string, departmentIds: readonly string[]): Promise<void> {
    const { organizationId } = work.actor;
    await work.execute('DELETE FROM user_department WHERE organization_id = $1 AND user_id = $2 AND NOT department_id = ANY ($3::uuid[])', [organizationId, userId, departmentIds]);
    if (departmentIds.length === 0) return;
    await work.execute(
      'INSERT INTO user_department (organization_id, user_id, department_id) SELECT $1, $2, d FROM unnest($3::uuid[]) AS d ON CONFLICT DO NOTHING',
      [organizationId, userId, departmentIds],
    );
  }

  /** Administrators who can sign in, the person left out. */
  async otherAdministrators(work: Work, userId: string): Promise<number> {
    const [row] = await work.query<{ count: number }>(
      `SELECT count(DISTINCT u.id)::int AS count FROM user_account u
       JOIN user_role ur ON ur.organization_id = u.organization_id AND ur.user_id = u.id
       JOIN role r ON r.organization_id = u.organization_id AND r.id = ur.role_id AND r.key IN ('SUPERADMIN', 'ADMIN')
       WHERE u.organization_id = $1 AND u.id <> $2 AND u.tier = 'ADMIN' AND u.status = 'ACTIVE'`,
      [work.actor.organizationId, userId],
    );
    return row?.count ?? 0;
  }
}
