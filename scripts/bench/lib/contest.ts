import { type BenchDatabase, BENCH_SECRET } from './database.js';
import { jsonPost, load, type Requests } from './http-load.js';
import { type ServerProcess, startServer } from './processes.js';
import { type Contestant, interleaved, type Standing } from './rounds.js';
import type { TestOrganization } from '../../../libs/testing/organization.js';

export const CONNECTIONS = 16;

/** What a contest is made from. */
export interface Given {
  database: BenchDatabase;
  organization: TestOrganization;
  ours: ServerProcess;
  seed: number;
}

/** A statement of the bare server; what stands behind `?` in the address is one more value. */
export interface BareStatement {
  text: string;
  values: unknown[];
}

/** One thing that is asked of both servers. */
export interface Contest {
  name: string;
  /** Requests a second of ours by those of bare, at least (quality.md). */
  ratio: number;
  /** Statements that one operation may run at most, entering included. */
  statements: number;
  /** Milliseconds that 95 of 100 answers of ours should take, on a machine that does nothing else: a hint, nothing fails by it. */
  p95?: number;
  ours: Requests;
  bare: Requests;
  /** The bare server: one statement, or a file of its own. */
  server: BareStatement | { file: string; env: Record<string, string> };
  /** @param data of both answers: the same question must be answered alike */
  right(data: Record<string, unknown>): boolean;
}

export interface Played { contest: Contest; ours: Standing; bare: Standing; statements: number }

/** Our API as an own process, as in production but without limits of rate. */
export function ourServer(database: BenchDatabase): Promise<ServerProcess> {
  return startServer('apps/api/src/main.ts', {
    DATABASE_URL: database.ownerUrl, APP_SECRET: BENCH_SECRET, NODE_ENV: 'production', PORT: '3499', PUBLIC_URL: 'http://127.0.0.1:3499',
    RATE_LIMIT_ADDRESS_PER_MINUTE: '0', RATE_LIMIT_ACTOR_PER_MINUTE: '0',
  }, /"port":(\d+)/);
}

/** A GraphQL request as bytes. */
export const graphql = (query: string, variables: object, headers: Record<string, string>): Buffer => jsonPost('/graphql', { query, variables }, headers);

/** Plays all contests in interleaved rounds. */
export async function play(contests: readonly Contest[], { database, ours, rounds, milliseconds }: { database: BenchDatabase; ours: ServerProcess; rounds: number; milliseconds: number }): Promise<Played[]> {
  const readers = contests.flatMap(({ name, server }) => ('text' in server ? [[`/${name}`, server] as const] : []));
  const bare = await startServer('scripts/bench/lib/bare-server.ts', { DATABASE_URL: database.ownerUrl, BARE_STATEMENTS: JSON.stringify(Object.fromEntries(readers)) }, /listening (\d+)/);
  const own = new Map<string, ServerProcess>();
  try {
    for (const { name, server } of contests) {
      if ('file' in server) own.set(name, await startServer(server.file, { DATABASE_URL: database.ownerUrl, ...server.env }, /listening (\d+)/));
    }
    const contestants = contests.flatMap((contest): Contestant[] => {
      const floor = own.get(contest.name) ?? bare;
      return [contestant(`${contest.name}.bare`, floor, contest.bare, contest, milliseconds), contestant(`${contest.name}.ours`, ours, contest.ours, contest, milliseconds)];
    });
    const standings = await interleaved(contestants, rounds, () => database.cpu());
    const played: Played[] = [];
    for (const contest of contests) {
      const [mine, floor] = [standings.get(`${contest.name}.ours`), standings.get(`${contest.name}.bare`)];
      if (mine && floor) played.push({ contest, ours: mine, bare: floor, statements: await database.statementsEach(async () => (await contestant(contest.name, ours, contest.ours, contest, milliseconds).run()).answers) });
    }
    return played;
  } finally {
    await Promise.all([bare, ...own.values()].map((server) => server.stop()));
  }
}

function contestant(name: string, server: ServerProcess, request: Requests, { right }: Contest, milliseconds: number): Contestant {
  const check = (status: number, body: string): string | null => (status === 200 && right((JSON.parse(body) as { data?: Record<string, unknown> }).data ?? {}) ? null : `${name} answers something else`);
  return {
    name,
    cpu: () => server.cpu(),
    run: (share = 1) => load({ port: server.port, request, connections: CONNECTIONS, milliseconds: milliseconds * share, check }),
  };
}

/** Prints the figures with what is required of them. @returns whether all are met */
export function judge(played: readonly Played[]): boolean {
  let good = true;
  const say = (name: string, value: string, required?: string, met = true): void => {
    console.log(`${name}: ${value}${required === undefined ? '' : ` (required: ${required})`}${met ? '' : '   <- MISSED'}`);
    good &&= met;
  };
  for (const { contest: { name, ratio, statements: most, p95 }, ours, bare, statements } of played) {
    for (const [who, { rate, p50, p95: slow, cpu, databaseCpu }] of [['ours', ours], ['bare', bare]] as const) {
      say(`${name}.${who}.requestsPerSecond`, rate.toFixed(0));
      say(`${name}.${who}.p50ms`, p50.toFixed(1));
      say(`${name}.${who}.p95ms`, `${slow.toFixed(1)}${who === 'ours' && p95 !== undefined ? ` (on a quiet machine: under ${p95})` : ''}`);
      say(`${name}.${who}.cpuMs`, `${cpu.toFixed(2)} and ${databaseCpu.toFixed(2)} in the database`);
    }
    say(`${name}.statementsPerOperation`, statements.toFixed(1), `at most ${most}`, Math.round(statements) <= most);
    // What the rates would be where nothing else wants the processors: they alone are the limit then.
    say(`${name}.cpuRatio`, ((bare.cpu + bare.databaseCpu) / (ours.cpu + ours.databaseCpu)).toFixed(3));
    say(`${name}.ratio`, (ours.rate / bare.rate).toFixed(3), `at least ${ratio}`, ours.rate / bare.rate >= ratio);
  }
  return good && played.length > 0;
}
