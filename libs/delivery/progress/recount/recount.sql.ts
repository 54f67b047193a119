/**
 * The recount's statements. Written from domain.md ("Work tree and progress"), not from the code that keeps the sums: a
 * leaf's completion, what is cut and what follows from children are said here a second time on purpose.
 */
export const RECOUNT = {
  /** Every node with its parent; milestones lie beside the tree, at depth -1. $1: an organization, or all when null. */
  nodes: `
    CREATE TEMPORARY TABLE recount_node ON COMMIT DROP AS
    WITH RECURSIVE project_depth AS (
      SELECT p.id, 0 AS depth FROM project p WHERE p.parent_project_id IS NULL AND p.organization_id = coalesce($1::uuid, p.organization_id)
      UNION ALL
      SELECT p.id, up.depth + 1 FROM project_depth up JOIN project p ON p.parent_project_id = up.id),
    task_depth AS (
      SELECT t.id, up.depth + 1 AS depth FROM project_depth up JOIN task t ON t.project_id = up.id AND t.parent_id IS NULL
      UNION ALL
      SELECT t.id, up.depth + 1 FROM task_depth up JOIN task t ON t.parent_id = up.id)
    SELECT 'task' AS node, t.id, t.organization_id, d.depth, coalesce(t.parent_id, t.project_id) AS parent, t.milestone_id AS milestone, t.cancelled AS cut,
           NOT EXISTS (SELECT 1 FROM task c WHERE c.parent_id = t.id) AS leaf, t.requires_review AND NOT t.review_accepted AS wants_review,
           t.own_status, t.weight, t.weight * CASE t.own_status WHEN 'TODO' THEN 0 WHEN 'IN_PROGRESS' THEN least(t.report, 9500)
             WHEN 'REVIEW' THEN least(greatest(t.report, 9000), 9999) WHEN 'BLOCKED' THEN t.report ELSE 10000 END AS work
    FROM task_depth d JOIN task t ON t.id = d.id
    UNION ALL
    SELECT 'project', p.id, p.organization_id, d.depth, p.parent_project_id, NULL, p.status IN ('CANCELLED', 'REJECTED'), false, false, NULL, NULL, NULL
    FROM project_depth d JOIN project p ON p.id = d.id
    UNION ALL
    SELECT 'milestone', m.id, m.organization_id, -1, NULL, NULL, false, false, false, NULL, NULL, NULL
    FROM milestone m WHERE m.organization_id = coalesce($1::uuid, m.organization_id)`,
  indexes: [
    'CREATE UNIQUE INDEX ON recount_node (id)', 'CREATE INDEX ON recount_node (depth)', 'CREATE INDEX ON recount_node (parent)',
    'CREATE INDEX ON recount_node (milestone)', 'ANALYZE recount_node',
  ],
  /** Each leaf's work climbs until a cut node has taken it in. */
  sums: `
    CREATE TEMPORARY TABLE recount_sum ON COMMIT DROP AS
    WITH RECURSIVE climb AS (
      SELECT n.id, n.weight, n.work FROM recount_node n WHERE n.leaf
      UNION ALL
      SELECT up.id, climb.weight, climb.work
      FROM climb JOIN recount_node n ON n.id = climb.id AND NOT n.cut
      CROSS JOIN LATERAL (VALUES (n.parent), (n.milestone)) AS above (id) JOIN recount_node up ON up.id = above.id)
    SELECT id, sum(weight)::bigint AS total, sum(work)::bigint AS done FROM climb GROUP BY id`,
  states: `
    CREATE TEMPORARY TABLE recount_state (id uuid PRIMARY KEY, status text NOT NULL, seen text NOT NULL, parent uuid, milestone uuid, begun boolean NOT NULL,
      todo integer, in_progress integer, review integer, completed integer, blocked integer, cancelled integer) ON COMMIT DROP;
    CREATE INDEX ON recount_sum (id); CREATE INDEX ON recount_state (parent); CREATE INDEX ON recount_state (milestone)`,
  /** One level of nodes from the states of their children; deepest first. $1: the level. */
  level: `
    INSERT INTO recount_state (id, status, seen, parent, milestone, begun, todo, in_progress, review, completed, blocked, cancelled)
    SELECT n.id, s.status, CASE WHEN n.cut THEN 'CANCELLED' ELSE s.status END, n.parent, n.milestone, s.begun,
           c.todo, c.in_progress, c.review, c.completed, c.blocked, c.cancelled
    FROM recount_node n
    LEFT JOIN recount_sum sums ON sums.id = n.id
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE seen = 'TODO')::integer AS todo, count(*) FILTER (WHERE seen = 'IN_PROGRESS')::integer AS in_progress,
             count(*) FILTER (WHERE seen = 'REVIEW')::integer AS review, count(*) FILTER (WHERE seen = 'COMPLETED')::integer AS completed,
             count(*) FILTER (WHERE seen = 'BLOCKED')::integer AS blocked, count(*) FILTER (WHERE seen = 'CANCELLED')::integer AS cancelled,
             count(*) FILTER (WHERE seen <> 'CANCELLED') AS live
      FROM (SELECT child.seen FROM recount_state child WHERE child.parent = n.id
            UNION ALL SELECT child.seen FROM recount_state child WHERE child.milestone = n.id) children) c
    CROSS JOIN LATERAL (SELECT coalesce(sums.done, 0) > 0 OR c.in_progress + c.review + c.completed > 0 AS begun) b
    CROSS JOIN LATERAL (
      SELECT b.begun, CASE
        WHEN n.leaf THEN n.own_status
        WHEN c.live = 0 THEN 'TODO'
        WHEN c.completed = c.live THEN CASE WHEN n.wants_review THEN 'REVIEW' ELSE 'COMPLETED' END
        WHEN c.completed + c.blocked = c.live THEN 'BLOCKED'
        WHEN b.begun THEN 'IN_PROGRESS'
        ELSE 'TODO' END AS status) s
    WHERE n.depth = $1`,
  /** Stored against expected, a row for each column that differs. $1: most rows. */
  compare: `
    WITH stored AS (
      SELECT t.id, t.work_total, t.work_done, t.derived_status AS status, t.status AS shown, t.cancelled, t.override_status,
             ARRAY[t.children_todo, t.children_in_progress, t.children_review, t.children_completed, t.children_blocked, t.children_cancelled] AS children FROM task t
      UNION ALL
      SELECT p.id, p.work_total, p.work_done, p.work_status, p.status, NULL, NULL,
             ARRAY[p.children_todo, p.children_in_progress, p.children_review, p.children_completed, p.children_blocked, p.children_cancelled] FROM project p
      UNION ALL
      SELECT m.id, m.work_total, m.work_done, m.status, m.status, NULL, NULL,
             ARRAY[m.children_todo, m.children_in_progress, m.children_review, m.children_completed, m.children_blocked, m.children_cancelled] FROM milestone m)
    SELECT n.organization_id AS "organizationId", n.node, n.id, v.name AS "column", v.stored, v.expected
    FROM recount_node n JOIN stored s ON s.id = n.id JOIN recount_state e ON e.id = n.id LEFT JOIN recount_sum sums ON sums.id = n.id
    CROSS JOIN LATERAL (VALUES
      ('work_total', s.work_total::text, coalesce(sums.total, 0)::text),
      ('work_done', s.work_done::text, coalesce(sums.done, 0)::text),
      ('children', s.children::text, ARRAY[e.todo, e.in_progress, e.review, e.completed, e.blocked, e.cancelled]::text),
      ('derived status', s.status, e.status),
      ('status', s.shown, CASE n.node
        WHEN 'task' THEN CASE WHEN s.cancelled THEN 'CANCELLED' ELSE coalesce(s.override_status, e.status) END
        WHEN 'milestone' THEN e.status
        ELSE CASE WHEN s.shown NOT IN ('APPROVED', 'IN_PROGRESS', 'CLIENT_REVIEW') THEN s.shown WHEN e.status = 'COMPLETED' THEN 'CLIENT_REVIEW'
             WHEN e.begun THEN 'IN_PROGRESS' ELSE 'APPROVED' END END)
    ) AS v (name, stored, expected)
    WHERE v.stored IS DISTINCT FROM v.expected ORDER BY n.node, n.id LIMIT $1`,
} as const;
