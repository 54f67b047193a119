import 'reflect-metadata';
import { asOwner, Installation } from './live/installation.js';
import { makePortfolio, type Portfolio } from './live/portfolio.js';
import { argumentsOf } from './lib/arguments.js';
import { compare } from './verify/crash/compare.js';
import { InsistentClient } from './verify/crash/insistent-client.js';
import { Writer } from './verify/crash/mutations.js';
import { Random } from './verify/hostile/random.js';

/**
 * npm run verify:crash: kill -9 of the API, several times at moments of chance, while clients write through it and repeat what was
 * not answered with the same Idempotency-Key. A real API, a real worker, a PostgreSQL as durable as the product's. Requires: nothing
 * that was acknowledged is lost, nothing happened twice, sums equal their recount, positions of events without a gap.
 *
 *   npm run verify:crash -- [--seed=1] [--mutations=2000] [--kills=8] [--writers=8]
 */
const { seed, mutations, kills, writers: lanes } = argumentsOf({ seed: 20_261_121, mutations: 2_000, kills: 8, writers: 8 });
const PROJECTS = 12;

let portfolio: Portfolio | undefined;
const installation = await Installation.start(async (ownerUrl) => void (portfolio = await makePortfolio(ownerUrl, PROJECTS)));
let passed = false;
try {
  if (portfolio) passed = await verify(installation, portfolio);
} catch (error) {
  console.error(error);
} finally {
  await installation.stop();
}
process.exit(passed ? 0 : 1);

async function verify({ api, worker, url, ownerUrl }: Installation, { organization, projects }: Portfolio): Promise<boolean> {
  const random = new Random(seed);
  const leaves = projects.flatMap(({ tasks }) => tasks);
  const writers = await Promise.all(Array.from({ length: lanes }, async (_, lane) => new Writer(
    `writer ${lane}`, await InsistentClient.signIn(url, organization.users.TEAM_LEAD.email), projects, leaves.filter((_leaf, index) => index % lanes === lane), new Random(seed + lane + 1),
  )));
  // Moments of chance, counted in acknowledged mutations, none of them at the very beginning or end.
  const moments = Array.from({ length: kills }, () => random.between(Math.ceil(mutations / 50), mutations - lanes)).sort((a, b) => a - b);
  const started = Date.now();
  let begun = 0;
  let acknowledged = 0;
  let killed = 0;
  let restarting: Promise<unknown> = Promise.resolve();
  const crash = async (): Promise<void> => {
    await api.kill();
    killed++;
    await api.start();
  };
  await Promise.all(writers.map(async (writer) => {
    while (begun < mutations) {
      begun++;
      await writer.write();
      acknowledged++;
      while (moments.length > 0 && acknowledged >= moments[0]!) {
        moments.shift();
        restarting = restarting.then(crash);
      }
    }
  }));
  await restarting;
  const figures = await asOwner(ownerUrl, (client) => compare(client, organization.id, writers));
  const sum = (of: (writer: Writer) => number): number => writers.reduce((total, writer) => total + of(writer), 0);
  const interrupted = sum((writer) => writer.interrupted);
  const lines: [string, number | string, boolean][] = [
    ['seed', seed, true],
    ['seconds', ((Date.now() - started) / 1000).toFixed(1), true],
    ['mutations', acknowledged, acknowledged === mutations],
    ['kills', killed, killed === kills],
    ['interrupted_mutations', interrupted, interrupted > 0],
    ['retries', sum(({ client }) => client.retries), true],
    ['creations_done_but_unanswered_at_a_kill', figures.doneUnanswered, true],
    ['acknowledged_writes_lost', figures.lost, figures.lost === 0],
    ['doubled_effects', figures.doubled, figures.doubled === 0],
    ['recount_differences', figures.recountDifferences, figures.recountDifferences === 0],
    ['events_of_tasks', figures.taskEvents, figures.taskEvents === acknowledged],
    ['event_positions_gap_free', figures.gapFree ? 'yes' : 'no', figures.gapFree],
    ['processes_that_ended_by_themselves', api.ownEnds + worker.ownEnds, api.ownEnds + worker.ownEnds === 0],
  ];
  for (const [name, value, good] of lines) console.log(`${name}: ${value}${good ? '' : '   <- FAILED'}`);
  const good = lines.every(([, , each]) => each);
  console.log(good ? 'PASS' : 'FAIL');
  return good;
}
