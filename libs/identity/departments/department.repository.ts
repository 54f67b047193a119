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
}
