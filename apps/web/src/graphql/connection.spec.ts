import { type Connection, mergeConnection, replaceIn } from './connection';

const page = (ids: readonly string[], endCursor: string, hasNextPage = true): Connection<{ id: string; name?: string }> => ({
  nodes: ids.map((id) => ({ id })),
  pageInfo: { endCursor, hasNextPage },
  totalCount: 9,
});

describe('mergeConnection', () => {
  it('appends and takes the later page info', () => {
    expect(mergeConnection(page(['a', 'b'], '2'), page(['c'], '3', false))).toEqual(page(['a', 'b', 'c'], '3', false));
  });

  it('does not show a row twice that moved into the later page', () => {
    expect(mergeConnection(page(['a', 'b'], '2'), page(['b', 'c'], '4')).nodes.map((row) => row.id)).toEqual(['a', 'b', 'c']);
  });
});

describe('replaceIn', () => {
  it('copies only the path to the target', () => {
    const leads = page(['a'], '1');
    const tree = { customer: { id: 'x', leads }, other: { id: 'y' } };
    const next = replaceIn(tree, leads, page(['a', 'b'], '2'));
    expect(next.customer.leads.nodes).toHaveLength(2);
    expect(next.other).toBe(tree.other);
    expect(tree.customer.leads.nodes).toHaveLength(1);
  });

  it('gives the same tree back when the target is not in it', () => {
    const tree = { a: { b: 1 }, list: [1] };
    expect(replaceIn(tree, {}, 2)).toBe(tree);
  });
});
