import fc from 'fast-check';
import { type Grant, isMasked, SCOPES } from '../access/index.js';
import type { AccessColumns } from '../database/index.js';
import { newId } from '../kernel/index.js';
import type { ConnectionResult } from './model.js';
import { select } from './selection.js';
import type { GadgetObject } from './testing/gadgets.objects.js';
import { gadgetRead } from './testing/gadgets.read.js';
import { openReadSuite, type ReadSuite } from './testing/suite.js';

const ids = (count: number): string[] => Array.from({ length: count }, () => newId());
const [users, teams, departments, customers] = [ids(2), ids(2), ids(2), ids(2)];
const any = (of: string[]): fc.Arbitrary<string | null> => fc.constantFrom(null, ...of);

describe('lists, records and the rules in memory', () => {
  let suite: ReadSuite;
  const rows: { id: string; access: AccessColumns; rank: number; maker: { id: string; access: AccessColumns } | null }[] = [];

  beforeAll(async () => {
    suite = await openReadSuite();
    const { ours } = suite;
    const makers: { id: string; access: AccessColumns }[] = [];
    for (const access of [{ ownerId: users[0]! }, { departmentId: departments[0]! }, {}] as AccessColumns[]) {
      makers.push({ access, id: await suite.rows.insert('maker', ours, { name: 'maker', owner_id: access.ownerId ?? null, department_id: access.departmentId ?? null }) });
    }
    const samples = fc.sample(fc.record({
      ownerId: any(users), teamId: any(teams), departmentId: any(departments), customerId: any(customers), sharedWithClient: fc.boolean(), assigneeIds: fc.subarray(users), maker: fc.constantFrom(null, ...makers),
      rank: fc.integer({ min: 1, max: 5 }), state: fc.constantFrom('DRAFT', 'ACTIVE', 'RETIRED'), amountMinor: fc.constantFrom(null, '100', '900'),
    }), { numRuns: 60, seed: 11 });
    for (const { maker, rank, ...access } of samples) {
      const id = await suite.rows.insert('gadget', ours, {
        name: 'gadget-0815', status: access.state, price_minor: access.amountMinor, rank, owner_id: access.ownerId, team_id: access.teamId, department_id: access.departmentId, customer_id: access.customerId, shared: access.sharedWithClient, maker_id: maker?.id ?? null,
      });
      for (const user of access.assigneeIds) await suite.rows.insert('gadget_worker', ours, { gadget_id: id, user_id: user });
      rows.push({ id, access, rank, maker });
    }
  });
  afterAll(() => suite.close());

  const grant = (permission: string): fc.Arbitrary<Grant> => fc.record({
    permission: fc.constant(permission), scope: fc.constantFrom(...SCOPES), effect: fc.constantFrom('ALLOW', 'ALLOW', 'ALLOW', 'DENY', 'MASK'),
    fields: fc.option(fc.subarray(['rank', 'name', 'loudName', 'maker'], { minLength: 1 }), { nil: undefined, freq: 3 }),
    conditions: fc.option(fc.oneof(
      fc.record({ states: fc.subarray(['DRAFT', 'ACTIVE'], { minLength: 1 }) }), fc.record({ amountAtMost: fc.constant('500') }), fc.record({ amountAtLeast: fc.constant('500') }),
    ), { nil: undefined, freq: 2 }),
  }).map(({ fields, effect, conditions, ...rest }): Grant => {
    if (permission !== 'gadget.read') return { ...rest, effect: effect === 'MASK' ? 'ALLOW' : effect };
    const masks = effect === 'MASK' ? { effect, fields: ['name'] } : { effect, ...(fields ? { fields } : {}) };
    return { ...rest, ...masks, ...(conditions ? { conditions } : {}) };
  });

  const person = fc.record({
    grants: fc.tuple(fc.array(grant('gadget.read'), { minLength: 1, maxLength: 5 }), fc.array(grant('maker.read'), { maxLength: 2 })).map((lists) => lists.flat()),
    userId: any(users), teamIds: fc.subarray(teams), departmentIds: fc.subarray(departments), customerIds: fc.subarray(customers),
  });

  it('agree on every row and every field, page by page and one by one', async () => {
    await fc.assert(fc.asyncProperty(person, fc.integer({ min: 0, max: 59 }), async ({ grants, ...holder }, index) => {
      const actor = suite.actor(grants, holder);
      const may = (access: AccessColumns, subject: string, field?: string): boolean => actor.ability.can('read', { ...access, __subject: subject }, field);
      const expected = rows.filter(({ access }) => may(access, 'gadget')).map(({ id, access, rank, maker }) => ({
        id,
        rank: may(access, 'gadget', 'rank') ? rank : null,
        name: !may(access, 'gadget', 'name') ? null : isMasked(actor.ability, 'gadget', access, 'name') ? '•••0815' : 'gadget-0815',
        maker: maker && may(access, 'gadget', 'maker') && may(maker.access, 'maker') ? { id: maker.id } : null,
      })).sort((a, b) => (a.id < b.id ? 1 : -1));
      const seen: unknown[] = [];
      let after: string | null = null;
      do {
        // By id, downwards: creation dates may not be told to everybody.
        const { nodes, pageInfo, totalCount }: ConnectionResult<GadgetObject> = await suite.reading.reader.connection(
          actor, gadgetRead, { first: 9, after, sort: [{ field: 'id', direction: 'DESC' }] },
          select('nodes.id', 'nodes.rank', 'nodes.name', 'nodes.loudName', 'nodes.maker.id', 'pageInfo.endCursor', 'pageInfo.hasNextPage', 'totalCount'),
        );
        expect(totalCount).toBe(expected.length);
        // Computed from the name: where that is masked it must not come out another way.
        for (const { id, name, loudName, ...node } of nodes) {
          if (name !== 'gadget-0815') expect(loudName).toBeNull();
          seen.push({ id, name, ...node });
        }
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after !== null);
      expect(seen).toEqual(expected);
      const { id } = rows[index] ?? { id: '' };
      expect(await suite.reading.reader.one(actor, gadgetRead, id, select('id', 'rank', 'name', 'maker.id'))).toEqual(expected.find((row) => row.id === id) ?? null);
    }), { numRuns: 80 });
  });

  it('shows somebody the few they work on by their link, each once', async () => {
    const actor = suite.actor(['gadget.read:ASSIGNED', 'gadget.read:DEPARTMENT'], { userId: users[0]!, departmentIds: [departments[0]!] });
    const page = await suite.reading.reader.connection(actor, gadgetRead, { first: 200, search: 'g', filter: { rank: { lte: 3 } } }, select('nodes.id', 'totalCount'));
    const expected = rows.filter(({ access, rank }) => rank <= 3 && actor.ability.can('read', { ...access, __subject: 'gadget' })).map(({ id }) => id);
    expect(page.nodes.map(({ id }) => id).sort()).toEqual(expected.sort());
    expect(page.totalCount).toBe(expected.length);
    expect(suite.reading.sent.at(-1)?.text).toContain('UNION ALL');
  });
});
