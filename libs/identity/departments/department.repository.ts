import { Injectable } from '@nestjs/common';
import type { AccessColumns, Work } from '@throughline/platform/database';
import { notFound, refuse } from '@throughline/platform/kernel';
import type { DepartmentKind } from './department.entity.js';

/** A department as rules see it. */
export interface DepartmentRow {
  id: string;
  version: number;
  name: string;
  kind: DepartmentKind;
  stages: number[];
  parentId: string | null;
  managerId: string | null;
  archivedAt: Date | null;
}

export const departmentAccess = (id: string | null): AccessColumns => ({ departmentId: id });

/** SQL about departments that more than one rule needs. */
@Injectable()
export class DepartmentRepository {
  /**
   * Locks the organization first, as the database's own check for rings does: moves come one after the other.
   *
   * @param path where in the input its id stands
   * @throws AppError NOT_FOUND
   */
  async lock(work: Work, id: string, path = 'id'): Promise<DepartmentRow> {
    const { organizationId } = work.actor;
    await work.query('SELECT 1 FROM organization WHERE id = $1 FOR NO KEY UPDATE', [organizationId]);
    const [department] = await work.query<DepartmentRow>(
      `SELECT id, version, name, kind, stages, parent_id AS "parentId", manager_id AS "managerId", archived_at AS "archivedAt"
       FROM department WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE`,
      [organizationId, id],
    );
    if (!department) throw notFound('department', path);
    return department;
  }

  /** @throws AppError NOT_FOUND, PRECONDITION_FAILED (archived) at `path` */
  async requireInUse(work: Work, id: string | null | undefined, path: string): Promise<void> {
    if (!id) return;
    const [row] = await work.query<{ archived: boolean }>('SELECT archived_at IS NOT NULL AS archived FROM department WHERE organization_id = $1 AND id = $2', [work.actor.organizationId, id]);
    if (!row) throw notFound('department', path);
    if (row.archived) throw refuse('PRECONDITION_FAILED', 'This department is archived. Restore it or choose another one.', path);
  }

  /** People who may manage, lead or work in a team: active staff. @throws AppError NOT_FOUND at `path` */
  async requireStaff(work: Work, ids: readonly string[], path: string, sentence: string): Promise<void> {
    if (ids.length === 0) return;
    const [row] = await work.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM user_account WHERE organization_id = $1 AND id = ANY ($2::uuid[]) AND status = 'ACTIVE' AND tier IN ('EMPLOYEE', 'ADMIN')`,
      [work.actor.organizationId, ids],
    );
    if (row?.count !== new Set(ids).size) throw refuse('NOT_FOUND', sentence, path);
  }

  /** Whether a department is another one or lies below it. */
  async isWithin(work: Work, id: string, top: string): Promise<boolean> {
    const rows = await work.query(
      `WITH RECURSIVE above AS (
         SELECT $2::uuid AS id
         UNION SELECT d.parent_id FROM department d JOIN above ON d.id = above.id WHERE d.organization_id = $1 AND d.parent_id IS NOT NULL)
       SELECT 1 FROM above WHERE id = $3`,
      [work.actor.organizationId, id, top],
    );
    return rows.length > 0;
  }

  /**
   * Departments and teams decide how far one's roles reach, so they are a right that nobody gives themselves (ACL-06): whoever arranges them
   * takes for themselves only what lies where they belong already, by membership or as manager of it or of one above. Administrators may.
   *
   * @param departmentId where it lies
   * @throws AppError FORBIDDEN at `path`
   */
  async refuseForOneself(work: Work, departmentId: string | null, path: string): Promise<void> {
    const { userId, tier } = work.actor;
    if (tier === 'ADMIN' || tier === 'SYSTEM' || (departmentId && userId && (await this.isHome(work, departmentId, userId)))) return;
    throw refuse('FORBIDDEN', 'You cannot give yourself a department or team. Ask an administrator.', path);
  }

  /** Whether somebody belongs to a department, or to one above it. */
  async isHome(work: Work, id: string, userId: string): Promise<boolean> {
    const rows = await work.query(
      `WITH RECURSIVE above AS (
         SELECT d.id, d.parent_id, d.manager_id FROM department d WHERE d.organization_id = $1 AND d.id = $2
         UNION SELECT d.id, d.parent_id, d.manager_id FROM department d JOIN above a ON d.id = a.parent_id WHERE d.organization_id = $1)
       SELECT 1 FROM above a WHERE a.manager_id = $3 OR EXISTS (SELECT 1 FROM user_department m WHERE m.organization_id = $1 AND m.department_id = a.id AND m.user_id = $3) LIMIT 1`,
      [work.actor.organizationId, id, userId],
    );
    return rows.length > 0;
  }
}
