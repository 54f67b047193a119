/** Which rows of a long list are drawn; all rows have one height, so it is arithmetic and nothing is measured. */

/** Height of the sticky head, `h-8`. */
export const HEAD_PX = 32;
const OVERSCAN = 12;
/** The window moves in steps, so that most scrolling draws nothing anew. */
const STEP = 6;

export interface RowWindow {
  /** First row drawn, and the one after the last. */
  first: number;
  end: number;
}

/** The rows around what is in sight. */
export function windowOf(scrollTop: number, viewport: number, rowHeight: number, count: number): RowWindow {
  const top = Math.floor(Math.max(0, scrollTop - HEAD_PX) / rowHeight);
  const bottom = Math.ceil((scrollTop + viewport) / rowHeight);
  const first = Math.max(0, Math.floor((top - OVERSCAN) / STEP) * STEP);
  return { first: Math.min(first, Math.max(0, count - 1)), end: Math.min(count, Math.ceil((bottom + OVERSCAN) / STEP) * STEP) };
}

/** Where to scroll so that a row is in sight, clear of the sticky head; the same place when it is already. */
export function scrollFor(index: number, scrollTop: number, viewport: number, rowHeight: number): number {
  const top = index * rowHeight;
  const bottom = HEAD_PX + top + rowHeight;
  if (top < scrollTop) return top;
  return bottom > scrollTop + viewport ? bottom - viewport : scrollTop;
}
