import type { SubjectDefinition } from '@throughline/platform/access';
import type { FiguresContext } from '@throughline/platform/read';
import { projectSubject } from '@throughline/delivery/projects';
import { taskSubject } from '@throughline/delivery/tasks';
import { ticketSubject } from '@throughline/delivery/tickets';
import { dealSubject } from '@throughline/sales/deals';
import { leadSubject } from '@throughline/sales/leads';

/** One figure of the dashboard: a scalar subquery that answers jsonb over the visible rows of one subject, under the alias `r`. */
export interface DashboardSection {
  name: string;
  subject: SubjectDefinition;
  /** @param visible SQL condition on `r`: the rows that the caller may see */
  sql: (visible: string, context: FiguresContext) => string;
}

const byStatus = (subject: SubjectDefinition): DashboardSection['sql'] => (visible, { organization }) =>
  `(SELECT coalesce(jsonb_agg(jsonb_build_object('status', s.status, 'count', s.count) ORDER BY s.status), '[]')
    FROM (SELECT r.status, count(*) AS count FROM ${subject.table} r WHERE r.organization_id = ${organization} AND ${visible} GROUP BY r.status) s)`;

const currencyOf = (organization: string): string => `(SELECT currency FROM organization WHERE id = ${organization})`;

/** All figures, in the order they are shown. Sums are in the organization's currency; other currencies are left out (FIN-04). */
export const DASHBOARD_SECTIONS: readonly DashboardSection[] = [
  { name: 'leads', subject: leadSubject, sql: byStatus(leadSubject) },
  {
    name: 'deals',
    subject: dealSubject,
    sql: (visible, { organization }) => `(SELECT coalesce(jsonb_agg(jsonb_build_object('stage', stage.name, 'count', s.count,
        'total', jsonb_build_object('amountMinor', s.total::text, 'currency', ${currencyOf(organization)})) ORDER BY stage.position), '[]')
      FROM (SELECT r.stage_id, count(*) AS count, coalesce(sum(r.amount_minor) FILTER (WHERE r.currency = ${currencyOf(organization)}), 0) AS total
            FROM deal r WHERE r.organization_id = ${organization} AND r.status = 'OPEN' AND ${visible} GROUP BY r.stage_id) s
      JOIN pipeline_stage stage ON stage.organization_id = ${organization} AND stage.id = s.stage_id)`,
  },
  {
    name: 'wonThisMonth',
    subject: dealSubject,
    sql: (visible, { organization }) => `(SELECT jsonb_build_object('amountMinor', coalesce(sum(r.amount_minor), 0)::text, 'currency', ${currencyOf(organization)})
      FROM deal r WHERE r.organization_id = ${organization} AND r.status = 'WON' AND r.closed_at >= date_trunc('month', now())
        AND r.currency = ${currencyOf(organization)} AND ${visible})`,
  },
  { name: 'tickets', subject: ticketSubject, sql: byStatus(ticketSubject) },
  { name: 'projects', subject: projectSubject, sql: byStatus(projectSubject) },
  {
    name: 'myTasks',
    subject: taskSubject,
    sql: (visible, { organization, caller }) => `(SELECT jsonb_build_object(
        'overdue', count(*) FILTER (WHERE r.due_on < current_date), 'today', count(*) FILTER (WHERE r.due_on = current_date),
        'thisWeek', count(*) FILTER (WHERE r.due_on > current_date AND r.due_on <= current_date + 7),
        'later', count(*) FILTER (WHERE r.due_on > current_date + 7 OR r.due_on IS NULL))
      FROM task_assignee a JOIN task r ON r.organization_id = a.organization_id AND r.id = a.task_id
      WHERE a.organization_id = ${organization} AND a.user_id = ${caller()} AND r.status NOT IN ('COMPLETED', 'CANCELLED') AND ${visible})`,
  },
];
