import type { QueryRunner } from 'typeorm';

/**
 * Makes every statement that inserts, updates or deletes rows of a table call a trigger function once; the function
 * finds the rows in the transition table `rows_changed`. For migrations.
 *
 * @param suffix names the triggers: `tr_<table>_<suffix>_insert`
 * @param triggerFunction `app.access_changed`
 */
export async function afterEveryChange(queryRunner: QueryRunner, table: string, suffix: string, triggerFunction: string): Promise<void> {
  const transitions = { INSERT: 'NEW TABLE', UPDATE: 'NEW TABLE', DELETE: 'OLD TABLE' } as const;
  for (const [event, transition] of Object.entries(transitions)) {
    await queryRunner.query(`
      CREATE TRIGGER tr_${table}_${suffix}_${event.toLowerCase()} AFTER ${event} ON ${table}
        REFERENCING ${transition} AS rows_changed FOR EACH STATEMENT EXECUTE FUNCTION ${triggerFunction}()
    `);
  }
}
