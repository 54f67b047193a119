import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { newId } from '@throughline/platform/kernel';
import { createTestDatabase, redisIsPresent, startRedis, until, type TestDatabase, type TestRedis } from '@throughline/testing';
import { Client } from 'pg';

const ROOT = resolve(import.meta.dirname, '../../..');

/** A worker as the launcher starts it: a process of its own with an IPC channel. */
class WorkerProcess {
  output = '';
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;

  constructor(env: Record<string, string>) {
    this.child = spawn(process.execPath, ['--import', './scripts/lib/typescript.mjs', 'apps/worker/src/main.ts'], {
      cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: { ...process.env, ...env },
    });
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.ended = new Promise((done) => this.child.once('exit', (code) => done(code)));
  }

  async ready(): Promise<this> {
    await until('the worker to be ready', () => this.output.includes('worker ready') || this.child.exitCode !== null, 90_000);
    if (this.child.exitCode !== null) throw new Error(this.output);
    return this;
  }
}

describe('the worker process', () => {
  let database: TestDatabase;
  let owner: Client;
  let organizationId: string;
  let folder: string;
  let workers: WorkerProcess[];

  const start = (env: Record<string, string> = {}): WorkerProcess => {
    const worker = new WorkerProcess({ DATABASE_URL: database.ownerUrl, NODE_ENV: 'test', REDIS_URL: '', ...env });
    workers.push(worker);
    return worker;
  };
  const positioned = async (): Promise<number> =>
    (await owner.query<{ count: number }>('SELECT count(*)::int AS count FROM event_position WHERE organization_id = $1', [organizationId])).rows[0]?.count ?? 0;
  const happen = (): Promise<unknown> => owner.query(
    `BEGIN; SELECT set_config('app.organization_id', '${organizationId}', true);
     SELECT app.record_events('[{"kind":"lead.changed","subject":"lead","subject_id":"${newId()}","related":[],"actor_tier":"SYSTEM","access_before":{},"access_after":{},"changes":{}}]'); COMMIT`);

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    organizationId = newId();
    await owner.query('INSERT INTO organization (id, name, slug) VALUES ($1, $2, $3)', [organizationId, 'Agency', 'agency']);
    folder = mkdtempSync(join(tmpdir(), 'worker-'));
  });
  beforeEach(() => (workers = []));
  afterEach(async () => {
    for (const { child } of workers) child.kill('SIGKILL');
    await Promise.all(workers.map(({ ended }) => ended));
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  it('says when it is ready, relays events, and ends with 0 on SIGTERM', async () => {
    const readyFile = join(folder, 'ready');
    const worker = await start({ READY_FILE: readyFile }).ready();
    expect(existsSync(readyFile)).toBe(true);
    const before = await positioned();
    await happen();
    await until('the event to be positioned', async () => (await positioned()) === before + 1);
    worker.child.kill('SIGTERM');
    expect(await worker.ended).toBe(0);
    expect(existsSync(readyFile)).toBe(false);
    expect(worker.output).toContain('"msg":"closed"');
  });

  it('ends when the launcher that started it is gone', async () => {
    const worker = await start().ready();
    worker.child.disconnect();
    expect(await worker.ended).toBe(0);
  });

  it('is replaced by a second one when it is killed', async () => {
    const [first, second] = [await start().ready(), await start().ready()];
    await until('one to lead', () => first.output.includes('relay: leading') || second.output.includes('relay: leading'));
    const [leader, heir] = first.output.includes('relay: leading') ? [first, second] : [second, first];
    expect(heir.output).not.toContain('relay: leading');
    const before = await positioned();
    leader.child.kill('SIGKILL');
    await happen();
    await until('the event to be positioned', async () => (await positioned()) === before + 1);
    await until('the heir to lead', () => heir.output.includes('relay: leading'));
  });

  it('goes on when the database drops its connections', async () => {
    const worker = await start().ready();
    for (let count = 0; count < 3; count++) {
      const before = await positioned();
      await owner.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
      await happen();
      await until('the event to be positioned', async () => (await positioned()) === before + 1);
    }
    expect(worker.child.exitCode).toBeNull();
    worker.child.kill('SIGTERM');
    expect(await worker.ended).toBe(0);
  });

  it('names what is missing in its configuration and ends with 1', async () => {
    const worker = start({ DATABASE_URL: '' });
    expect(await worker.ended).toBe(1);
    expect(worker.output).toContain('DATABASE_URL must be set');
  });
});

if (redisIsPresent()) {
  describe('the worker process with Redis', () => {
    let database: TestDatabase;
    let redis: TestRedis;
    beforeAll(async () => {
      database = await createTestDatabase();
      redis = await startRedis();
    });
    afterAll(async () => {
      await redis.stop();
      await database.drop();
    });

    it('is ready and ends cleanly', async () => {
      const worker = await new WorkerProcess({ DATABASE_URL: database.ownerUrl, NODE_ENV: 'test', REDIS_URL: redis.url }).ready();
      worker.child.kill('SIGTERM');
      expect(await worker.ended).toBe(0);
    });
  });
}
