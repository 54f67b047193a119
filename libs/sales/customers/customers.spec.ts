import { problems, refusal, type SalesTestBed, salesTestBed } from '../leads/testing/test-bed.js';

let bed: SalesTestBed;
beforeAll(async () => (bed = await salesTestBed()));
afterAll(() => bed.close());

interface StoredCustomer { id: string; version: number; name: string; owner_id: string | null; department_id: string | null; website: string | null; domain: string | null; name_key: string; currency: string; life_cycle: string; tags: string[] }
interface StoredContact { id: string; version: number; name: string; is_primary: boolean; owner_id: string | null; department_id: string | null }

const customer = async (id: string): Promise<StoredCustomer> => (await bed.rows<StoredCustomer>('SELECT * FROM customer WHERE id = $1', [id]))[0]!;
const contacts = (customerId: string): Promise<StoredContact[]> => bed.rows<StoredContact>('SELECT * FROM contact WHERE customer_id = $1 ORDER BY name', [customerId]);

describe('CustomerService.create', () => {
  it('stores normalized facts, gives the record to its maker, and records one event', async () => {
    const id = await bed.customers.create(bed.manager, { name: '  Müller  & Söhne ', website: 'WWW.Mueller.example.com/', email: 'INFO@mueller.example.com', tags: ['VIP', 'vip', ' new '] });
    expect(await customer(id)).toMatchObject({
      version: 1, name: 'Müller & Söhne', name_key: 'muller sohne', website: 'https://www.mueller.example.com', domain: 'mueller.example.com', currency: 'USD', life_cycle: 'PROSPECT',
      tags: ['VIP', 'new'], owner_id: bed.organization.users.SALES_MANAGER.id, department_id: bed.organization.departments.sales,
    });
    const [event, ...more] = await bed.events(id);
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      kind: 'customer.created', actor_id: bed.organization.users.SALES_MANAGER.id, access_before: null,
      access_after: { customerId: id, ownerId: bed.organization.users.SALES_MANAGER.id, departmentId: bed.organization.departments.sales },
      changes: { name: { before: null, after: 'Müller & Söhne' } },
    });
    expect(event!.changes).not.toHaveProperty('nameKey');
  });

  it('does not take a mail provider for a company', async () => {
    const id = await bed.customers.create(bed.manager, { name: 'Ana', kind: 'INDIVIDUAL', email: 'ana@gmail.com' });
    expect((await customer(id)).domain).toBeNull();
  });

  it('refuses what makes no sense, all at once, and stores nothing', async () => {
    const before = await bed.rows('SELECT 1 FROM customer');
    expect(await refusal(bed.customers.create(bed.manager, { name: ' ', email: 'x', phone: 'call', website: '::' }))).toEqual([
      'VALIDATION_FAILED email', 'VALIDATION_FAILED phone', 'VALIDATION_FAILED name', 'VALIDATION_FAILED website',
    ]);
    expect(await bed.rows('SELECT 1 FROM customer')).toHaveLength(before.length);
  });

  it('refuses to make a record for somebody else without the right, or for nobody of us', async () => {
    const own = bed.actor(['customer.read:DEPARTMENT', 'customer.create:OWN']);
    expect(await refusal(bed.customers.create(own, { name: 'A', ownerId: bed.organization.users.SALES_AGENT.id }))).toEqual(['FORBIDDEN ownerId']);
    expect(await refusal(bed.customers.create(bed.manager, { name: 'A', ownerId: bed.other.users.SALES_AGENT.id }))).toEqual(['NOT_FOUND ownerId']);
    expect(await refusal(bed.customers.create(bed.actor(['customer.read']), { name: 'A' }))).toEqual(['FORBIDDEN ownerId']);
  });

  it('does not see the parents of others', async () => {
    const foreign = await bed.customers.create(bed.outsider, { name: 'Foreign' });
    expect(await refusal(bed.customers.create(bed.manager, { name: 'A', parentId: foreign }))).toEqual(['NOT_FOUND parentId']);
  });
});

describe('CustomerService.update', () => {
  it('writes what changed, once; nothing when nothing did', async () => {
    const id = await bed.customers.create(bed.manager, { name: 'Acme', industry: 'Software' });
    await bed.customers.update(bed.manager, id, 1, { name: 'Acme', industry: 'Retail', phone: '+1 415 555 0100' });
    await bed.customers.update(bed.manager, id, 2, { name: ' Acme ', industry: 'Retail' });
    expect(await customer(id)).toMatchObject({ version: 2, name: 'Acme' });
    const events = await bed.events(id);
    expect(events.map((event) => event.kind)).toEqual(['customer.created', 'customer.updated']);
    expect(events[1]!.changes).toEqual({ industry: { before: 'Software', after: 'Retail' }, phone: { before: null, after: '+14155550100' } });
  });

  it('refuses a stale version with the current state', async () => {
    const id = await bed.customers.create(bed.manager, { name: 'Stale' });
    await bed.customers.update(bed.manager, id, 1, { industry: 'A' });
    const [problem] = await problems(bed.customers.update(bed.manager, id, 1, { industry: 'B' }));
    expect(problem).toMatchObject({ code: 'CONFLICT', details: { currentVersion: 2, current: { industry: 'A' } } });
    expect((await bed.events(id)).length).toBe(2);
  });

  it('takes the contacts along to a new owner', async () => {
    const id = await bed.customers.create(bed.manager, { name: 'Handed over' });
    await bed.contacts.create(bed.manager, id, { name: 'Ana' });
    await bed.customers.update(bed.manager, id, 1, { ownerId: bed.organization.users.ACCOUNT_MANAGER.id, departmentId: bed.organization.departments.clientServices });
    const [contact] = await contacts(id);
    expect(contact).toMatchObject({ owner_id: bed.organization.users.ACCOUNT_MANAGER.id, department_id: bed.organization.departments.clientServices });
    expect((await bed.events(contact!.id)).map((event) => event.kind)).toEqual(['contact.created', 'contact.updated']);
  });

  it('never makes a ring of parents, not even two at a time', async () => {
    const [a, b, c] = await Promise.all(['A', 'B', 'C'].map((name) => bed.customers.create(bed.manager, { name: `Ring ${name}` }))) as [string, string, string];
    await bed.customers.update(bed.manager, b, 1, { parentId: a });
    await bed.customers.update(bed.manager, c, 1, { parentId: b });
    expect(await refusal(bed.customers.update(bed.manager, a, 1, { parentId: c }))).toEqual(['VALIDATION_FAILED parentId']);
    expect(await refusal(bed.customers.update(bed.manager, a, 1, { parentId: a }))).toEqual(['VALIDATION_FAILED parentId']);
    const [x, y] = await Promise.all(['X', 'Y'].map((name) => bed.customers.create(bed.manager, { name: `Ring ${name}` }))) as [string, string];
    const both = await Promise.all([refusal(bed.customers.update(bed.manager, x, 1, { parentId: y })), refusal(bed.customers.update(bed.manager, y, 1, { parentId: x }))]);
    expect(both.flat()).toEqual(['VALIDATION_FAILED parentId']);
    // Four customers, no row in common: q below s and p below t; then s below p and t below q at once.
    const [s, q, t, p] = await Promise.all(['S', 'Q', 'T', 'P'].map((name) => bed.customers.create(bed.manager, { name: `Ring ${name}` }))) as [string, string, string, string];
    await bed.customers.update(bed.manager, q, 1, { parentId: s });
    await bed.customers.update(bed.manager, p, 1, { parentId: t });
    const four = await Promise.all([refusal(bed.customers.update(bed.manager, s, 1, { parentId: p })), refusal(bed.customers.update(bed.manager, t, 1, { parentId: q }))]);
    expect(four.flat()).toEqual(['VALIDATION_FAILED parentId']);
  });

  it.each<[string, (bed: SalesTestBed) => Parameters<SalesTestBed['customers']['update']>[0], string]>([
    ['a reader', (b) => b.actor(['customer.read']), 'FORBIDDEN'],
    ['somebody who sees others\' records only', (b) => b.actor(['customer.read:OWN', 'customer.update:OWN']), 'NOT_FOUND id'],
    ['another organization', (b) => b.outsider, 'NOT_FOUND id'],
  ])('is refused for %s', async (_, caller, expected) => {
    const id = await bed.customers.create(bed.manager, { name: 'Guarded' });
    expect(await refusal(bed.customers.update(caller(bed), id, 1, { name: 'Taken' }))).toEqual([expected]);
    expect(await customer(id)).toMatchObject({ name: 'Guarded', version: 1 });
  });

  it('gives nobody a record they could not change themselves', async () => {
    const own = bed.actor(['customer.read:OWN', 'customer.create:OWN', 'customer.update:OWN']);
    const id = await bed.customers.create(own, { name: 'Mine' });
    expect(await refusal(bed.customers.update(own, id, 1, { ownerId: bed.organization.users.SALES_AGENT.id }))).toEqual(['NOT_FOUND id']);
  });
});

describe('ContactService', () => {
  it('makes the first one primary and keeps exactly one, also when two are chosen at once', async () => {
    const id = await bed.customers.create(bed.manager, { name: 'People' });
    const [first, second, third] = [
      await bed.contacts.create(bed.manager, id, { name: 'A' }), await bed.contacts.create(bed.manager, id, { name: 'B' }), await bed.contacts.create(bed.manager, id, { name: 'C', isPrimary: true }),
    ];
    expect((await contacts(id)).map((contact) => contact.is_primary)).toEqual([false, false, true]);
    const version = async (contactId: string): Promise<number> => (await contacts(id)).find((contact) => contact.id === contactId)!.version;
    const [v1, v2] = [await version(first), await version(second)];
    const outcomes = await Promise.all([refusal(bed.contacts.update(bed.manager, first, v1, { isPrimary: true })), refusal(bed.contacts.update(bed.manager, second, v2, { isPrimary: true }))]);
    expect((await contacts(id)).filter((contact) => contact.is_primary)).toHaveLength(1);
    expect(outcomes.flat().every((problem) => problem === 'CONFLICT version')).toBe(true);
    const primary = (await contacts(id)).find((contact) => contact.is_primary)!;
    expect(await refusal(bed.contacts.update(bed.manager, primary.id, primary.version, { isPrimary: false }))).toEqual(['VALIDATION_FAILED isPrimary']);
    expect([first, second, third]).toContain(primary.id);
  });

  it('refuses contacts of customers that are not there for the caller', async () => {
    const id = await bed.customers.create(bed.manager, { name: 'Closed' });
    expect(await refusal(bed.contacts.create(bed.outsider, id, { name: 'X' }))).toEqual(['NOT_FOUND customerId']);
    expect(await refusal(bed.contacts.create(bed.actor(['contact.create']), id, { name: 'X' }))).toEqual(['NOT_FOUND customerId']);
    expect(await refusal(bed.contacts.create(bed.actor(['customer.read']), id, { name: 'X' }))).toEqual(['FORBIDDEN customerId']);
    expect(await refusal(bed.contacts.create(bed.manager, id, { name: '', email: 'nobody' }))).toEqual(['VALIDATION_FAILED email', 'VALIDATION_FAILED name']);
    expect(await contacts(id)).toEqual([]);
  });

  it('updates with version, and by right only', async () => {
    const id = await bed.customers.create(bed.manager, { name: 'Changing' });
    const contactId = await bed.contacts.create(bed.manager, id, { name: 'Ana', email: 'ANA@example.org' });
    await bed.contacts.update(bed.manager, contactId, 1, { email: null, title: 'Owner' });
    expect((await bed.events(contactId)).at(-1)!.changes).toEqual({ email: { before: 'ana@example.org', after: null }, title: { before: null, after: 'Owner' } });
    expect(await refusal(bed.contacts.update(bed.manager, contactId, 1, { title: 'CEO' }))).toEqual(['CONFLICT version']);
    expect(await refusal(bed.contacts.update(bed.outsider, contactId, 2, { title: 'CEO' }))).toEqual(['NOT_FOUND id']);
    expect(await refusal(bed.contacts.update(bed.actor(['contact.read']), contactId, 2, { title: 'CEO' }))).toEqual(['FORBIDDEN']);
  });
});

describe('CustomerDuplicates', () => {
  it('finds by name, e-mail, telephone and domain, says why, and stays within the organization', async () => {
    const byName = await bed.customers.create(bed.manager, { name: 'Northwind Traders' });
    const byDomain = await bed.customers.create(bed.manager, { name: 'Something else', website: 'northwind.example.com' });
    const byContact = await bed.customers.create(bed.manager, { name: 'Third' });
    await bed.contacts.create(bed.manager, byContact, { name: 'Ana', email: 'ana@northwind.example.com', phone: '+44 20 7946 0018' });
    await bed.customers.create(bed.outsider, { name: 'Northwind Traders', website: 'northwind.example.com' });
    const found = await bed.unitOfWork.run(bed.manager, (work) => bed.duplicates.find(work, { name: 'Northwind Trader', email: 'ana@northwind.example.com', phone: '0044 20 7946 0018' }));
    expect(new Map(found.map((each) => [each.customerId, each.reasons]))).toEqual(new Map([[byContact, ['EMAIL', 'PHONE']], [byName, ['NAME']], [byDomain, ['DOMAIN']]]));
    expect(found[0]!.customerId).toBe(byContact);
    expect(await bed.unitOfWork.run(bed.manager, (work) => bed.duplicates.find(work, {}))).toEqual([]);
  });
});
