import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, tenantTable } from '../../../platform/database/index.js';

const METHODS = "'PASSWORD', 'LINK', 'INVITATION', 'OIDC', 'SAML'";

/** Keys of programs: each is an account of tier SERVICE, each of its secrets a session without refresh tokens (INT-03). */
export class ApiKeys1761200000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE api_key (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        name text NOT NULL,
        -- The account that acts with it.
        account_id uuid NOT NULL,
        created_by_id uuid NOT NULL,
        -- How the present secret begins, for people to recognize it.
        prefix text NOT NULL,
        -- NULL: from anywhere.
        networks cidr[],
        expires_at timestamptz NOT NULL,
        rotated_at timestamptz,
        revoked_at timestamptz,
        last_used_at timestamptz,
        last_used_address text,
        CONSTRAINT pk_api_key PRIMARY KEY (id),
        CONSTRAINT uq_api_key_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_api_key_account UNIQUE (account_id),
        CONSTRAINT ck_api_key_networks CHECK (networks IS NULL OR cardinality(networks) > 0),
        CONSTRAINT ck_api_key_expires CHECK (expires_at <= created_at + interval '366 days'),
        CONSTRAINT fk_api_key_account FOREIGN KEY (organization_id, account_id) REFERENCES user_account (organization_id, id),
        CONSTRAINT fk_api_key_created_by FOREIGN KEY (organization_id, created_by_id) REFERENCES user_account (organization_id, id)
      );
      CREATE INDEX ix_api_key_created ON api_key (organization_id, created_at DESC, id DESC);
      CREATE INDEX ix_api_key_created_by ON api_key (organization_id, created_by_id);

      CREATE TABLE api_key_secret (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        key_id uuid NOT NULL,
        session_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        -- SHA-256 of 256 random bits; the secret itself is nowhere.
        secret_hash bytea NOT NULL,
        CONSTRAINT pk_api_key_secret PRIMARY KEY (id),
        CONSTRAINT uq_api_key_secret_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_api_key_secret_hash UNIQUE (secret_hash),
        CONSTRAINT fk_api_key_secret_key FOREIGN KEY (organization_id, key_id) REFERENCES api_key (organization_id, id),
        CONSTRAINT fk_api_key_secret_session FOREIGN KEY (organization_id, session_id) REFERENCES session (organization_id, id)
      );
      CREATE INDEX ix_api_key_secret_key ON api_key_secret (organization_id, key_id);

      ALTER TABLE session DROP CONSTRAINT ck_session_method, ADD CONSTRAINT ck_session_method CHECK (method IN (${METHODS}, 'API_KEY'));

      CREATE FUNCTION app.find_api_key(wanted_hash bytea)
        RETURNS TABLE (organization_id uuid, user_id uuid, session_id uuid, key_id uuid, networks text[], seen_lately boolean)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT k.organization_id, k.account_id, s.session_id, k.id, k.networks::text[], coalesce(k.last_used_at > now() - interval '1 minute', false)
        FROM public.api_key_secret s JOIN public.api_key k ON k.id = s.key_id
        WHERE s.secret_hash = wanted_hash AND k.revoked_at IS NULL AND k.expires_at > now()
      $$;
      REVOKE EXECUTE ON FUNCTION app.find_api_key(bytea) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.find_api_key(bytea) TO ${APP_ROLE};
    `);
    await tenantTable(queryRunner, 'api_key', ['SELECT', 'INSERT', 'UPDATE']);
    await tenantTable(queryRunner, 'api_key_secret', ['SELECT', 'INSERT']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION app.find_api_key(bytea);
      DROP TABLE api_key_secret, api_key;
      DELETE FROM session WHERE method = 'API_KEY';
      ALTER TABLE session DROP CONSTRAINT ck_session_method, ADD CONSTRAINT ck_session_method CHECK (method IN (${METHODS}));
    `);
  }
}
