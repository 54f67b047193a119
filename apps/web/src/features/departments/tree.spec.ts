import { belowOf, moveRefusal, treeOf } from './tree';

const at = (id: string, parentId: string | null) => ({ id, parentId, name: id.toUpperCase() });
const all = [at('a', null), at('a1', 'a'), at('a11', 'a1'), at('b', null), at('lost', 'gone')];

describe('the tree of departments', () => {
  it('stands in the order of its branches, each with its depth', () => {
    expect(treeOf(all).map(({ node, depth }) => [node.id, depth])).toEqual([['a', 0], ['a1', 1], ['a11', 2], ['b', 0], ['lost', 0]]);
  });

  it('knows everything below', () => {
    expect([...belowOf(all, 'a')].sort()).toEqual(['a1', 'a11']);
    expect([...belowOf(all, 'b')]).toEqual([]);
  });

  it('moves nowhere into itself, and not to where it is', () => {
    expect(moveRefusal(all, 'a', 'a')).not.toBeNull();
    expect(moveRefusal(all, 'a', 'a11')).toMatch(/below A/);
    expect(moveRefusal(all, 'a1', 'a')).toMatch(/already/);
    expect(moveRefusal(all, 'a', null)).toMatch(/already/);
    expect(moveRefusal(all, 'a1', null)).toBeNull();
    expect(moveRefusal(all, 'a1', 'b')).toBeNull();
  });

  it('survives a circle that another person makes meanwhile', () => {
    const circle = [at('x', 'y'), at('y', 'x')];
    expect([...belowOf(circle, 'x')].sort()).toEqual(['x', 'y']);
    expect(treeOf(circle)).toEqual([]);
  });
});
