import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RELAY_ROLE, tenantTable } from '../../database/index.js';

/** What must not be lost is first a row; the queue only carries its id (domain.md, "Jobs"). */
export class DueWork1760000002000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE due_work (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        -- Name of the job that does it.
        kind text NOT NULL,
        payload jsonb NOT NULL DEFAULT '{}',
        due_at timestamptz NOT NULL,
        -- The same work is scheduled once, however often somebody asks.
        dedupe_key text,
        -- Part of the queue's job id: each retry of a dead letter is a new job for the queue.
        attempts integer NOT NULL DEFAULT 0,
        -- When the queue last had it.
        enqueued_at timestamptz,
        done_at timestamptz,
        -- Given up after its last try: a dead letter, until somebody retries it.
        failed_at timestamptz,
        error text,
        CONSTRAINT pk_due_work PRIMARY KEY (id),
        CONSTRAINT uq_due_work_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_due_work_dedupe UNIQUE (organization_id, kind, dedupe_key),
        CONSTRAINT ck_due_work_end CHECK (done_at IS NULL OR failed_at IS NULL)
      );
      CREATE INDEX ix_due_work_open ON due_work (due_at) WHERE done_at IS NULL AND failed_at IS NULL;
      CREATE INDEX ix_due_work_failed ON due_work (organization_id, failed_at) WHERE failed_at IS NOT NULL;
      CREATE INDEX ix_due_work_done ON due_work (done_at) WHERE done_at IS NOT NULL;
    `);
    await tenantTable(queryRunner, 'due_work', ['SELECT', 'INSERT', 'UPDATE']);
    await queryRunner.query(`
      CREATE POLICY due_work_relay ON due_work TO ${RELAY_ROLE} USING (true) WITH CHECK (true);
      GRANT SELECT, UPDATE, DELETE ON due_work TO ${RELAY_ROLE};
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE due_work');
  }
}
