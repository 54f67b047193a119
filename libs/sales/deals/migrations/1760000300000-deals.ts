import type { MigrationInterface, QueryRunner } from 'typeorm';
import { searchFunction, tenantTable } from '../../../platform/database/index.js';

/** Pipelines, their stages, deals and the log of their stage moves (DEA-01 to DEA-04). */
export class Deals1760000300000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE pipeline (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        name text NOT NULL,
        is_default boolean NOT NULL DEFAULT false,
        CONSTRAINT pk_pipeline PRIMARY KEY (id),
        CONSTRAINT uq_pipeline_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_pipeline_name UNIQUE (organization_id, name),
        CONSTRAINT fk_pipeline_organization FOREIGN KEY (organization_id) REFERENCES organization (id)
      );
      CREATE UNIQUE INDEX uq_pipeline_default ON pipeline (organization_id) WHERE is_default;

      CREATE TABLE pipeline_stage (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        pipeline_id uuid NOT NULL,
        name text NOT NULL,
        position integer NOT NULL,
        probability integer NOT NULL,
        is_won boolean NOT NULL DEFAULT false,
        is_lost boolean NOT NULL DEFAULT false,
        rot_days integer,
        CONSTRAINT pk_pipeline_stage PRIMARY KEY (id),
        CONSTRAINT uq_pipeline_stage_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_pipeline_stage_position UNIQUE (organization_id, pipeline_id, position),
        CONSTRAINT ck_pipeline_stage_probability CHECK (probability BETWEEN 0 AND 100),
        CONSTRAINT ck_pipeline_stage_end CHECK (NOT (is_won AND is_lost)),
        CONSTRAINT fk_pipeline_stage_pipeline FOREIGN KEY (organization_id, pipeline_id) REFERENCES pipeline (organization_id, id)
      );

      CREATE TABLE deal (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        number text NOT NULL,
        name text NOT NULL,
        external_id text,
        customer_id uuid,
        contact_id uuid,
        lead_id uuid,
        pipeline_id uuid NOT NULL,
        stage_id uuid NOT NULL,
        stage_entered_at timestamptz NOT NULL DEFAULT now(),
        status text NOT NULL DEFAULT 'OPEN',
        status_reason text,
        amount_minor bigint NOT NULL DEFAULT 0,
        currency text NOT NULL,
        probability integer NOT NULL,
        expected_close date,
        closed_at timestamptz,
        requested_services text[] NOT NULL DEFAULT '{}',
        requirements text,
        owner_id uuid,
        department_id uuid,
        team_id uuid,
        extra jsonb NOT NULL DEFAULT '{}',
        CONSTRAINT pk_deal PRIMARY KEY (id),
        CONSTRAINT uq_deal_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_deal_number UNIQUE (organization_id, number),
        CONSTRAINT uq_deal_external UNIQUE (organization_id, external_id),
        CONSTRAINT ck_deal_status CHECK (status IN ('OPEN', 'WON', 'LOST')),
        CONSTRAINT ck_deal_probability CHECK (probability BETWEEN 0 AND 100),
        CONSTRAINT ck_deal_amount CHECK (amount_minor >= 0),
        CONSTRAINT fk_deal_customer FOREIGN KEY (organization_id, customer_id) REFERENCES customer (organization_id, id),
        CONSTRAINT fk_deal_contact FOREIGN KEY (organization_id, contact_id) REFERENCES contact (organization_id, id),
        CONSTRAINT fk_deal_pipeline FOREIGN KEY (organization_id, pipeline_id) REFERENCES pipeline (organization_id, id),
        CONSTRAINT fk_deal_stage FOREIGN KEY (organization_id, stage_id) REFERENCES pipeline_stage (organization_id, id),
        CONSTRAINT fk_deal_owner FOREIGN KEY (organization_id, owner_id) REFERENCES user_account (organization_id, id),
        CONSTRAINT fk_deal_department FOREIGN KEY (organization_id, department_id) REFERENCES department (organization_id, id),
        CONSTRAINT fk_deal_team FOREIGN KEY (organization_id, team_id) REFERENCES team (organization_id, id)
      );
      CREATE INDEX ix_deal_created ON deal (organization_id, created_at DESC, id DESC);
      CREATE INDEX ix_deal_board ON deal (organization_id, stage_id, stage_entered_at DESC, id DESC);
      CREATE INDEX ix_deal_customer ON deal (organization_id, customer_id);
      CREATE INDEX ix_deal_owner ON deal (organization_id, owner_id, created_at DESC);
      CREATE INDEX ix_deal_lead ON deal (organization_id, lead_id);

      CREATE TABLE deal_stage_move (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        deal_id uuid NOT NULL,
        from_stage_id uuid,
        to_stage_id uuid NOT NULL,
        seconds_in_stage bigint,
        note text,
        moved_by uuid,
        moved_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_deal_stage_move PRIMARY KEY (id),
        CONSTRAINT fk_deal_stage_move_deal FOREIGN KEY (organization_id, deal_id) REFERENCES deal (organization_id, id),
        CONSTRAINT fk_deal_stage_move_from FOREIGN KEY (organization_id, from_stage_id) REFERENCES pipeline_stage (organization_id, id),
        CONSTRAINT fk_deal_stage_move_to FOREIGN KEY (organization_id, to_stage_id) REFERENCES pipeline_stage (organization_id, id)
      );
      CREATE INDEX ix_deal_stage_move_deal ON deal_stage_move (organization_id, deal_id, moved_at);
    `);
    for (const table of ['pipeline', 'pipeline_stage', 'deal']) await tenantTable(queryRunner, table);
    await tenantTable(queryRunner, 'deal_stage_move', ['SELECT', 'INSERT']);
    await searchFunction(queryRunner, { table: 'deal', columns: ['number', 'name'] });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION app.search_deal(text[], integer); DROP TABLE deal_stage_move, deal, pipeline_stage, pipeline');
  }
}
