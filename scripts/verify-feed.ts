import { setTimeout as delay } from 'node:timers/promises';
import { ACCESS_COOKIE } from '../libs/identity/auth/cookies.js';
import { ApiClient } from '../libs/testing/api/session.js';
import { asOwner, Installation } from './live/installation.js';
import { type LiveProject, makePortfolio, type Portfolio } from './live/portfolio.js';
import { WatchingScreen } from './live/subscription.js';
import { TeamLead } from './live/team-lead.js';
import { compare, type Screen } from './verify/feed/compare.js';
import { Writing } from './verify/feed/writing.js';
import { Random } from './verify/hostile/random.js';

/**
 * npm run verify:feed: clients' screens over forced reconnects and killed servers, while work is reported. What each
 * screen was told is compared with the log itself. Requires: nothing lost, doubled or out of order; progress on the screen
 * equal to the database; no position given twice.
 */
const option = (name: string, fallback: number): number => Number(/^\d+$/.exec(process.argv[process.argv.indexOf(`--${name}`) + 1] ?? '')?.[0] ?? fallback);
const seed = option('seed', 20_261_121);
const RECONNECTS = option('reconnects', 200);
const API_KILLS = option('kills', 5);
const PROJECTS = 20;
const random = new Random(seed);

let portfolio: Portfolio | undefined;
const installation = await Installation.start(async (ownerUrl) => void (portfolio = await makePortfolio(ownerUrl, PROJECTS)));
let passed = false;
try {
  if (!portfolio) throw new Error('There is no portfolio.');
  passed = await verify(installation, portfolio);
} finally {
  await installation.stop();
}
process.exit(passed ? 0 : 1);

async function verify({ url, api, worker, ownerUrl }: Installation, { organization, projects }: Portfolio): Promise<boolean> {
  const screens = await openScreens(url, projects);
  const lead = await TeamLead.signIn(url, organization.users.TEAM_LEAD.email);
  const writing = new Writing(lead, projects, ownerUrl, random);
  writing.start();
  const kills: [string, () => Promise<void>][] = [
    ...Array.from({ length: API_KILLS }, (): [string, () => Promise<void>] => ['api', async () => {
      await api.kill();
      await api.start();
    }]),
    ...Array.from({ length: 2 }, (): [string, () => Promise<void>] => ['worker', async () => {
      await worker.kill();
      await worker.start();
    }]),
    ['postgres', () => installation.crashPostgres()],
  ];
  shuffle(kills);
  // Nothing is started again behind this one: everybody has to find the database by himself.
  kills.push(['postgres', () => installation.crashPostgres()]);
  let drops = 0;
  const perKill = Math.ceil(RECONNECTS / (kills.length + 1));
  const drop = async (): Promise<void> => {
    for (let count = 0; count < perKill && drops < RECONNECTS; count++, drops++) {
      random.pick(screens).screen.drop();
      await delay(random.between(0, 60));
    }
  };
  for (const [name, kill] of kills) {
    await drop();
    process.stderr.write(`kill -9 ${name}\n`);
    await kill();
  }
  await drop();
  await writing.stop();
  await settle(screens, ownerUrl, organization.id);
  const figures = await compare(screens, ownerUrl, organization.id);
  for (const { screen } of screens) screen.close();
  const all: [string, number | string, boolean][] = [
    ['seed', seed, true],
    ['screens', screens.length, true],
    ['reports_acknowledged', writing.acknowledged, writing.acknowledged > 0],
    ['reports_refused_or_unanswered', writing.failed, true],
    ['forced_reconnects', drops, drops >= RECONNECTS],
    ['server_kills', `${kills.length} (${API_KILLS} api, 2 worker, 2 postgres)`, true],
    ['connections', screens.reduce((sum, { screen }) => sum + screen.connections, 0), true],
    ['events_in_log', figures.events, figures.events >= writing.acknowledged],
    ['deliveries_expected', figures.expected, figures.expected > 0],
    ['deliveries_of_the_quietest_screen', figures.fewest, true],
    ['deliveries', figures.delivered, figures.delivered === figures.expected],
    ['lost', figures.lost, figures.lost === 0],
    ['doubled', figures.doubled, figures.doubled === 0],
    ['reordered', figures.reordered, figures.reordered === 0],
    ['told_to_load_afresh', figures.resyncs, figures.resyncs === 0],
    ['screens_that_show_other_progress', figures.wrongProgress, figures.wrongProgress === 0],
    ['processes_that_ended_by_themselves', api.ownEnds + worker.ownEnds, api.ownEnds + worker.ownEnds === 0],
    ['gaps_or_doubles_in_positions', figures.wrongPositions, figures.wrongPositions === 0],
  ];
  for (const [name, value, good] of all) console.log(`${name}: ${value}${good ? '' : '   <- FAILED'}`);
  const good = all.every(([, , each]) => each);
  console.log(good ? 'PASS' : 'FAIL');
  return good;
}

async function openScreens(url: string, projects: LiveProject[]): Promise<Screen[]> {
  const screens: Screen[] = [];
  for (const project of projects) {
    const client = await new ApiClient(url).signIn(project.clientEmail);
    const token = client.cookie(ACCESS_COOKIE) ?? '';
    for (let window = 0; window < 2; window++) {
      const screen = new WatchingScreen(url, () => token, project.id);
      await screen.open();
      screens.push({ project, screen, from: Number(screen.last) });
    }
  }
  return screens;
}

/** Until the log stands still and every screen has reached its end. */
async function settle(screens: Screen[], ownerUrl: string, organizationId: string): Promise<void> {
  await asOwner(ownerUrl, async (client) => {
    const pending = async (): Promise<number> => (await client.query<{ count: number }>('SELECT count(*)::int AS count FROM event_pending')).rows[0]?.count ?? 0;
    for (const from = Date.now(); (await pending()) > 0 && Date.now() - from < 20_000;) await delay(50);
    for (const { project, screen } of screens) {
      const { rows } = await client.query<{ last: string }>(
        `SELECT coalesce(max(p.position), 0) AS last FROM event_position p JOIN event e ON e.id = p.event_id
         WHERE p.organization_id = $1 AND $2 = ANY (e.related)`, [organizationId, project.id]);
      const last = Number(rows[0]?.last);
      for (const from = Date.now(); Number(screen.last) < last && Date.now() - from < 30_000;) await delay(20);
    }
  });
  // What came twice would come now.
  await delay(1_500);
}

function shuffle<T>(list: T[]): void {
  for (let index = list.length - 1; index > 0; index--) {
    const other = random.between(0, index);
    [list[index], list[other]] = [list[other]!, list[index]!];
  }
}
