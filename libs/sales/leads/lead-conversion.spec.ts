import { PipelineService } from '@throughline/sales/deals';
import { newId } from '@throughline/platform/kernel';
import type { Conversion } from './lead-conversion.service.js';
import { problems, refusal, type SalesTestBed, salesTestBed } from './testing/test-bed.js';

let bed: SalesTestBed;
beforeAll(async () => {
  bed = await salesTestBed();
  await new PipelineService(bed.unitOfWork).ensureDefault(bed.manager);
});
afterAll(() => bed.close());

const FACTS = {
  name: 'Ana Ruiz', company: 'Acme', title: 'Owner', email: 'ana@acme.example.com', phone: '+14155550100', website: 'https://acme.example.com', source: 'Web form',
  requestedServices: ['SEO', 'WEB'], requirements: 'More visitors', tags: ['vip'], doNotCall: true, currency: 'EUR',
};
const qualified = async (facts: Parameters<SalesTestBed['leads']['create']>[1] = FACTS): Promise<string> => {
  const id = await bed.leads.create(bed.manager, facts);
  await bed.progress.qualify(bed.manager, { id, version: 1, budgetMinor: 500_000n, authority: 'YES', need: 'EXPLICIT', timeline: 'IMMEDIATE' });
  return id;
};
const convert = (id: string, more: Partial<Conversion> = {}): Promise<string> => bed.conversion.convert(bed.manager, { id, version: 2, ...more });
const lead = async (id: string): Promise<Record<string, string | null>> => (await bed.rows<Record<string, string | null>>('SELECT * FROM lead WHERE id = $1', [id]))[0]!;
const counts = async (): Promise<unknown> => (await bed.rows(`SELECT (SELECT count(*) FROM customer) AS customers, (SELECT count(*) FROM contact) AS contacts, (SELECT count(*) FROM deal) AS deals,
  (SELECT count(*) FROM event) AS events`))[0];

describe('LeadConversionService.convert', () => {
  it('makes customer, contact and deal of what the lead knows, all linked', async () => {
    const id = await qualified();
    await convert(id);
    const after = await lead(id);
    expect(after).toMatchObject({ status: 'CONVERTED', version: 3 });
    const [customer] = await bed.rows('SELECT * FROM customer WHERE id = $1', [after['converted_customer_id']]);
    expect(customer).toMatchObject({ name: 'Acme', kind: 'BUSINESS', life_cycle: 'PROSPECT', email: 'ana@acme.example.com', website: 'https://acme.example.com', source: 'Web form', tags: ['vip'], currency: 'EUR', owner_id: after['owner_id'], department_id: after['department_id'] });
    const [contact] = await bed.rows('SELECT * FROM contact WHERE id = $1', [after['converted_contact_id']]);
    expect(contact).toMatchObject({ customer_id: after['converted_customer_id'], name: 'Ana Ruiz', title: 'Owner', email: 'ana@acme.example.com', phone: '+14155550100', is_primary: true, do_not_call: true });
    const [deal] = await bed.rows('SELECT * FROM deal WHERE id = $1', [after['converted_deal_id']]);
    expect(deal).toMatchObject({
      name: 'SEO, WEB for Acme', lead_id: id, customer_id: after['converted_customer_id'], contact_id: after['converted_contact_id'], amount_minor: '500000', currency: 'EUR', status: 'OPEN',
      requested_services: ['SEO', 'WEB'], requirements: 'More visitors', owner_id: after['owner_id'],
    });
    const [event] = (await bed.events(id)).slice(-1);
    expect(event).toMatchObject({ kind: 'lead.converted', related: [after['converted_customer_id'], after['converted_contact_id'], after['converted_deal_id']], changes: { status: { before: 'QUALIFIED', after: 'CONVERTED' } } });
  });

  it('what comes of it belongs to whoever converted, who goes on selling; the lead stays whose it was', async () => {
    const id = await qualified();
    const { owner_id: closer } = await lead(id);
    const agent = bed.actor(['lead.read', 'lead.convert', 'customer.read', 'customer.create', 'contact.read', 'contact.create', 'deal.read', 'deal.create']);
    await bed.conversion.convert(agent, { id, version: 2 });
    const after = await lead(id);
    expect(await bed.rows('SELECT d.owner_id AS deal, c.owner_id AS customer FROM deal d JOIN customer c ON c.id = d.customer_id WHERE d.id = $1', [after['converted_deal_id']])).toEqual([{ deal: agent.userId, customer: agent.userId }]);
    expect(after['owner_id']).toBe(closer);
  });

  it('gives a lead that nobody owned to whoever converted it, like the deal', async () => {
    const id = await qualified({ ...FACTS, ownerId: null });
    await convert(id);
    const after = await lead(id);
    expect(after['owner_id']).toBe(bed.manager.userId);
    expect((await bed.rows('SELECT owner_id FROM deal WHERE id = $1', [after['converted_deal_id']]))[0]).toEqual({ owner_id: bed.manager.userId });
  });

  it('uses what was filled in instead', async () => {
    const id = await qualified({ name: 'Bo', email: 'bo@example.org' });
    await convert(id, { customer: { name: 'Bo & Co', kind: 'BUSINESS', industry: 'Retail' }, contact: { name: 'Bo Berg', role: 'DECISION_MAKER' }, deal: { name: 'Shop', amountMinor: 700n, currency: 'USD', expectedClose: '2027-01-31' } });
    const after = await lead(id);
    expect((await bed.rows('SELECT name, kind, industry FROM customer WHERE id = $1', [after['converted_customer_id']]))[0]).toEqual({ name: 'Bo & Co', kind: 'BUSINESS', industry: 'Retail' });
    expect((await bed.rows('SELECT name, role, email FROM contact WHERE id = $1', [after['converted_contact_id']]))[0]).toEqual({ name: 'Bo Berg', role: 'DECISION_MAKER', email: 'bo@example.org' });
    expect((await bed.rows('SELECT name, amount_minor, currency, expected_close::text FROM deal WHERE id = $1', [after['converted_deal_id']]))[0]).toEqual({ name: 'Shop', amount_minor: '700', currency: 'USD', expected_close: '2027-01-31' });
  });

  it('uses an existing customer, and its contact with the same address', async () => {
    const customerId = await bed.customers.create(bed.manager, { name: 'Known' });
    const contactId = await bed.contacts.create(bed.manager, customerId, { name: 'A. Ruiz', email: 'ana@known.example.com' });
    const id = await qualified({ name: 'Ana', email: 'ana@known.example.com' });
    await convert(id, { customerId });
    expect(await lead(id)).toMatchObject({ converted_customer_id: customerId, converted_contact_id: contactId });
    const second = await qualified({ name: 'Bo', email: 'bo@known.example.com' });
    await convert(second, { customerId, withoutDeal: true });
    expect((await bed.rows('SELECT name FROM contact WHERE customer_id = $1 ORDER BY name', [customerId]))).toEqual([{ name: 'A. Ruiz' }, { name: 'Bo' }]);
    expect(await lead(second)).toMatchObject({ converted_deal_id: null, status: 'CONVERTED' });
  });

  it('leaves parts out', async () => {
    const id = await qualified({ company: 'Only a company' });
    await convert(id, { withoutContact: true, withoutDeal: true });
    expect(await lead(id)).toMatchObject({ converted_contact_id: null, converted_deal_id: null });
    expect((await bed.rows('SELECT life_cycle FROM customer WHERE id = $1', [(await lead(id))['converted_customer_id']]))[0]).toEqual({ life_cycle: 'LEAD' });
  });

  it('changes nothing at all when any part is refused', async () => {
    const customerId = await bed.customers.create(bed.manager, { name: 'Other customer' });
    const contactId = await bed.contacts.create(bed.manager, customerId, { name: 'Somebody' });
    const foreign = await bed.customers.create(bed.outsider, { name: 'Foreign' });
    const unnamed = await qualified({ name: null, email: 'x@example.org' });
    const id = await qualified();
    const fresh = await bed.leads.create(bed.manager, FACTS);
    const before = await counts();
    expect(await refusal(convert(unnamed))).toEqual(['VALIDATION_FAILED customer.name']);
    expect(await refusal(convert(id, { customerId: foreign }))).toEqual(['NOT_FOUND customerId']);
    expect(await refusal(convert(id, { customerId: newId() }))).toEqual(['NOT_FOUND customerId']);
    expect(await refusal(convert(id, { contactId }))).toEqual(['VALIDATION_FAILED contactId']);
    expect(await refusal(convert(id, { customer: { email: 'nobody' } }))).toEqual(['VALIDATION_FAILED customer.email']);
    expect(await refusal(convert(id, { deal: { pipelineId: newId() } }))).toEqual(['PRECONDITION_FAILED deal.pipelineId']);
    expect(await refusal(convert(id, { version: 1 }))).toEqual(['CONFLICT version']);
    expect(await refusal(bed.conversion.convert(bed.manager, { id: fresh, version: 1 }))).toEqual(['ILLEGAL_TRANSITION status']);
    expect(await refusal(bed.conversion.convert(bed.outsider, { id, version: 2 }))).toEqual(['NOT_FOUND id']);
    const ownOnly = bed.actor(['lead.read', 'lead.convert', 'customer.read:OWN', 'contact.read:OWN', 'contact.create']);
    expect(await refusal(bed.conversion.convert(ownOnly, { id, version: 2, customerId, withoutContact: true, withoutDeal: true }))).toEqual(['NOT_FOUND customerId']);
    const mayConvert = ['lead.read', 'lead.convert', 'customer.read', 'contact.read', 'deal.read'];
    expect(await refusal(bed.conversion.convert(bed.actor(mayConvert), { id, version: 2 }))).toEqual(['FORBIDDEN customer.ownerId']);
    expect(await refusal(bed.conversion.convert(bed.actor([...mayConvert, 'customer.create', 'contact.create']), { id, version: 2 }))).toEqual(['FORBIDDEN deal']);
    expect(await counts()).toEqual(before);
    expect(await lead(id)).toMatchObject({ status: 'QUALIFIED', version: 2 });
  });

  it('has one winner of three at once', async () => {
    const id = await qualified();
    const before = (await bed.rows('SELECT 1 FROM customer')).length;
    const outcomes = await Promise.all([1, 2, 3].map(() => refusal(convert(id))));
    expect(outcomes.flat()).toEqual(['ILLEGAL_TRANSITION status', 'ILLEGAL_TRANSITION status']);
    expect(await bed.rows('SELECT 1 FROM customer')).toHaveLength(before + 1);
  });
});

describe('LeadConversionService.preview', () => {
  it('offers customers and leads that may be the same', async () => {
    const customerId = await bed.customers.create(bed.manager, { name: 'Preview GmbH', website: 'preview.example.com' });
    const same = await bed.leads.create(bed.manager, { name: 'Zoe', email: 'zoe@preview.example.com' });
    const id = await bed.leads.create(bed.manager, { name: 'Zoe Z', company: 'Preview GmbH', email: 'zoe@preview.example.com' });
    expect(await bed.conversion.preview(bed.manager, id)).toEqual({ customers: [{ customerId, reasons: ['DOMAIN', 'NAME'] }], leadIds: [same] });
    expect(await problems(bed.conversion.preview(bed.outsider, id))).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(await refusal(bed.conversion.preview(bed.actor(['lead.read:OWN']), id))).toEqual(['NOT_FOUND id']);
  });
});
