import type { QueryRunner } from 'typeorm';
import { APP_ROLE } from './database-urls.js';

/** What the application's own role may do with a table. */
export type TablePrivilege = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

/**
 * Puts a table under tenancy: row-level security that compares `organization_id` with the transaction's setting (a
 * missing setting yields no rows, domain.md "Tenancy") and the application role's grants.
 *
 * @param privileges fewer for append-only tables
 */
export async function tenantTable(
  queryRunner: QueryRunner,
  table: string,
  privileges: TablePrivilege[] = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
): Promise<void> {
  await queryRunner.query(`
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    CREATE POLICY ${table}_tenant ON ${table} TO ${APP_ROLE}
      USING (organization_id = app.organization_id())
      WITH CHECK (organization_id = app.organization_id());
    GRANT ${privileges.join(', ')} ON ${table} TO ${APP_ROLE};
  `);
}
