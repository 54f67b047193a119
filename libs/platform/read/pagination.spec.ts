import fc from 'fast-check';
import { newId } from '../kernel/index.js';
import type { ConnectionArguments, SortTerm } from './model.js';
import { select } from './selection.js';
import { gadgetRead } from './testing/gadgets.read.js';
import { openReadSuite, type ReadSuite, refusalOf } from './testing/suite.js';

interface Row { id: string; name: string; rank: number | null; note: string | null; priceMinor: bigint | null; dueOn: string | null; createdAt: string }

const SORTS = ['name', 'rank', 'note', 'priceMinor', 'dueOn', 'createdAt', 'loudName'] as const;

/** The order as one would say it: nulls last both ways, ties by id in the direction of the last step. */
function compare(sort: readonly SortTerm[]): (a: Row, b: Row) => number {
  const steps = [...sort.map(({ field, direction }) => ({
    value: (row: Row): unknown => (field === 'loudName' ? row.name.toUpperCase() : row[field as keyof Row]), direction,
  })), { value: (row: Row): unknown => row.id, direction: sort.at(-1)?.direction ?? 'ASC' }];
  return (a, b) => {
    for (const { value, direction } of steps) {
      const [left, right] = [value(a), value(b)] as [string | null, string | null];
      if (left === right) continue;
      if (left === null) return 1;
      if (right === null) return -1;
      return (left < right ? -1 : 1) * (direction === 'DESC' ? -1 : 1);
    }
    return 0;
  };
}

describe('paging', () => {
  let suite: ReadSuite;
  let actor: ReturnType<ReadSuite['actor']>;
  const rows: Row[] = [];

  beforeAll(async () => {
    suite = await openReadSuite();
    actor = suite.actor(['gadget.read', 'maker.read']);
    // Few different values and many nulls: ties everywhere. Microseconds, which a cursor must not lose.
    const values = fc.sample(fc.record({
      name: fc.constantFrom('a', 'B', 'b', 'c"\\'), rank: fc.constantFrom(null, -1, 10, 9), note: fc.constantFrom(null, '', 'x', 'é'),
      priceMinor: fc.constantFrom(null, 5n, 10_000_000_000n), dueOn: fc.constantFrom(null, '2026-01-31', '2026-02-01'),
      createdAt: fc.constantFrom('2026-01-01T00:00:00.000001Z', '2026-01-01T00:00:00.000002Z', '2026-01-01T00:00:00.0001Z'),
    }), { numRuns: 60, seed: 3 });
    for (const value of values) {
      const row = { id: newId(), ...value };
      rows.push(row);
      await suite.rows.insert('gadget', suite.ours, {
        id: row.id, name: row.name, rank: row.rank, remark: row.note, price_minor: row.priceMinor, due_on: row.dueOn, created_at: row.createdAt,
      });
    }
    await suite.rows.insert('gadget', suite.theirs, { name: 'a' });
  });
  afterAll(() => suite.close());

  const page = (args: ConnectionArguments) => suite.reading.reader.connection(actor, gadgetRead, args, select('nodes.id', 'edges.cursor', 'edges.node.id', 'pageInfo.hasNextPage', 'pageInfo.endCursor', 'totalCount'));

  const order = fc.uniqueArray(fc.record({ field: fc.constantFrom(...SORTS), direction: fc.constantFrom('ASC' as const, 'DESC' as const) }), { maxLength: 3, selector: ({ field }) => field });

  it('shows every row once and in order, page by page, whatever the order and the size', async () => {
    await fc.assert(fc.asyncProperty(order, fc.integer({ min: 1, max: 25 }), fc.boolean(), async (sort, first, byEdges) => {
      const seen: string[] = [];
      let after: string | null = null;
      for (let pages = 0; pages <= rows.length; pages++) {
        const { nodes, edges, pageInfo, totalCount } = await page({ sort, first, after });
        expect(edges.map(({ node }) => node)).toEqual(nodes);
        expect(totalCount).toBe(rows.length);
        expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor ?? null);
        seen.push(...nodes.map(({ id }) => id));
        expect(pageInfo.hasNextPage).toBe(seen.length < rows.length);
        if (!pageInfo.hasNextPage) break;
        // Any row's cursor must do, not only the last one's.
        const step = byEdges ? Math.ceil(edges.length / 2) : edges.length;
        after = edges[step - 1]?.cursor ?? null;
        seen.splice(seen.length - (edges.length - step));
      }
      const sorted = [...rows].sort(compare(sort.length > 0 ? sort : [{ field: 'createdAt', direction: 'DESC' }]));
      expect(seen).toEqual(sorted.map(({ id }) => id));
    }), { numRuns: 60 });
  });

  it('takes 50 rows when nothing is said and 200 at most', async () => {
    expect((await page({})).nodes).toHaveLength(50);
    expect((await page({ first: 1_000_000 })).nodes).toHaveLength(rows.length);
    expect(suite.reading.sent.at(-1)?.text).toContain('LIMIT 201');
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses a page of %p', async (first) => {
    expect(await refusalOf(page({ first }))).toMatchObject({ code: 'VALIDATION_FAILED', path: 'first' });
  });

  it('knows an empty list', async () => {
    expect(await page({ filter: { name: { eq: 'nobody' } } })).toEqual({ nodes: [], edges: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 0 });
  });

  const cursor = (...parts: unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');
  it.each([
    ['no base64', '%%%'],
    ['no JSON', Buffer.from('nonsense').toString('base64url')],
    ['of another order', cursor('rank', '1', newId())],
    ['too short', cursor('-createdAt', newId())],
    ['with an id that is none', cursor('-createdAt', '2026-01-01', 'x')],
    ['with a null that cannot be', cursor('-createdAt', null, newId())],
    ['with a number', cursor('-createdAt', 5, newId())],
    ['with a value of another type', cursor('-createdAt', 'yesterday evening', newId())],
    ['with a value out of range', cursor('-createdAt', '999999-01-01', newId())],
    ['with a character that cannot be', cursor('-createdAt', '\0', newId())],
    ['with SQL', cursor('-createdAt', "now()); DROP TABLE gadget; --", newId())],
    ['empty', ''],
  ])('refuses a cursor that is %s', async (_, after) => {
    expect(await refusalOf(page({ after }))).toMatchObject({ code: 'VALIDATION_FAILED' });
    expect((await page({ first: 1 })).nodes).toHaveLength(1);
  });

  it('refuses a cursor of this list in another order, although its values would fit', async () => {
    const { pageInfo } = await page({ first: 1, sort: [{ field: 'name' }] });
    for (const sort of [[{ field: 'loudName' }], [{ field: 'name', direction: 'DESC' as const }]]) {
      expect(await refusalOf(page({ sort, after: pageInfo.endCursor }))).toMatchObject({ code: 'VALIDATION_FAILED', path: 'after' });
    }
  });

  it.each([
    ['unknown', [{ field: 'secret' }], 'sort.0.field'],
    ['with SQL in it', [{ field: 'name; DROP TABLE gadget' }], 'sort.0.field'],
    ['of too many steps', SORTS.slice(0, 6).map((field) => ({ field })), 'sort'],
  ])('refuses an order that is %s', async (_, sort, path) => {
    expect(await refusalOf(page({ sort }))).toMatchObject({ code: 'VALIDATION_FAILED', path });
  });
});
