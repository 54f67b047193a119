import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../../../platform/database/index.js';

/** Time that people worked on tasks (TIM-01). */
export class Time1760000490000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE time_entry (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        task_id uuid NOT NULL,
        user_id uuid NOT NULL,
        worked_on date NOT NULL,
        minutes integer NOT NULL,
        -- Exact times are optional: both or none.
        started_at timestamptz,
        ended_at timestamptz,
        billable boolean NOT NULL DEFAULT true,
        note text,
        -- The task's when the time was worked: managers see what was worked in their department.
        customer_id uuid NOT NULL,
        department_id uuid,
        team_id uuid,
        CONSTRAINT pk_time_entry PRIMARY KEY (id),
        CONSTRAINT uq_time_entry_tenant UNIQUE (organization_id, id),
        CONSTRAINT ck_time_entry_minutes CHECK (minutes BETWEEN 1 AND 1440),
        CONSTRAINT ck_time_entry_times CHECK ((started_at IS NULL) = (ended_at IS NULL) AND ended_at > started_at),
        CONSTRAINT fk_time_entry_task FOREIGN KEY (organization_id, task_id) REFERENCES task (organization_id, id),
        CONSTRAINT fk_time_entry_user FOREIGN KEY (organization_id, user_id) REFERENCES user_account (organization_id, id),
        CONSTRAINT fk_time_entry_customer FOREIGN KEY (organization_id, customer_id) REFERENCES customer (organization_id, id),
        CONSTRAINT fk_time_entry_department FOREIGN KEY (organization_id, department_id) REFERENCES department (organization_id, id),
        CONSTRAINT fk_time_entry_team FOREIGN KEY (organization_id, team_id) REFERENCES team (organization_id, id)
      );
      CREATE INDEX ix_time_entry_user ON time_entry (organization_id, user_id, worked_on DESC, id DESC);
      CREATE INDEX ix_time_entry_task ON time_entry (organization_id, task_id, worked_on DESC, id DESC);
      CREATE INDEX ix_time_entry_day ON time_entry (organization_id, worked_on DESC, id DESC);
    `);
    await tenantTable(queryRunner, 'time_entry');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE time_entry');
  }
}
