import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropSearchFunction, searchFunction, tenantTable } from '../../../platform/database/index.js';

const BASE = `id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),`;

/** What every node of a work tree stores (domain.md, "Work tree and progress"): two sums and its children by status. */
const NODE = `work_total bigint NOT NULL DEFAULT 0,
        work_done bigint NOT NULL DEFAULT 0,
        children_todo integer NOT NULL DEFAULT 0,
        children_in_progress integer NOT NULL DEFAULT 0,
        children_review integer NOT NULL DEFAULT 0,
        children_completed integer NOT NULL DEFAULT 0,
        children_blocked integer NOT NULL DEFAULT 0,
        children_cancelled integer NOT NULL DEFAULT 0,`;

const nodeChecks = (table: string): string => `
        CONSTRAINT ck_${table}_sums CHECK (work_total >= 0 AND work_done >= 0 AND work_done <= work_total * 10000),
        CONSTRAINT ck_${table}_children CHECK (least(children_todo, children_in_progress, children_review, children_completed,
          children_blocked, children_cancelled) >= 0)`;

/** Projects, the decisions on them, and milestones (PRO-01 to PRO-05). */
export class Projects1760000460000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE project (
        ${BASE}
        number text NOT NULL,
        name text NOT NULL,
        status text NOT NULL DEFAULT 'DRAFT',
        status_reason text,
        work_status text NOT NULL DEFAULT 'TODO',
        progress_mode text NOT NULL DEFAULT 'ESTIMATE',
        ${NODE}
        parent_project_id uuid,
        customer_id uuid NOT NULL,
        deal_id uuid,
        ticket_id uuid,
        quote_id uuid,
        category_id uuid,
        department_id uuid,
        team_id uuid,
        owner_id uuid,
        scope text,
        budget_minor bigint,
        currency text NOT NULL,
        start_on date,
        due_on date,
        -- Set by the approval: a client never sees a draft.
        shared_with_client boolean NOT NULL DEFAULT false,
        submitted_at timestamptz,
        approved_at timestamptz,
        delivered_at timestamptz,
        closed_at timestamptz,
        CONSTRAINT pk_project PRIMARY KEY (id),
        CONSTRAINT uq_project_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_project_number UNIQUE (organization_id, number),
        CONSTRAINT ck_project_status CHECK (status IN ('DRAFT', 'PENDING_APPROVAL', 'APPROVED', 'IN_PROGRESS', 'ON_HOLD', 'CLIENT_REVIEW',
          'DELIVERED', 'MAINTENANCE', 'CLOSED', 'CLOSED_PENDING_UPDATES', 'CANCELLED', 'REJECTED')),
        CONSTRAINT ck_project_work_status CHECK (work_status IN ('TODO', 'IN_PROGRESS', 'REVIEW', 'COMPLETED', 'BLOCKED')),
        CONSTRAINT ck_project_progress_mode CHECK (progress_mode IN ('ESTIMATE', 'POINTS', 'COUNT')),
        CONSTRAINT ck_project_budget CHECK (budget_minor >= 0),
        CONSTRAINT ck_project_dates CHECK (due_on >= start_on),
        CONSTRAINT ck_project_parent CHECK (parent_project_id <> id),
        ${nodeChecks('project')},
        CONSTRAINT fk_project_parent FOREIGN KEY (organization_id, parent_project_id) REFERENCES project (organization_id, id),
        CONSTRAINT fk_project_customer FOREIGN KEY (organization_id, customer_id) REFERENCES customer (organization_id, id),
        CONSTRAINT fk_project_deal FOREIGN KEY (organization_id, deal_id) REFERENCES deal (organization_id, id),
        CONSTRAINT fk_project_ticket FOREIGN KEY (organization_id, ticket_id) REFERENCES ticket (organization_id, id),
        CONSTRAINT fk_project_quote FOREIGN KEY (organization_id, quote_id) REFERENCES quote (organization_id, id),
        CONSTRAINT fk_project_category FOREIGN KEY (organization_id, category_id) REFERENCES service_category (organization_id, id),
        CONSTRAINT fk_project_department FOREIGN KEY (organization_id, department_id) REFERENCES department (organization_id, id),
        CONSTRAINT fk_project_team FOREIGN KEY (organization_id, team_id) REFERENCES team (organization_id, id),
        CONSTRAINT fk_project_owner FOREIGN KEY (organization_id, owner_id) REFERENCES user_account (organization_id, id)
      );
      CREATE INDEX ix_project_created ON project (organization_id, created_at DESC, id DESC);
      CREATE INDEX ix_project_status ON project (organization_id, status, created_at DESC, id DESC);
      CREATE INDEX ix_project_customer ON project (organization_id, customer_id, created_at DESC, id DESC);
      CREATE INDEX ix_project_department ON project (organization_id, department_id, created_at DESC, id DESC);
      CREATE INDEX ix_project_owner ON project (organization_id, owner_id, created_at DESC, id DESC);
      CREATE INDEX ix_project_parent ON project (organization_id, parent_project_id) WHERE parent_project_id IS NOT NULL;
      CREATE INDEX ix_project_deal ON project (organization_id, deal_id) WHERE deal_id IS NOT NULL;
      CREATE INDEX ix_project_ticket ON project (organization_id, ticket_id) WHERE ticket_id IS NOT NULL;
      ALTER TABLE ticket ADD CONSTRAINT fk_ticket_project FOREIGN KEY (organization_id, project_id) REFERENCES project (organization_id, id);

      -- Stage 7: one row for each judgement, so that a re-submission shows what was said before.
      CREATE TABLE project_decision (
        ${BASE}
        project_id uuid NOT NULL,
        decision text NOT NULL,
        feasibility text NOT NULL,
        budget text NOT NULL,
        resources text NOT NULL,
        risk text NOT NULL,
        conditions text,
        decided_by uuid,
        decided_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_project_decision PRIMARY KEY (id),
        CONSTRAINT uq_project_decision_tenant UNIQUE (organization_id, id),
        CONSTRAINT ck_project_decision_decision CHECK (decision IN ('APPROVED', 'REJECTED', 'RETURNED')),
        CONSTRAINT fk_project_decision_project FOREIGN KEY (organization_id, project_id) REFERENCES project (organization_id, id),
        CONSTRAINT fk_project_decision_decided_by FOREIGN KEY (organization_id, decided_by) REFERENCES user_account (organization_id, id)
      );
      CREATE INDEX ix_project_decision_project ON project_decision (organization_id, project_id, decided_at DESC);

      CREATE TABLE milestone (
        ${BASE}
        project_id uuid NOT NULL,
        position numeric NOT NULL,
        name text NOT NULL,
        description text,
        due_on date,
        status text NOT NULL DEFAULT 'TODO',
        ${NODE}
        shared_with_client boolean NOT NULL DEFAULT false,
        -- Equal to the project's: who sees the project sees its milestones.
        customer_id uuid NOT NULL,
        department_id uuid,
        team_id uuid,
        owner_id uuid,
        CONSTRAINT pk_milestone PRIMARY KEY (id),
        CONSTRAINT uq_milestone_tenant UNIQUE (organization_id, id),
        -- A task's milestone is one of its project's.
        CONSTRAINT uq_milestone_project UNIQUE (organization_id, project_id, id),
        CONSTRAINT ck_milestone_status CHECK (status IN ('TODO', 'IN_PROGRESS', 'REVIEW', 'COMPLETED', 'BLOCKED')),
        ${nodeChecks('milestone')},
        CONSTRAINT fk_milestone_project FOREIGN KEY (organization_id, project_id) REFERENCES project (organization_id, id),
        CONSTRAINT fk_milestone_customer FOREIGN KEY (organization_id, customer_id) REFERENCES customer (organization_id, id),
        CONSTRAINT fk_milestone_department FOREIGN KEY (organization_id, department_id) REFERENCES department (organization_id, id),
        CONSTRAINT fk_milestone_team FOREIGN KEY (organization_id, team_id) REFERENCES team (organization_id, id),
        CONSTRAINT fk_milestone_owner FOREIGN KEY (organization_id, owner_id) REFERENCES user_account (organization_id, id)
      );
      CREATE INDEX ix_milestone_project ON milestone (organization_id, project_id, position, id);
      CREATE INDEX ix_milestone_due ON milestone (organization_id, due_on);
    `);
    for (const table of ['project', 'milestone']) await tenantTable(queryRunner, table);
    await tenantTable(queryRunner, 'project_decision', ['SELECT', 'INSERT']);
    await searchFunction(queryRunner, { table: 'project', columns: ['number', 'name'] });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropSearchFunction(queryRunner, 'project');
    await queryRunner.query(`
      ALTER TABLE ticket DROP CONSTRAINT fk_ticket_project;
      DROP TABLE milestone, project_decision, project;
    `);
  }
}
