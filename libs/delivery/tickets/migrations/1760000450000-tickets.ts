import type { MigrationInterface, QueryRunner } from 'typeorm';
import { searchFunction, tenantTable } from '../../../platform/database/index.js';

/** Tickets with the requirements they collect (TIC-01, TIC-02). */
export class Tickets1760000450000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const base = `id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),`;
    await queryRunner.query(`
      CREATE TABLE ticket (
        ${base}
        number text NOT NULL,
        kind text NOT NULL,
        title text NOT NULL,
        description text,
        status text NOT NULL DEFAULT 'NEW',
        status_reason text,
        priority text NOT NULL DEFAULT 'NORMAL',
        customer_id uuid NOT NULL,
        deal_id uuid,
        category_id uuid NOT NULL,
        checkpoints jsonb NOT NULL DEFAULT '[]',
        validated_at timestamptz,
        validated_by uuid,
        scope text,
        scoped_at timestamptz,
        project_id uuid,
        owner_id uuid,
        department_id uuid,
        opened_by uuid,
        CONSTRAINT pk_ticket PRIMARY KEY (id),
        CONSTRAINT uq_ticket_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_ticket_number UNIQUE (organization_id, number),
        CONSTRAINT ck_ticket_kind CHECK (kind IN ('ONBOARDING', 'SUPPORT', 'CHANGE_REQUEST', 'COMPLAINT')),
        CONSTRAINT ck_ticket_status CHECK (status IN ('NEW', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_CLIENT', 'RESOLVED', 'CLOSED', 'REOPENED', 'REJECTED')),
        CONSTRAINT ck_ticket_priority CHECK (priority IN ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
        CONSTRAINT fk_ticket_customer FOREIGN KEY (organization_id, customer_id) REFERENCES customer (organization_id, id),
        CONSTRAINT fk_ticket_deal FOREIGN KEY (organization_id, deal_id) REFERENCES deal (organization_id, id),
        CONSTRAINT fk_ticket_category FOREIGN KEY (organization_id, category_id) REFERENCES service_category (organization_id, id),
        CONSTRAINT fk_ticket_owner FOREIGN KEY (organization_id, owner_id) REFERENCES user_account (organization_id, id),
        CONSTRAINT fk_ticket_department FOREIGN KEY (organization_id, department_id) REFERENCES department (organization_id, id),
        CONSTRAINT fk_ticket_validated_by FOREIGN KEY (organization_id, validated_by) REFERENCES user_account (organization_id, id),
        CONSTRAINT fk_ticket_opened_by FOREIGN KEY (organization_id, opened_by) REFERENCES user_account (organization_id, id)
      );
      CREATE INDEX ix_ticket_created ON ticket (organization_id, created_at DESC, id DESC);
      CREATE INDEX ix_ticket_status ON ticket (organization_id, status, created_at DESC);
      CREATE INDEX ix_ticket_owner ON ticket (organization_id, owner_id, created_at DESC);
      CREATE INDEX ix_ticket_customer ON ticket (organization_id, customer_id);
      -- A won deal is onboarded once per category; a rejected attempt may be repeated.
      CREATE UNIQUE INDEX uq_ticket_onboarding ON ticket (organization_id, deal_id, category_id)
        WHERE kind = 'ONBOARDING' AND status <> 'REJECTED';

      CREATE TABLE ticket_requirement (
        ${base}
        ticket_id uuid NOT NULL,
        position integer NOT NULL,
        title text NOT NULL,
        kind text NOT NULL,
        required boolean NOT NULL DEFAULT true,
        status text NOT NULL DEFAULT 'MISSING',
        value text,
        reason text,
        CONSTRAINT pk_ticket_requirement PRIMARY KEY (id),
        CONSTRAINT uq_ticket_requirement_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_ticket_requirement_position UNIQUE (organization_id, ticket_id, position),
        CONSTRAINT ck_ticket_requirement_kind CHECK (kind IN ('INFORMATION', 'DOCUMENT', 'ACCESS')),
        CONSTRAINT ck_ticket_requirement_status CHECK (status IN ('MISSING', 'REQUESTED', 'RECEIVED', 'VERIFIED', 'REJECTED', 'NOT_NEEDED')),
        CONSTRAINT fk_ticket_requirement_ticket FOREIGN KEY (organization_id, ticket_id) REFERENCES ticket (organization_id, id) ON DELETE CASCADE
      );
    `);
    for (const table of ['ticket', 'ticket_requirement']) await tenantTable(queryRunner, table);
    await searchFunction(queryRunner, { table: 'ticket', columns: ['number', 'title'] });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION app.search_ticket(text[], integer); DROP TABLE ticket_requirement, ticket');
  }
}
