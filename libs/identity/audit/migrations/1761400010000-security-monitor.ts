import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '@throughline/platform/database';

/** Thresholds of security alerts where they differ from the defaults, and what was decided in access reviews (AUD-04). */
export class SecurityMonitor1761400010000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE security_threshold (
        organization_id uuid NOT NULL,
        key text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        most integer NOT NULL,
        minutes integer NOT NULL,
        active boolean NOT NULL,
        CONSTRAINT pk_security_threshold PRIMARY KEY (organization_id, key),
        CONSTRAINT fk_security_threshold_organization FOREIGN KEY (organization_id) REFERENCES organization (id),
        CONSTRAINT ck_security_threshold_most CHECK (most BETWEEN 1 AND 1000000),
        CONSTRAINT ck_security_threshold_minutes CHECK (minutes BETWEEN 1 AND 10080)
      );

      -- What was decided about somebody's role. It outlives the assignment: a role that was taken away is no row any more.
      CREATE TABLE access_review_decision (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        user_role_id uuid NOT NULL,
        user_id uuid NOT NULL,
        role_id uuid NOT NULL,
        decision text NOT NULL,
        note text,
        decided_by uuid NOT NULL,
        CONSTRAINT pk_access_review_decision PRIMARY KEY (id),
        CONSTRAINT uq_access_review_decision UNIQUE (organization_id, id),
        CONSTRAINT fk_access_review_decision_user FOREIGN KEY (organization_id, user_id) REFERENCES user_account (organization_id, id),
        CONSTRAINT ck_access_review_decision_decision CHECK (decision IN ('CONFIRMED', 'REVOKED'))
      );
      CREATE INDEX ix_access_review_decision_assignment ON access_review_decision (organization_id, user_role_id, created_at);
    `);
    await tenantTable(queryRunner, 'security_threshold', ['SELECT', 'INSERT', 'UPDATE']);
    await tenantTable(queryRunner, 'access_review_decision', ['SELECT', 'INSERT']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE access_review_decision, security_threshold');
  }
}
