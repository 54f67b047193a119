import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@throughline/platform/database';
import { type Actor, newId } from '@throughline/platform/kernel';
import { DEFAULT_CATEGORIES } from './category.defaults.js';

/** Service categories of an organization. */
@Injectable()
export class CategoryService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Gives an organization the built-in categories it does not have yet, with their checklists.
   *
   * @param departments delivering department's id by category key; a category without one gets none
   */
  ensureDefaults(actor: Actor, departments: Readonly<Record<string, string>>): Promise<number> {
    return this.unitOfWork.run(actor, async (work) => {
      let created = 0;
      for (const category of DEFAULT_CATEGORIES) {
        const id = newId();
        const inserted = await work.execute(
          `INSERT INTO service_category (id, organization_id, key, name, department_id) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT ON CONSTRAINT uq_service_category_key DO NOTHING`,
          [id, actor.organizationId, category.key, category.name, departments[category.key] ?? null],
        );
        if (inserted === 0) continue;
        created++;
        for (const [index, requirement] of category.requirements.entries()) {
          await work.query(
            `INSERT INTO requirement_template (id, organization_id, category_id, position, title, kind, required) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
            [newId(), actor.organizationId, id, index + 1, requirement.title, requirement.kind, requirement.required],
          );
        }
        work.record({
          kind: 'serviceCategory.created', subject: 'serviceCategory', subjectId: id, access: { before: null, after: {} },
          changes: { key: { before: null, after: category.key } },
        });
      }
      return created;
    });
  }
}
