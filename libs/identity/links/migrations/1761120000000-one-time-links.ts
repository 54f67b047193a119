import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, tenantTable } from '../../../platform/database/index.js';

/** Mailed links that do one thing once: set a password, accept an invitation, sign in (IAM-01, IAM-07, IAM-09). */
export class OneTimeLinks1761120000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE one_time_link (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        user_id uuid NOT NULL,
        purpose text NOT NULL,
        -- SHA-256 of 256 random bits; the token itself is in the mail only.
        token_hash bytea NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        withdrawn_at timestamptz,
        CONSTRAINT pk_one_time_link PRIMARY KEY (id),
        CONSTRAINT uq_one_time_link_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_one_time_link_hash UNIQUE (token_hash),
        CONSTRAINT ck_one_time_link_purpose CHECK (purpose IN ('INVITATION', 'PASSWORD_RESET', 'SIGN_IN')),
        CONSTRAINT ck_one_time_link_end CHECK (used_at IS NULL OR withdrawn_at IS NULL),
        CONSTRAINT fk_one_time_link_user FOREIGN KEY (organization_id, user_id) REFERENCES user_account (organization_id, id)
      );
      CREATE INDEX ix_one_time_link_user ON one_time_link (organization_id, user_id, purpose);

      -- Whose link it is, while it works: ids only. Each purpose fits one state of the account.
      CREATE FUNCTION app.find_one_time_link(wanted_hash bytea, wanted_purpose text) RETURNS TABLE (organization_id uuid, user_id uuid, link_id uuid)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT l.organization_id, l.user_id, l.id
        FROM public.one_time_link l
        JOIN public.user_account u ON u.id = l.user_id
        JOIN public.organization o ON o.id = l.organization_id AND o.status = 'ACTIVE'
        WHERE l.token_hash = wanted_hash AND l.purpose = wanted_purpose AND l.used_at IS NULL AND l.withdrawn_at IS NULL AND l.expires_at > now()
          AND CASE l.purpose WHEN 'INVITATION' THEN u.status = 'INVITED'
                             WHEN 'SIGN_IN' THEN u.status = 'ACTIVE' AND u.tier = 'CLIENT'
                             ELSE u.status = 'ACTIVE' AND u.tier <> 'SERVICE' END
      $$;

      -- The account of an address, if it can sign in: ids and tier only.
      CREATE FUNCTION app.find_account(wanted_email text) RETURNS TABLE (organization_id uuid, user_id uuid, tier text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT u.organization_id, u.id, u.tier
        FROM public.user_account u JOIN public.organization o ON o.id = u.organization_id AND o.status = 'ACTIVE'
        WHERE u.email = wanted_email AND u.status = 'ACTIVE' AND u.tier <> 'SERVICE'
      $$;
      REVOKE EXECUTE ON FUNCTION app.find_one_time_link(bytea, text), app.find_account(text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.find_one_time_link(bytea, text), app.find_account(text) TO ${APP_ROLE};

      -- What strangers ask for, before anybody's organization is known: keyed hashes, no names.
      CREATE TABLE request_throttle (
        key bytea NOT NULL,
        requests integer NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT pk_request_throttle PRIMARY KEY (key)
      );
      CREATE INDEX ix_request_throttle_expires ON request_throttle (expires_at);
      GRANT SELECT, INSERT, UPDATE, DELETE ON request_throttle TO ${APP_ROLE};

      -- A link was mailed to one address for one state of the account: when either changes, it must not work any more.
      CREATE FUNCTION app.withdraw_links() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE public.one_time_link SET withdrawn_at = now()
        WHERE organization_id = NEW.organization_id AND user_id = NEW.id AND used_at IS NULL AND withdrawn_at IS NULL;
        RETURN NULL;
      END $$;
      CREATE TRIGGER tr_user_account_links AFTER UPDATE OF email, status ON user_account FOR EACH ROW
        WHEN ((OLD.email, OLD.status) IS DISTINCT FROM (NEW.email, NEW.status)) EXECUTE FUNCTION app.withdraw_links();
    `);
    await tenantTable(queryRunner, 'one_time_link');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER tr_user_account_links ON user_account;
      DROP FUNCTION app.withdraw_links(), app.find_account(text), app.find_one_time_link(bytea, text);
      DROP TABLE request_throttle, one_time_link;
    `);
  }
}
