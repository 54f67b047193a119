import { APP_ROLE } from '@throughline/platform/database';
import type { DataSource } from 'typeorm';
import { TENANCY_EXCEPTIONS } from './tenancy-exceptions.js';

/** Constraints and indexes are written in SQL only (docs/developer.md); entities speak of columns and primary keys. */
const WRITTEN_IN_SQL = /CONSTRAINT "(uq|fk|ck|ex)_|^(DROP|CREATE)( UNIQUE)? INDEX /;

/** TypeORM looks here for the text of generated columns and fails without the table; ours are written in SQL only. */
const METADATA = 'CREATE TABLE typeorm_metadata (type text, database text, schema text, "table" text, name text, value text)';

/** Statements TypeORM would run to make the database what the entities say. Leaves the database as it was. */
export async function entityDrift(dataSource: DataSource): Promise<string[]> {
  const generated = await dataSource.query<{ statement: string }[]>(`
    SELECT format('ALTER TABLE "%s" DROP COLUMN "%s"', c.relname, a.attname) AS statement
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE a.attgenerated <> '' AND c.relnamespace = 'public'::regnamespace`);
  const expected = new Set(generated.map(({ statement }) => statement));
  await dataSource.query(METADATA);
  try {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    const statements = upQueries.map(({ query }) => query);
    const wrong = statements.filter((query) => !WRITTEN_IN_SQL.test(query) && !expected.has(query) && !query.includes('typeorm_metadata'));
    return wrong.map((query) => `entity and migration differ: ${query}`);
  } finally {
    await dataSource.query('DROP TABLE typeorm_metadata');
  }
}

/** Tables and columns that leave the tenant open (domain.md, "Tenancy"). */
export async function tenancyGaps(dataSource: DataSource): Promise<string[]> {
  const [unprotected, unreferenced] = await Promise.all([tablesWithoutRowSecurity(dataSource), columnsWithoutReference(dataSource)]);
  const found = [
    ...unprotected.map((table) => ({ name: table, text: `${table} has organization_id but no row-level security on it` })),
    ...unreferenced.map((column) => ({ name: column, text: `${column} has no foreign key together with organization_id` })),
  ];
  const names = new Set(found.map(({ name }) => name));
  return [
    ...found.filter(({ name }) => !(name in TENANCY_EXCEPTIONS)).map(({ text }) => text),
    ...Object.keys(TENANCY_EXCEPTIONS).filter((name) => !names.has(name)).map((name) => `${name} is an exception that is not needed any more (tenancy-exceptions.ts)`),
  ];
}

/** Row-level security without any policy lets nobody in, which is fine; a policy for the application must name the tenant. */
async function tablesWithoutRowSecurity(dataSource: DataSource): Promise<string[]> {
  const rows = await dataSource.query<{ name: string }[]>(`
    SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organization_id'
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
      AND (NOT c.relrowsecurity OR EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive
        AND p.polroles && ARRAY[0::oid, '${APP_ROLE}'::regrole::oid]
        AND coalesce(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid), '') NOT LIKE '%organization_id = app.organization_id()%'))
    ORDER BY 1`);
  return rows.map(({ name }) => name);
}

async function columnsWithoutReference(dataSource: DataSource): Promise<string[]> {
  const rows = await dataSource.query<{ name: string }[]>(`
    SELECT c.relname || '.' || a.attname AS name
    FROM pg_class c
    JOIN pg_attribute tenant ON tenant.attrelid = c.oid AND tenant.attname = 'organization_id'
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname LIKE '%\\_id' AND a.attname <> 'organization_id' AND a.atttypid = 'uuid'::regtype
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT a.attisdropped
      AND NOT EXISTS (SELECT 1 FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f'
        AND a.attnum = ANY (f.conkey) AND tenant.attnum = ANY (f.conkey))
    ORDER BY 1`);
  return rows.map(({ name }) => name);
}
