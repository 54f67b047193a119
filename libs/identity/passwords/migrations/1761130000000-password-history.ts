import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from '../../../platform/database/index.js';

/** Earlier password hashes, for "not one of your last" (IAM-02). The application reaches them through two functions only. */
export class PasswordHistory1761130000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE password_history (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        organization_id uuid NOT NULL,
        user_id uuid NOT NULL,
        password_hash text NOT NULL,
        replaced_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        CONSTRAINT pk_password_history PRIMARY KEY (id),
        CONSTRAINT fk_password_history_user FOREIGN KEY (organization_id, user_id) REFERENCES user_account (organization_id, id)
      );
      CREATE INDEX ix_password_history_user ON password_history (organization_id, user_id, replaced_at DESC);
      ALTER TABLE password_history ENABLE ROW LEVEL SECURITY;

      -- The present hash first, then earlier ones, newest first; of the transaction's organization only.
      CREATE FUNCTION app.password_hashes(wanted_user uuid, most integer) RETURNS TABLE (password_hash text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT h.password_hash FROM (
          SELECT c.password_hash, NULL::timestamptz AS replaced_at FROM public.user_credential c
          WHERE c.user_id = wanted_user AND c.organization_id = app.organization_id()
          UNION ALL
          SELECT p.password_hash, p.replaced_at FROM public.password_history p
          WHERE p.user_id = wanted_user AND p.organization_id = app.organization_id()
        ) h ORDER BY h.replaced_at DESC NULLS FIRST LIMIT most
      $$;

      -- Replaces the hash and keeps so many earlier ones.
      CREATE FUNCTION app.store_password(wanted_user uuid, new_hash text, keep integer) RETURNS void
      LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE tenant uuid := app.organization_id();
      BEGIN
        PERFORM 1 FROM public.user_account WHERE id = wanted_user AND organization_id = tenant FOR NO KEY UPDATE;
        IF NOT FOUND THEN RAISE EXCEPTION 'no such person in this organization'; END IF;
        INSERT INTO public.password_history (organization_id, user_id, password_hash)
          SELECT organization_id, user_id, password_hash FROM public.user_credential WHERE user_id = wanted_user;
        INSERT INTO public.user_credential (user_id, organization_id, password_hash) VALUES (wanted_user, tenant, new_hash)
          ON CONFLICT (user_id) DO UPDATE SET password_hash = excluded.password_hash, changed_at = now();
        DELETE FROM public.password_history WHERE user_id = wanted_user AND id NOT IN (
          SELECT id FROM public.password_history WHERE user_id = wanted_user ORDER BY replaced_at DESC LIMIT keep);
      END $$;
      REVOKE EXECUTE ON FUNCTION app.password_hashes(uuid, integer), app.store_password(uuid, text, integer) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.password_hashes(uuid, integer), app.store_password(uuid, text, integer) TO ${APP_ROLE};
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION app.store_password(uuid, text, integer), app.password_hashes(uuid, integer); DROP TABLE password_history');
  }
}
