import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, tenantTable } from '../../../platform/database/index.js';

/** For how long an organization keeps the values that its history is made of (ORG-01). */
export class HistoryRetention1763300020000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- No row: for ever.
      CREATE TABLE history_retention (
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        -- NULL: for ever.
        days integer,
        changed_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_history_retention PRIMARY KEY (organization_id),
        CONSTRAINT fk_history_retention_organization FOREIGN KEY (organization_id) REFERENCES organization (id),
        CONSTRAINT ck_history_retention_days CHECK (days BETWEEN 90 AND 36500)
      );

      -- Before the tenant is known: which organizations let values go. A day later, so that a slip of the finger loses nothing.
      CREATE FUNCTION app.organizations_with_history_retention() RETURNS SETOF uuid
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT organization_id FROM public.history_retention WHERE days IS NOT NULL AND changed_at < now() - interval '1 day' ORDER BY organization_id
      $$;
      REVOKE EXECUTE ON FUNCTION app.organizations_with_history_retention() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.organizations_with_history_retention() TO ${APP_ROLE};
    `);
    await tenantTable(queryRunner, 'history_retention', ['SELECT', 'INSERT', 'UPDATE']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION app.organizations_with_history_retention(); DROP TABLE history_retention;');
  }
}
