import type { MigrationInterface, QueryRunner } from 'typeorm';
import { afterEveryChange, tenantTable } from '../../../platform/database/index.js';

/** How people of an organization get in and stay in (IAM-02, IAM-04 to IAM-06, IAM-11, IAM-12). */
export class SecurityPolicy1761000005000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Loopback and private networks. A function, because TypeORM cannot compare a default in which an IPv6 address stands.
      CREATE FUNCTION app.default_networks() RETURNS cidr[] LANGUAGE sql IMMUTABLE AS $$
        SELECT '{127.0.0.0/8,::1/128,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,fc00::/7,fe80::/10}'::cidr[]
      $$;

      CREATE TABLE security_policy (
        -- The organization's own id: there is one row for each.
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        allowed_networks cidr[] NOT NULL DEFAULT app.default_networks(),
        admins_need_network boolean NOT NULL DEFAULT false,
        second_factor_for text[] NOT NULL DEFAULT '{}',
        password_min_length integer NOT NULL DEFAULT 12,
        password_history integer NOT NULL DEFAULT 5,
        password_refuse_common boolean NOT NULL DEFAULT true,
        admin_idle_minutes integer NOT NULL DEFAULT 480,
        admin_longest_minutes integer NOT NULL DEFAULT 1440,
        employee_idle_minutes integer NOT NULL DEFAULT 720,
        employee_longest_minutes integer NOT NULL DEFAULT 10080,
        client_idle_minutes integer NOT NULL DEFAULT 10080,
        client_longest_minutes integer NOT NULL DEFAULT 43200,
        registered_devices_required boolean NOT NULL DEFAULT false,
        self_registration boolean NOT NULL DEFAULT false,
        blocked_countries text[] NOT NULL DEFAULT '{}',
        risk_answer text NOT NULL DEFAULT 'STEP_UP',
        CONSTRAINT pk_security_policy PRIMARY KEY (id),
        CONSTRAINT uq_security_policy_tenant UNIQUE (organization_id, id),
        CONSTRAINT ck_security_policy_single CHECK (id = organization_id),
        CONSTRAINT ck_security_policy_second_factor CHECK (second_factor_for <@ '{EMPLOYEE,CLIENT}'),
        CONSTRAINT ck_security_policy_password CHECK (password_min_length BETWEEN 12 AND 128 AND password_history BETWEEN 0 AND 24),
        CONSTRAINT ck_security_policy_admin CHECK (admin_idle_minutes BETWEEN 15 AND admin_longest_minutes AND admin_longest_minutes <= 525600),
        CONSTRAINT ck_security_policy_employee CHECK (employee_idle_minutes BETWEEN 15 AND employee_longest_minutes AND employee_longest_minutes <= 525600),
        CONSTRAINT ck_security_policy_client CHECK (client_idle_minutes BETWEEN 15 AND client_longest_minutes AND client_longest_minutes <= 525600),
        CONSTRAINT ck_security_policy_risk CHECK (risk_answer IN ('STEP_UP', 'END')),
        CONSTRAINT fk_security_policy_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
      );
      INSERT INTO security_policy (id, organization_id) SELECT id, id FROM organization;

      CREATE FUNCTION app.create_security_policy() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        INSERT INTO public.security_policy (id, organization_id) VALUES (NEW.id, NEW.id);
        RETURN NULL;
      END $$;
      CREATE TRIGGER tr_organization_security_policy AFTER INSERT ON organization FOR EACH ROW EXECUTE FUNCTION app.create_security_policy();
    `);
    await tenantTable(queryRunner, 'security_policy', ['SELECT', 'UPDATE']);
    await afterEveryChange(queryRunner, 'security_policy', 'access', 'app.access_changed');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER tr_organization_security_policy ON organization;
      DROP FUNCTION app.create_security_policy();
      DROP TABLE security_policy;
      DROP FUNCTION app.default_networks();
    `);
  }
}
