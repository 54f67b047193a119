import { Injectable } from '@nestjs/common';
import { allows, authorize } from '@throughline/platform/access';
import { columnValues, fieldChanges, insertRow, UnitOfWork, updateVersioned } from '@throughline/platform/database';
import { type Actor, newId, normalizeLine, refuse } from '@throughline/platform/kernel';
import { type DepartmentKind, STAGES_OF_KIND } from './department.entity.js';
import { departmentPermissions, departmentSubject } from './department.policy.js';
import { departmentAccess, DepartmentRepository, type DepartmentRow } from './department.repository.js';

/** A new department. */
export interface NewDepartment {
  name: string;
  kind: DepartmentKind;
  /** Of the nine; what its kind usually serves when absent. */
  stages?: readonly number[] | null | undefined;
  parentId?: string | null | undefined;
  managerId?: string | null | undefined;
}

/** Facts that may be edited; absent = unchanged. */
export type DepartmentChanges = { [Fact in keyof NewDepartment]?: NewDepartment[Fact] | undefined };

const MANAGER = 'The manager must be somebody who works here.';

/** The department tree (ORG-02). Moving a department moves how far its people's roles reach. */
@Injectable()
export class DepartmentService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly departments: DepartmentRepository,
  ) {}

  /**
   * @returns the new department's id
   * @throws AppError VALIDATION_FAILED, DUPLICATE, PRECONDITION_FAILED (archived parent), FORBIDDEN, NOT_FOUND
   */
  create(actor: Actor, input: NewDepartment): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const parentId = input.parentId ?? null;
      if (!allows(actor.ability, departmentPermissions.create, departmentAccess(parentId))) {
        throw refuse('FORBIDDEN', 'You may not create a department here.', 'parentId');
      }
      const facts = { name: named(input.name), kind: input.kind, stages: ordered(input.stages ?? STAGES_OF_KIND[input.kind]), parentId, managerId: input.managerId ?? null };
      await this.departments.requireInUse(work, parentId, 'parentId');
      if (facts.managerId && facts.managerId === actor.userId) await this.departments.refuseForOneself(work, parentId, 'managerId');
      await this.departments.requireStaff(work, facts.managerId ? [facts.managerId] : [], 'managerId', MANAGER);
      const id = newId();
      await insertRow(work, 'department', { id, ...facts });
      work.record({ kind: 'department.created', subject: 'department', subjectId: id, access: { before: null, after: departmentAccess(id) }, changes: fieldChanges({}, facts) });
      return id;
    });
  }

  /** @throws AppError CONFLICT, VALIDATION_FAILED, DUPLICATE, PRECONDITION_FAILED (archived), FORBIDDEN, NOT_FOUND */
  update(actor: Actor, id: string, version: number, input: DepartmentChanges): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const department = await this.departments.lock(work, id);
      authorize(actor, departmentPermissions.update, departmentSubject, departmentAccess(id));
      inUse(department);
      const facts = {
        ...input, stages: input.stages ? ordered(input.stages) : undefined,
        ...(input.name === undefined ? {} : { name: named(input.name) }),
      };
      const moves = input.parentId !== undefined && input.parentId !== department.parentId;
      if (moves && !allows(actor.ability, departmentPermissions.update, departmentAccess(input.parentId ?? null))) {
        throw refuse('FORBIDDEN', 'You may not move a department there.', 'parentId');
      }
      if (moves) await this.departments.requireInUse(work, input.parentId, 'parentId');
      if (input.managerId && input.managerId === actor.userId && department.managerId !== actor.userId) await this.departments.refuseForOneself(work, id, 'managerId');
      // Below one's own department it would be one's own.
      if (moves && input.parentId && actor.userId && (await this.departments.isHome(work, input.parentId, actor.userId))) await this.departments.refuseForOneself(work, id, 'parentId');
      await this.departments.requireStaff(work, input.managerId ? [input.managerId] : [], 'managerId', MANAGER);
      if (moves && input.parentId && (await this.departments.isWithin(work, input.parentId, id))) {
        throw refuse('VALIDATION_FAILED', 'A department cannot lie below itself.', 'parentId');
      }
      const changes = fieldChanges(department, facts);
      await updateVersioned(work, 'department', 'department', id, version, columnValues(facts));
      const access = departmentAccess(id);
      work.record({ kind: 'department.updated', subject: 'department', subjectId: id, access: { before: access, after: access }, changes });
      return id;
    });
  }
}

/** @throws AppError PRECONDITION_FAILED */
export function inUse({ archivedAt }: Pick<DepartmentRow, 'archivedAt'>): void {
  if (archivedAt) throw refuse('PRECONDITION_FAILED', 'This department is archived. Restore it first.');
}

/** Each stage once, in order. @throws AppError VALIDATION_FAILED */
function ordered(stages: readonly number[]): number[] {
  if (stages.some((stage) => stage < 1 || stage > 9)) throw refuse('VALIDATION_FAILED', 'Stages are numbered 1 to 9.', 'stages');
  return [...new Set(stages)].sort((a, b) => a - b);
}

function named(name: string | undefined): string {
  const line = normalizeLine(name);
  if (!line) throw refuse('VALIDATION_FAILED', 'Give the department a name.', 'name');
  return line;
}
