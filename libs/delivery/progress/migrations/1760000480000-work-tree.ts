import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from '../../../platform/database/index.js';

/**
 * The two statements of every change of a work tree, as functions whose plans stay prepared on each connection: one locks
 * and reads the paths, one writes what the rules (TypeScript) made of them. They run with the caller's rights.
 */
export class WorkTree1760000480000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- The projects that are nobody's sub-project, above these. In the order in which they are locked.
      CREATE FUNCTION app.outermost_projects(projects uuid[]) RETURNS uuid[] LANGUAGE plpgsql STABLE AS $$
      DECLARE
        tenant uuid := app.organization_id();
      BEGIN
        RETURN ARRAY(
          WITH RECURSIVE up AS (
            SELECT p.id, p.parent_project_id FROM project p WHERE p.organization_id = tenant AND p.id = ANY (projects)
            UNION
            SELECT p.id, p.parent_project_id FROM up JOIN project p ON p.organization_id = tenant AND p.id = up.parent_project_id)
          SELECT id FROM up WHERE parent_project_id IS NULL ORDER BY id);
      END $$;

      -- The projects that hold these nodes.
      CREATE FUNCTION app.projects_of_nodes(tasks uuid[], milestones uuid[], projects uuid[]) RETURNS uuid[] LANGUAGE plpgsql STABLE AS $$
      DECLARE
        tenant uuid := app.organization_id();
      BEGIN
        RETURN projects
          || ARRAY(SELECT t.project_id FROM task t WHERE t.organization_id = tenant AND t.id = ANY (tasks))
          || ARRAY(SELECT m.project_id FROM milestone m WHERE m.organization_id = tenant AND m.id = ANY (milestones));
      END $$;

      -- Locks the outermost project of every named node until the transaction ends, and then reads the paths from these
      -- nodes up to it: each statement below sees what was committed before it, so nothing is read before the lock.
      -- A tree that was moved under another project meanwhile asks for the whole transaction again (40001).
      -- "facts" are given for the named nodes and for every project.
      CREATE FUNCTION app.open_work_tree(tasks uuid[], milestones uuid[], projects uuid[])
      RETURNS TABLE (kind text, id uuid, parent_id uuid, milestone_id uuid, weight bigint, report integer, own_status text, cancelled boolean,
                     requires_review boolean, accepted boolean, override_status text, status text, project_status text,
                     children integer[], work_total bigint, work_done bigint, shared boolean, facts jsonb)
      LANGUAGE plpgsql VOLATILE AS $$
      #variable_conflict use_column
      DECLARE
        tenant uuid := app.organization_id();
        roots uuid[] := app.outermost_projects(app.projects_of_nodes(tasks, milestones, projects));
        task_path uuid[];
        project_path uuid[];
      BEGIN
        PERFORM 1 FROM project p WHERE p.organization_id = tenant AND p.id = ANY (roots) ORDER BY p.id FOR NO KEY UPDATE;
        project_path := app.projects_of_nodes(tasks, milestones, projects);
        IF app.outermost_projects(project_path) IS DISTINCT FROM roots THEN
          RAISE EXCEPTION 'The work tree was moved meanwhile.' USING ERRCODE = 'serialization_failure';
        END IF;
        task_path := ARRAY(
          WITH RECURSIVE up AS (
            SELECT t.id, t.parent_id FROM task t WHERE t.organization_id = tenant AND t.id = ANY (tasks)
            UNION
            SELECT t.id, t.parent_id FROM up JOIN task t ON t.organization_id = tenant AND t.id = up.parent_id)
          SELECT up.id FROM up);
        project_path := ARRAY(
          WITH RECURSIVE up AS (
            SELECT p.id, p.parent_project_id FROM project p WHERE p.organization_id = tenant AND p.id = ANY (project_path)
            UNION
            SELECT p.id, p.parent_project_id FROM up JOIN project p ON p.organization_id = tenant AND p.id = up.parent_project_id)
          SELECT up.id FROM up);
        RETURN QUERY
          SELECT 'TASK', t.id, coalesce(t.parent_id, t.project_id), t.milestone_id, t.weight, t.report, t.own_status, t.cancelled,
                 t.requires_review, t.review_accepted, t.override_status, t.derived_status, NULL::text,
                 ARRAY[t.children_todo, t.children_in_progress, t.children_review, t.children_completed, t.children_blocked, t.children_cancelled],
                 t.work_total, t.work_done, t.shared_with_client,
                 CASE WHEN t.id = ANY (tasks) THEN jsonb_build_object(
                   'version', t.version, 'projectId', t.project_id, 'parentId', t.parent_id, 'title', t.title, 'position', t.position::text,
                   'estimateMinutes', t.estimate_minutes, 'points', t.points, 'statusReason', t.status_reason, 'overrideReason', t.override_reason,
                   'completedAt', t.completed_at, 'returns', t.returns, 'reviewerId', t.reviewer_id, 'createdBy', t.created_by,
                   'startOn', t.start_on, 'dueOn', t.due_on, 'customerId', t.customer_id, 'departmentId', t.department_id,
                   'teamId', t.team_id, 'ownerId', t.owner_id,
                   'assigneeIds', ARRAY(SELECT a.user_id FROM task_assignee a WHERE a.organization_id = tenant AND a.task_id = t.id)) END
          FROM task t WHERE t.organization_id = tenant AND t.id = ANY (task_path);
        RETURN QUERY
          SELECT 'MILESTONE', m.id, NULL::uuid, NULL::uuid, NULL::bigint, NULL::integer, NULL::text, false,
                 false, false, NULL::text, m.status, NULL::text,
                 ARRAY[m.children_todo, m.children_in_progress, m.children_review, m.children_completed, m.children_blocked, m.children_cancelled],
                 m.work_total, m.work_done, m.shared_with_client,
                 jsonb_build_object('version', m.version, 'projectId', m.project_id, 'name', m.name, 'dueOn', m.due_on,
                   'customerId', m.customer_id, 'departmentId', m.department_id, 'teamId', m.team_id, 'ownerId', m.owner_id)
          FROM milestone m WHERE m.organization_id = tenant AND m.id = ANY (milestones
            || ARRAY(SELECT t.milestone_id FROM task t WHERE t.organization_id = tenant AND t.id = ANY (task_path) AND t.milestone_id IS NOT NULL));
        RETURN QUERY
          SELECT 'PROJECT', p.id, p.parent_project_id, NULL::uuid, NULL::bigint, NULL::integer, NULL::text, p.status IN ('CANCELLED', 'REJECTED'),
                 false, false, NULL::text, p.work_status, p.status,
                 ARRAY[p.children_todo, p.children_in_progress, p.children_review, p.children_completed, p.children_blocked, p.children_cancelled],
                 p.work_total, p.work_done, p.shared_with_client,
                 jsonb_build_object('version', p.version, 'number', p.number, 'name', p.name, 'progressMode', p.progress_mode, 'startOn', p.start_on,
                   'dueOn', p.due_on, 'approvedAt', p.approved_at, 'statusReason', p.status_reason, 'dealId', p.deal_id, 'ticketId', p.ticket_id,
                   'customerId', p.customer_id, 'departmentId', p.department_id, 'teamId', p.team_id, 'ownerId', p.owner_id)
          FROM project p WHERE p.organization_id = tenant AND p.id = ANY (project_path);
      END $$;

      -- Writes every node a change moved. An element with a version is the record that a person edited: it is written only if
      -- it still has that version, which then grows; ancestors keep theirs. "patch" holds further columns of an edited task.
      -- Returns how many rows were written.
      CREATE FUNCTION app.apply_work_changes(tasks jsonb, milestones jsonb, projects jsonb) RETURNS integer LANGUAGE plpgsql VOLATILE AS $$
      DECLARE
        tenant uuid := app.organization_id();
        written integer := 0;
        counted integer;
      BEGIN
        IF tasks IS NOT NULL THEN
          UPDATE task t SET
            weight = c.weight, report = c.report, own_status = c.own_status, cancelled = c.cancelled, requires_review = c.requires_review,
            review_accepted = c.accepted, override_status = c.override_status, derived_status = c.derived_status, status = c.status,
            status_since = CASE WHEN t.status = c.status THEN t.status_since ELSE now() END,
            completed_at = CASE WHEN c.status <> 'COMPLETED' THEN NULL WHEN t.status = 'COMPLETED' THEN t.completed_at ELSE now() END,
            override_reason = CASE WHEN c.override_status IS NULL THEN NULL WHEN c.patch ? 'override_reason' THEN c.patch->>'override_reason' ELSE t.override_reason END,
            children_todo = c.children[1], children_in_progress = c.children[2], children_review = c.children[3],
            children_completed = c.children[4], children_blocked = c.children[5], children_cancelled = c.children[6],
            work_total = c.work_total, work_done = c.work_done,
            version = t.version + (c.version IS NOT NULL)::integer,
            updated_at = CASE WHEN c.version IS NULL THEN t.updated_at ELSE now() END,
            status_reason = CASE WHEN c.patch ? 'status_reason' THEN c.patch->>'status_reason' ELSE t.status_reason END,
            returns = CASE WHEN c.patch ? 'returns' THEN (c.patch->>'returns')::integer ELSE t.returns END,
            estimate_minutes = CASE WHEN c.patch ? 'estimate_minutes' THEN (c.patch->>'estimate_minutes')::integer ELSE t.estimate_minutes END,
            points = CASE WHEN c.patch ? 'points' THEN (c.patch->>'points')::integer ELSE t.points END,
            position = CASE WHEN c.patch ? 'position' THEN (c.patch->>'position')::numeric ELSE t.position END,
            parent_id = CASE WHEN c.patch ? 'parent_id' THEN (c.patch->>'parent_id')::uuid ELSE t.parent_id END,
            milestone_id = CASE WHEN c.patch ? 'milestone_id' THEN (c.patch->>'milestone_id')::uuid ELSE t.milestone_id END,
            project_id = CASE WHEN c.patch ? 'project_id' THEN (c.patch->>'project_id')::uuid ELSE t.project_id END
          FROM jsonb_to_recordset(tasks) AS c(id uuid, version integer, weight bigint, report integer, own_status text, cancelled boolean,
            requires_review boolean, accepted boolean, override_status text, derived_status text, status text, children integer[],
            work_total bigint, work_done bigint, patch jsonb)
          WHERE t.organization_id = tenant AND t.id = c.id AND t.version = coalesce(c.version, t.version);
          GET DIAGNOSTICS counted = ROW_COUNT;
          written := written + counted;
        END IF;
        IF milestones IS NOT NULL THEN
          UPDATE milestone m SET
            status = c.derived_status, work_total = c.work_total, work_done = c.work_done,
            children_todo = c.children[1], children_in_progress = c.children[2], children_review = c.children[3],
            children_completed = c.children[4], children_blocked = c.children[5], children_cancelled = c.children[6]
          FROM jsonb_to_recordset(milestones) AS c(id uuid, derived_status text, children integer[], work_total bigint, work_done bigint)
          WHERE m.organization_id = tenant AND m.id = c.id;
          GET DIAGNOSTICS counted = ROW_COUNT;
          written := written + counted;
        END IF;
        IF projects IS NOT NULL THEN
          UPDATE project p SET
            status = c.project_status, work_status = c.derived_status, work_total = c.work_total, work_done = c.work_done,
            children_todo = c.children[1], children_in_progress = c.children[2], children_review = c.children[3],
            children_completed = c.children[4], children_blocked = c.children[5], children_cancelled = c.children[6],
            version = p.version + (c.version IS NOT NULL)::integer,
            updated_at = CASE WHEN c.version IS NULL THEN p.updated_at ELSE now() END,
            status_reason = CASE WHEN c.patch ? 'status_reason' THEN c.patch->>'status_reason' ELSE p.status_reason END,
            parent_project_id = CASE WHEN c.patch ? 'parent_project_id' THEN (c.patch->>'parent_project_id')::uuid ELSE p.parent_project_id END,
            submitted_at = CASE WHEN c.patch ? 'submitted_at' THEN (c.patch->>'submitted_at')::timestamptz ELSE p.submitted_at END,
            approved_at = CASE WHEN c.patch ? 'approved_at' THEN (c.patch->>'approved_at')::timestamptz ELSE p.approved_at END,
            delivered_at = CASE WHEN c.patch ? 'delivered_at' THEN (c.patch->>'delivered_at')::timestamptz ELSE p.delivered_at END,
            closed_at = CASE WHEN c.patch ? 'closed_at' THEN (c.patch->>'closed_at')::timestamptz ELSE p.closed_at END
          FROM jsonb_to_recordset(projects) AS c(id uuid, version integer, project_status text, derived_status text, children integer[],
            work_total bigint, work_done bigint, patch jsonb)
          WHERE p.organization_id = tenant AND p.id = c.id AND p.version = coalesce(c.version, p.version);
          GET DIAGNOSTICS counted = ROW_COUNT;
          written := written + counted;
        END IF;
        RETURN written;
      END $$;
      GRANT EXECUTE ON FUNCTION app.outermost_projects(uuid[]), app.projects_of_nodes(uuid[], uuid[], uuid[]),
        app.open_work_tree(uuid[], uuid[], uuid[]), app.apply_work_changes(jsonb, jsonb, jsonb) TO ${APP_ROLE};
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION app.apply_work_changes(jsonb, jsonb, jsonb), app.open_work_tree(uuid[], uuid[], uuid[]),
        app.projects_of_nodes(uuid[], uuid[], uuid[]), app.outermost_projects(uuid[]);
    `);
  }
}
