import type { MaskKind } from '../../access/index.js';

/** What is left of a text when it is masked, in SQL. */
const MASKS: Record<MaskKind, (column: string) => string> = {
  ALL: (column) => `CASE WHEN ${column} IS NULL THEN NULL ELSE '•••' END`,
  LAST_FOUR: (column) => `CASE WHEN length(${column}) > 6 THEN '•••'||right(${column}, 4) WHEN ${column} IS NULL THEN NULL ELSE '•••' END`,
  EMAIL: (column) => `CASE WHEN position('@' IN ${column}) > 1 THEN left(${column}, 1)||'•••'||substr(${column}, position('@' IN ${column})) WHEN ${column} IS NULL THEN NULL ELSE '•••' END`,
};

/**
 * A column, masked on some rows.
 *
 * @param masked on which: a condition or `'true'`
 */
export function maskedSql(column: string, masked: string, kind: MaskKind): string {
  const mask = MASKS[kind](column);
  return masked === 'true' ? `(${mask})` : `(CASE WHEN ${masked} THEN ${mask} ELSE ${column} END)`;
}
