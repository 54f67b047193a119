import type { MigrationInterface, QueryRunner } from 'typeorm';
import { afterEveryChange, APP_ROLE, searchFunction, tenantTable } from '../../../platform/database/index.js';

/** People, where they belong, and their password hashes (IAM-02, IAM-10). */
export class Users1760000030000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE user_account (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        email text NOT NULL,
        name text NOT NULL,
        title text,
        tier text NOT NULL,
        status text NOT NULL DEFAULT 'INVITED',
        customer_id uuid,
        last_sign_in_at timestamptz,
        CONSTRAINT pk_user_account PRIMARY KEY (id),
        CONSTRAINT uq_user_account_tenant UNIQUE (organization_id, id),
        -- Unique in the whole installation: sign-in knows the e-mail only.
        CONSTRAINT uq_user_account_email UNIQUE (email),
        CONSTRAINT ck_user_account_email CHECK (email = lower(btrim(email)) AND email LIKE '%_@_%'),
        CONSTRAINT ck_user_account_tier CHECK (tier IN ('ADMIN', 'EMPLOYEE', 'CLIENT', 'SERVICE')),
        CONSTRAINT ck_user_account_status CHECK (status IN ('INVITED', 'ACTIVE', 'INACTIVE')),
        CONSTRAINT ck_user_account_customer CHECK ((tier = 'CLIENT') = (customer_id IS NOT NULL)),
        CONSTRAINT fk_user_account_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
      );
      CREATE INDEX ix_user_account_name ON user_account (organization_id, name, id);
      CREATE INDEX ix_user_account_customer ON user_account (organization_id, customer_id) WHERE customer_id IS NOT NULL;
      CREATE TRIGGER tr_user_account_access AFTER UPDATE OF tier, status, customer_id ON user_account FOR EACH ROW
        WHEN ((OLD.tier, OLD.status, OLD.customer_id) IS DISTINCT FROM (NEW.tier, NEW.status, NEW.customer_id))
        EXECUTE FUNCTION app.row_access_changed();

      -- Apart from the account, so that no query, list or "current values" of a person can ever carry the hash: the
      -- application may write it and read it only through the look-up for sign-in.
      CREATE TABLE user_credential (
        user_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        password_hash text NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_user_credential PRIMARY KEY (user_id),
        CONSTRAINT fk_user_credential_user FOREIGN KEY (organization_id, user_id) REFERENCES user_account (organization_id, id)
      );
      ALTER TABLE user_credential ENABLE ROW LEVEL SECURITY;
      CREATE POLICY user_credential_tenant ON user_credential TO ${APP_ROLE}
        USING (organization_id = app.organization_id()) WITH CHECK (organization_id = app.organization_id());
      GRANT INSERT, UPDATE, DELETE, SELECT (user_id, organization_id, changed_at) ON user_credential TO ${APP_ROLE};

      CREATE TABLE user_department (
        organization_id uuid NOT NULL,
        user_id uuid NOT NULL,
        department_id uuid NOT NULL,
        CONSTRAINT pk_user_department PRIMARY KEY (user_id, department_id),
        CONSTRAINT fk_user_department_user FOREIGN KEY (organization_id, user_id) REFERENCES user_account (organization_id, id),
        CONSTRAINT fk_user_department_department FOREIGN KEY (organization_id, department_id) REFERENCES department (organization_id, id)
      );
      CREATE INDEX ix_user_department_department ON user_department (organization_id, department_id);

      CREATE TABLE team_member (
        organization_id uuid NOT NULL,
        team_id uuid NOT NULL,
        user_id uuid NOT NULL,
        CONSTRAINT pk_team_member PRIMARY KEY (team_id, user_id),
        CONSTRAINT fk_team_member_team FOREIGN KEY (organization_id, team_id) REFERENCES team (organization_id, id),
        CONSTRAINT fk_team_member_user FOREIGN KEY (organization_id, user_id) REFERENCES user_account (organization_id, id)
      );
      CREATE INDEX ix_team_member_user ON team_member (organization_id, user_id);

      ALTER TABLE department ADD CONSTRAINT fk_department_manager
        FOREIGN KEY (organization_id, manager_id) REFERENCES user_account (organization_id, id);
      CREATE INDEX ix_department_manager ON department (organization_id, manager_id);
      ALTER TABLE team ADD CONSTRAINT fk_team_lead FOREIGN KEY (organization_id, lead_id) REFERENCES user_account (organization_id, id);
      CREATE INDEX ix_team_lead ON team (organization_id, lead_id);
    `);
    await searchFunction(queryRunner, { table: 'user_account', columns: ['name', 'email', 'title'] });
    for (const table of ['user_account', 'user_department', 'team_member']) await tenantTable(queryRunner, table);
    for (const table of ['user_department', 'team_member']) await afterEveryChange(queryRunner, table, 'access', 'app.access_changed');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE department DROP CONSTRAINT fk_department_manager;
      ALTER TABLE team DROP CONSTRAINT fk_team_lead;
      DROP FUNCTION app.search_user_account(text[], integer);
      DROP TABLE team_member, user_department, user_credential, user_account;
    `);
  }
}
