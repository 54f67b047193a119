import type { QueryRunner } from 'typeorm';

/**
 * Makes every insert, update and delete on a table move its organization's `access_version`, once a statement.
 *
 * @param table has `organization_id`; a name from the code
 */
export async function bumpAccessOnEveryChange(queryRunner: QueryRunner, table: string): Promise<void> {
  const transitions = { INSERT: 'NEW TABLE', UPDATE: 'NEW TABLE', DELETE: 'OLD TABLE' } as const;
  for (const [event, transition] of Object.entries(transitions)) {
    await queryRunner.query(`
      CREATE TRIGGER tr_${table}_access_${event.toLowerCase()} AFTER ${event} ON ${table}
        REFERENCING ${transition} AS rows_changed FOR EACH STATEMENT EXECUTE FUNCTION app.access_changed()
    `);
  }
}
