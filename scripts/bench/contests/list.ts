import { type Contest, type Given, graphql } from '../lib/contest.js';
import { inTurn, jsonPost } from '../lib/http-load.js';
import { signedIn } from '../lib/yardstick.js';

const DOCUMENT = `query Leads($first: Int!) { leads(first: $first) { nodes { id displayName company email status score createdAt budget { amountMinor currency }
  owner { id name } department { id name } } pageInfo { hasNextPage endCursor } } }`;

/** The lead list: the first 50 of a department's, each with two relations. */
export async function list({ organization, ours }: Given): Promise<Contest> {
  const headers = await signedIn(ours, organization.users.SALES_MANAGER);
  return {
    name: 'list', ratio: 0.5, statements: 2, p95: 100,
    ours: inTurn([graphql(DOCUMENT, { first: 50 }, headers)]),
    bare: inTurn([jsonPost('/list', {})]),
    right: ({ leads }) => (leads as { nodes: unknown[] } | undefined)?.nodes.length === 50,
    server: {
      text: `SELECT json_build_object('data', json_build_object('leads', json_build_object('nodes', json_agg(json_build_object('id', l.id, 'displayName', l.display_name,
          'company', l.company, 'email', l.email, 'status', l.status, 'score', l.score, 'createdAt', l.created_at,
          'budget', json_build_object('amountMinor', l.budget_minor::text, 'currency', l.currency),
          'owner', json_build_object('id', u.id, 'name', u.name), 'department', json_build_object('id', d.id, 'name', d.name)) ORDER BY l.created_at DESC, l.id DESC))))::text
        FROM (SELECT * FROM lead WHERE organization_id = $1 AND department_id = $2 ORDER BY created_at DESC, id DESC LIMIT 50) l
        LEFT JOIN user_account u ON u.id = l.owner_id LEFT JOIN department d ON d.id = l.department_id`,
      values: [organization.id, organization.departments.sales],
    },
  };
}
