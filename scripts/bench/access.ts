import { loadavg } from 'node:os';
import { APP_ROLE } from '../../libs/platform/database/database-urls.js';
import { argumentsOf } from '../lib/arguments.js';
import { asOwner, BENCH_SECRET, openBenchDatabase } from './lib/database.js';
import { CONNECTIONS } from './lib/contest.js';
import { list } from './contests/list.js';
import { load } from './lib/http-load.js';
import { startServer } from './lib/processes.js';
import { type Contestant, interleaved } from './lib/rounds.js';
import { organizationOf, YARDSTICK_EDITION } from './lib/yardstick.js';

/**
 * npm run bench:access: what row-level security and abilities cost on the lead list of 100,000 leads: our API as it is, beside the same API with
 * the checks of leads, people and departments switched off and a database role that row-level security does not bind. Interleaved rounds,
 * medians. Fails when the p50 is more than 1.6 times the p50 without (issue 3).
 *
 *   npm run bench:access -- [--seed=1] [--rounds=5] [--seconds=3]
 */
const MOST = 1.6;
const UNBOUND = 'bench_unbound';
const OFF = ['lead', 'user', 'department'].flatMap((subject) => [`rows:${subject}`, `fields:${subject}`, `masks:${subject}`]);
const options = argumentsOf({ seed: 1, rounds: 5, seconds: 3 });

const database = await openBenchDatabase(`edition-${YARDSTICK_EDITION}-seed-${options.seed}`);
let good = false;
try {
  const organization = await organizationOf(database, options.seed);
  await asOwner(database.ownerUrl, async (client) => {
    await client.query(`DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${UNBOUND}') THEN CREATE ROLE ${UNBOUND}; END IF; END $$`);
    await client.query(`ALTER ROLE ${UNBOUND} LOGIN BYPASSRLS PASSWORD '${UNBOUND}'`);
    await client.query(`GRANT ${APP_ROLE} TO ${UNBOUND}`);
  });
  const unbound = new URL(database.ownerUrl);
  unbound.username = unbound.password = UNBOUND;
  const server = (port: string, more: Record<string, string>): ReturnType<typeof startServer> => startServer('apps/api/src/main.ts', {
    DATABASE_URL: database.ownerUrl, APP_SECRET: BENCH_SECRET, NODE_ENV: 'test', PORT: port, PUBLIC_URL: `http://127.0.0.1:${port}`,
    RATE_LIMIT_ADDRESS_PER_MINUTE: '0', RATE_LIMIT_ACTOR_PER_MINUTE: '0', ...more,
  }, /"port":(\d+)/);
  const withRules = await server('3497', {});
  const without = await server('3498', { DATABASE_APP_URL: unbound.href, THROUGHLINE_TEST_OFF: OFF.join(',') });
  try {
    const contestants: Contestant[] = [];
    for (const [name, process] of [['with', withRules], ['without', without]] as const) {
      const { ours, right } = await list({ database, organization, ours: process, seed: options.seed });
      const check = (status: number, body: string): string | null => (status === 200 && right((JSON.parse(body) as { data?: Record<string, unknown> }).data ?? {}) ? null : `${name} answers something else`);
      contestants.push({
        name, cpu: () => process.cpu(),
        run: (share = 1) => load({ port: process.port, request: ours, connections: CONNECTIONS, milliseconds: options.seconds * 1000 * share, check }),
      });
    }
    const standings = await interleaved(contestants, options.rounds, () => database.cpu());
    const [bound, free] = [standings.get('with')!, standings.get('without')!];
    console.log(`seed: ${options.seed}`);
    console.log(`loadAverage: ${loadavg().map((each) => each.toFixed(1)).join(' ')}`);
    for (const [name, { p50, p95, rate }] of [['with', bound], ['without', free]] as const) console.log(`${name}: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, ${rate.toFixed(0)} requests a second`);
    good = bound.p50 / free.p50 <= MOST;
    console.log(`ratio: ${(bound.p50 / free.p50).toFixed(3)} (required: at most ${MOST})${good ? '' : '   <- MISSED'}`);
  } finally {
    await Promise.all([withRules.stop(), without.stop()]);
  }
} finally {
  await database.stop();
}
process.exit(good ? 0 : 1);
