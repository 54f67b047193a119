import { basisPointsOf, explain, FULL, type Share, type Sums } from '@throughline/delivery/progress';

/** HIDDEN: work the caller may not see, as one line. REST: more parts than a list shows, as one line. */
export type PartKind = 'TASK' | 'PROJECT' | 'HIDDEN' | 'REST';

/** A part of a node as it is read: its sums count unless it is cut. */
export interface PartRow {
  kind: PartKind;
  /** null for HIDDEN and REST. */
  id: string | null;
  name: string;
  status: string | null;
  cut: boolean;
  sums: Sums;
  parts: PartRow[];
}

/** A line of the explanation, with those below it. */
export interface ExplainedPart extends Omit<PartRow, 'parts' | 'sums' | 'cut'>, Share {
  weight: bigint;
  /** Cancelled parts are listed and count nothing. */
  counted: boolean;
  parts: ExplainedPart[];
}

/**
 * Opens a figure into lines whose contributions add up to it, at every level (AHEAD-02).
 *
 * @param whole the node's own sums
 * @returns the figure in basis points (null without live work) and its lines, largest share first
 */
export function explainFigure(whole: Sums, parts: readonly PartRow[]): { basisPoints: number | null; parts: ExplainedPart[] } {
  const basisPoints = basisPointsOf(whole);
  return { basisPoints, parts: linesOf(basisPoints ?? 0, whole.total === 0n ? 0 : FULL, whole, parts) };
}

function linesOf(figure: number, share: number, whole: Sums, rows: readonly PartRow[]): ExplainedPart[] {
  const counted = rows.filter((row) => !row.cut);
  const shares = explain(figure, share, whole, counted.map((row) => row.sums));
  const lines = counted.map((row, index) => line(row, shares[index]!, true, whole));
  const nothing = { share: 0, contribution: 0 };
  const cut = rows.filter((row) => row.cut).map((row) => line(row, { ...nothing, completion: basisPointsOf(row.sums) }, false, whole));
  return [...lines.sort((a, b) => b.share - a.share), ...cut];
}

function line({ cut: _, sums, parts, ...row }: PartRow, share: Share, counted: boolean, whole: Sums): ExplainedPart {
  return { ...row, ...share, weight: sums.total, counted, parts: counted ? linesOf(share.contribution, share.share, whole, parts) : [] };
}

/** How the figure came about, in one sentence. */
export function roundingNote(whole: Sums): string {
  const basisPoints = basisPointsOf(whole);
  if (basisPoints === null) return 'There is no live work here, so there is no progress yet.';
  const percent = (value: number): string => (value / 100).toFixed(2);
  const exact = whole.done % whole.total === 0n;
  const figure = `${percent(basisPoints)} %`;
  if (exact) return `Exactly ${figure}. Where lines are rounded, they add up to it.`;
  return `A little more than ${figure}: figures are rounded down, and the lines are rounded so that they add up to it.`;
}
