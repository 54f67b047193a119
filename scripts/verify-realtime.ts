import 'reflect-metadata';
import { setTimeout as delay } from 'node:timers/promises';
import { ApiClient } from '../libs/testing/api/session.js';
import { argumentsOf } from './lib/arguments.js';
import { asOwner, Installation } from './live/installation.js';
import { Random } from './verify/hostile/random.js';
import { compare, type Findings, readLog } from './verify/realtime/compare.js';
import { Faults } from './verify/realtime/faults.js';
import { KeptToken } from './verify/realtime/kept-token.js';
import { Listener } from './verify/realtime/listener.js';
import { OwnRedis } from './verify/realtime/own-redis.js';
import { type Deed, isAsked, isPermitted, type Question } from './verify/realtime/permitted.js';
import { makeWorld, type World } from './verify/realtime/world.js';
import { Writer } from './verify/realtime/writer.js';

/**
 * npm run verify:realtime: people of many roles listen to messages and status changes while their lines are cut, API processes and
 * the worker are killed, and Redis is restarted. Two API processes, a worker, a Redis, a PostgreSQL as durable as the product's.
 * Requires: every permitted event once and in order at everybody, none that is not permitted; who may know what is judged by
 * construction (`permitted.ts`), positions by the log itself. And 99 of 100 within 150 ms of being sent, outside faults.
 *
 *   npm run verify:realtime -- [--seed=1] [--events=5000] [--subscribers=200] [--channels=50] [--writers=8] [--rate=40] [--drops=50] [--kills=5] [--restarts=3]
 */
const { seed, events, subscribers, channels, writers: lanes, rate, drops, kills, restarts } = argumentsOf({
  seed: 20_261_121, events: 5_000, subscribers: 200, channels: 50, writers: 8, rate: 40, drops: 50, kills: 5, restarts: 3,
});
const REQUIRED_P99_MS = 150;
const PATIENCE_MS = 60_000;
const random = new Random(seed);

const redis = await OwnRedis.start();
let passed = false;
try {
  let world: World | undefined;
  const installation = await Installation.start(async (ownerUrl) => void (world = await makeWorld(ownerUrl, { places: channels, watchers: subscribers, writers: lanes })), { apis: 2, redisUrl: redis.url });
  try {
    passed = await verify(installation, world!);
  } finally {
    await installation.stop();
  }
} catch (error) {
  console.error(error);
} finally {
  await redis.stop();
}
process.exit(passed ? 0 : 1);

async function verify(installation: Installation, world: World): Promise<boolean> {
  const { urls, apis, worker, ownerUrl } = installation;
  await openChannels(urls[0]!, world);
  const writers = world.writers.map(({ email, department }, index) => {
    const [each, own] = [Math.ceil(lanes / 2), Math.floor(index / 2)];
    return new Writer(`writer ${index}`, email, urls, world.places.filter((place) => place.department === department), (task) => task % each === own, new Random(seed + index + 1));
  });
  const listeners = await openListeners(urls, world);
  const from = Math.max(...listeners.map(({ last }) => Number(last)));
  const cuts = shuffled(listeners.flatMap((listener) => Array.from({ length: drops }, () => listener)));
  const perDeed = cuts.length / events;
  const started = performance.now();
  const faults = new Faults({ apis, worker, redis }, { kills, restarts, deeds: events }, random, started);
  let begun = 0;
  let done = 0;
  await Promise.all(writers.map((writer) => writer.write(() => begun++ < events, (1_000 * lanes) / rate, () => {
    done++;
    faults.strikeAt(done);
    while (cuts.length > 0 && cuts.length > (events - done) * perDeed) cuts.pop()!.drop();
  })));
  const seconds = (performance.now() - started) / 1_000;
  await faults.over();
  const deeds = writers.flatMap((writer) => writer.deeds);
  await settled(listeners, deeds, ownerUrl);
  const read = await asOwner(ownerUrl, (client) => readLog(client, world.organization.id));
  const findings = compare(listeners, deeds, read, from, faults.windows);
  const errors = listeners.flatMap((listener) => listener.errors);
  for (const error of errors.slice(0, 5)) process.stderr.write(`a screen was told: ${error}\n`);
  for (const listener of listeners) listener.close();
  return report(findings, [
    ['seed', seed, true],
    ['seconds', seconds.toFixed(1), true],
    ['subscribers', `${listeners.length} (${world.watchers.filter(({ customerId }) => customerId).length} clients)`, listeners.length === subscribers],
    ['channels_and_projects', world.places.length, world.places.length === channels],
    ['messages_posted', deeds.filter(({ subject }) => subject === 'message').length, true],
    ['status_changes', deeds.filter(({ subject }) => subject === 'task').length, true],
    ['writes_acknowledged', deeds.length, deeds.length === events],
    ['writes_sent_again', writers.reduce((sum, { retries }) => sum + retries, 0), true],
    ['writes_started_late', writers.reduce((sum, { late }) => sum + late, 0), true],
    ['forced_drops_fewest_of_a_subscriber', Math.min(...listeners.map((listener) => listener.drops)), listeners.every((listener) => listener.drops >= drops)],
    ['connections', listeners.reduce((sum, { connections }) => sum + connections, 0), true],
    ['kills_of_processes', faults.windows.filter(({ name }) => name.startsWith('kill')).length, faults.windows.filter(({ name }) => name.startsWith('kill')).length === kills],
    ['restarts_of_redis', faults.windows.filter(({ name }) => name.startsWith('restart')).length, faults.windows.filter(({ name }) => name.startsWith('restart')).length === restarts],
    ['errors_on_subscriptions', errors.length, errors.length === 0],
    ['processes_that_ended_by_themselves', [...apis, worker].reduce((sum, { ownEnds }) => sum + ownEnds, 0), [...apis, worker].every(({ ownEnds }) => ownEnds === 0)],
  ]);
}

function report(found: Findings, first: [string, number | string, boolean][]): boolean {
  const none = (name: string, count: number): [string, number, boolean] => [name, count, count === 0];
  const quantile = (share: number): number => found.latencies[Math.min(found.latencies.length - 1, Math.floor(found.latencies.length * share))] ?? Number.NaN;
  const lines: [string, number | string, boolean][] = [
    ...first,
    ['deliveries_expected', found.expected, found.expected > 0],
    ['deliveries', found.delivered, found.delivered === found.expected],
    none('lost', found.lost), none('doubled', found.doubled), none('reordered', found.reordered), none('leaked', found.leaked),
    none('told_to_load_afresh', found.resyncs), none('positions_of_other_events', found.misnamed),
    none('acknowledged_writes_lost', found.writesLost), none('writes_doubled', found.writesDoubled),
    none('gaps_in_positions', found.gaps), none('messages_out_of_order_in_their_channel', found.channelDisorder),
    ['deliveries_measured_outside_faults', found.latencies.length, found.latencies.length > 0],
    ['sent_to_screen_p50', `${quantile(0.5).toFixed(1)} ms`, true],
    ['sent_to_screen_p95', `${quantile(0.95).toFixed(1)} ms`, true],
    ['sent_to_screen_p99', `${quantile(0.99).toFixed(1)} ms (required: under ${REQUIRED_P99_MS})`, quantile(0.99) < REQUIRED_P99_MS],
    ['sent_to_screen_max', `${quantile(1).toFixed(1)} ms`, true],
  ];
  for (const [name, value, good] of lines) console.log(`${name}: ${value}${good ? '' : '   <- FAILED'}`);
  const good = lines.every(([, , each]) => each);
  console.log(good ? 'PASS' : 'FAIL');
  return good;
}

/** Each project's channel, through the API. */
async function openChannels(url: string, { places, writers }: World): Promise<void> {
  const OPEN = 'mutation ($input: OpenRecordChannelInput!) { openRecordChannel(input: $input) { channel { id } errors { code message } } }';
  for (const department of ['web', 'seo'] as const) {
    const opener = await new ApiClient(url).signIn(writers.find((writer) => writer.department === department)!.email);
    for (const place of places.filter((each) => each.department === department)) {
      const { openRecordChannel } = await opener.ask<{ openRecordChannel: { channel: { id: string } } }>(OPEN, { input: { subject: 'project', recordId: place.projectId } });
      place.channelId = openRecordChannel.channel.id;
    }
  }
}

/** One screen each: most a list of everything, some a project's page or a channel. */
async function openListeners(urls: readonly string[], { watchers, places }: World): Promise<Listener[]> {
  const listeners: Listener[] = [];
  const waiting = [...watchers.entries()];
  await Promise.all(Array.from({ length: 8 }, async () => {
    for (let entry = waiting.shift(); entry; entry = waiting.shift()) {
      const [index, person] = entry;
      const place = places.find(({ customerId }) => customerId === person.customerId) ?? places[index % places.length]!;
      const questions: Question[] = [{ subjects: ['message', 'task'], recordId: null }, { subjects: ['message', 'task'], recordId: place.projectId }, { subjects: ['message'], recordId: place.channelId }];
      const own = new Random(seed + 1_000 + index);
      const listener = new Listener(person, questions[[0, 0, 1, 2][Math.floor(index / 2) % 4]!]!, urls, new KeptToken(urls, person.email), () => own.between(10, 120), index);
      await listener.open();
      listeners.push(listener);
    }
  }));
  return listeners;
}

/** Until the log stands still and everybody has reached their last event, or it is plain that they will not. */
async function settled(listeners: readonly Listener[], deeds: readonly Deed[], ownerUrl: string): Promise<void> {
  const started = Date.now();
  await asOwner(ownerUrl, async (client) => {
    const pending = async (): Promise<number> => (await client.query<{ count: number }>('SELECT count(*)::int AS count FROM event_pending')).rows[0]?.count ?? 0;
    while ((await pending()) > 0 && Date.now() - started < PATIENCE_MS) await delay(50);
  });
  const owed = new Map(listeners.map((listener) => [listener, deeds.filter((deed) => isPermitted(listener.person, deed) && isAsked(listener.question, deed)).length]));
  while (listeners.some((listener) => listener.told.length < owed.get(listener)! || listener.drops < drops) && Date.now() - started < PATIENCE_MS) await delay(50);
  // What came twice would come now.
  await delay(2_000);
}

function shuffled<T>(list: T[]): T[] {
  for (let index = list.length - 1; index > 0; index--) {
    const other = random.between(0, index);
    [list[index], list[other]] = [list[other]!, list[index]!];
  }
  return list;
}
