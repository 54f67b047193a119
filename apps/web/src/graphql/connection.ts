/** A connection as the API gives it. `totalCount` is null where counting would cost too much. */
export interface Connection<Row> {
  nodes: readonly Row[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  totalCount?: number | null;
}

/** Puts `next` in the place of `target` inside a tree of objects, copying only the path to it. */
export function replaceIn<T>(tree: T, target: unknown, next: unknown): T {
  if (tree === target) return next as T;
  if (tree === null || typeof tree !== 'object' || Array.isArray(tree)) return tree;
  for (const [key, value] of Object.entries(tree)) {
    const replaced = replaceIn(value as unknown, target, next);
    if (replaced !== value) return { ...tree, [key]: replaced };
  }
  return tree;
}

/** Appends a page; rows that moved into it from an earlier page are not shown twice. */
export function mergeConnection<Row>(earlier: Connection<Row>, later: Connection<Row>): Connection<Row> {
  const idOf = (row: Row) => (row as { id?: unknown }).id;
  const seen = new Set(earlier.nodes.map(idOf));
  return { ...earlier, ...later, nodes: [...earlier.nodes, ...later.nodes.filter((row) => idOf(row) === undefined || !seen.has(idOf(row)))] };
}
