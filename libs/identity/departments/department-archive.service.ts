import { Injectable } from '@nestjs/common';
import { authorize } from '@throughline/platform/access';
import { type AccessColumns, UnitOfWork, updateVersioned, type Work } from '@throughline/platform/database';
import { type Actor, refuse } from '@throughline/platform/kernel';
import { departmentPermissions, departmentSubject } from './department.policy.js';
import { departmentAccess, DepartmentRepository } from './department.repository.js';
import { inUse } from './department.service.js';
import { heldRecordsOf } from './held-records.js';

/** Something a department still has. */
export interface Holding {
  kind: string;
  label: string;
  count: number;
}

/** What a department has of the organization's own structure; alias `d` is the department's id. */
const STRUCTURE: readonly Omit<Holding & { sql: string }, 'count'>[] = [
  { kind: 'DEPARTMENTS', label: 'departments below', sql: 'SELECT count(*) FROM department WHERE organization_id = $1 AND parent_id = $2 AND archived_at IS NULL' },
  { kind: 'TEAMS', label: 'teams', sql: 'SELECT count(*) FROM team WHERE organization_id = $1 AND department_id = $2' },
  { kind: 'PEOPLE', label: 'people', sql: 'SELECT count(*) FROM user_department WHERE organization_id = $1 AND department_id = $2' },
  { kind: 'ROLES', label: 'roles bound to it', sql: 'SELECT count(*) FROM user_role WHERE organization_id = $1 AND department_id = $2' },
];

/** Departments that are not used any more (ORG-02): archived when empty, or with a department that takes everything over. */
@Injectable()
export class DepartmentArchiveService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly departments: DepartmentRepository,
  ) {}

  /**
   * @param targetId takes over departments below, teams, people, bound roles and open records
   * @throws AppError PRECONDITION_FAILED (not empty: `details.holdings`), VALIDATION_FAILED (target below), CONFLICT, DUPLICATE (a
   *   team's name), FORBIDDEN, NOT_FOUND
   */
  archive(actor: Actor, { id, version, targetId }: { id: string; version: number; targetId?: string | null }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const department = await this.departments.lock(work, id);
      authorize(actor, departmentPermissions.archive, departmentSubject, departmentAccess(id));
      inUse(department);
      if (targetId) {
        await this.departments.requireInUse(work, targetId, 'targetId');
        authorize(actor, departmentPermissions.update, departmentSubject, departmentAccess(targetId), 'targetId');
        if (await this.departments.isWithin(work, targetId, id)) throw refuse('VALIDATION_FAILED', 'Choose a department that is not below this one.', 'targetId');
      }
      const holdings = await this.holdings(work, id);
      if (holdings.length > 0 && !targetId) throw notEmpty(holdings);
      if (targetId) await this.handOver(work, id, targetId);
      await updateVersioned(work, 'department', 'department', id, version, { archived_at: new Date(), manager_id: null });
      this.record(work, 'department.archived', id, {
        archived: { before: false, after: true },
        ...(holdings.length > 0 ? { handedOver: { before: null, after: { to: targetId, ...Object.fromEntries(holdings.map(({ kind, count }) => [kind, count])) } } } : {}),
      });
      return id;
    });
  }

  /** @throws AppError ILLEGAL_TRANSITION, PRECONDITION_FAILED (archived parent), DUPLICATE (name), CONFLICT, FORBIDDEN, NOT_FOUND */
  restore(actor: Actor, { id, version }: { id: string; version: number }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const department = await this.departments.lock(work, id);
      authorize(actor, departmentPermissions.archive, departmentSubject, departmentAccess(id));
      if (!department.archivedAt) throw refuse('ILLEGAL_TRANSITION', 'This department is in use already.', '', { allowedMoves: [] });
      await this.departments.requireInUse(work, department.parentId, 'parentId');
      await updateVersioned(work, 'department', 'department', id, version, { archived_at: null });
      this.record(work, 'department.restored', id, { archived: { before: true, after: false } });
      return id;
    });
  }

  private async holdings(work: Work, id: string): Promise<Holding[]> {
    const found: Holding[] = [];
    for (const { kind, label, sql } of STRUCTURE) {
      const [row] = await work.query<{ count: string }>(sql, [work.actor.organizationId, id]);
      found.push({ kind, label, count: Number(row?.count ?? 0) });
    }
    for (const records of heldRecordsOf('DEPARTMENT')) found.push({ kind: records.kind, label: records.label, count: await records.count(work, 'DEPARTMENT', id) });
    return found.filter(({ count }) => count > 0);
  }

  private async handOver(work: Work, from: string, to: string): Promise<void> {
    const both = [work.actor.organizationId, from, to];
    const below = await work.query<{ id: string }>('UPDATE department SET parent_id = $3, version = version + 1, updated_at = now() WHERE organization_id = $1 AND parent_id = $2 AND archived_at IS NULL RETURNING id', both);
    for (const { id } of below) this.record(work, 'department.transferred', id, { parentId: { before: from, after: to } });
    const teams = await work.query<{ id: string; leadId: string | null }>(
      'UPDATE team SET department_id = $3, version = version + 1, updated_at = now() WHERE organization_id = $1 AND department_id = $2 RETURNING id, lead_id AS "leadId"', both);
    for (const { id, leadId } of teams) {
      const access = (departmentId: string): AccessColumns => ({ departmentId, teamId: id, ownerId: leadId });
      work.record({ kind: 'team.transferred', subject: 'team', subjectId: id, related: [from, to], access: { before: access(from), after: access(to) }, changes: { departmentId: { before: from, after: to } } });
    }
    await work.execute('INSERT INTO user_department (organization_id, user_id, department_id) SELECT organization_id, user_id, $3 FROM user_department WHERE organization_id = $1 AND department_id = $2 ON CONFLICT DO NOTHING', both);
    const people = await work.query<{ id: string }>('DELETE FROM user_department WHERE organization_id = $1 AND department_id = $2 RETURNING user_id AS id', both.slice(0, 2));
    for (const { id } of people) {
      work.record({ kind: 'user.transferred', subject: 'user', subjectId: id, access: { before: { ownerId: id }, after: { ownerId: id } }, changes: { departmentId: { before: from, after: to } } });
    }
    await work.execute(
      `DELETE FROM user_role r WHERE organization_id = $1 AND department_id = $2 AND EXISTS (
         SELECT 1 FROM user_role o WHERE o.organization_id = $1 AND o.user_id = r.user_id AND o.role_id = r.role_id AND o.department_id = $3)`, both);
    await work.execute('UPDATE user_role SET department_id = $3 WHERE organization_id = $1 AND department_id = $2', both);
    for (const records of heldRecordsOf('DEPARTMENT')) await records.reassign(work, 'DEPARTMENT', from, to);
  }

  private record(work: Work, kind: string, id: string, changes: Record<string, { before: unknown; after: unknown }>): void {
    const access = departmentAccess(id);
    work.record({ kind, subject: 'department', subjectId: id, access: { before: access, after: access }, changes });
  }
}

function notEmpty(holdings: readonly Holding[]): Error {
  const list = holdings.map(({ count, label }) => `${count} ${label}`).join(', ');
  return refuse('PRECONDITION_FAILED', `This department still has ${list}. Name the department that takes them over.`, 'targetId', { holdings });
}
