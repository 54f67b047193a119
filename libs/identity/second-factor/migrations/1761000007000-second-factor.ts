import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../../../platform/database/index.js';

/** Authenticators and recovery codes (IAM-04). */
export class SecondFactor1761000007000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE second_factor (
        user_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        -- Both sealed with the organization's data key (platform/secrets).
        secret_sealed bytea,
        pending_sealed bytea,
        -- Of the last code that was accepted; codes of it and of earlier steps are worth nothing.
        last_step bigint,
        enrolled_at timestamptz,
        CONSTRAINT pk_second_factor PRIMARY KEY (user_id),
        CONSTRAINT ck_second_factor_enrolled CHECK ((secret_sealed IS NULL) = (enrolled_at IS NULL)),
        CONSTRAINT fk_second_factor_user FOREIGN KEY (organization_id, user_id) REFERENCES user_account (organization_id, id)
      );
      CREATE TABLE recovery_code (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        user_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        -- Keyed hash of 80 random bits.
        code_hash bytea NOT NULL,
        used_at timestamptz,
        CONSTRAINT pk_recovery_code PRIMARY KEY (id),
        CONSTRAINT uq_recovery_code_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_recovery_code_hash UNIQUE (user_id, code_hash),
        CONSTRAINT fk_recovery_code_user FOREIGN KEY (organization_id, user_id) REFERENCES user_account (organization_id, id)
      );
    `);
    for (const table of ['second_factor', 'recovery_code']) await tenantTable(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE recovery_code, second_factor');
  }
}
