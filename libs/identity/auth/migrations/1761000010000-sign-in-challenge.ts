import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, tenantTable } from '../../../platform/database/index.js';

/** The step between a first and a second factor (IAM-04). */
export class SignInChallenge1761000010000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE sign_in_challenge (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        user_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        -- SHA-256 of 256 random bits; the token itself is nowhere.
        token_hash bytea NOT NULL,
        method text NOT NULL,
        enrol boolean NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        CONSTRAINT pk_sign_in_challenge PRIMARY KEY (id),
        CONSTRAINT uq_sign_in_challenge_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_sign_in_challenge_token UNIQUE (token_hash),
        CONSTRAINT ck_sign_in_challenge_method CHECK (method IN ('PASSWORD', 'LINK', 'INVITATION', 'OIDC', 'SAML')),
        CONSTRAINT fk_sign_in_challenge_user FOREIGN KEY (organization_id, user_id) REFERENCES user_account (organization_id, id)
      );
      CREATE INDEX ix_sign_in_challenge_user ON sign_in_challenge (organization_id, user_id);

      CREATE FUNCTION app.find_sign_in_challenge(wanted_hash bytea) RETURNS TABLE (organization_id uuid, user_id uuid, challenge_id uuid)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT c.organization_id, c.user_id, c.id FROM public.sign_in_challenge c WHERE c.token_hash = wanted_hash
      $$;
      REVOKE EXECUTE ON FUNCTION app.find_sign_in_challenge(bytea) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.find_sign_in_challenge(bytea) TO ${APP_ROLE};
    `);
    await tenantTable(queryRunner, 'sign_in_challenge');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION app.find_sign_in_challenge(bytea); DROP TABLE sign_in_challenge;');
  }
}
