import { Client } from 'pg';

/**
 * Which tables were written since the last look, told by the database itself: lists that read none of them cannot have changed and need
 * not be loaded.
 */
export class Touched {
  private constructor(private readonly owner: Client, readonly tables: readonly string[]) {}

  static async watch(owner: Client): Promise<Touched> {
    await owner.query(`
      CREATE TABLE state_touched (name text NOT NULL);
      CREATE FUNCTION state_touch() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        BEGIN INSERT INTO state_touched VALUES (TG_TABLE_NAME); RETURN NULL; END $$;
    `);
    const { rows } = await owner.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'state_touched'`);
    for (const { name } of rows) await owner.query(`CREATE TRIGGER state_touch AFTER INSERT OR UPDATE OR DELETE ON "${name}" FOR EACH STATEMENT EXECUTE FUNCTION state_touch()`);
    return new Touched(owner, rows.map(({ name }) => name));
  }

  /** @returns the tables written since this was asked last */
  async take(): Promise<ReadonlySet<string>> {
    const { rows } = await this.owner.query<{ name: string }>('DELETE FROM state_touched RETURNING name');
    return new Set(rows.map(({ name }) => name));
  }
}

/** Which of these tables are named in what this process sends to the database while something is done. */
export async function tablesOf(tables: readonly string[], work: () => Promise<unknown>): Promise<ReadonlySet<string>> {
  const sent: string[] = [];
  const prototype = Client.prototype as unknown as { query: (...parameters: unknown[]) => unknown };
  const { query } = prototype;
  prototype.query = function (this: Client, ...parameters: unknown[]): unknown {
    const [statement] = parameters as [string | { text?: string }];
    sent.push(typeof statement === 'string' ? statement : (statement.text ?? ''));
    return query.apply(this, parameters);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  const words = new Set(sent.flatMap((text) => text.match(/[a-z_]+/g) ?? []));
  return new Set(tables.filter((name) => words.has(name)));
}
