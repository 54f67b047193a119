import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../../../platform/database/index.js';

/** What people want to be reminded of, and when (ACT-04). */
export class Reminders1762500000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE reminder (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        user_id uuid NOT NULL,
        subject text,
        record_id uuid,
        context_id uuid,
        note text,
        due_at timestamptz NOT NULL,
        fired_at timestamptz,
        done_at timestamptz,
        CONSTRAINT pk_reminder PRIMARY KEY (id),
        CONSTRAINT uq_reminder_tenant UNIQUE (organization_id, id),
        CONSTRAINT ck_reminder_record CHECK ((subject IS NULL) = (record_id IS NULL)),
        CONSTRAINT ck_reminder_said CHECK (subject IS NOT NULL OR note IS NOT NULL),
        CONSTRAINT fk_reminder_user FOREIGN KEY (organization_id, user_id) REFERENCES user_account (organization_id, id)
      );
      CREATE INDEX ix_reminder_user ON reminder (organization_id, user_id, due_at, id);
      CREATE INDEX ix_reminder_record ON reminder (organization_id, record_id) WHERE record_id IS NOT NULL;
    `);
    await tenantTable(queryRunner, 'reminder');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE reminder');
  }
}
