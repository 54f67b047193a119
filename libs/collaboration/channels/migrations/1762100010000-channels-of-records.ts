import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from '../../../platform/database/index.js';

/**
 * Projects, customers and departments from before there were channels get theirs at once; the consumer `channels.followRecords`, which begins
 * with the log, finds them made and adds who follows them.
 */
export class ChannelsOfRecords1762100010000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      INSERT INTO channel (organization_id, id, kind, name, two_sided, archived_at, record_subject, record_id)
      SELECT organization_id, gen_random_uuid(), 'PROJECT', name, true, CASE WHEN status IN ('CLOSED', 'CANCELLED', 'REJECTED') THEN now() END, 'project', id FROM project
      UNION ALL
      SELECT organization_id, gen_random_uuid(), 'CUSTOMER', name, true, CASE WHEN NOT active THEN now() END, 'customer', id FROM customer
      ON CONFLICT DO NOTHING;
      INSERT INTO channel (organization_id, id, kind, name, archived_at, department_id)
      SELECT organization_id, gen_random_uuid(), 'DEPARTMENT', name, archived_at, id FROM department ON CONFLICT DO NOTHING;

      -- Before the tenant is known: which organizations let messages expire.
      CREATE FUNCTION app.organizations_with_retention() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT organization_id FROM public.channel_settings WHERE retention_days IS NOT NULL
        UNION SELECT organization_id FROM public.channel WHERE retention_days IS NOT NULL;
      $$;
      REVOKE EXECUTE ON FUNCTION app.organizations_with_retention() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.organizations_with_retention() TO ${APP_ROLE};
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION app.organizations_with_retention()');
  }
}
