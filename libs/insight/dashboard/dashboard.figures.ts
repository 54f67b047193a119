import { defineFigures } from '@throughline/platform/read';
import { DASHBOARD_SECTIONS } from './dashboard.sections.js';

/** Sums over what a person may see, in one statement; they equal a recount of the records (REP-01, REP-04). Null where they may see none of a kind. */
export const dashboardFigures = defineFigures({
  name: 'Dashboard',
  sql: (context) => {
    const parts = DASHBOARD_SECTIONS.filter(({ name }) => context.wanted.has(name)).map(({ name, subject, sql }) => {
      const visible = context.visible(subject, 'r');
      return `, '${name}', ${visible === null ? 'NULL' : sql(visible, context)}`;
    });
    return `jsonb_build_object('asOf', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')${parts.join('')})`;
  },
});
