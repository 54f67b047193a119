import { Injectable } from '@nestjs/common';
import { allows, authorize } from '@throughline/platform/access';
import { type AccessColumns, columnValues, fieldChanges, UnitOfWork, updateVersioned, type Work } from '@throughline/platform/database';
import { type Actor, newId, normalizeLine, notFound, refuse } from '@throughline/platform/kernel';
import type { DepartmentKind } from './department.entity.js';
import { departmentPermissions, departmentSubject } from './department.policy.js';

/** A new department. */
export interface NewDepartment {
  name: string;
  kind: DepartmentKind;
  parentId?: string | null | undefined;
  managerId?: string | null | undefined;
}

/** Facts that may be edited; absent = unchanged. */
export type DepartmentChanges = { [Fact in keyof NewDepartment]?: NewDepartment[Fact] | undefined };

interface DepartmentRow {
  id: string;
  name: string;
  kind: DepartmentKind;
  parentId: string | null;
  managerId: string | null;
}

const departmentAccess = (id: string | null): AccessColumns => ({ departmentId: id });

/** The department tree (ORG-02). Moving a department moves how far its people's roles reach. */
@Injectable()
export class DepartmentService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * @returns the new department's id
   * @throws AppError VALIDATION_FAILED, DUPLICATE, FORBIDDEN, NOT_FOUND
   */
  create(actor: Actor, input: NewDepartment): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const parentId = input.parentId ?? null;
      if (!allows(actor.ability, departmentPermissions.create, departmentAccess(parentId))) {
        throw refuse('FORBIDDEN', 'You may not create a department here.', 'parentId');
      }
      const facts = { name: named(input.name), kind: input.kind, parentId, managerId: input.managerId ?? null };
      await this.checkLinks(work, facts);
      const id = newId();
      await work.execute('INSERT INTO department (id, organization_id, name, kind, parent_id, manager_id) VALUES ($1, $2, $3, $4, $5, $6)', [
        id, actor.organizationId, facts.name, facts.kind, facts.parentId, facts.managerId,
      ]);
      work.record({ kind: 'department.created', subject: 'department', subjectId: id, access: { before: null, after: departmentAccess(id) }, changes: fieldChanges({}, facts) });
      return id;
    });
  }

  /** @throws AppError CONFLICT, VALIDATION_FAILED, DUPLICATE, FORBIDDEN, NOT_FOUND */
  update(actor: Actor, id: string, version: number, input: DepartmentChanges): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const department = await this.lock(work, id);
      authorize(actor, departmentPermissions.update, departmentSubject, departmentAccess(id));
      const facts = { ...input, ...(input.name === undefined ? {} : { name: named(input.name) }) };
      const moves = input.parentId !== undefined && input.parentId !== department.parentId;
      if (moves && !allows(actor.ability, departmentPermissions.update, departmentAccess(input.parentId ?? null))) {
        throw refuse('FORBIDDEN', 'You may not move a department there.', 'parentId');
      }
      await this.checkLinks(work, { parentId: moves ? input.parentId : null, managerId: input.managerId });
      if (moves && input.parentId && (await this.isBelow(work, input.parentId, id))) {
        throw refuse('VALIDATION_FAILED', 'A department cannot lie below itself.', 'parentId');
      }
      const changes = fieldChanges(department, facts);
      await updateVersioned(work, 'department', 'department', id, version, columnValues(facts));
      work.record({ kind: 'department.updated', subject: 'department', subjectId: id, access: { before: departmentAccess(id), after: departmentAccess(id) }, changes });
      return id;
    });
  }

  /** Locks the organization first, as the database's own check for rings does: moves come one after the other. */
  private async lock(work: Work, id: string): Promise<DepartmentRow> {
    const { organizationId } = work.actor;
    await work.query('SELECT 1 FROM organization WHERE id = $1 FOR NO KEY UPDATE', [organizationId]);
    const [department] = await work.query<DepartmentRow>(
      'SELECT id, name, kind, parent_id AS "parentId", manager_id AS "managerId" FROM department WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE',
      [organizationId, id],
    );
    if (!department) throw notFound('department');
    return department;
  }

  private async checkLinks(work: Work, { parentId, managerId }: Pick<DepartmentChanges, 'parentId' | 'managerId'>): Promise<void> {
    const [found] = await work.query<{ parent: boolean; manager: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM department WHERE organization_id = $1 AND id = $2) AS parent,
              EXISTS (SELECT 1 FROM user_account WHERE organization_id = $1 AND id = $3 AND status = 'ACTIVE' AND tier IN ('EMPLOYEE', 'ADMIN')) AS manager`,
      [work.actor.organizationId, parentId ?? null, managerId ?? null],
    );
    if (parentId && !found?.parent) throw notFound('department', 'parentId');
    if (managerId && !found?.manager) throw refuse('NOT_FOUND', 'The manager must be somebody who works here.', 'managerId');
  }

  private async isBelow(work: Work, id: string, top: string): Promise<boolean> {
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

function named(name: string | undefined): string {
  const line = normalizeLine(name);
  if (!line) throw refuse('VALIDATION_FAILED', 'Give the department a name.', 'name');
  return line;
}
