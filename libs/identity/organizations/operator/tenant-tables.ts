import type { SqlRunner } from '@throughline/identity/access';

/** A table that holds rows of organizations. */
export interface TenantTable {
  name: string;
  columns: string[];
}

/** A foreign key between two of them. */
export interface TenantLink {
  from: string;
  to: string;
  /** Columns that may be emptied to cut it; none when one of them must have a value. */
  nullable: string[];
}

/** Every table with an `organization_id`, as the owner sees them; partitions belong to their parent. */
export async function tenantTables(sql: SqlRunner): Promise<TenantTable[]> {
  return (await sql.query(`
    SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    GROUP BY c.relname HAVING bool_or(a.attname = 'organization_id') ORDER BY 1`)) as TenantTable[];
}

/** How they point at each other; a table that points at itself needs no order. */
export async function tenantLinks(sql: SqlRunner): Promise<TenantLink[]> {
  return (await sql.query(`
    SELECT c.relname AS from, f.relname AS to,
      ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey) AND NOT a.attnotnull) AS nullable
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class f ON f.oid = k.confrelid
    WHERE k.contype = 'f' AND c.relnamespace = 'public'::regnamespace AND k.conrelid <> k.confrelid ORDER BY 1, 2`)) as TenantLink[];
}
