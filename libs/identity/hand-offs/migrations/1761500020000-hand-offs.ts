import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../../../platform/database/index.js';

/** Who has the ball: records handed from one department or person to another (ORG-04). */
export class HandOffs1761500020000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const base = `id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),`;
    await queryRunner.query(`
      CREATE TABLE hand_off (
        ${base}
        subject text NOT NULL,
        record_id uuid NOT NULL,
        step text NOT NULL,
        note text,
        from_department_id uuid,
        from_user_id uuid,
        to_department_id uuid,
        to_user_id uuid,
        status text NOT NULL DEFAULT 'OFFERED',
        -- Whether it is the record's latest.
        current boolean NOT NULL DEFAULT true,
        reason text,
        due_at timestamptz,
        overdue_at timestamptz,
        answered_at timestamptz,
        answered_by uuid,
        offered_by uuid,
        -- Who has the ball: whoever it was given back to, else whoever it was given to.
        holder_department_id uuid GENERATED ALWAYS AS (CASE WHEN status IN ('RETURNED', 'WITHDRAWN') THEN from_department_id ELSE to_department_id END) STORED,
        holder_user_id uuid GENERATED ALWAYS AS (CASE WHEN status IN ('RETURNED', 'WITHDRAWN') THEN from_user_id ELSE to_user_id END) STORED,
        CONSTRAINT pk_hand_off PRIMARY KEY (id),
        CONSTRAINT uq_hand_off_tenant UNIQUE (organization_id, id),
        CONSTRAINT ck_hand_off_status CHECK (status IN ('OFFERED', 'ACCEPTED', 'RETURNED', 'WITHDRAWN')),
        CONSTRAINT ck_hand_off_to CHECK (to_department_id IS NOT NULL OR to_user_id IS NOT NULL),
        CONSTRAINT ck_hand_off_reason CHECK (status <> 'RETURNED' OR reason IS NOT NULL),
        CONSTRAINT fk_hand_off_organization FOREIGN KEY (organization_id) REFERENCES organization (id),
        CONSTRAINT fk_hand_off_from_department FOREIGN KEY (organization_id, from_department_id) REFERENCES department (organization_id, id),
        CONSTRAINT fk_hand_off_to_department FOREIGN KEY (organization_id, to_department_id) REFERENCES department (organization_id, id),
        CONSTRAINT fk_hand_off_from_user FOREIGN KEY (organization_id, from_user_id) REFERENCES user_account (organization_id, id),
        CONSTRAINT fk_hand_off_to_user FOREIGN KEY (organization_id, to_user_id) REFERENCES user_account (organization_id, id)
      );
      -- One latest for each record, so two offers at the same moment cannot both stand.
      CREATE UNIQUE INDEX uq_hand_off_current ON hand_off (organization_id, record_id) WHERE current;
      CREATE INDEX ix_hand_off_record ON hand_off (organization_id, record_id, created_at DESC, id DESC);
      CREATE INDEX ix_hand_off_created ON hand_off (organization_id, created_at DESC, id DESC);
      CREATE INDEX ix_hand_off_department ON hand_off (organization_id, to_department_id, created_at DESC, id DESC);
      CREATE INDEX ix_hand_off_from ON hand_off (organization_id, from_department_id, created_at DESC, id DESC);
      CREATE INDEX ix_hand_off_holder ON hand_off (organization_id, holder_department_id, created_at DESC, id DESC) WHERE current;
      CREATE INDEX ix_hand_off_user ON hand_off (organization_id, to_user_id, created_at DESC, id DESC);

      CREATE TABLE hand_off_item (
        ${base}
        hand_off_id uuid NOT NULL,
        position integer NOT NULL,
        title text NOT NULL,
        done boolean NOT NULL DEFAULT false,
        done_at timestamptz,
        done_by uuid,
        CONSTRAINT pk_hand_off_item PRIMARY KEY (id),
        CONSTRAINT uq_hand_off_item_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_hand_off_item_position UNIQUE (organization_id, hand_off_id, position),
        CONSTRAINT fk_hand_off_item_hand_off FOREIGN KEY (organization_id, hand_off_id) REFERENCES hand_off (organization_id, id)
      );
    `);
    for (const table of ['hand_off', 'hand_off_item']) await tenantTable(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE hand_off_item, hand_off');
  }
}
