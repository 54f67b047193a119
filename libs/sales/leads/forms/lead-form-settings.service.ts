import { Injectable } from '@nestjs/common';
import { allows, authorize } from '@throughline/platform/access';
import { columnValues, fieldChanges, insertRow, lockRow, UnitOfWork, updateVersioned, type Work } from '@throughline/platform/database';
import { type Actor, newId, normalizeLine, normalizeText, refuse } from '@throughline/platform/kernel';
import { Placement, withoutNull } from '@throughline/sales/customers';
import { leadAccess, leadFormPermissions, leadFormSubject } from '../lead.policy.js';
import { DEFAULT_FORM_FIELDS, type FormField, type FormService } from './form-fields.js';
import type { LeadForm } from './lead-form.entity.js';

/** What staff say of a form; absent = unchanged. Where there must be a value, null says nothing. */
export interface FormFacts {
  title?: string | null;
  introduction?: string | null;
  thanks?: string | null;
  fields?: FormField[] | null;
  services?: FormService[] | null;
  source?: string | null;
  campaign?: string | null;
  medium?: string | null;
  departmentId?: string | null;
  ownerId?: string | null;
  active?: boolean | null;
}

/** Facts as they are stored; absent ones are left alone. */
type StoredForm = Partial<Pick<LeadForm, 'title' | 'introduction' | 'thanks' | 'fields' | 'services' | 'source' | 'campaign' | 'medium' | 'departmentId' | 'ownerId' | 'active'>>;
type FormRow = Omit<LeadForm, 'organizationId' | 'createdAt' | 'updatedAt'>;
const FIELDS = ['id', 'version', 'slug', 'title', 'introduction', 'thanks', 'fields', 'services', 'source', 'campaign', 'medium', 'departmentId', 'ownerId', 'active'] as const;

/** Public forms as staff set them up. */
@Injectable()
export class LeadFormSettingsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly placement: Placement,
  ) {}

  /**
   * @param slug small letters, digits and hyphens; unique in the installation
   * @returns the form's id
   * @throws AppError FORBIDDEN, DUPLICATE (slug), VALIDATION_FAILED
   */
  create(actor: Actor, slug: string, facts: FormFacts & { title: string }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const stored = storedForm(facts);
      await this.requireOwner(work, stored);
      const departmentId = await this.placement.departmentOf(work, stored.ownerId ?? null, stored.departmentId ?? null);
      const access = leadAccess({ ownerId: stored.ownerId ?? null, departmentId });
      if (!allows(actor.ability, leadFormPermissions.create, access)) throw refuse('FORBIDDEN', 'You may not create a form for this department.', 'departmentId');
      const form = { fields: [...DEFAULT_FORM_FIELDS], services: [], source: 'Web form', active: true, ...stored, slug, title: stored.title ?? slug, departmentId };
      consistent(form);
      const id = newId();
      await insertRow(work, 'lead_form', jsonLists({ id, ...form }));
      work.record({ kind: 'leadForm.created', subject: 'leadForm', subjectId: id, access: { before: null, after: access }, changes: fieldChanges({}, form) });
      return id;
    });
  }

  /** @throws AppError CONFLICT, FORBIDDEN, NOT_FOUND, VALIDATION_FAILED */
  update(actor: Actor, id: string, version: number, facts: FormFacts): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const form = await lockRow<FormRow>(work, { table: 'lead_form', fields: FIELDS, label: 'form' }, id);
      authorize(actor, leadFormPermissions.update, leadFormSubject, leadAccess(form));
      const stored = storedForm(facts);
      await this.requireOwner(work, stored);
      const after = { ...form, ...stored };
      authorize(actor, leadFormPermissions.update, leadFormSubject, leadAccess(after));
      consistent(after);
      const changes = fieldChanges(form, stored);
      if (Object.keys(changes).length === 0 && version === form.version) return id;
      await updateVersioned(work, 'lead_form', 'form', id, version, columnValues(jsonLists({ ...stored })));
      work.record({ kind: 'leadForm.updated', subject: 'leadForm', subjectId: id, access: { before: leadAccess(form), after: leadAccess(after) }, changes });
      return id;
    });
  }

  private async requireOwner(work: Work, facts: FormFacts): Promise<void> {
    if (facts.ownerId) await this.placement.requirePerson(work, facts.ownerId, 'ownerId');
  }
}

function storedForm(given: FormFacts): StoredForm {
  const facts = withoutNull(given, ['title', 'fields', 'services', 'source', 'active']);
  const stored: FormFacts = { ...facts };
  for (const field of ['title', 'source'] as const) if (facts[field] !== undefined) stored[field] = normalizeLine(facts[field]) ?? undefined;
  for (const field of ['campaign', 'medium'] as const) if (facts[field] !== undefined) stored[field] = normalizeLine(facts[field]);
  for (const field of ['introduction', 'thanks'] as const) if (facts[field] !== undefined) stored[field] = normalizeText(facts[field]);
  return Object.fromEntries(Object.entries(stored).filter(([, value]) => value !== undefined)) as StoredForm;
}

/** @throws AppError VALIDATION_FAILED */
function consistent(form: { fields: readonly FormField[]; services: readonly FormService[] }): void {
  const keys = form.fields.map((field) => field.key);
  if (new Set(keys).size !== keys.length) throw refuse('VALIDATION_FAILED', 'A form asks each question once.', 'fields');
  if (!form.fields.some((field) => field.required && ['name', 'company', 'email', 'phone'].includes(field.key))) {
    throw refuse('VALIDATION_FAILED', 'A form must require a name, a company, an e-mail address or a telephone number: a lead needs one.', 'fields');
  }
  const services = form.services.map((service) => service.key);
  if (new Set(services).size !== services.length) throw refuse('VALIDATION_FAILED', 'A form offers each service once.', 'services');
  if (keys.includes('services') && services.length === 0 && form.fields.some((field) => field.key === 'services' && field.required)) {
    throw refuse('VALIDATION_FAILED', 'A form that requires a service must offer some.', 'services');
  }
}

/** JSON arrays, which a parameter would write as PostgreSQL arrays. */
function jsonLists(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, Array.isArray(value) ? JSON.stringify(value) : value]));
}
