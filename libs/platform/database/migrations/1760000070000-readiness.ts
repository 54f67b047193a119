import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, RELAY_ROLE } from '../database-urls.js';

/** Lets unprivileged processes see which migrations are applied, so that they say "not ready" on an older database. */
export class Readiness1760000070000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION app.applied_migrations() RETURNS TABLE (name text) LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS 'SELECT name::text FROM migrations';
      REVOKE EXECUTE ON FUNCTION app.applied_migrations() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.applied_migrations() TO ${APP_ROLE}, ${RELAY_ROLE};
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION app.applied_migrations()');
  }
}
