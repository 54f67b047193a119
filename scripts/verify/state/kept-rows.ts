import type { Client } from 'pg';
import type { SubjectDefinition } from '../../../libs/platform/access/index.js';
import type { Probes } from '../access/probes.js';

/** The rows of our records as they were made: put back where a mutation needs a record that the one before has closed. */
export class KeptRows {
  private constructor(private readonly owner: Client, private readonly rows: readonly { table: string; id: string; row: unknown; columns: string[] }[]) {}

  static async of(owner: Client, subjects: readonly SubjectDefinition[], probes: Probes): Promise<KeptRows> {
    const rows: KeptRows['rows'][number][] = [];
    for (const { name, table } of subjects) {
      const id = probes[name];
      const { rows: [found] } = id ? await owner.query<{ row: unknown }>(`SELECT to_jsonb(t) AS row FROM ${table} t WHERE t.id = $1`, [id]).catch(() => ({ rows: [] })) : { rows: [] };
      if (!id || !found) continue;
      const { rows: columns } = await owner.query<{ name: string }>(
        `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attname <> 'id'`, [table]);
      rows.push({ table, id, row: found.row, columns: columns.map((column) => `"${column.name}"`) });
    }
    return new KeptRows(owner, rows);
  }

  async restore(): Promise<void> {
    for (const { table, id, row, columns } of this.rows) {
      await this.owner.query(`UPDATE ${table} SET (${columns.join(', ')}) = (SELECT ${columns.join(', ')} FROM jsonb_populate_record(NULL::${table}, $2)) WHERE id = $1`, [id, JSON.stringify(row)]);
    }
  }

  /** Every value that the table's rules allow in its column of states. */
  async statesOf({ table, columns }: SubjectDefinition): Promise<{ column: string; states: string[] }> {
    const column = columns.state ?? 'status';
    const { rows } = await this.owner.query<{ definition: string }>(
      `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'c' AND conname = $2`, [table, `ck_${table}_${column}`]);
    return { column, states: [...(rows[0]?.definition.matchAll(/'([A-Z_]+)'::text/g) ?? [])].map(([, state]) => state!) };
  }
}
