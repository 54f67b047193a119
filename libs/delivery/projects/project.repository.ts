import { Injectable } from '@nestjs/common';
import { lockRow, type ColumnValues, updateVersioned, type Work } from '@throughline/platform/database';
import { notFound } from '@throughline/platform/kernel';

/** A project's own facts, as far as people edit them. */
export interface ProjectRow {
  id: string;
  version: number;
  name: string;
  scope: string | null;
  startOn: string | null;
  dueOn: string | null;
  budgetMinor: string | null;
  ownerId: string | null;
  teamId: string | null;
  departmentId: string | null;
  sharedWithClient: boolean;
  progressMode: string;
  tags: string[];
}

export interface MilestoneRow {
  id: string;
  version: number;
  name: string;
  description: string | null;
  dueOn: string | null;
  sharedWithClient: boolean;
}

const PROJECT = {
  table: 'project', label: 'project',
  fields: ['id', 'version', 'name', 'scope', 'startOn::text', 'dueOn::text', 'budgetMinor', 'ownerId', 'teamId', 'departmentId', 'sharedWithClient', 'progressMode', 'tags'],
};
const MILESTONE = { table: 'milestone', label: 'milestone', fields: ['id', 'version', 'name', 'description', 'dueOn::text', 'sharedWithClient'] };

/** SQL of projects and milestones that is no work-tree business; the tree is locked before any of it. */
@Injectable()
export class ProjectRepository {
  lock(work: Work, id: string): Promise<ProjectRow> {
    return lockRow<ProjectRow>(work, PROJECT, id);
  }

  update(work: Work, id: string, version: number, values: ColumnValues): Promise<void> {
    return updateVersioned(work, 'project', 'project', id, version, values);
  }

  lockMilestone(work: Work, id: string): Promise<MilestoneRow> {
    return lockRow<MilestoneRow>(work, MILESTONE, id);
  }

  updateMilestone(work: Work, id: string, version: number, values: ColumnValues): Promise<void> {
    return updateVersioned(work, 'milestone', 'milestone', id, version, values);
  }

  /** @throws AppError NOT_FOUND at the field when one of these records is missing */
  async requireLinks(work: Work, links: readonly { table: string; label: string; field: string; id: string | null | undefined }[]): Promise<void> {
    for (const { table, label, field, id } of links) {
      if (!id) continue;
      const [found] = await work.query(`SELECT 1 FROM ${table} WHERE organization_id = $1 AND id = $2`, [work.actor.organizationId, id]);
      if (!found) throw notFound(label, field);
    }
  }

  /** @throws AppError NOT_FOUND at the field unless this is somebody of the organization's own people who can sign in */
  async requireStaff(work: Work, userId: string | null | undefined, field: string): Promise<void> {
    if (!userId) return;
    const [found] = await work.query(
      `SELECT 1 FROM user_account WHERE organization_id = $1 AND id = $2 AND status = 'ACTIVE' AND tier IN ('ADMIN', 'EMPLOYEE')`,
      [work.actor.organizationId, userId],
    );
    if (!found) throw notFound('colleague', field);
  }

  /** The position behind the last one. */
  async nextMilestonePosition(work: Work, projectId: string): Promise<string> {
    const [row] = await work.query<{ next: string }>(
      `SELECT coalesce((SELECT position FROM milestone WHERE organization_id = $1 AND project_id = $2 ORDER BY position DESC LIMIT 1), 0) + 1 AS next`,
      [work.actor.organizationId, projectId],
    );
    return row!.next;
  }

  async currency(work: Work): Promise<string> {
    const [row] = await work.query<{ currency: string }>('SELECT currency FROM organization WHERE id = $1', [work.actor.organizationId]);
    return row?.currency ?? 'USD';
  }
}
