import type { MigrationInterface, QueryRunner } from 'typeorm';
import { afterEveryChange, APP_ROLE, tenantTable } from '../../../platform/database/index.js';

/** Conditions and masks on grants, exceptions for single people, views as somebody else (ACL-02, ACL-03, ACL-05). */
export class Grants1761300000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE role_grant ADD COLUMN conditions jsonb;
      ALTER TABLE role_grant DROP CONSTRAINT uq_role_grant, DROP CONSTRAINT ck_role_grant_effect;
      ALTER TABLE role_grant
        ADD CONSTRAINT uq_role_grant UNIQUE NULLS NOT DISTINCT (role_id, permission, scope, effect, fields, conditions),
        ADD CONSTRAINT ck_role_grant_effect CHECK (effect IN ('ALLOW', 'DENY') OR (effect = 'MASK' AND fields IS NOT NULL AND permission LIKE '%.read')),
        ADD CONSTRAINT ck_role_grant_conditions CHECK (conditions IS NULL OR jsonb_typeof(conditions) = 'object');

      CREATE TABLE user_grant (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        user_id uuid NOT NULL,
        permission text NOT NULL,
        scope text NOT NULL,
        fields text[],
        effect text NOT NULL DEFAULT 'ALLOW',
        conditions jsonb,
        -- NULL: until somebody takes it back. What has run out stays for the record and does nothing.
        expires_at timestamptz,
        reason text NOT NULL,
        granted_by uuid,
        CONSTRAINT pk_user_grant PRIMARY KEY (id),
        CONSTRAINT ck_user_grant_permission CHECK (permission ~ '^[a-zA-Z]+\\.[a-zA-Z]+$'),
        CONSTRAINT ck_user_grant_scope CHECK (scope IN ('OWN', 'ASSIGNED', 'TEAM', 'DEPARTMENT', 'ORGANIZATION', 'CUSTOMER')),
        CONSTRAINT ck_user_grant_fields CHECK (fields IS NULL OR cardinality(fields) > 0),
        CONSTRAINT ck_user_grant_effect CHECK (effect IN ('ALLOW', 'DENY') OR (effect = 'MASK' AND fields IS NOT NULL AND permission LIKE '%.read')),
        CONSTRAINT ck_user_grant_conditions CHECK (conditions IS NULL OR jsonb_typeof(conditions) = 'object'),
        CONSTRAINT ck_user_grant_reason CHECK (length(reason) BETWEEN 1 AND 500),
        CONSTRAINT fk_user_grant_user FOREIGN KEY (organization_id, user_id) REFERENCES user_account (organization_id, id),
        CONSTRAINT fk_user_grant_granted_by FOREIGN KEY (organization_id, granted_by) REFERENCES user_account (organization_id, id)
      );
      CREATE INDEX ix_user_grant_user ON user_grant (organization_id, user_id, created_at DESC, id DESC);

      CREATE TABLE view_as (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        session_id uuid NOT NULL,
        -- Whose session it is: the administrator.
        user_id uuid NOT NULL,
        as_user_id uuid,
        as_role_id uuid,
        reason text NOT NULL,
        ends_at timestamptz NOT NULL,
        ended_at timestamptz,
        CONSTRAINT pk_view_as PRIMARY KEY (id),
        CONSTRAINT ck_view_as_subject CHECK ((as_user_id IS NULL) <> (as_role_id IS NULL)),
        CONSTRAINT ck_view_as_reason CHECK (length(reason) BETWEEN 1 AND 500),
        CONSTRAINT fk_view_as_session FOREIGN KEY (organization_id, session_id) REFERENCES session (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_view_as_user FOREIGN KEY (organization_id, user_id) REFERENCES user_account (organization_id, id),
        CONSTRAINT fk_view_as_as_user FOREIGN KEY (organization_id, as_user_id) REFERENCES user_account (organization_id, id),
        CONSTRAINT fk_view_as_as_role FOREIGN KEY (organization_id, as_role_id) REFERENCES role (organization_id, id) ON DELETE CASCADE
      );
      CREATE INDEX ix_view_as_user ON view_as (organization_id, user_id) WHERE ended_at IS NULL;
      CREATE UNIQUE INDEX uq_view_as_session ON view_as (session_id) WHERE ended_at IS NULL;

      -- Clients hold CUSTOMER grants and nobody else does, exceptions not excepted.
      CREATE FUNCTION app.check_user_grant_scope() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM public.user_account u WHERE u.id = NEW.user_id AND (u.tier = 'CLIENT') <> (NEW.scope = 'CUSTOMER')) THEN
          RAISE EXCEPTION 'Clients hold CUSTOMER grants only, other people none.' USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_user_grant_tier';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER tr_user_grant_scope BEFORE INSERT OR UPDATE ON user_grant FOR EACH ROW EXECUTE FUNCTION app.check_user_grant_scope();
    `);
    await tenantTable(queryRunner, 'user_grant');
    await tenantTable(queryRunner, 'view_as', ['SELECT', 'INSERT']);
    await queryRunner.query(`GRANT UPDATE (ended_at) ON view_as TO ${APP_ROLE}`);
    for (const table of ['user_grant', 'view_as']) await afterEveryChange(queryRunner, table, 'access', 'app.access_changed');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE view_as, user_grant;
      DROP FUNCTION app.check_user_grant_scope();
      DELETE FROM role_grant WHERE effect = 'MASK' OR conditions IS NOT NULL;
      ALTER TABLE role_grant DROP CONSTRAINT uq_role_grant, DROP CONSTRAINT ck_role_grant_effect, DROP COLUMN conditions;
      ALTER TABLE role_grant
        ADD CONSTRAINT uq_role_grant UNIQUE NULLS NOT DISTINCT (role_id, permission, scope, effect, fields),
        ADD CONSTRAINT ck_role_grant_effect CHECK (effect IN ('ALLOW', 'DENY'));
    `);
  }
}
