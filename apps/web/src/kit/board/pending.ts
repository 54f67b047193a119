import type { BoardColumn } from './types';

/** A move that the server has not answered yet. */
export interface Pending {
  /** Tells a later move of the same card from an earlier one. */
  ticket: number;
  to: string;
  before: string | null;
}

/** Columns as if the pending moves had already happened; counts move along. */
export function withPending<Card>(columns: readonly BoardColumn<Card>[], pending: ReadonlyMap<string, Pending>, cardId: (card: Card) => string): readonly BoardColumn<Card>[] {
  if (pending.size === 0) return columns;
  const lifted = new Map<string, { card: Card; from: string }>();
  for (const column of columns) for (const card of column.cards) if (pending.has(cardId(card))) lifted.set(cardId(card), { card, from: column.id });
  return columns.map((column) => {
    const cards = column.cards.filter((card) => !lifted.has(cardId(card)));
    let count = column.count;
    for (const [id, { card, from }] of lifted) {
      const target = pending.get(id);
      if (target?.to === column.id) {
        const at = target.before === null ? -1 : cards.findIndex((other) => cardId(other) === target.before);
        cards.splice(at === -1 ? cards.length : at, 0, card);
        if (from !== column.id && count !== null) count += 1;
      } else if (from === column.id && count !== null) count -= 1;
    }
    return { ...column, cards, count };
  });
}
