import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, tenantTable } from '../../../platform/database/index.js';

/** Sessions, refresh tokens, throttling, the look-ups before the tenant is known, and how a transaction is entered (IAM-03, IAM-07). */
export class Auth1760000050000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE session (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        user_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        address text,
        user_agent text,
        last_refreshed_at timestamptz NOT NULL DEFAULT now(),
        -- Moves on with every refresh; never past ends_at.
        expires_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        revoked_at timestamptz,
        revoked_reason text,
        CONSTRAINT pk_session PRIMARY KEY (id),
        CONSTRAINT uq_session_tenant UNIQUE (organization_id, id),
        CONSTRAINT ck_session_end CHECK (expires_at <= ends_at),
        CONSTRAINT ck_session_revoked CHECK ((revoked_at IS NULL) = (revoked_reason IS NULL)),
        CONSTRAINT ck_session_reason CHECK (revoked_reason IN ('SIGNED_OUT', 'REFRESH_REUSED', 'DEACTIVATED', 'ENDED_BY_ADMIN')),
        CONSTRAINT fk_session_user FOREIGN KEY (organization_id, user_id) REFERENCES user_account (organization_id, id)
      );
      CREATE INDEX ix_session_user ON session (organization_id, user_id, created_at);

      CREATE TABLE refresh_token (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        session_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        -- SHA-256 of 256 random bits; the token itself is nowhere.
        token_hash bytea NOT NULL,
        used_at timestamptz,
        successor_id uuid,
        -- The successor, encrypted with a key that only the bearer of this token has: a lost answer can be repeated.
        successor_sealed bytea,
        CONSTRAINT pk_refresh_token PRIMARY KEY (id),
        CONSTRAINT uq_refresh_token_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_refresh_token_hash UNIQUE (token_hash),
        CONSTRAINT ck_refresh_token_used CHECK ((used_at IS NULL) = (successor_id IS NULL)),
        CONSTRAINT fk_refresh_token_session FOREIGN KEY (organization_id, session_id) REFERENCES session (organization_id, id),
        CONSTRAINT fk_refresh_token_successor FOREIGN KEY (organization_id, successor_id) REFERENCES refresh_token (organization_id, id)
      );
      CREATE INDEX ix_refresh_token_session ON refresh_token (organization_id, session_id);

      -- Failed sign-ins by account and by address, before anybody's organization is known: keyed hashes, no names.
      CREATE TABLE sign_in_throttle (
        key bytea NOT NULL,
        attempts integer NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT pk_sign_in_throttle PRIMARY KEY (key)
      );
      CREATE INDEX ix_sign_in_throttle_expires ON sign_in_throttle (expires_at);
      GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_throttle TO ${APP_ROLE};
    `);
    for (const table of ['session', 'refresh_token']) await tenantTable(queryRunner, table);
    await this.createLookUps(queryRunner);
    await this.replaceEnter(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION app.find_sign_in(text), app.find_refresh_token(bytea);
      CREATE OR REPLACE FUNCTION app.enter(organization uuid, actor uuid, session uuid, request text)
        RETURNS TABLE (session_active boolean, access_version bigint) LANGUAGE sql VOLATILE AS $$
          SELECT set_config('app.organization_id', organization::text, true) IS NOT NULL
             AND set_config('app.actor_id', coalesce(actor::text, ''), true) IS NOT NULL
             AND set_config('app.request_id', coalesce(request, ''), true) IS NOT NULL,
             0::bigint;
        $$;
      DROP TABLE sign_in_throttle, refresh_token, session;
    `);
  }

  /** Ids and hashes only; people who may not sign in look as if they did not exist. */
  private async createLookUps(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION app.find_sign_in(wanted_email text) RETURNS TABLE (organization_id uuid, user_id uuid, password_hash text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT u.organization_id, u.id, c.password_hash
        FROM public.user_account u
        JOIN public.organization o ON o.id = u.organization_id AND o.status = 'ACTIVE'
        JOIN public.user_credential c ON c.user_id = u.id
        WHERE u.email = wanted_email AND u.status = 'ACTIVE'
      $$;

      CREATE FUNCTION app.find_refresh_token(wanted_hash bytea) RETURNS TABLE (organization_id uuid, user_id uuid, session_id uuid, token_id uuid)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT t.organization_id, s.user_id, t.session_id, t.id
        FROM public.refresh_token t JOIN public.session s ON s.id = t.session_id
        WHERE t.token_hash = wanted_hash
      $$;

      REVOKE EXECUTE ON FUNCTION app.find_sign_in(text), app.find_refresh_token(bytea) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.find_sign_in(text), app.find_refresh_token(bytea) TO ${APP_ROLE};
    `);
  }

  /**
   * Enters a transaction as somebody. `session_active` is false when the session is revoked or expired, or belongs to
   * somebody else, or its person or organization is not active; without a session (jobs, strangers) it is true as long as the
   * organization is active. Runs with the caller's rights: the settings come first, so row-level security applies to the look-up.
   * PL/pgSQL, because it keeps the plans on every PostgreSQL version.
   */
  private async replaceEnter(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE OR REPLACE FUNCTION app.enter(organization uuid, actor uuid, session uuid, request text)
        RETURNS TABLE (session_active boolean, access_version bigint) LANGUAGE plpgsql VOLATILE AS $$
      BEGIN
        PERFORM set_config('app.organization_id', coalesce(organization::text, ''), true),
                set_config('app.actor_id', coalesce(actor::text, ''), true),
                set_config('app.request_id', coalesce(request, ''), true);
        RETURN QUERY
          SELECT o.status = 'ACTIVE' AND (enter.session IS NULL OR EXISTS (
                   SELECT 1 FROM public.session s JOIN public.user_account u ON u.id = s.user_id
                   WHERE s.id = enter.session AND s.user_id = enter.actor AND s.organization_id = o.id
                     AND s.revoked_at IS NULL AND s.expires_at > now() AND u.status = 'ACTIVE')),
                 o.access_version
          FROM public.organization o WHERE o.id = enter.organization;
      END $$;
      ALTER FUNCTION app.enter(uuid, uuid, uuid, text) ROWS 1;
    `);
  }
}
