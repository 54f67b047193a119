import { type Pending, withPending } from './pending';
import type { BoardColumn } from './types';

const columns: BoardColumn<string>[] = [
  { id: 'new', title: 'New', cards: ['a', 'b', 'c'], count: 30 },
  { id: 'won', title: 'Won', cards: ['d'], count: null },
];
const move = (card: string, to: string, before: string | null = null): ReadonlyMap<string, Pending> => new Map([[card, { ticket: 1, to, before }]]);
const identity = (card: string) => card;

describe('withPending', () => {
  it('gives the same columns back when nothing is pending', () => {
    expect(withPending(columns, new Map(), identity)).toBe(columns);
  });

  it('carries the card over and counts it, unknown counts stay unknown', () => {
    const [from, to] = withPending(columns, move('b', 'won'), identity);
    expect([from?.cards, from?.count]).toEqual([['a', 'c'], 29]);
    expect([to?.cards, to?.count]).toEqual([['d', 'b'], null]);
  });

  it('puts it before the named card, at the end when that card is gone', () => {
    expect(withPending(columns, move('a', 'won', 'd'), identity)[1]?.cards).toEqual(['a', 'd']);
    expect(withPending(columns, move('a', 'won', 'x'), identity)[1]?.cards).toEqual(['d', 'a']);
  });

  it('re-orders within a column without counting', () => {
    const [column] = withPending(columns, move('c', 'new', 'a'), identity);
    expect([column?.cards, column?.count]).toEqual([['c', 'a', 'b'], 30]);
  });

  it('shows the truth when someone else moved the card there meanwhile', () => {
    const moved: BoardColumn<string>[] = [
      { id: 'new', title: 'New', cards: ['a'], count: 29 },
      { id: 'won', title: 'Won', cards: ['d', 'b'], count: 2 },
    ];
    const [from, to] = withPending(moved, move('b', 'won'), identity);
    expect([from?.count, to?.count, to?.cards]).toEqual([29, 2, ['d', 'b']]);
  });
});
