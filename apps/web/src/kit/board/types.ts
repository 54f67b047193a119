import type { ReactNode } from 'react';
import type { Tone } from '@/lib/tone';

/** One column of a board. Cards may be loaded later: pass what is there, `hasMore` and `loadMore`. */
export interface BoardColumn<Card> {
  id: string;
  title: string;
  tone?: Tone;
  cards: readonly Card[];
  /** Of all cards of the column, loaded or not. Null while unknown. */
  count: number | null;
  /** What the column adds up to (a `MoneyText`). */
  sum?: ReactNode;
  /** More than this many: the head warns. */
  limit?: number;
  loading?: boolean;
  hasMore?: boolean;
  loadMore?: () => void;
}

/** Whether a card may go to a column, and why not: said while dragging and in the card's menu. */
export type MoveVerdict = { allowed: true } | { allowed: false; reason: string };

/** What came of a move. Without success the card goes back and the reason is shown. */
export type MoveResult = { ok: true; undo?: () => Promise<void> } | { ok: false; reason: string };

export interface Move<Card> {
  card: Card;
  from: string;
  to: string;
  /** Id of the card it was put before; null for the end of the column. */
  before: string | null;
}

export interface BoardProps<Card> {
  /** Remembers collapsed columns under this name. */
  id: string;
  /** Plural, lower case: "deals". */
  what: string;
  columns: readonly BoardColumn<Card>[];
  cardId: (card: Card) => string;
  /** A few words naming the card, spoken while it is dragged by keyboard. */
  cardLabel: (card: Card) => string;
  /** The content of a card; the frame, the drag and the link are the board's. */
  renderCard: (card: Card) => ReactNode;
  /** The record's page: a click, Enter, or the menu opens it. */
  cardHref?: (card: Card) => string;
  canMove: (card: Card, to: string) => MoveVerdict;
  /** Resolves when the server has answered. */
  onMove: (move: Move<Card>) => Promise<MoveResult>;
  /** Also allow another order within a column (then `onMove` is called with `from === to`). */
  ordered?: boolean;
  /** What an empty column says. */
  emptyColumn?: string;
}
