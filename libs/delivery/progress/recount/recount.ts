import { RECOUNT } from './recount.sql.js';

/** Whoever runs SQL as the owner, on one connection. */
export interface RecountConnection {
  query(sql: string, parameters?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** A stored value that is not what the leaves say. */
export interface Difference {
  organizationId: string;
  node: 'task' | 'milestone' | 'project';
  id: string;
  column: string;
  stored: string | null;
  expected: string | null;
}

export interface RecountResult {
  nodes: number;
  differences: Difference[];
}

/** Differences that are reported at most; the rest would say the same. */
const MOST_DIFFERENCES = 1_000;

/**
 * Works out every sum, counter and derived status of all work trees from their leaves, in SQL of its own that shares nothing
 * with the roll-up, and compares them with what is stored. Sees one moment, whoever writes meanwhile; changes nothing.
 *
 * @param connection the owner's: it sees every organization, or the one named
 */
export async function recountWorkTrees(connection: RecountConnection, organizationId: string | null = null): Promise<RecountResult> {
  await connection.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  try {
    // Only temporary tables are written, and they go with the transaction.
    await connection.query(RECOUNT.nodes, [organizationId]);
    for (const statement of RECOUNT.indexes) await connection.query(statement);
    await connection.query(RECOUNT.sums);
    await connection.query(RECOUNT.states);
    const { rows: [deepest] } = await connection.query('SELECT max(depth) AS depth FROM recount_node') as { rows: { depth: number | null }[] };
    for (let depth = deepest?.depth ?? -1; depth >= -1; depth--) await connection.query(RECOUNT.level, [depth]);
    const { rows: differences } = await connection.query(RECOUNT.compare, [MOST_DIFFERENCES]) as { rows: Difference[] };
    const { rows: [count] } = await connection.query('SELECT count(*)::integer AS nodes FROM recount_node') as { rows: { nodes: number }[] };
    return { nodes: count?.nodes ?? 0, differences };
  } finally {
    await connection.query('ROLLBACK');
  }
}
