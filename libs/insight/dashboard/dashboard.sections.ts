import type { SubjectDefinition } from '@throughline/platform/access';
import { projectSubject } from '@throughline/delivery/projects';
import { taskSubject } from '@throughline/delivery/tasks';
import { ticketSubject } from '@throughline/delivery/tickets';
import { dealSubject } from '@throughline/sales/deals';
import { leadSubject } from '@throughline/sales/leads';

/**
 * One figure of the dashboard: a scalar subquery that answers JSON over the visible rows of one subject, under the alias `r`.
 * `$1` is the organization, `$2` the person; a caller who may read nothing of the subject gets null.
 */
export interface DashboardSection {
  name: string;
  subject: SubjectDefinition;
  /** @param visible SQL condition on `r`: the rows that the caller may see */
  sql: (visible: string) => string;
}

const byStatus = (subject: SubjectDefinition): DashboardSection['sql'] => (visible) =>
  `(SELECT coalesce(json_agg(json_build_object('status', s.status, 'count', s.count) ORDER BY s.status), '[]'::json)
    FROM (SELECT r.status, count(*)::int AS count FROM ${subject.table} r WHERE r.organization_id = $1 AND ${visible} GROUP BY r.status) s)`;

/** All figures, in the order they are shown. Sums are in the organization's currency; other currencies are left out (FIN-04). */
export const DASHBOARD_SECTIONS: readonly DashboardSection[] = [
  { name: 'leads', subject: leadSubject, sql: byStatus(leadSubject) },
  {
    name: 'deals',
    subject: dealSubject,
    sql: (visible) => `(SELECT coalesce(json_agg(json_build_object('stage', stage.name, 'count', s.count, 'total', json_build_object('amountMinor', s.total::text, 'currency', o.currency))
        ORDER BY stage.position), '[]'::json)
      FROM (SELECT r.stage_id, count(*)::int AS count, coalesce(sum(r.amount_minor) FILTER (WHERE r.currency = (SELECT currency FROM organization WHERE id = $1)), 0) AS total
            FROM deal r WHERE r.organization_id = $1 AND r.status = 'OPEN' AND ${visible} GROUP BY r.stage_id) s
      JOIN pipeline_stage stage ON stage.organization_id = $1 AND stage.id = s.stage_id JOIN organization o ON o.id = $1)`,
  },
  {
    name: 'wonThisMonth',
    subject: dealSubject,
    sql: (visible) => `(SELECT json_build_object('amountMinor', coalesce(sum(r.amount_minor), 0)::text, 'currency', (SELECT currency FROM organization WHERE id = $1))
      FROM deal r WHERE r.organization_id = $1 AND r.status = 'WON' AND r.closed_at >= date_trunc('month', now())
        AND r.currency = (SELECT currency FROM organization WHERE id = $1) AND ${visible})`,
  },
  { name: 'tickets', subject: ticketSubject, sql: byStatus(ticketSubject) },
  { name: 'projects', subject: projectSubject, sql: byStatus(projectSubject) },
  {
    name: 'myTasks',
    subject: taskSubject,
    sql: (visible) => `(SELECT json_build_object(
        'overdue', count(*) FILTER (WHERE r.due_on < current_date)::int, 'today', count(*) FILTER (WHERE r.due_on = current_date)::int,
        'thisWeek', count(*) FILTER (WHERE r.due_on > current_date AND r.due_on <= current_date + 7)::int,
        'later', count(*) FILTER (WHERE r.due_on > current_date + 7 OR r.due_on IS NULL)::int)
      FROM task_assignee a JOIN task r ON r.organization_id = a.organization_id AND r.id = a.task_id
      WHERE a.organization_id = $1 AND a.user_id = $2 AND r.status NOT IN ('COMPLETED', 'CANCELLED') AND ${visible})`,
  },
];
