import type { MigrationInterface, QueryRunner } from 'typeorm';
import { afterEveryChange, tenantTable } from '../../../platform/database/index.js';

/** Roles, what they grant and who holds them (ACL-01, ACL-02). */
export class Access1760000040000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE role (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        key text NOT NULL,
        name text NOT NULL,
        description text NOT NULL DEFAULT '',
        builtin boolean NOT NULL DEFAULT false,
        -- Tiers whose people may hold it.
        tiers text[] NOT NULL,
        parent_id uuid,
        -- Permissions whose default grants were set up once: what an organization took away stays away.
        defaults_applied text[] NOT NULL DEFAULT '{}',
        CONSTRAINT pk_role PRIMARY KEY (id),
        CONSTRAINT uq_role_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_role_key UNIQUE (organization_id, key),
        CONSTRAINT uq_role_name UNIQUE (organization_id, name),
        -- Clients never share a role with the organization's own people: theirs may hold CUSTOMER grants only.
        CONSTRAINT ck_role_tiers CHECK (tiers = '{CLIENT}' OR (cardinality(tiers) > 0 AND tiers <@ '{ADMIN,EMPLOYEE,SERVICE}')),
        CONSTRAINT fk_role_organization FOREIGN KEY (organization_id) REFERENCES organization (id),
        CONSTRAINT fk_role_parent FOREIGN KEY (organization_id, parent_id) REFERENCES role (organization_id, id)
      );

      CREATE TABLE role_grant (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        role_id uuid NOT NULL,
        permission text NOT NULL,
        scope text NOT NULL,
        fields text[],
        effect text NOT NULL DEFAULT 'ALLOW',
        CONSTRAINT pk_role_grant PRIMARY KEY (id),
        CONSTRAINT uq_role_grant UNIQUE NULLS NOT DISTINCT (role_id, permission, scope, effect, fields),
        CONSTRAINT ck_role_grant_permission CHECK (permission ~ '^[a-zA-Z]+\\.[a-zA-Z]+$'),
        CONSTRAINT ck_role_grant_scope CHECK (scope IN ('OWN', 'ASSIGNED', 'TEAM', 'DEPARTMENT', 'ORGANIZATION', 'CUSTOMER')),
        CONSTRAINT ck_role_grant_fields CHECK (fields IS NULL OR cardinality(fields) > 0),
        CONSTRAINT ck_role_grant_effect CHECK (effect IN ('ALLOW', 'DENY')),
        CONSTRAINT fk_role_grant_role FOREIGN KEY (organization_id, role_id) REFERENCES role (organization_id, id)
      );
      CREATE INDEX ix_role_grant_role ON role_grant (organization_id, role_id);

      CREATE TABLE user_role (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        user_id uuid NOT NULL,
        role_id uuid NOT NULL,
        -- NULL: wherever the person belongs; else this department and everything below it.
        department_id uuid,
        CONSTRAINT pk_user_role PRIMARY KEY (id),
        CONSTRAINT uq_user_role UNIQUE NULLS NOT DISTINCT (user_id, role_id, department_id),
        CONSTRAINT fk_user_role_user FOREIGN KEY (organization_id, user_id) REFERENCES user_account (organization_id, id),
        CONSTRAINT fk_user_role_role FOREIGN KEY (organization_id, role_id) REFERENCES role (organization_id, id),
        CONSTRAINT fk_user_role_department FOREIGN KEY (organization_id, department_id) REFERENCES department (organization_id, id)
      );
      CREATE INDEX ix_user_role_role ON user_role (organization_id, role_id);
    `);
    await this.createRules(queryRunner);
    for (const table of ['role', 'role_grant', 'user_role']) {
      await tenantTable(queryRunner, table);
      await afterEveryChange(queryRunner, table, 'access', 'app.access_changed');
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE user_role, role_grant, role;
      DROP FUNCTION app.refuse_role_ring(), app.check_grant_scope(), app.check_role_tier(), app.check_user_tier();
    `);
  }

  /** What the database refuses whatever the application does: rings of roles, wide grants for clients, roles of another tier. */
  private async createRules(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION app.refuse_role_ring() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        PERFORM 1 FROM public.organization WHERE id = NEW.organization_id FOR NO KEY UPDATE;
        IF EXISTS (
          WITH RECURSIVE above AS (
            SELECT NEW.parent_id AS id
            UNION
            SELECT r.parent_id FROM public.role r JOIN above ON r.id = above.id WHERE r.parent_id IS NOT NULL)
          SELECT 1 FROM above WHERE id = NEW.id)
        THEN
          RAISE EXCEPTION 'A role cannot inherit from itself.' USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_role_ring';
        END IF;
        IF EXISTS (SELECT 1 FROM public.role parent WHERE parent.id = NEW.parent_id
                   AND ('CLIENT' = ANY (parent.tiers)) <> ('CLIENT' = ANY (NEW.tiers)))
        THEN
          RAISE EXCEPTION 'Roles of clients and of staff do not inherit from each other.' USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_role_parent_tier';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER tr_role_ring BEFORE INSERT OR UPDATE OF parent_id, tiers ON role
        FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION app.refuse_role_ring();

      CREATE FUNCTION app.check_grant_scope() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM public.role r WHERE r.id = NEW.role_id AND ('CLIENT' = ANY (r.tiers)) <> (NEW.scope = 'CUSTOMER')) THEN
          RAISE EXCEPTION 'Roles of clients hold CUSTOMER grants only, other roles none.' USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_role_grant_tier';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER tr_role_grant_scope BEFORE INSERT OR UPDATE ON role_grant FOR EACH ROW EXECUTE FUNCTION app.check_grant_scope();

      -- A role keeps its side (clients or staff) for life, so that its grants and holders need no second look.
      CREATE FUNCTION app.check_role_tier() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'A role of clients cannot become one of staff, nor the other way round.' USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_role_side';
      END $$;
      CREATE TRIGGER tr_role_side BEFORE UPDATE OF tiers ON role FOR EACH ROW
        WHEN (('CLIENT' = ANY (OLD.tiers)) <> ('CLIENT' = ANY (NEW.tiers))) EXECUTE FUNCTION app.check_role_tier();

      CREATE FUNCTION app.check_user_tier() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF NOT EXISTS (SELECT 1 FROM public.role r JOIN public.user_account u ON u.id = NEW.user_id
                       WHERE r.id = NEW.role_id AND u.tier = ANY (r.tiers)) THEN
          RAISE EXCEPTION 'This role is not for people of this tier.' USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_user_role_tier';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER tr_user_role_tier BEFORE INSERT OR UPDATE ON user_role FOR EACH ROW EXECUTE FUNCTION app.check_user_tier();
    `);
  }
}
