import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from '../../../platform/database/index.js';

/**
 * The write of a change that nobody waits for: it travels with the events and the commit, so the check that every row was
 * there is the database's.
 */
export class WriteWorkChanges1760000500000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION app.write_work_changes(tasks jsonb, milestones jsonb, projects jsonb, expected integer) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
      DECLARE
        written integer := app.apply_work_changes(tasks, milestones, projects);
      BEGIN
        IF written <> expected THEN
          RAISE EXCEPTION 'Of % rows of a locked work tree only % were there.', expected, written;
        END IF;
      END $$;
      GRANT EXECUTE ON FUNCTION app.write_work_changes(jsonb, jsonb, jsonb, integer) TO ${APP_ROLE};
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION app.write_work_changes(jsonb, jsonb, jsonb, integer)');
  }
}
