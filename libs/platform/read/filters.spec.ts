import { newId } from '../kernel/index.js';
import { select } from './selection.js';
import { gadgetRead } from './testing/gadgets.read.js';
import { openReadSuite, type ReadSuite, refusalOf } from './testing/suite.js';

describe('filters', () => {
  let suite: ReadSuite;
  let actor: ReturnType<ReadSuite['actor']>;
  const maker = newId();
  const worker = newId();
  const colleague = newId();
  const idOf: Record<string, string> = {};

  beforeAll(async () => {
    suite = await openReadSuite();
    actor = suite.actor(['gadget.read']);
    const { rows, ours } = suite;
    const add = async (name: string, values: Record<string, unknown>, workers: string[] = []): Promise<void> => {
      idOf[name] = await rows.insert('gadget', ours, { name, ...values });
      for (const user of workers) await rows.insert('gadget_worker', ours, { gadget_id: idOf[name], user_id: user });
    };
    await add('Alpha', { remark: '100% wool_', status: 'ACTIVE', rank: 1, units: '9223372036854775807', weight: 1.5, active: true, due_on: '2026-01-01', seen_at: '2026-01-01T12:00:00Z', tags: ['a', 'b'], maker_id: maker }, [worker, colleague]);
    await add('beta', { remark: "it's \\ 1000 wools", status: 'DRAFT', rank: 2, units: '-1', weight: 2, active: false, due_on: '2026-02-01', seen_at: '2026-01-01T12:00:00.000001Z', tags: [] }, [worker]);
    await add('Gamma', {});
  });
  afterAll(() => suite.close());

  const names = async (filter: Record<string, unknown>): Promise<unknown[]> =>
    (await suite.reading.reader.connection(actor, gadgetRead, { filter, sort: [{ field: 'name' }] }, select('nodes.name'))).nodes.map(({ name }) => name);
  const [ALL, A, B, G] = [['Alpha', 'Gamma', 'beta'], ['Alpha'], ['beta'], ['Gamma']];

  it.each([
    [{}, ALL],
    [{ name: null, or: null, and: [], not: null }, ALL],
    [{ name: { eq: 'Alpha' } }, A],
    [{ name: { eq: 'alpha' } }, []],
    [{ name: { eq: "Alpha' OR true --" } }, []],
    [{ name: { in: ['Alpha', 'Gamma', 'x","y'] } }, ['Alpha', 'Gamma']],
    [{ name: { in: [] } }, []],
    [{ name: { notIn: ['Alpha'] } }, ['Gamma', 'beta']],
    [{ note: { notIn: ['x'] } }, ALL],
    [{ name: { contains: 'A' } }, ALL],
    [{ name: { contains: 'ALP' } }, A],
    [{ note: { contains: '0%' } }, A],
    [{ note: { contains: 'l_' } }, A],
    [{ note: { contains: "'s \\" } }, B],
    [{ note: { contains: '' } }, ['Alpha', 'beta']],
    [{ note: { isNull: true } }, G],
    [{ note: { isNull: false } }, ['Alpha', 'beta']],
    [{ status: { eq: 'ACTIVE' } }, A],
    [{ status: { notIn: ['ACTIVE'] } }, ['Gamma', 'beta']],
    [{ rank: { gt: 1 } }, B],
    [{ rank: { gte: 1, lt: 2 } }, A],
    [{ rank: { lte: 1 } }, A],
    [{ units: { eq: 9223372036854775807n } }, A],
    [{ units: { lt: 0n } }, B],
    [{ weight: { in: [1.5, 7] } }, A],
    [{ active: { eq: false } }, B],
    [{ active: { isNull: true } }, G],
    [{ dueOn: { gt: '2026-01-01' } }, B],
    [{ seenAt: { lte: new Date('2026-01-01T12:00:00Z') } }, A],
    [{ tags: { has: ['b', 'z'] } }, A],
    [{ tags: { has: [] } }, []],
    [{ makerId: { eq: maker } }, A],
    [{ makerId: { eq: maker.toUpperCase() } }, A],
    [{ makerId: { notIn: [maker] } }, ['Gamma', 'beta']],
    [{ workerId: { eq: colleague } }, A],
    [{ workerId: { in: [worker, colleague] } }, ['Alpha', 'beta']],
    [{ workerId: { notIn: [colleague] } }, ['Gamma', 'beta']],
    [{ workerId: { isNull: true } }, G],
    [{ workerId: { isNull: false } }, ['Alpha', 'beta']],
    [{ loudName: { eq: 'BETA' } }, B],
    [{ or: [{ rank: { eq: 1 } }, { rank: { isNull: true } }] }, ['Alpha', 'Gamma']],
    [{ or: [] }, []],
    [{ not: { rank: { eq: 1 } } }, ['Gamma', 'beta']],
    [{ not: {} }, []],
    [{ and: [{ rank: { gte: 1 } }, { not: { name: { contains: 'alpha' } } }] }, B],
    [{ or: [{ name: { contains: 'gam' } }, { note: { contains: 'wools' } }] }, ['Gamma', 'beta']],
    [{ rank: { eq: 2 }, or: [{ status: { eq: 'ACTIVE' } }, { status: { eq: 'DRAFT' } }] }, B],
  ])('%j', async (filter, expected) => {
    expect(await names(filter as Record<string, unknown>)).toEqual(expected);
  });

  it.each([
    [{ secret: { eq: 1 } }, 'VALIDATION_FAILED', 'filter.secret'],
    [{ "name') OR true --": { eq: 1 } }, 'VALIDATION_FAILED', "filter.name') OR true --"],
    [{ name: { like: '%' } }, 'VALIDATION_FAILED', 'filter.name.like'],
    [{ name: { eq: null } }, 'VALIDATION_FAILED', 'filter.name.eq'],
    [{ name: { eq: 5 } }, 'VALIDATION_FAILED', 'filter.name.eq'],
    [{ name: { eq: 'a\0b' } }, 'VALIDATION_FAILED', 'filter.name.eq'],
    [{ name: { contains: 'a\0b' } }, 'VALIDATION_FAILED', 'filter.name.contains'],
    [{ name: 'Alpha' }, 'VALIDATION_FAILED', 'filter.name'],
    [{ name: { in: 'Alpha' } }, 'VALIDATION_FAILED', 'filter.name.in'],
    [{ makerId: { eq: "'; DROP TABLE gadget; --" } }, 'VALIDATION_FAILED', 'filter.makerId.eq'],
    [{ or: [{ makerId: { in: [maker, 'x'] } }] }, 'VALIDATION_FAILED', 'filter.or.0.makerId.in'],
    [{ workerId: { contains: 'x' } }, 'VALIDATION_FAILED', 'filter.workerId.contains'],
    [{ rank: { eq: {} } }, 'VALIDATION_FAILED', 'filter.rank.eq'],
    [{ rank: { eq: 'many' } }, 'VALIDATION_FAILED', ''],
    [{ rank: { eq: 99_999_999_999 } }, 'VALIDATION_FAILED', ''],
    [{ dueOn: { eq: '2026-02-31' } }, 'VALIDATION_FAILED', ''],
    [{ not: { not: { not: { not: { not: { not: { rank: { eq: 1 } } } } } } } }, 'VALIDATION_FAILED', 'filter.not.not.not.not.not.not'],
    [{ or: Array.from({ length: 51 }, () => ({ rank: { eq: 1 } })) }, 'LIMIT_EXCEEDED', 'filter.or.50.rank'],
    [{ name: { in: Array.from({ length: 501 }, String) } }, 'LIMIT_EXCEEDED', 'filter.name.in'],
  ])('refuses %j', async (filter, code, path) => {
    expect(await refusalOf(names(filter as Record<string, unknown>))).toMatchObject({ code, path });
  });

  it('filters the lists of a parent too', async () => {
    await suite.rows.insert('maker', suite.ours, { id: maker, name: 'M' });
    const reader = suite.actor(['gadget.read', 'maker.read']);
    const gadgets = (args: Record<string, unknown>) => ({ key: 'gadgets', name: 'gadgets', args, selection: select('nodes.name', 'totalCount') });
    const { makerRead } = await import('./testing/gadgets.read.js');
    const read = (args: Record<string, unknown>) => suite.reading.reader.one(reader, makerRead, maker, { fields: [gadgets(args)] });
    expect(await read({ filter: { rank: { eq: 1 } }, first: 5 })).toEqual({ gadgets: { nodes: [{ name: 'Alpha' }], totalCount: 1 } });
    expect(await read({ filter: { rank: { eq: 2 } } })).toEqual({ gadgets: { nodes: [], totalCount: 0 } });
  });
});
