import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';
import { ReadConnections } from '../../../libs/platform/read/session/read-connections.js';
import { databaseUrls } from '../../../libs/platform/database/database-urls.js';

/**
 * The floor of a status change: `node:http` and the very statements of the product's transaction, prepared and pipelined as there, as the
 * application's role under row-level security: begin, enter, lock and read the tree, write what moved, the event, commit; then enter and read the
 * task for the answer. No sign-in, no rights, no rules but the sums of a tree of three levels, no GraphQL.
 */
const { organizationId, userId } = JSON.parse(process.env['BARE_ACTOR'] ?? '{}') as { organizationId: string; userId: string };
const urls = databaseUrls(process.env['DATABASE_URL'] ?? '', process.env['APP_SECRET'] ?? '');
const pool = new pg.Pool({ connectionString: urls.app, max: 20, pipeline: true, idleTimeoutMillis: 10 * 60_000 } as pg.PoolConfig);
const readers = new ReadConnections({ databaseUrls: urls, databasePoolSize: 20, slowQueryMs: 60_000 });

interface Node { kind: string; id: string; weight: string; report: number; own_status: string; status: string; project_status: string; children: number[]; work_total: string; work_done: string; facts: Record<string, unknown> | null }
interface Input { id: string; version: number; status: 'COMPLETED' | 'IN_PROGRESS' }

const IN_PROGRESS = 1;
const COMPLETED = 3;

async function change({ id, version, status }: Input): Promise<object> {
  const client = await pool.connect();
  let failed: Error | undefined;
  try {
    const entered = [
      client.query('BEGIN'),
      client.query({ name: 'enter', text: 'SELECT session_active, access_version FROM app.enter($1, $2, $3, $4)', values: [organizationId, userId, null, randomUUID()] }),
    ];
    const opened = client.query<Node>({ name: 'open', text: 'SELECT * FROM app.open_work_tree($1::uuid[], $2::uuid[], $3::uuid[])', values: [[id], [], []] });
    await Promise.all([...entered, opened]);
    const moved = settle((await opened).rows, id, status);
    const of = (kind: string): string | null => JSON.stringify(moved.filter((node) => node.kind === kind).map((node) => written(node, node.id === id ? version : undefined)));
    const facts = moved[0]?.facts ?? {};
    const access = { customerId: facts['customerId'], departmentId: facts['departmentId'], teamId: facts['teamId'], ownerId: facts['ownerId'], sharedWithClient: false, assigneeIds: facts['assigneeIds'] };
    const event = {
      kind: status === 'COMPLETED' ? 'task.completed' : 'task.reopened', subject: 'task', subject_id: id, related: moved.slice(1).map((node) => node.id), actor_tier: 'EMPLOYEE',
      access_before: access, access_after: access, changes: { status: { before: status === 'COMPLETED' ? 'IN_PROGRESS' : 'COMPLETED', after: status } }, historical: false, occurred_at: null,
      progress: moved.map((node) => ({ node: node.kind.toLowerCase(), id: node.id, workTotal: node.work_total, workDone: node.work_done, status: node.status, sharedWithClient: false })),
    };
    await Promise.all([
      client.query({ name: 'write', text: 'SELECT app.write_work_changes($1::jsonb, $2::jsonb, $3::jsonb, $4)', values: [of('TASK'), null, of('PROJECT'), moved.length] }),
      client.query({ name: 'record', text: 'SELECT app.record_events($1::jsonb)', values: [JSON.stringify([event])] }),
      client.query('COMMIT'),
    ]);
  } catch (error) {
    failed = error as Error;
    throw error;
  } finally {
    client.release(failed);
  }
  return { data: { changeTaskStatus: { task: await readBack(id), errors: [] } } };
}

async function readBack(id: string): Promise<unknown> {
  const [, row] = await readers.run([
    { name: 'enter', text: 'SELECT session_active, access_version FROM app.enter($1::uuid, $2::uuid, $3::uuid, $4::text)', values: [organizationId, userId, null, randomUUID()] },
    { name: 'read', text: `SELECT json_build_object('id', t.id, 'version', t.version, 'status', t.status)::text FROM task t WHERE t.organization_id = $1::uuid AND t.id = $2::uuid`, values: [organizationId, id] },
  ]);
  return JSON.parse(row?.[0] ?? 'null') as unknown;
}

/** The leaf, its task and its project, with what the change makes of them. */
function settle(nodes: Node[], id: string, status: Input['status']): Node[] {
  const leaf = nodes.find((node) => node.id === id)!;
  const parent = nodes.find((node) => node.kind === 'TASK' && node.id !== id)!;
  const project = nodes.find((node) => node.kind === 'PROJECT')!;
  const done = BigInt(leaf.weight) * BigInt(status === 'COMPLETED' ? 10_000 : Math.min(leaf.report, 9_500));
  const delta = done - BigInt(leaf.work_done);
  Object.assign(leaf, { own_status: status, status, work_done: done.toString() });
  const before = parent.status;
  countMove(parent, status === 'COMPLETED' ? IN_PROGRESS : COMPLETED, status === 'COMPLETED' ? COMPLETED : IN_PROGRESS);
  parent.status = parent.children[COMPLETED] === parent.children.reduce((sum, each) => sum + each, 0) ? 'COMPLETED' : 'IN_PROGRESS';
  if (before !== parent.status) countMove(project, before === 'COMPLETED' ? COMPLETED : IN_PROGRESS, parent.status === 'COMPLETED' ? COMPLETED : IN_PROGRESS);
  for (const node of [parent, project]) node.work_done = (BigInt(node.work_done) + delta).toString();
  return [leaf, parent, project];
}

function countMove(node: Node, from: number, to: number): void {
  node.children[from]! -= 1;
  node.children[to]! += 1;
}

function written(node: Node, version: number | undefined): object {
  const common = { id: node.id, derived_status: node.status, children: node.children, work_total: node.work_total, work_done: node.work_done, ...(version === undefined ? {} : { version, patch: { status_reason: null } }) };
  if (node.kind === 'PROJECT') return { ...common, project_status: node.project_status };
  return { ...common, weight: node.weight, report: node.report, own_status: node.own_status, cancelled: false, requires_review: false, accepted: false, override_status: null, status: node.status };
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const answer = (status: number, text: string): void => void response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) }).end(text);
    change(JSON.parse(Buffer.concat(chunks).toString()) as Input).then((result) => answer(200, JSON.stringify(result)), (error: Error) => answer(500, error.message));
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`listening ${typeof address === 'object' && address ? address.port : 0}`);
});
