import { type Contest, type Given, graphql } from '../lib/contest.js';
import { inTurn, jsonPost } from '../lib/http-load.js';
import { signedIn } from '../lib/yardstick.js';

const DOCUMENT = 'query Search($text: String!) { leads(first: 20, search: $text) { nodes { id displayName company email } } }';

/** The first 20 leads of a department that hold a word and a number. The bare server has no index that helps under row-level security. */
export async function search({ organization, ours }: Given): Promise<Contest> {
  const headers = await signedIn(ours, organization.users.SALES_MANAGER);
  return {
    name: 'search', ratio: 0.4, statements: 2, p95: 100,
    ours: inTurn([graphql(DOCUMENT, { text: 'company 1234' }, headers)]),
    bare: inTurn([jsonPost('/search', {})]),
    right: ({ leads }) => (leads as { nodes: unknown[] } | undefined)?.nodes.length === 20,
    server: {
      text: `SELECT json_build_object('data', json_build_object('leads', json_build_object('nodes', coalesce(json_agg(
          json_build_object('id', l.id, 'displayName', l.display_name, 'company', l.company, 'email', l.email) ORDER BY l.created_at DESC, l.id DESC), '[]'))))::text
        FROM (SELECT * FROM lead WHERE organization_id = $1 AND department_id = $2 AND search_text LIKE $3 ORDER BY created_at DESC, id DESC LIMIT 20) l`,
      values: [organization.id, organization.departments.sales, '%company 1234%'],
    },
  };
}
