import { FirstAdminService } from '@throughline/identity/invitations';
import { createOrganization } from '@throughline/identity/organizations';
import { UnitOfWork } from '@throughline/platform/database';
import { JobQueue } from '@throughline/platform/jobs';
import { DEPARTMENTS } from '@throughline/product/new-organization';
import { bootTwoOrganizations, type TwoOrganizations } from '@throughline/testing/api';
import { ConsumerBacklog } from '../../../libs/platform/events/consumers/consumer-backlog.js';
import { Consumption } from '../../../libs/platform/events/consumers/consumption.js';
import { FillNewOrganization, fillNewOrganization } from '../../../libs/product/new-organization/fill-new-organization.js';

describe('a new organization', () => {
  let setUp: TwoOrganizations;
  let consumption: Consumption;
  beforeAll(async () => {
    setUp = await bootTwoOrganizations();
    const { nest } = setUp.api.app;
    consumption = new Consumption(nest.get(UnitOfWork, { strict: false }), nest.get(JobQueue, { strict: false }));
    const backlog = new ConsumerBacklog(setUp.api.database.relayUrl, () => undefined);
    await backlog.register([fillNewOrganization]);
    await backlog.close();
  });
  afterAll(() => setUp?.close());

  const rows = async <Row>(sql: string, values?: unknown[]): Promise<Row[]> => (await setUp.owner.query(sql, values)).rows as Row[];
  /** Everything the organization's events ask for, as the worker does it. */
  async function consume(organizationId: string): Promise<void> {
    await setUp.owner.query('SELECT app.assign_positions(1000000)');
    const [head] = await rows<{ position: string }>('SELECT position FROM organization_position WHERE organization_id = $1', [organizationId]);
    const reaction = setUp.api.app.nest.get(FillNewOrganization, { strict: false });
    while ((await consumption.step({ definition: fillNewOrganization, reaction }, organizationId, Number(head!.position))) === 'TOOK');
  }
  const open = async (slug: string): Promise<string> => {
    const { id } = await createOrganization({ query: rows }, { name: slug, slug });
    await setUp.api.app.nest.get(FirstAdminService, { strict: false }).invite(id, { name: 'Fay Fresh', email: `fay@${slug}.example` });
    return id;
  };
  const counts = async (organizationId: string): Promise<Record<string, number>> => {
    const tables = ['department', 'pipeline', 'pipeline_stage', 'service_category', 'requirement_template', 'task_template', 'task_template_item', 'lead_form'];
    const [row] = await rows<Record<string, number>>(`SELECT ${tables.map((table) => `(SELECT count(*)::int FROM ${table} WHERE organization_id = $1) AS ${table}`).join(', ')}`, [organizationId]);
    return row!;
  };

  it('can do the nine stages from its first day', async () => {
    const id = await open('first-day');
    await consume(id);
    const found = await counts(id);
    expect(found).toMatchObject({ department: Object.keys(DEPARTMENTS).length, pipeline: 1, service_category: 5, task_template: 5, lead_form: 1 });
    for (const table of ['pipeline_stage', 'requirement_template', 'task_template_item']) expect(found[table]).toBeGreaterThan(5);
    expect(await rows('SELECT c.key, d.name, p.name AS under FROM service_category c JOIN department d ON d.id = c.department_id JOIN department p ON p.id = d.parent_id WHERE c.organization_id = $1 ORDER BY c.key', [id])).toEqual([
      { key: 'GMB', name: 'GMB (Google Business)', under: 'Delivery' }, { key: 'GRAPHICS', name: 'Graphics', under: 'Delivery' }, { key: 'SEO', name: 'SEO', under: 'Delivery' },
      { key: 'SOCIAL', name: 'Social Media', under: 'Delivery' }, { key: 'WEB', name: 'Web (WordPress)', under: 'Delivery' },
    ]);
    expect(await rows(`SELECT unnest(stages) AS stage FROM department WHERE organization_id = $1 GROUP BY 1 ORDER BY 1`, [id])).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((stage) => ({ stage })));
    expect(await rows('SELECT f.slug, d.kind FROM lead_form f JOIN department d ON d.id = f.department_id WHERE f.organization_id = $1', [id])).toEqual([{ slug: 'first-day', kind: 'SALES' }]);
  });

  it('gets it once, also where somebody is invited first a second time', async () => {
    const id = await open('twice');
    await consume(id);
    const before = await counts(id);
    await rows("UPDATE user_account SET status = 'INACTIVE' WHERE organization_id = $1", [id]);
    await setUp.api.app.nest.get(FirstAdminService, { strict: false }).invite(id, { name: 'Gus Fresh', email: 'gus@twice.example' });
    await consume(id);
    expect(await counts(id)).toEqual(before);
  });

  it('that was set up already is left alone, and so is a form\'s address that is taken', async () => {
    const { agency, other } = setUp;
    await rows("UPDATE user_account SET status = 'INACTIVE' WHERE organization_id = $1 AND tier = 'ADMIN'", [agency.id]);
    const before = await counts(agency.id);
    await setUp.api.app.nest.get(FirstAdminService, { strict: false }).invite(agency.id, { name: 'Hal Fresh', email: 'hal@agency.example' });
    await consume(agency.id);
    expect(await counts(agency.id)).toEqual(before);

    await rows("INSERT INTO lead_form (id, organization_id, slug, title, fields, services, source) VALUES (gen_random_uuid(), $1, 'taken', 'Ours', '[]', '[]', 'Web form')", [other.id]);
    const id = await open('taken');
    await consume(id);
    expect(await counts(id)).toMatchObject({ department: Object.keys(DEPARTMENTS).length, lead_form: 0 });
  });
});
