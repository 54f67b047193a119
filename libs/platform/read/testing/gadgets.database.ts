import { Client } from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import { searchFunction, tenantTable } from '../../database/index.js';
import { newId } from '../../kernel/index.js';


const COMMON = `id uuid PRIMARY KEY, organization_id uuid NOT NULL, version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(), UNIQUE (organization_id, id)`;

/** Tables of the read engine's own tests. */
export async function createGadgetTables(ownerUrl: string): Promise<void> {
  const source = await new DataSource({ type: 'postgres', url: ownerUrl }).initialize();
  const runner: QueryRunner = source.createQueryRunner();
  await runner.query(`
    CREATE TABLE maker (${COMMON}, name text NOT NULL, country text, department_id uuid, owner_id uuid, parent_id uuid);
    CREATE TABLE gadget (${COMMON}, name text NOT NULL, remark text, status text NOT NULL DEFAULT 'DRAFT', rank integer, units bigint, weight float8,
      active boolean, due_on date, seen_at timestamptz, facts jsonb, tags text[], reasons jsonb, price_minor bigint, currency text NOT NULL DEFAULT 'USD',
      maker_id uuid, department_id uuid, team_id uuid, owner_id uuid, customer_id uuid, shared boolean NOT NULL DEFAULT false);
    CREATE TABLE gadget_worker (gadget_id uuid NOT NULL, user_id uuid NOT NULL, organization_id uuid NOT NULL, PRIMARY KEY (gadget_id, user_id));
    CREATE TABLE gadget_helper (gadget_id uuid NOT NULL, maker_id uuid NOT NULL, organization_id uuid NOT NULL, PRIMARY KEY (gadget_id, maker_id));
    CREATE TABLE gadget_part (${COMMON}, gadget_id uuid NOT NULL, position integer NOT NULL, title text NOT NULL, maker_id uuid);
  `);
  for (const table of ['maker', 'gadget', 'gadget_worker', 'gadget_helper', 'gadget_part']) await tenantTable(runner, table);
  await searchFunction(runner, { table: 'gadget', columns: ['name', 'remark'] });
  await runner.release();
  await source.destroy();
}

/** Inserts rows as the owner of the tables. */
export class GadgetRows {
  constructor(private readonly client: Client) {}

  static async open(ownerUrl: string): Promise<GadgetRows> {
    const client = new Client({ connectionString: ownerUrl });
    await client.connect();
    return new GadgetRows(client);
  }

  close(): Promise<void> {
    return this.client.end();
  }

  /** An organization that rights can be checked against. */
  async organization(name: string): Promise<string> {
    const id = newId();
    await this.client.query('INSERT INTO organization (id, name, slug) VALUES ($1, $2, $3)', [id, name, id]);
    return id;
  }

  /** @returns the row's id; values by column name */
  async insert(table: 'maker' | 'gadget' | 'gadget_worker' | 'gadget_helper' | 'gadget_part', organizationId: string, values: Record<string, unknown>): Promise<string> {
    const id = (values['id'] as string | undefined) ?? newId();
    const linked = table === 'gadget_worker' || table === 'gadget_helper';
    const row: Record<string, unknown> = { ...(linked ? {} : { id }), organization_id: organizationId, ...values };
    const names = Object.keys(row);
    await this.client.query(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
      names.map((name) => row[name]),
    );
    return id;
  }

  async query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return (await this.client.query(sql, parameters)).rows as Row[];
  }
}
