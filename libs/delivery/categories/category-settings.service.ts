import { Injectable } from '@nestjs/common';
import { DepartmentRepository } from '@throughline/identity/departments';
import { authorize } from '@throughline/platform/access';
import { columnValues, fieldChanges, insertRow, lockRow, UnitOfWork, updateVersioned, type Work } from '@throughline/platform/database';
import { type Actor, newId, normalizeLine, notFound, refuse } from '@throughline/platform/kernel';
import { categoryPermissions, categorySubject } from './category.policy.js';
import type { RequirementKind } from './requirement-kind.js';

/** A line of the onboarding checklist. */
export interface ChecklistLine {
  title: string;
  kind: RequirementKind;
  required: boolean;
}

/** Facts of a category; when editing, absent = unchanged. */
export interface CategoryFacts {
  name?: string | undefined;
  departmentId?: string | null | undefined;
  parentId?: string | null | undefined;
  /** All lines in order. */
  checklist?: readonly ChecklistLine[] | undefined;
}

interface CategoryRow {
  id: string;
  name: string;
  departmentId: string | null;
  parentId: string | null;
  archived: boolean;
}

const CATEGORY = { table: 'service_category', label: categorySubject.label, fields: ['id', 'name', 'departmentId', 'parentId', 'archived'] };

/** Service categories as a tree, with checklist and department each (ORG-06). Tickets that were opened keep the checklist they took over. */
@Injectable()
export class CategorySettingsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly departments: DepartmentRepository,
  ) {}

  /** @param key its name in programs; made of the name when absent @throws AppError VALIDATION_FAILED, DUPLICATE (key), PRECONDITION_FAILED, NOT_FOUND, FORBIDDEN */
  create(actor: Actor, input: CategoryFacts & { name: string; key?: string | null | undefined }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      authorize(actor, categoryPermissions.update, categorySubject, {});
      const name = named(input.name);
      const key = keyed(input.key ?? name);
      await this.lockTree(work);
      await this.requirePlaces(work, input, null);
      const facts = { key, name, departmentId: input.departmentId ?? null, parentId: input.parentId ?? null };
      const id = newId();
      await insertRow(work, 'service_category', { id, ...facts });
      const checklist = listed(input.checklist ?? []);
      await this.replaceChecklist(work, id, checklist);
      work.record({ kind: 'serviceCategory.created', subject: 'serviceCategory', subjectId: id, access: { before: null, after: {} }, changes: fieldChanges({}, { ...facts, checklist }) });
      return id;
    });
  }

  /** @throws AppError VALIDATION_FAILED (below itself), CONFLICT, PRECONDITION_FAILED (archived), FORBIDDEN, NOT_FOUND */
  update(actor: Actor, id: string, version: number, input: CategoryFacts): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      await this.lockTree(work);
      const category = await lockRow<CategoryRow>(work, CATEGORY, id);
      authorize(actor, categoryPermissions.update, categorySubject, {});
      if (category.archived) throw refuse('PRECONDITION_FAILED', 'This category is archived. Restore it first.');
      await this.requirePlaces(work, input, id);
      const facts = { name: input.name === undefined ? undefined : named(input.name), departmentId: input.departmentId, parentId: input.parentId };
      const checklist = input.checklist && listed(input.checklist);
      const before = { ...category, checklist: checklist && (await this.checklistOf(work, id)) };
      const changes = fieldChanges(before, { ...facts, checklist });
      await updateVersioned(work, 'service_category', 'service category', id, version, columnValues(facts));
      if (checklist && changes['checklist']) await this.replaceChecklist(work, id, checklist);
      record(work, 'serviceCategory.updated', id, changes);
      return id;
    });
  }

  /** @throws AppError ILLEGAL_TRANSITION, PRECONDITION_FAILED (categories below; archived above), CONFLICT, FORBIDDEN, NOT_FOUND */
  setArchived(actor: Actor, { id, version }: { id: string; version: number }, archived: boolean): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      await this.lockTree(work);
      const category = await lockRow<CategoryRow>(work, CATEGORY, id);
      authorize(actor, categoryPermissions.update, categorySubject, {});
      if (category.archived === archived) throw refuse('ILLEGAL_TRANSITION', archived ? 'This category is archived already.' : 'This category is in use already.', '', { allowedMoves: [] });
      if (archived) {
        const [below] = await work.query<{ count: number }>('SELECT count(*)::int AS count FROM service_category WHERE organization_id = $1 AND parent_id = $2 AND NOT archived', [actor.organizationId, id]);
        if (below && below.count > 0) throw refuse('PRECONDITION_FAILED', `${below.count} categories lie below this one. Move or archive them first.`);
      } else await this.requirePlaces(work, category, id);
      await updateVersioned(work, 'service_category', 'service category', id, version, { archived });
      record(work, archived ? 'serviceCategory.archived' : 'serviceCategory.restored', id, { archived: { before: !archived, after: archived } });
      return id;
    });
  }

  /** One change of the tree after the other, so that two moves cannot make a ring together. */
  private async lockTree(work: Work): Promise<void> {
    await work.query('SELECT 1 FROM organization WHERE id = $1 FOR NO KEY UPDATE', [work.actor.organizationId]);
  }

  private async requirePlaces(work: Work, { departmentId, parentId }: CategoryFacts, id: string | null): Promise<void> {
    await this.departments.requireInUse(work, departmentId, 'departmentId');
    if (!parentId) return;
    const above = await work.query<{ id: string; archived: boolean }>(
      `WITH RECURSIVE above AS (
         SELECT c.id, c.parent_id, c.archived FROM service_category c WHERE c.organization_id = $1 AND c.id = $2
         UNION SELECT c.id, c.parent_id, c.archived FROM service_category c JOIN above ON c.id = above.parent_id WHERE c.organization_id = $1)
       SELECT id, archived FROM above`, [work.actor.organizationId, parentId]);
    if (above.length === 0) throw notFound(categorySubject.label, 'parentId');
    if (above.some((category) => category.id === id)) throw refuse('VALIDATION_FAILED', 'A category cannot lie below itself.', 'parentId');
    if (above.some(({ archived }) => archived)) throw refuse('PRECONDITION_FAILED', 'This category is archived. Choose another one.', 'parentId');
  }

  private checklistOf(work: Work, id: string): Promise<ChecklistLine[]> {
    return work.query<ChecklistLine>('SELECT title, kind, required FROM requirement_template WHERE organization_id = $1 AND category_id = $2 ORDER BY position', [work.actor.organizationId, id]);
  }

  private async replaceChecklist(work: Work, id: string, lines: readonly ChecklistLine[]): Promise<void> {
    const { organizationId } = work.actor;
    await work.execute('DELETE FROM requirement_template WHERE organization_id = $1 AND category_id = $2', [organizationId, id]);
    await work.execute(
      `INSERT INTO requirement_template (id, organization_id, category_id, position, title, kind, required)
       SELECT l.id, $1, $2, l.position, l.title, l.kind, l.required
       FROM jsonb_to_recordset($3::jsonb) AS l(id uuid, position integer, title text, kind text, required boolean)`,
      [organizationId, id, JSON.stringify(lines.map((line, index) => ({ ...line, id: newId(), position: index + 1 })))],
    );
  }
}

function named(given: string): string {
  const name = normalizeLine(given);
  if (!name) throw refuse('VALIDATION_FAILED', 'Give the category a name.', 'name');
  return name;
}

/** `Google Ads` as `GOOGLE_ADS`. */
function keyed(given: string): string {
  const key = given.normalize('NFKD').toUpperCase().replace(/[^A-Z0-9]+/g, '_').replace(/^_+|_+$/g, '').slice(0, 40);
  if (!key) throw refuse('VALIDATION_FAILED', 'Give it a short name of letters and digits for programs.', 'key');
  return key;
}

function listed(lines: readonly ChecklistLine[]): ChecklistLine[] {
  return lines.map(({ title: given, kind, required }, index) => {
    const title = normalizeLine(given);
    if (!title) throw refuse('VALIDATION_FAILED', 'Say what is needed.', `checklist.${index}.title`);
    return { title, kind, required };
  });
}

function record(work: Work, kind: string, id: string, changes: Record<string, { before: unknown; after: unknown }>): void {
  work.record({ kind, subject: 'serviceCategory', subjectId: id, access: { before: {}, after: {} }, changes });
}
