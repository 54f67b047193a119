import { explainFigure, type PartRow, roundingNote } from './why.rules.js';

const part = (name: string, total: number, done: number, more: Partial<PartRow> = {}): PartRow => ({
  kind: 'TASK', id: name, name, status: 'TODO', cut: false, sums: { total: BigInt(total), done: BigInt(done) }, parts: [], ...more,
});

describe('explainFigure', () => {
  it('makes the lines add up where each was rounded, largest share first, cancelled ones last', () => {
    const whole = { total: 3n, done: 20_000n };
    const explained = explainFigure(whole, [part('a', 1, 10_000), part('gone', 9, 9, { cut: true }), part('b', 1, 10_000), part('c', 1, 0)]);
    expect(explained.basisPoints).toBe(6_666);
    expect(explained.parts.map(({ name, share, contribution, counted }) => [name, share, contribution, counted])).toEqual([
      ['a', 3_334, 3_333, true], ['b', 3_333, 3_333, true], ['c', 3_333, 0, true], ['gone', 0, 0, false],
    ]);
  });

  it('opens lines into their own parts, which add up to the line', () => {
    const [line] = explainFigure({ total: 7n, done: 30_000n }, [part('a', 7, 30_000, { parts: [part('b', 3, 10_000), part('c', 4, 20_000)] })]).parts;
    expect(line).toMatchObject({ contribution: 4_285, share: 10_000 });
    expect(line!.parts.map(({ name, contribution, share }) => [name, contribution, share])).toEqual([['c', 2_857, 5_714], ['b', 1_428, 4_286]]);
  });

  it('has no figure without live work', () => {
    expect(explainFigure({ total: 0n, done: 0n }, [part('gone', 5, 5, { cut: true })])).toMatchObject({ basisPoints: null, parts: [{ counted: false, contribution: 0, share: 0 }] });
  });
});

it('says how the figure was rounded', () => {
  expect(roundingNote({ total: 4n, done: 20_000n })).toBe('Exactly 50.00 %. Where lines are rounded, they add up to it.');
  expect(roundingNote({ total: 3n, done: 20_000n })).toBe('A little more than 66.66 %: figures are rounded down, and the lines are rounded so that they add up to it.');
  expect(roundingNote({ total: 0n, done: 0n })).toBe('There is no live work here, so there is no progress yet.');
});
