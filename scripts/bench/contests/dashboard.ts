import { type Contest, type Given, graphql } from '../lib/contest.js';
import { inTurn, jsonPost } from '../lib/http-load.js';
import { signedIn, webDocument } from '../lib/yardstick.js';

const byStatus = (table: string, more = ''): string => `(SELECT json_agg(json_build_object('status', s.status, 'count', s.count) ORDER BY s.status)
  FROM (SELECT status, count(*) FROM ${table} WHERE organization_id = $1${more} GROUP BY status) s)`;

interface Dashboard { leads: unknown[]; deals: unknown[]; projects: unknown[]; wonThisMonth: unknown }

/** The home screen's figures as the web application asks for them, for a Sales Manager: the department's leads and deals, all tickets and projects. */
export async function dashboard({ organization, ours }: Given): Promise<Contest> {
  const headers = await signedIn(ours, organization.users.SALES_MANAGER);
  return {
    name: 'dashboard', ratio: 0.6, statements: 2,
    ours: inTurn([graphql(webDocument('home/dashboard.graphql', 'Dashboard'), {}, headers)]),
    bare: inTurn([jsonPost('/dashboard', {})]),
    right: ({ dashboard: shown }) => {
      const { leads, deals, projects, wonThisMonth } = shown as Dashboard;
      return leads.length === 4 && deals.length === 4 && projects.length === 1 && wonThisMonth !== null;
    },
    server: {
      text: `SELECT json_build_object('data', json_build_object('dashboard', json_build_object('asOf', now(), 'leads', ${byStatus('lead', ' AND department_id = $2')},
          'deals', (SELECT json_agg(json_build_object('stage', g.name, 'count', s.count, 'total', json_build_object('amountMinor', s.total::text, 'currency', 'USD')) ORDER BY g.position)
            FROM (SELECT stage_id, count(*), sum(amount_minor) FILTER (WHERE currency = 'USD') AS total FROM deal WHERE organization_id = $1 AND status = 'OPEN' AND department_id = $2 GROUP BY stage_id) s
            JOIN pipeline_stage g ON g.id = s.stage_id),
          'wonThisMonth', (SELECT json_build_object('amountMinor', coalesce(sum(amount_minor), 0)::text, 'currency', 'USD') FROM deal
            WHERE organization_id = $1 AND status = 'WON' AND closed_at >= date_trunc('month', now()) AND currency = 'USD' AND department_id = $2),
          'tickets', ${byStatus('ticket')}, 'projects', ${byStatus('project')}, 'myTasks', NULL)))::text`,
      values: [organization.id, organization.departments.sales],
    },
  };
}
