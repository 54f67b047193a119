import fc from 'fast-check';
import { apportion, explain } from './contributions.js';
import { basisPointsOf } from './figure.js';

describe('apportion', () => {
  it('gives the left-over points to the parts that lost most, the first among equals', () => {
    expect(apportion(10_000, [10_000n, 10_000n, 10_000n], 3n)).toEqual([3_334, 3_333, 3_333]);
    expect(apportion(6_666, [5n, 15n], 1n)).toEqual([5, 15]);
    expect(apportion(100, [507n, 493n], 10n)).toEqual([51, 49]);
  });

  it('gives nothing of nothing', () => {
    expect(apportion(0, [0n, 0n], 0n)).toEqual([0, 0]);
    expect(apportion(0, [], 5n)).toEqual([]);
  });
});

describe('explain', () => {
  const tree = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.record({ weight: fc.bigInt(1n, 5_000n), completion: fc.bigInt(0n, 10_000n) }),
      fc.array(tie('tree'), { minLength: 1, maxLength: 5 }),
    ),
  })).tree;
  type Tree = { weight: bigint; completion: bigint } | Tree[];
  const sumsOf = (part: Tree): { total: bigint; done: bigint } =>
    Array.isArray(part)
      ? part.map(sumsOf).reduce((a, b) => ({ total: a.total + b.total, done: a.done + b.done }), { total: 0n, done: 0n })
      : { total: part.weight, done: part.weight * part.completion };

  it('adds up at every level, and no line is more than one basis point from its exact value', () => {
    fc.assert(fc.property(tree, (root) => {
      const top = sumsOf(root);
      const check = (part: Tree, figure: number, share: number): void => {
        if (!Array.isArray(part)) return;
        const lines = explain(figure, share, top, part.map(sumsOf));
        expect(lines.reduce((sum, line) => sum + line.contribution, 0)).toBe(figure);
        expect(lines.reduce((sum, line) => sum + line.share, 0)).toBe(share);
        lines.forEach((line, index) => {
          const exact = Number(sumsOf(part[index]!).done) / Number(top.total);
          expect(Math.abs(line.contribution - exact)).toBeLessThan(1);
          check(part[index]!, line.contribution, line.share);
        });
      };
      check(root, basisPointsOf(top)!, 10_000);
    }));
  });
});
