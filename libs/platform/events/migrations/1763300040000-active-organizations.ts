import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RELAY_ROLE } from '../../database/index.js';

/** Consumers leave suspended organizations out: nothing can be done in them, and the others must not wait for that. */
export class ActiveOrganizations1763300040000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION app.is_active(organization uuid) RETURNS boolean
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT coalesce((SELECT o.status = 'ACTIVE' FROM public.organization o WHERE o.id = organization), false)
      $$;
      REVOKE EXECUTE ON FUNCTION app.is_active(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.is_active(uuid) TO ${RELAY_ROLE};
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION app.is_active(uuid)');
  }
}
