import { loadavg } from 'node:os';
import { argumentsOf } from '../lib/arguments.js';
import { openBenchDatabase } from './lib/database.js';
import { type Contest, judge, ourServer, play } from './lib/contest.js';
import { organizationOf, YARDSTICK_EDITION } from './lib/yardstick.js';
import { board } from './contests/board.js';
import { dashboard } from './contests/dashboard.js';
import { list } from './contests/list.js';
import { nested } from './contests/nested.js';
import { search } from './contests/search.js';
import { statusChange } from './contests/status-change.js';

/**
 * npm run bench:api: the API beside its floor, over 100,000 leads, 20,000 projects, 500,000 tasks two levels deep and 20,000
 * deals in a database of its own (`.data/bench`, kept for the next run). Signed in, with row rules and row-level security on; 16
 * connections; interleaved rounds, medians (quality.md, "Performance"). Fails when a figure misses its requirement.
 *
 *   npm run bench:api -- [--seed=1] [--rounds=5] [--seconds=3] [--only=list,board]
 */
const options = argumentsOf({ seed: 1, rounds: 5, seconds: 3 });
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length).split(',');

const database = await openBenchDatabase(`edition-${YARDSTICK_EDITION}-seed-${options.seed}`);
let good = false;
try {
  const organization = await organizationOf(database, options.seed);
  const ours = await ourServer(database);
  try {
    const makers: ((given: Parameters<typeof list>[0]) => Promise<Contest>)[] = [list, nested, search, board, dashboard, statusChange];
    const contests: Contest[] = [];
    for (const make of makers) contests.push(await make({ database, organization, ours, seed: options.seed }));
    const played = await play(contests.filter(({ name }) => !only || only.includes(name)), { database, ours, rounds: options.rounds, milliseconds: options.seconds * 1000 });
    console.log(`seed: ${options.seed}`);
    console.log(`loadAverage: ${loadavg().map((load) => load.toFixed(1)).join(' ')}`);
    good = judge(played);
  } finally {
    await ours.stop();
  }
} finally {
  await database.stop();
}
process.exit(good ? 0 : 1);
