import fc from 'fast-check';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../testing/index.js';
import type { AccessColumns } from '../database/index.js';
import type { AppAbility } from '../kernel/index.js';
import { createGadgetTables } from '../read/testing/gadgets.database.js';
import { gadgetSubject } from '../read/testing/gadgets.read.js';
import { abilitySql, maskSql } from './ability-sql.js';
import { isMasked } from './authorize.js';
import { compileAbility, type Grant, type GrantHolder, SCOPES } from './grant.js';

const id = (kind: number, number: number): string => `00000000-0000-7000-8000-${String(kind * 1000 + number).padStart(12, '0')}`;
const ORGANIZATION = id(9, 0);
const FIELDS = ['name', 'rank', 'note'];
/** Two of everything, and nobody: enough for every rule to match some rows and miss others. */
const pick = (kind: number): fc.Arbitrary<string | null> => fc.constantFrom(null, id(kind, 1), id(kind, 2));
const some = (kind: number): fc.Arbitrary<string[]> => fc.subarray([id(kind, 1), id(kind, 2), id(kind, 3)]);

const grants: fc.Arbitrary<Grant[]> = fc.array(fc.record({
  permission: fc.constant('gadget.read'),
  scope: fc.constantFrom(...SCOPES),
  effect: fc.constantFrom('ALLOW', 'ALLOW', 'DENY'),
  fields: fc.option(fc.subarray(FIELDS, { minLength: 1 }), { nil: undefined }),
  conditions: fc.option(fc.record({
    states: fc.subarray(['DRAFT', 'ACTIVE', 'RETIRED']), amountAtLeast: fc.constantFrom('0', '500', '9007199254740993'), amountAtMost: fc.constantFrom('500', '9007199254740993'),
  }, { requiredKeys: [] }), { nil: undefined }),
}, { requiredKeys: ['permission', 'scope', 'effect'] }).map(({ fields, conditions, ...grant }) => ({ ...grant, ...(fields ? { fields } : {}), ...(conditions ? { conditions } : {}) })), { maxLength: 6 });

const holder: fc.Arbitrary<GrantHolder> = fc.record({ userId: pick(1), teamIds: some(2), departmentIds: some(3), customerIds: some(4), currency: fc.constantFrom('USD', 'JPY') });

describe('abilitySql', () => {
  let database: TestDatabase;
  let client: Client;
  const rows: { id: string; access: AccessColumns }[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    await createGadgetTables(database.ownerUrl);
    client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    await client.query('ALTER TABLE gadget ALTER status DROP NOT NULL');
    let number = 0;
    const records = fc.sample(fc.record({ ownerId: pick(1), teamId: pick(2), departmentId: pick(3), customerId: pick(4), sharedWithClient: fc.boolean(), assigneeIds: some(1), state: fc.constantFrom(null, 'DRAFT', 'ACTIVE'), amountMinor: fc.constantFrom(null, '499', '500', '9007199254740993', '9007199254740994'), currency: fc.constantFrom('USD', 'JPY') }), { numRuns: 120, seed: 7 });
    for (const access of records) {
      const row = { id: id(5, number++), access };
      rows.push(row);
      await client.query(
        `INSERT INTO gadget (id, organization_id, name, owner_id, team_id, department_id, customer_id, shared, status, price_minor, currency) VALUES ($1, $2, 'g', $3, $4, $5, $6, $7, $8, $9, $10)`,
        [row.id, ORGANIZATION, access.ownerId, access.teamId, access.departmentId, access.customerId, access.sharedWithClient, access.state, access.amountMinor, access.currency],
      );
      for (const user of access.assigneeIds) await client.query('INSERT INTO gadget_worker (gadget_id, user_id, organization_id) VALUES ($1, $2, $3)', [row.id, user, ORGANIZATION]);
    }
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  /** Ids that the statement finds, in order. */
  async function found(ability: AppAbility, field?: string): Promise<string[]> {
    const values: unknown[] = [ORGANIZATION];
    const condition = abilitySql(ability, 'read', gadgetSubject, 'g', { organization: '$1', add: (value) => `$${values.push(value)}` }, field);
    const result = await client.query<{ id: string }>(`SELECT g.id FROM gadget g WHERE g.organization_id = $1 AND ${condition} ORDER BY g.id`, values);
    return result.rows.map((row) => row.id);
  }

  const judged = (ability: AppAbility, field?: string): string[] =>
    rows.filter(({ access }) => ability.can('read', { ...access, __subject: 'gadget' }, field)).map((row) => row.id);

  it('finds exactly the records that the ability allows, whatever the grants', async () => {
    await fc.assert(fc.asyncProperty(grants, holder, async (list, person) => {
      const ability = compileAbility(list, person);
      expect(await found(ability)).toEqual(judged(ability));
    }), { numRuns: 300 });
  });

  it('finds exactly the records on which a field may be seen', async () => {
    await fc.assert(fc.asyncProperty(grants, holder, fc.constantFrom(...FIELDS, 'other'), async (list, person, field) => {
      const ability = compileAbility(list, person);
      expect(await found(ability, field)).toEqual(judged(ability, field));
    }), { numRuns: 300 });
  });

  it('finds exactly the records on which a field is masked', async () => {
    const masksToo = grants.map((list) => list.map((grant, index): Grant => (index % 2 && grant.fields ? { ...grant, effect: 'MASK' } : grant)));
    await fc.assert(fc.asyncProperty(masksToo, holder, async (list, person) => {
      const ability = compileAbility(list, person);
      const values: unknown[] = [ORGANIZATION];
      const condition = maskSql(ability, gadgetSubject, 'g', { organization: '$1', add: (value) => `$${values.push(value)}` }, 'name');
      const { rows: masked } = await client.query<{ id: string }>(`SELECT g.id FROM gadget g WHERE g.organization_id = $1 AND ${condition} ORDER BY g.id`, values);
      expect(masked.map(({ id: masks }) => masks)).toEqual(rows.filter(({ access }) => isMasked(ability, 'gadget', access, 'name')).map(({ id: masks }) => masks));
    }), { numRuns: 200 });
  });

  it('fails closed where the record does not tell: no allowance, but the denial', () => {
    const nobody = { userId: null, teamIds: [], departmentIds: [], customerIds: [] };
    const base = { permission: 'gadget.read', scope: 'ORGANIZATION' as const };
    for (const conditions of [{ states: ['DRAFT'] }, { amountAtMost: '5' }, { amountAtLeast: '0' }]) {
      expect(compileAbility([{ ...base, effect: 'ALLOW', conditions }], nobody).can('read', { __subject: 'gadget' })).toBe(false);
      expect(compileAbility([{ ...base, effect: 'ALLOW' }, { ...base, effect: 'DENY', conditions }], nobody).can('read', { __subject: 'gadget' })).toBe(false);
    }
    // A subject without a state can meet no condition on it.
    const maker = { permission: 'maker.read', scope: 'ORGANIZATION' as const, conditions: { states: ['DRAFT'] } };
    expect(compileAbility([{ ...maker, effect: 'ALLOW' }], nobody).rules).toEqual([]);
    expect(compileAbility([{ ...maker, effect: 'ALLOW', conditions: {} }, { ...maker, effect: 'DENY' }], nobody).can('read', { __subject: 'maker', state: 'ACTIVE' })).toBe(false);
  });

  it('takes an amount in another currency than the organization\'s for untold: ten thousand of what?', () => {
    const boss = { userId: null, teamIds: [], departmentIds: [], customerIds: [], currency: 'USD' };
    const base = { permission: 'gadget.read', scope: 'ORGANIZATION' as const };
    const at = (currency: string | null): Record<string, unknown> => ({ __subject: 'gadget', amountMinor: '5', ...(currency === null ? {} : { currency }) });
    const allowed = compileAbility([{ ...base, effect: 'ALLOW', conditions: { amountAtMost: '10' } }], boss);
    expect(['USD', 'KWD', null].map((currency) => allowed.can('read', at(currency)))).toEqual([true, false, false]);
    const denied = compileAbility([{ ...base, effect: 'ALLOW' }, { ...base, effect: 'DENY', conditions: { amountAtLeast: '10' } }], boss);
    expect(['USD', 'KWD', null].map((currency) => denied.can('read', at(currency)))).toEqual([true, false, false]);
  });

  it.each([
    ['nothing granted', [], 'false'],
    ['everything granted', [{ permission: 'gadget.read', scope: 'ORGANIZATION', effect: 'ALLOW' }], 'true'],
    ['everything granted and one thing too', [{ permission: 'gadget.read', scope: 'OWN', effect: 'ALLOW' }, { permission: 'gadget.read', scope: 'ORGANIZATION', effect: 'ALLOW' }], 'true'],
    ['one thing granted and everything too', [{ permission: 'gadget.read', scope: 'ORGANIZATION', effect: 'ALLOW' }, { permission: 'gadget.read', scope: 'OWN', effect: 'ALLOW' }], 'true'],
    ['everything denied', [{ permission: 'gadget.read', scope: 'ORGANIZATION', effect: 'ALLOW' }, { permission: 'gadget.read', scope: 'ORGANIZATION', effect: 'DENY' }], 'false'],
    ['only denials', [{ permission: 'gadget.read', scope: 'OWN', effect: 'DENY' }], 'false'],
    ['another subject', [{ permission: 'maker.read', scope: 'ORGANIZATION', effect: 'ALLOW' }], 'false'],
  ] as [string, Grant[], string][])('needs no parameter when %s', (_, list, expected) => {
    const add = jest.fn(() => '$1');
    const ability = compileAbility(list, { userId: id(1, 1), teamIds: [], departmentIds: [], customerIds: [] });
    expect(abilitySql(ability, 'read', gadgetSubject, 'g', { add })).toBe(expected);
    expect(add).not.toHaveBeenCalled();
  });

  it('compares a single id with =, so that an index can give the order', () => {
    const ability = compileAbility([{ permission: 'gadget.read', scope: 'OWN', effect: 'ALLOW' }], { userId: id(1, 1), teamIds: [], departmentIds: [], customerIds: [] });
    expect(abilitySql(ability, 'read', gadgetSubject, 'g', { add: () => '$1' })).toBe('((g.owner_id = $1::uuid))');
  });
});
