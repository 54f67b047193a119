import type { Work } from '@throughline/platform/database';
import type { CategoryService } from '@throughline/delivery/categories';
import type { Actor } from '@throughline/platform/kernel';
import type { ProductService } from '@throughline/sales/catalogue';
import type { ContactService, CustomerService } from '@throughline/sales/customers';
import type { PipelineService } from '@throughline/sales/deals';
import type { LeadFormSettingsService, LeadProgressService, LeadService } from '@throughline/sales/leads';
import { type DepartmentKey, DEPARTMENTS, departmentsOfCategories, FORM_SERVICES } from '@throughline/product/new-organization';
import { CLIENTS, PRODUCTS } from './agency.js';
import { ENQUIRIES } from './enquiries.js';
import { emailOf } from './people.js';

/** The departments of the demo by key. */
export async function departmentIds(work: Work): Promise<Record<DepartmentKey, string>> {
  const rows = await work.query<{ id: string; name: string }>('SELECT id, name FROM department WHERE organization_id = $1', [work.actor.organizationId]);
  const byName = new Map(rows.map((row) => [row.name, row.id]));
  return Object.fromEntries(Object.entries(DEPARTMENTS).map(([key, { name }]) => [key, byName.get(name)!])) as Record<DepartmentKey, string>;
}

/** The system acting with the name of one of the staff, so that histories show who did what. */
export async function actingAs(work: Work, name: string): Promise<Actor> {
  const [person] = await work.query<{ id: string }>('SELECT id FROM user_account WHERE organization_id = $1 AND email = $2', [work.actor.organizationId, emailOf(name)]);
  if (!person) throw new Error(`Nobody in the demo is called ${name}.`);
  return { ...work.actor, userId: person.id, tier: 'EMPLOYEE' };
}

/** Pipeline, categories with checklists, catalogue, the public form. */
export async function seedBusiness(
  work: Work,
  services: { pipelines: PipelineService; categories: CategoryService; products: ProductService; forms: LeadFormSettingsService },
): Promise<void> {
  const { actor } = work;
  const departments = await departmentIds(work);
  await services.pipelines.ensureDefault(actor);
  await services.categories.ensureDefaults(actor, departmentsOfCategories(departments));
  for (const product of PRODUCTS) await services.products.create(actor, { ...product, currency: 'USD', taxBasisPoints: 0, active: true });
  await services.forms.create(actor, 'lantern-oak', {
    title: 'Tell us what you need', introduction: 'A few facts are enough; we answer within one working day.',
    services: FORM_SERVICES,
    departmentId: departments.sales,
  });
}

/** The clients with their contacts; each belongs to a sales agent. */
export async function seedCustomers(work: Work, services: { customers: CustomerService; contacts: ContactService }): Promise<void> {
  const agents = [await actingAs(work, 'Marco Bellini'), await actingAs(work, 'Priya Raman')];
  for (const [index, client] of CLIENTS.entries()) {
    const agent = agents[index % agents.length]!;
    const domain = `${client.company.toLowerCase().replace(/[^a-z]+/g, '-')}.example`;
    const customerId = await services.customers.create(agent, {
      name: client.company, industry: client.industry, website: `https://${domain}`, source: 'Referral', lifeCycle: 'PROSPECT',
      billingAddress: { street: `${100 + index * 7} Main Street`, city: client.city, country: 'US' },
    });
    for (const person of client.people) {
      await services.contacts.create(agent, customerId, { name: person.name, title: person.title, email: emailOf(person.name, domain.replace('.example', '')) });
    }
  }
}

/** The sales queue: enquiries in every state. */
export async function seedEnquiries(work: Work, services: { leads: LeadService; progress: LeadProgressService }): Promise<void> {
  const closer = await actingAs(work, 'Tom Brandt');
  const departments = await departmentIds(work);
  const version = async (id: string): Promise<number> => {
    const [row] = await work.query<{ version: number }>('SELECT version FROM lead WHERE organization_id = $1 AND id = $2', [work.actor.organizationId, id]);
    return row!.version;
  };
  for (const [index, { moves, ...facts }] of ENQUIRIES.entries()) {
    const id = await services.leads.create(closer, { ...facts, departmentId: departments.sales, ownerId: moves.length > 0 ? closer.userId : null, tags: index % 3 === 0 ? ['local'] : [] });
    for (const move of moves) {
      const current = { id, version: await version(id) };
      if (move === 'CONTACT') await services.progress.contact(closer, { ...current, kind: 'CALL', reached: true, note: 'First call' });
      else if (move === 'QUALIFY') await services.progress.qualify(closer, current);
      else await services.progress.close(closer, move, { ...current, reason: move === 'LOSE' ? 'Chose another agency' : 'No budget' });
    }
  }
}
