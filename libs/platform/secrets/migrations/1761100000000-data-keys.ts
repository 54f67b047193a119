import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, tenantTable } from '../../database/index.js';

/** One data key for each organization, wrapped by a master key that is nowhere in the database (SEC-02). */
export class DataKeys1761100000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE data_key (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        -- Names the master key that wrapped it, by a digest.
        master_key_id text NOT NULL,
        wrapped bytea NOT NULL,
        CONSTRAINT pk_data_key PRIMARY KEY (id),
        CONSTRAINT uq_data_key_organization UNIQUE (organization_id),
        CONSTRAINT fk_data_key_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
      );
      CREATE FUNCTION app.master_keys_in_use() RETURNS SETOF text
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
      AS $$ SELECT DISTINCT master_key_id FROM public.data_key $$;
      REVOKE EXECUTE ON FUNCTION app.master_keys_in_use() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.master_keys_in_use() TO ${APP_ROLE};
    `);
    // Wrapping anew is the operator's business: whoever could change a row could take an organization's secrets away.
    await tenantTable(queryRunner, 'data_key', ['SELECT', 'INSERT']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION app.master_keys_in_use(); DROP TABLE data_key');
  }
}
