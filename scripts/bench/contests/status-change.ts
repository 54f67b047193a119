import { type Contest, CONNECTIONS, type Given, graphql } from '../lib/contest.js';
import { asOwner, BENCH_SECRET } from '../lib/database.js';
import { jsonPost, type Requests } from '../lib/http-load.js';
import { type WorkingTask, workingTasks } from '../lib/work.js';
import { signedIn, webDocument } from '../lib/yardstick.js';

/** Tasks of each connection, every one in a project of its own. */
const TASKS = 25;

interface Changed { task: { version: number } | null; errors: unknown[] }

/**
 * A sub-task completed and opened again by the Team Lead, as the web application sends it: its task and project move with it. The bare server sends
 * the same statements of the same transaction (see bare-status-change.ts), without rights, rules and GraphQL.
 */
export async function statusChange({ organization, ours, database, seed }: Given): Promise<Contest> {
  const headers = await signedIn(ours, organization.users.TEAM_LEAD);
  const count = CONNECTIONS * TASKS;
  const [mine, theirs] = await asOwner(database.ownerUrl, async (client) => [await workingTasks(client, seed, 1_000, count), await workingTasks(client, seed, 10_000, count)] as const);
  const document = webDocument('tasks/tasks.graphql', 'ChangeTaskStatus');
  return {
    name: 'statusChange', ratio: 0.5, statements: 8,
    ours: toggling(mine, (input) => graphql(document, { input }, headers)),
    bare: toggling(theirs, (input) => jsonPost('/', input)),
    right: ({ changeTaskStatus }) => (changeTaskStatus as Changed).errors.length === 0 && (changeTaskStatus as Changed).task !== null,
    server: {
      file: 'scripts/bench/lib/bare-status-change.ts',
      env: { APP_SECRET: BENCH_SECRET, BARE_ACTOR: JSON.stringify({ organizationId: organization.id, userId: organization.users.TEAM_LEAD.id }) },
    },
  };
}

/** Each connection goes round its own tasks; every answer that came raised the version by one. */
function toggling(tasks: readonly WorkingTask[], request: (input: WorkingTask) => Buffer): Requests {
  return (connection, turn) => {
    const task = tasks[connection + CONNECTIONS * (turn % TASKS)]!;
    task.status = task.status === 'COMPLETED' ? 'IN_PROGRESS' : 'COMPLETED';
    return request({ ...task, version: task.version++ });
  };
}
