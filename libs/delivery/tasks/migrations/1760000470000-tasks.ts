import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropSearchFunction, searchFunction, tenantTable } from '../../../platform/database/index.js';

const BASE = `id uuid NOT NULL,
        organization_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),`;

/** Tasks with the people on them, their reviews, and requests for sub-tasks (TAS-01 to TAS-07). */
export class Tasks1760000470000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE task (
        ${BASE}
        project_id uuid NOT NULL,
        parent_id uuid,
        milestone_id uuid,
        position numeric NOT NULL,
        title text NOT NULL,
        description text,
        priority text NOT NULL DEFAULT 'NORMAL',
        labels text[] NOT NULL DEFAULT '{}',
        start_on date,
        due_on date,
        estimate_minutes integer,
        points integer,
        -- The task's own work: counts while it is a leaf, is kept while it is not.
        weight bigint NOT NULL,
        report integer NOT NULL DEFAULT 0,
        own_status text NOT NULL DEFAULT 'TODO',
        cancelled boolean NOT NULL DEFAULT false,
        requires_review boolean NOT NULL DEFAULT false,
        review_accepted boolean NOT NULL DEFAULT false,
        override_status text,
        override_reason text,
        -- What ancestors count: the own status of a leaf, else what follows from the children.
        derived_status text NOT NULL DEFAULT 'TODO',
        -- What people see.
        status text NOT NULL DEFAULT 'TODO',
        status_reason text,
        status_since timestamptz NOT NULL DEFAULT now(),
        completed_at timestamptz,
        returns integer NOT NULL DEFAULT 0,
        work_total bigint NOT NULL DEFAULT 0,
        work_done bigint NOT NULL DEFAULT 0,
        children_todo integer NOT NULL DEFAULT 0,
        children_in_progress integer NOT NULL DEFAULT 0,
        children_review integer NOT NULL DEFAULT 0,
        children_completed integer NOT NULL DEFAULT 0,
        children_blocked integer NOT NULL DEFAULT 0,
        children_cancelled integer NOT NULL DEFAULT 0,
        shared_with_client boolean NOT NULL DEFAULT false,
        reviewer_id uuid,
        created_by uuid,
        -- Equal to the project's, so that lists need not look there.
        customer_id uuid NOT NULL,
        owner_id uuid,
        department_id uuid,
        team_id uuid,
        CONSTRAINT pk_task PRIMARY KEY (id),
        CONSTRAINT uq_task_tenant UNIQUE (organization_id, id),
        -- A sub-task is in its parent's project.
        CONSTRAINT uq_task_project UNIQUE (organization_id, project_id, id),
        CONSTRAINT ck_task_priority CHECK (priority IN ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
        CONSTRAINT ck_task_own_status CHECK (own_status IN ('TODO', 'IN_PROGRESS', 'REVIEW', 'COMPLETED', 'BLOCKED')),
        CONSTRAINT ck_task_derived_status CHECK (derived_status IN ('TODO', 'IN_PROGRESS', 'REVIEW', 'COMPLETED', 'BLOCKED')),
        CONSTRAINT ck_task_override_status CHECK (override_status IN ('TODO', 'IN_PROGRESS', 'REVIEW', 'COMPLETED', 'BLOCKED')),
        CONSTRAINT ck_task_status CHECK (status = CASE WHEN cancelled THEN 'CANCELLED' ELSE coalesce(override_status, derived_status) END),
        CONSTRAINT ck_task_weight CHECK (weight >= 1),
        CONSTRAINT ck_task_report CHECK (report BETWEEN 0 AND 10000),
        CONSTRAINT ck_task_estimate CHECK (estimate_minutes >= 1 AND points >= 1),
        CONSTRAINT ck_task_dates CHECK (due_on >= start_on),
        CONSTRAINT ck_task_parent CHECK (parent_id <> id),
        CONSTRAINT ck_task_top_level CHECK (parent_id IS NULL OR milestone_id IS NULL),
        CONSTRAINT ck_task_sums CHECK (work_total >= 0 AND work_done >= 0 AND work_done <= work_total * 10000),
        CONSTRAINT ck_task_children CHECK (least(children_todo, children_in_progress, children_review, children_completed,
          children_blocked, children_cancelled) >= 0),
        CONSTRAINT fk_task_project FOREIGN KEY (organization_id, project_id) REFERENCES project (organization_id, id),
        -- Checked at the end, because a move to another project takes the whole subtree along.
        CONSTRAINT fk_task_parent FOREIGN KEY (organization_id, project_id, parent_id) REFERENCES task (organization_id, project_id, id)
          ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
        CONSTRAINT fk_task_milestone FOREIGN KEY (organization_id, project_id, milestone_id) REFERENCES milestone (organization_id, project_id, id),
        CONSTRAINT fk_task_reviewer FOREIGN KEY (organization_id, reviewer_id) REFERENCES user_account (organization_id, id),
        CONSTRAINT fk_task_created_by FOREIGN KEY (organization_id, created_by) REFERENCES user_account (organization_id, id),
        CONSTRAINT fk_task_customer FOREIGN KEY (organization_id, customer_id) REFERENCES customer (organization_id, id),
        CONSTRAINT fk_task_owner FOREIGN KEY (organization_id, owner_id) REFERENCES user_account (organization_id, id),
        CONSTRAINT fk_task_department FOREIGN KEY (organization_id, department_id) REFERENCES department (organization_id, id),
        CONSTRAINT fk_task_team FOREIGN KEY (organization_id, team_id) REFERENCES team (organization_id, id)
      );
      CREATE INDEX ix_task_children ON task (organization_id, parent_id, position, id) WHERE parent_id IS NOT NULL;
      CREATE INDEX ix_task_top_level ON task (organization_id, project_id, position, id) WHERE parent_id IS NULL;
      CREATE INDEX ix_task_milestone ON task (organization_id, milestone_id, position, id) WHERE milestone_id IS NOT NULL;
      CREATE INDEX ix_task_created ON task (organization_id, created_at DESC, id DESC);
      CREATE INDEX ix_task_due ON task (organization_id, due_on, id);
      CREATE INDEX ix_task_department ON task (organization_id, department_id, due_on, id);

      CREATE TABLE task_assignee (
        organization_id uuid NOT NULL,
        task_id uuid NOT NULL,
        user_id uuid NOT NULL,
        assigned_by uuid,
        assigned_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_task_assignee PRIMARY KEY (task_id, user_id),
        CONSTRAINT fk_task_assignee_task FOREIGN KEY (organization_id, task_id) REFERENCES task (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_task_assignee_user FOREIGN KEY (organization_id, user_id) REFERENCES user_account (organization_id, id),
        CONSTRAINT fk_task_assignee_assigned_by FOREIGN KEY (organization_id, assigned_by) REFERENCES user_account (organization_id, id)
      );
      CREATE INDEX ix_task_assignee_user ON task_assignee (organization_id, user_id, task_id);

      CREATE TABLE task_review (
        ${BASE}
        task_id uuid NOT NULL,
        decision text NOT NULL,
        reason text,
        reopened_task_id uuid,
        reviewer_id uuid,
        reviewed_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_task_review PRIMARY KEY (id),
        CONSTRAINT uq_task_review_tenant UNIQUE (organization_id, id),
        CONSTRAINT ck_task_review_decision CHECK (decision IN ('ACCEPTED', 'RETURNED')),
        CONSTRAINT ck_task_review_reason CHECK (decision = 'ACCEPTED' OR reason IS NOT NULL),
        CONSTRAINT fk_task_review_task FOREIGN KEY (organization_id, task_id) REFERENCES task (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_task_review_reopened FOREIGN KEY (organization_id, reopened_task_id) REFERENCES task (organization_id, id)
          -- The leaf that a return adds is inserted with the tree, after the review.
          ON DELETE SET NULL (reopened_task_id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_task_review_reviewer FOREIGN KEY (organization_id, reviewer_id) REFERENCES user_account (organization_id, id)
      );
      CREATE INDEX ix_task_review_task ON task_review (organization_id, task_id, reviewed_at DESC);

      -- A member asks for a sub-task, a lead decides (TAS-06).
      CREATE TABLE task_request (
        ${BASE}
        task_id uuid NOT NULL,
        title text NOT NULL,
        description text,
        estimate_minutes integer,
        status text NOT NULL DEFAULT 'PENDING',
        reason text,
        requested_by uuid,
        decided_by uuid,
        decided_at timestamptz,
        created_task_id uuid,
        customer_id uuid NOT NULL,
        owner_id uuid,
        department_id uuid,
        team_id uuid,
        CONSTRAINT pk_task_request PRIMARY KEY (id),
        CONSTRAINT uq_task_request_tenant UNIQUE (organization_id, id),
        CONSTRAINT ck_task_request_status CHECK (status IN ('PENDING', 'APPROVED', 'REJECTED')),
        CONSTRAINT ck_task_request_estimate CHECK (estimate_minutes >= 1),
        CONSTRAINT fk_task_request_task FOREIGN KEY (organization_id, task_id) REFERENCES task (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_task_request_created FOREIGN KEY (organization_id, created_task_id) REFERENCES task (organization_id, id)
          ON DELETE SET NULL (created_task_id),
        CONSTRAINT fk_task_request_customer FOREIGN KEY (organization_id, customer_id) REFERENCES customer (organization_id, id),
        CONSTRAINT fk_task_request_owner FOREIGN KEY (organization_id, owner_id) REFERENCES user_account (organization_id, id),
        CONSTRAINT fk_task_request_department FOREIGN KEY (organization_id, department_id) REFERENCES department (organization_id, id),
        CONSTRAINT fk_task_request_team FOREIGN KEY (organization_id, team_id) REFERENCES team (organization_id, id),
        CONSTRAINT fk_task_request_requested_by FOREIGN KEY (organization_id, requested_by) REFERENCES user_account (organization_id, id),
        CONSTRAINT fk_task_request_decided_by FOREIGN KEY (organization_id, decided_by) REFERENCES user_account (organization_id, id)
      );
      CREATE INDEX ix_task_request_task ON task_request (organization_id, task_id, created_at DESC);
      CREATE INDEX ix_task_request_pending ON task_request (organization_id, department_id, created_at) WHERE status = 'PENDING';
    `);
    for (const table of ['task', 'task_assignee', 'task_request']) await tenantTable(queryRunner, table);
    await tenantTable(queryRunner, 'task_review', ['SELECT', 'INSERT']);
    await searchFunction(queryRunner, { table: 'task', columns: ['title'] });
    await this.createTemplates(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropSearchFunction(queryRunner, 'task');
    await queryRunner.query('DROP TABLE task_template_item, task_template, task_request, task_review, task_assignee, task');
  }

  /** What a project of a category usually consists of (TAS-08). */
  private async createTemplates(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE task_template (
        ${BASE}
        key text NOT NULL,
        name text NOT NULL,
        description text,
        category_id uuid,
        CONSTRAINT pk_task_template PRIMARY KEY (id),
        CONSTRAINT uq_task_template_tenant UNIQUE (organization_id, id),
        CONSTRAINT uq_task_template_key UNIQUE (organization_id, key),
        CONSTRAINT fk_task_template_category FOREIGN KEY (organization_id, category_id) REFERENCES service_category (organization_id, id)
      );

      CREATE TABLE task_template_item (
        ${BASE}
        template_id uuid NOT NULL,
        parent_id uuid,
        position integer NOT NULL,
        -- Tasks of the first level name the milestone they belong to.
        milestone text,
        title text NOT NULL,
        description text,
        estimate_minutes integer NOT NULL,
        points integer NOT NULL DEFAULT 1,
        -- Days after the project's start.
        start_day integer NOT NULL,
        due_day integer NOT NULL,
        requires_review boolean NOT NULL DEFAULT false,
        shared_with_client boolean NOT NULL DEFAULT false,
        CONSTRAINT pk_task_template_item PRIMARY KEY (id),
        CONSTRAINT uq_task_template_item_tenant UNIQUE (organization_id, id),
        CONSTRAINT ck_task_template_item_days CHECK (start_day >= 0 AND due_day >= start_day),
        CONSTRAINT ck_task_template_item_estimate CHECK (estimate_minutes >= 1 AND points >= 1),
        CONSTRAINT ck_task_template_item_milestone CHECK (parent_id IS NULL OR milestone IS NULL),
        CONSTRAINT fk_task_template_item_template FOREIGN KEY (organization_id, template_id) REFERENCES task_template (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_task_template_item_parent FOREIGN KEY (organization_id, parent_id) REFERENCES task_template_item (organization_id, id) ON DELETE CASCADE
      );
      CREATE INDEX ix_task_template_item_template ON task_template_item (organization_id, template_id, position);
    `);
    for (const table of ['task_template', 'task_template_item']) await tenantTable(queryRunner, table);
  }
}
