import { Injectable } from '@nestjs/common';
import { CategoryService } from '@throughline/delivery/categories';
import { TemplateService } from '@throughline/delivery/tasks';
import { DepartmentService } from '@throughline/identity/departments';
import type { Work } from '@throughline/platform/database';
import { type ConsumedEvent, Consumes, defineConsumer, type EventConsumer } from '@throughline/platform/events';
import type { Actor } from '@throughline/platform/kernel';
import { PipelineService } from '@throughline/sales/deals';
import { LeadFormSettingsService } from '@throughline/sales/leads';
import { type DepartmentKey, DEPARTMENTS, departmentsOfCategories, FORM_SERVICES } from './starting-set.js';

/** Once for an organization, when its first administrator is invited; the demo, whose history is seeded, brings its own. */
export const fillNewOrganization = defineConsumer({ name: 'product.fillNewOrganization', kinds: ['organization.opened'], historical: false, effectKey: (event) => event.subjectId });

/**
 * Gives a new organization what the nine stages need on their first day: departments, a pipeline, service categories with their checklists
 * and task templates, and a public form. Whoever has departments already (an older installation) has set up everything: it is left alone.
 */
@Injectable()
@Consumes(fillNewOrganization)
export class FillNewOrganization implements EventConsumer {
  constructor(
    private readonly departments: DepartmentService,
    private readonly pipelines: PipelineService,
    private readonly categories: CategoryService,
    private readonly templates: TemplateService,
    private readonly forms: LeadFormSettingsService,
  ) {}

  async consume(event: ConsumedEvent, actor: Actor, work: Work): Promise<void> {
    const [organization] = await work.query<{ slug: string; started: boolean }>(
      'SELECT slug, EXISTS (SELECT 1 FROM department d WHERE d.organization_id = o.id) AS started FROM organization o WHERE o.id = $1', [event.organizationId]);
    if (!organization || organization.started) return;
    const ids = await this.createDepartments(actor);
    await this.pipelines.ensureDefault(actor);
    await this.categories.ensureDefaults(actor, departmentsOfCategories(ids));
    await this.templates.ensureDefaults(actor);
    if (await this.isFree(work, organization.slug)) {
      await this.forms.create(actor, organization.slug, { title: 'Tell us what you need', introduction: 'A few facts are enough.', services: FORM_SERVICES, departmentId: ids.sales ?? null });
    }
  }

  /** A form's address is unique in the installation; another organization may have taken it. */
  private async isFree(work: Work, slug: string): Promise<boolean> {
    const [{ form } = { form: null }] = await work.query<{ form: unknown }>('SELECT to_jsonb(f) AS form FROM app.find_lead_form($1) f', [slug]);
    return form === null;
  }

  private async createDepartments(actor: Actor): Promise<Partial<Record<DepartmentKey, string>>> {
    const ids: Partial<Record<DepartmentKey, string>> = {};
    for (const [key, { name, kind, parent }] of Object.entries(DEPARTMENTS) as [DepartmentKey, (typeof DEPARTMENTS)[DepartmentKey]][]) {
      ids[key] = await this.departments.create(actor, { name, kind, parentId: parent ? ids[parent] ?? null : null });
    }
    return ids;
  }
}
