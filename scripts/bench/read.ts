import { ACCESS_COOKIE } from '../../libs/identity/auth/cookies.js';
import { ApiClient } from '../../libs/testing/api/session.js';
import { seedOrganization, TEST_PASSWORD, type TestOrganization } from '../../libs/testing/organization.js';
import { asOwner, BENCH_SECRET, type BenchDatabase, openBenchDatabase } from './lib/database.js';
import { jsonPost, load } from './lib/http-load.js';
import { insertLeads } from './lib/leads.js';
import { insertProjects, projectIds } from './lib/work.js';
import { startServer } from './lib/processes.js';
import { type Contestant, interleaved } from './lib/rounds.js';

/**
 * The read engine beside its floor: the lead list of 50 with two relations, signed in as a Sales Manager (rules of the
 * department, row-level security), search, and a project with its tasks two levels deep; 16 connections, interleaved rounds.
 *
 *   node --import ./scripts/lib/typescript.mjs scripts/bench/read.ts [--rounds=5] [--seconds=3]
 */
const option = (name: string, fallback: number): number => Number(process.argv.find((argument) => argument.startsWith(`--${name}=`))?.split('=')[1] ?? fallback);
const ROUNDS = option('rounds', 5);
const MILLISECONDS = option('seconds', 3) * 1000;
const CONNECTIONS = 16;
const LEADS = 100_000;
const PROJECTS = 20_000;

const LIST = `query Leads($first: Int!) { leads(first: $first) { nodes { id displayName company email status score createdAt budget { amountMinor currency }
  owner { id name } department { id name } } pageInfo { hasNextPage endCursor } } }`;
const SEARCH = `query Search($text: String!) { leads(first: 20, search: $text) { nodes { id displayName company email } } }`;

const PROJECT = `query Project($id: ID!) { project(id: $id) { id number name status progressBasisPoints dueOn customer { id name } owner { id name }
  tasks(first: 50) { nodes { id title status progressBasisPoints dueOn subTasks { id title status progressBasisPoints assignees { id name } } } } } }`;

const bareTask = (alias: string): string => `'id', ${alias}.id, 'title', ${alias}.title, 'status', ${alias}.status, 'progressBasisPoints', ${alias}.work_done / nullif(${alias}.work_total, 0)`;
const bareRow = `json_build_object('id', l.id, 'displayName', l.display_name, 'company', l.company, 'email', l.email, 'status', l.status, 'score', l.score, 'createdAt', l.created_at,
  'budget', json_build_object('amountMinor', l.budget_minor::text, 'currency', l.currency), 'owner', json_build_object('id', u.id, 'name', u.name), 'department', json_build_object('id', d.id, 'name', d.name))`;

interface Data { leads?: { nodes: unknown[] }; project?: { tasks: { nodes: { subTasks: unknown[] }[] } } }

function bareStatements(organization: TestOrganization): Record<string, { text: string; values: unknown[] }> {
  return {
    '/list': {
      text: `SELECT json_build_object('data', json_build_object('leads', json_build_object('nodes', json_agg(${bareRow} ORDER BY l.created_at DESC, l.id DESC))))::text
        FROM (SELECT * FROM lead WHERE organization_id = $1 AND department_id = $2 ORDER BY created_at DESC, id DESC LIMIT 50) l
        LEFT JOIN user_account u ON u.id = l.owner_id LEFT JOIN department d ON d.id = l.department_id`,
      values: [organization.id, organization.departments.sales],
    },
    '/project': {
      text: `SELECT json_build_object('data', json_build_object('project', json_build_object('id', p.id, 'number', p.number, 'name', p.name, 'status', p.status,
          'progressBasisPoints', p.work_done / nullif(p.work_total, 0), 'dueOn', p.due_on, 'customer', json_build_object('id', c.id, 'name', c.name), 'owner', json_build_object('id', o.id, 'name', o.name),
          'tasks', json_build_object('nodes', (SELECT coalesce(json_agg(json_build_object(${bareTask('t')}, 'dueOn', t.due_on,
            'subTasks', (SELECT coalesce(json_agg(json_build_object(${bareTask('s')},
              'assignees', (SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', u.name)), '[]') FROM task_assignee a JOIN user_account u ON u.id = a.user_id WHERE a.task_id = s.id)) ORDER BY s.position), '[]')
              FROM task s WHERE s.organization_id = p.organization_id AND s.parent_id = t.id)) ORDER BY t.position), '[]')
            FROM task t WHERE t.organization_id = p.organization_id AND t.project_id = p.id AND t.parent_id IS NULL)))))::text
        FROM project p LEFT JOIN customer c ON c.id = p.customer_id LEFT JOIN user_account o ON o.id = p.owner_id WHERE p.organization_id = $1 AND p.id = $2`,
      values: [organization.id],
    },
    '/search': {
      text: `SELECT json_build_object('data', json_build_object('leads', json_build_object('nodes', coalesce(json_agg(
          json_build_object('id', l.id, 'displayName', l.display_name, 'company', l.company, 'email', l.email) ORDER BY l.created_at DESC, l.id DESC), '[]'))))::text
        FROM (SELECT * FROM lead WHERE organization_id = $1 AND department_id = $2 AND search_text LIKE $3 ORDER BY created_at DESC, id DESC LIMIT 20) l`,
      values: [organization.id, organization.departments.sales, '%company 1234%'],
    },
  };
}

async function organizationOf(database: BenchDatabase): Promise<TestOrganization> {
  const stored = await asOwner(database.ownerUrl, async (client) => {
    await client.query('CREATE TABLE IF NOT EXISTS bench_read (organization jsonb NOT NULL)');
    return (await client.query<{ organization: TestOrganization }>('SELECT organization FROM bench_read')).rows[0]?.organization;
  });
  if (stored) return stored;
  process.stderr.write(`generating ${LEADS} leads and ${PROJECTS} projects of 25 tasks ...\n`);
  const organization = await seedOrganization(database, 'Bench');
  await asOwner(database.ownerUrl, async (client) => {
    await insertLeads(client, organization, LEADS);
    await insertProjects(client, organization, PROJECTS);
    await client.query('INSERT INTO bench_read VALUES ($1)', [JSON.stringify(organization)]);
    await client.query('VACUUM ANALYZE');
  });
  return organization;
}

const database = await openBenchDatabase();
try {
  const organization = await organizationOf(database);
  const bare = await startServer('scripts/bench/lib/bare-server.ts', { DATABASE_URL: database.ownerUrl, BARE_STATEMENTS: JSON.stringify(bareStatements(organization)) }, /listening (\d+)/);
  const api = await startServer('apps/api/src/main.ts', {
    DATABASE_URL: database.ownerUrl, APP_SECRET: BENCH_SECRET, NODE_ENV: 'production', PORT: '3499', PUBLIC_URL: 'http://127.0.0.1:3499',
    RATE_LIMIT_ADDRESS_PER_MINUTE: '0', RATE_LIMIT_ACTOR_PER_MINUTE: '0',
  }, /"port":(\d+)/);
  try {
    const signIn = async (email: string): Promise<Record<string, string>> => {
      const client = await new ApiClient(`http://127.0.0.1:${api.port}`).signIn(email, TEST_PASSWORD);
      return { cookie: `${ACCESS_COOKIE}=${client.cookie(ACCESS_COOKIE) ?? ''}` };
    };
    const [sales, delivery] = [await signIn(organization.users.SALES_MANAGER.email), await signIn(organization.users.DEPARTMENT_MANAGER.email)];
    const projects = await asOwner(database.ownerUrl, (client) => projectIds(client, 200));
    const leads = (count: number) => (data: Data): boolean => data.leads?.nodes.length === count;
    const project = (data: Data): boolean => data.project?.tasks.nodes.length === 5 && data.project.tasks.nodes[0]?.subTasks.length === 4;
    const contestant = (name: string, server: { port: number; cpu(): number }, requests: Buffer[], right: (data: Data) => boolean): Contestant => ({
      name, cpu: () => server.cpu(),
      run: () => load({
        port: server.port, requests, connections: CONNECTIONS, milliseconds: MILLISECONDS,
        check: (status, body) => (status === 200 && right((JSON.parse(body) as { data: Data }).data ?? {}) ? null : `${name} answers something else`),
      }),
    });
    const graphql = (query: string, variables: object, headers: Record<string, string>): Buffer => jsonPost('/graphql', { query, variables }, headers);
    const standings = await interleaved([
      contestant('list.bare', bare, [jsonPost('/list', {})], leads(50)),
      contestant('list.ours', api, [graphql(LIST, { first: 50 }, sales)], leads(50)),
      contestant('search.bare', bare, [jsonPost('/search', {})], leads(20)),
      contestant('search.ours', api, [graphql(SEARCH, { text: 'company 1234' }, sales)], leads(20)),
      contestant('project.bare', bare, projects.map((id) => jsonPost(`/project?${id}`, {})), project),
      contestant('project.ours', api, projects.map((id) => graphql(PROJECT, { id }, delivery)), project),
    ], ROUNDS, () => database.cpu());
    for (const [name, { rate, p50, p95, cpu, databaseCpu }] of standings) {
      console.log(`${name}: ${rate.toFixed(0)} requests/s, p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, CPU ${cpu.toFixed(2)} ms + database ${databaseCpu.toFixed(2)} ms`);
    }
    for (const kind of ['list', 'search', 'project']) console.log(`${kind}.ratio: ${((standings.get(`${kind}.ours`)?.rate ?? 0) / (standings.get(`${kind}.bare`)?.rate ?? 1)).toFixed(3)}`);
  } finally {
    await api.stop();
    await bare.stop();
  }
} finally {
  await database.stop();
}
