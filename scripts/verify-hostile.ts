import { createTestDatabase } from '../libs/testing/database.js';
import { seedOrganization, TEST_PASSWORD } from '../libs/testing/organization.js';
import { startTestCluster } from './lib/test-cluster.mjs';
import { AttackSocket, websocketAttack } from './verify/hostile/websocket-attacks.js';
import { closeConnections, httpAttack, type Outcome, post } from './verify/hostile/http-attacks.js';
import { Random } from './verify/hostile/random.js';
import { differingLimits } from './verify/hostile/same-limits.js';
import { Target } from './verify/hostile/target.js';

/**
 * npm run verify:hostile: malformed and abusive messages over HTTP and WebSocket against the whole API. Requires: no 5xx, no crash,
 * no failure of ours in the log, no memory left behind, the same limits on both transports.
 */
const option = (name: string, fallback: number): number => Number(/^\d+$/.exec(process.argv[process.argv.indexOf(`--${name}`) + 1] ?? '')?.[0] ?? fallback);
const seed = option('seed', 20_261_121);
const total = option('messages', 10_000);
const LANES = 8;
/** Caches fill and the compiler settles while this many messages come in. */
const WARM_UP = Math.min(3_000, total);
/** Between two collections the heap of an idle process differs by as much. */
const HEAP_MAY_GROW = 3 * 1024 * 1024;
const FLOOD = 600;
const SOCKETS_PER_ADDRESS = 200;

/** What all answers together look like. */
class Tally {
  sent = 0;
  serverErrors = 0;
  internal = 0;
  untyped = 0;
  readonly codes = new Map<string, number>();

  /** @param messages how many were sent until this answer came */
  readonly add = ({ status, codes }: Outcome, messages = 1): void => {
    this.sent += messages;
    // 1011 and 4500 are what a WebSocket has for a 5xx.
    if ((status >= 500 && status < 600) || status === 1011 || status === 4500) this.serverErrors += 1;
    if (codes.includes('INTERNAL')) this.internal += 1;
    if (codes.includes('NONE') || codes.includes('NOT JSON')) this.untyped += 1;
    for (const code of codes.length > 0 ? codes : [status > 1_000 ? `closed ${status}` : `status ${status}`]) this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
  };
}

const cluster = await startTestCluster();
Object.assign(process.env, cluster.env);
let failed = true;
try {
  failed = await verify();
} finally {
  await cluster.stop();
}
process.exit(failed ? 1 : 0);

async function verify(): Promise<boolean> {
  const database = await createTestDatabase();
  const organization = await seedOrganization(database);
  const target = await Target.start({
    NODE_ENV: 'test', DATABASE_URL: database.ownerUrl, PORT: '0', RATE_LIMIT_ADDRESS_PER_MINUTE: '0', RATE_LIMIT_ACTOR_PER_MINUTE: '0', SOCKETS_PER_ADDRESS: String(SOCKETS_PER_ADDRESS),
  });
  try {
    const token = await signIn(target.port, organization.users.SALES_MANAGER.email);
    const warmUp = new Tally();
    await storm(target, token, new Random(seed + 1), WARM_UP, warmUp);
    const tally = new Tally();
    const from = performance.now();
    await storm(target, token, new Random(seed), Math.ceil(total / 2), tally);
    const half = await settled(target);
    await storm(target, token, new Random(seed + 2), Math.ceil(total / 2), tally);
    const seconds = (performance.now() - from) / 1000;
    const flood = await connectionFlood(target.port, token);
    const after = await settled(target);
    const limits = await differingLimits(target.port, token);
    const usable = await works(target.port, token);
    const grown = after.heapUsed - half.heapUsed;
    const alive = target.alive;
    const exitCode = await target.stop();
    const figures: [string, string | number, boolean][] = [
      ['seed', seed, true],
      ['messages', tally.sent, tally.sent >= total],
      ['seconds', seconds.toFixed(1), true],
      ['server_errors', tally.serverErrors + warmUp.serverErrors, tally.serverErrors + warmUp.serverErrors === 0],
      ['internal_errors', tally.internal + warmUp.internal, tally.internal + warmUp.internal === 0],
      ['answers_without_code', tally.untyped + warmUp.untyped, tally.untyped + warmUp.untyped === 0],
      ['failures_in_log', target.failures, target.failures === 0],
      ['alive', String(alive), alive],
      ['usable_afterwards', String(usable), usable],
      ['sockets_flooded', flood.tried, true],
      ['sockets_let_in', flood.open, flood.open <= SOCKETS_PER_ADDRESS],
      ['sockets_left', after.sockets, after.sockets === 0],
      ['heap_after_half_mb', (half.heapUsed / 2 ** 20).toFixed(1), true],
      ['heap_after_all_mb', (after.heapUsed / 2 ** 20).toFixed(1), grown <= HEAP_MAY_GROW],
      ['limits_that_differ', limits.join('; ') || 0, limits.length === 0],
      ['exit_code', exitCode ?? 'none', exitCode === 0],
    ];
    for (const [name, value, held] of figures) console.log(`${name}: ${value}${held ? '' : '   MISSED'}`);
    for (const [code, count] of [...tally.codes].sort()) console.log(`answers_${code.toLowerCase().replaceAll(' ', '_')}: ${count}`);
    return figures.some(([, , held]) => !held);
  } finally {
    closeConnections();
    await target.stop();
    await database.drop();
  }
}

/** Half over HTTP, half over WebSocket, several at a time. */
async function storm(target: Target, token: string, chance: Random, messages: number, tally: Tally): Promise<void> {
  const share = Math.ceil(messages / 2 / LANES);
  await Promise.all(Array.from({ length: LANES }, async () => {
    const random = new Random(chance.between(0, 2 ** 31));
    for (let sent = 0; sent < share; sent++) tally.add(await httpAttack(target.port, random, token));
    await websocketAttack(target.port, random, token, share, tally.add);
  }));
}

/** Opens many sockets at once without a word, and counts those that are let in. */
async function connectionFlood(port: number, token: string): Promise<{ tried: number; open: number }> {
  const sockets = await Promise.allSettled(Array.from({ length: FLOOD }, () => AttackSocket.open(port, token)));
  const open = sockets.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  for (const socket of open) socket.close();
  return { tried: FLOOD, open: open.length };
}

/** Memory once every connection of before is gone. */
async function settled(target: Target): Promise<Awaited<ReturnType<Target['health']>>> {
  closeConnections();
  let health = await target.health();
  for (let round = 0; round < 50 && health.sockets > 0; round++) {
    await new Promise((done) => setTimeout(done, 100));
    health = await target.health();
  }
  return health;
}

async function signIn(port: number, email: string): Promise<string> {
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { errors { message } tokens { accessToken } } }';
  const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST', headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { input: { email, password: TEST_PASSWORD, delivery: 'TOKENS' } } }),
  });
  const body = (await answer.json()) as { data?: { signIn: { tokens: { accessToken: string } | null } } };
  const token = body.data?.signIn.tokens?.accessToken;
  if (!token) throw new Error(`Could not sign in: ${JSON.stringify(body)}`);
  return token;
}

/** Whether an honest caller is served as if nothing had happened. */
async function works(port: number, token: string): Promise<boolean> {
  const http = await post(port, '{"query":"{ viewer { id } leads(first: 5) { totalCount } }"}', { authorization: `Bearer ${token}` });
  const socket = await AttackSocket.open(port, token);
  const { codes } = await socket.attack('{"type":"subscribe","id":"1","payload":{"query":"subscription { recordChanges { position } }"}}', '1');
  const open = socket.open;
  socket.close();
  return http.status === 200 && http.codes.length === 0 && codes.length === 0 && open;
}
