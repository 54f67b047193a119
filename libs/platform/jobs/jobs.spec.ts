import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { getQueueToken } from '@nestjs/bullmq';
import type { INestApplicationContext } from '@nestjs/common';
import type { DiscoveryService } from '@nestjs/core';
import type { Queue } from 'bullmq';
import { Client } from 'pg';
import { createTestDatabase, redisIsPresent, startRedis, until, type TestDatabase, type TestRedis } from '../../testing/index.js';
import { systemActor } from '../access/index.js';
import { UnitOfWork } from '../database/index.js';
import { newId } from '../kernel/index.js';
import { defineJob, defineSchedule } from './define-job.js';
import { HandlesJob } from './job-handler.js';
import { HandlerRegistry } from './queue/handler-registry.js';
import { QUEUE } from './queue/queue-backend.js';
import { type JobData, jobId } from './queue/queue-reconciler.js';
import { QueueKeeper } from './queue/queue-keeper.js';
import { contractJob, type ContractPayload, startContractWorker } from './testing/contract.js';
import { JobQueue } from './work/job-queue.js';

const ROOT = resolve(import.meta.dirname, '../../..');
const backends: ('PostgreSQL' | 'Redis')[] = redisIsPresent() ? ['PostgreSQL', 'Redis'] : ['PostgreSQL'];

describe.each(backends)('jobs on %s', (backend) => {
  let database: TestDatabase;
  let redis: TestRedis | null = null;
  let owner: Client;
  let worker: INestApplicationContext;
  let organizationId: string;
  const children: ChildProcess[] = [];

  const settings = () => ({ databaseUrl: database.ownerUrl, redisUrl: redis?.url ?? null });
  const actor = () => systemActor(organizationId);
  const schedule = (payload: Omit<ContractPayload, 'mark'> & { mark?: string }, options: { dueAt?: Date; key?: string } = {}): Promise<string> =>
    worker.get(UnitOfWork).run(actor(), (work) => worker.get(JobQueue).schedule(work, contractJob, { mark: newId(), ...payload }, options));
  const rows = async <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> => (await owner.query(sql, parameters)).rows as Row[];
  const row = async (id: string) => {
    const [found] = await rows<{ done: boolean; failed: boolean; error: string | null; attempts: number }>(
      'SELECT done_at IS NOT NULL AS done, failed_at IS NOT NULL AS failed, error, attempts FROM due_work WHERE id = $1', [id]);
    return found ?? { done: false, failed: false, error: null, attempts: -1 };
  };
  const done = (id: string) => until(`${id} to be done`, async () => (await row(id)).done, 60_000);
  const runs = async (mark: string) => (await rows<{ attempt: number; at: Date }>('SELECT attempt, at FROM run WHERE mark = $1 ORDER BY number', [mark]));
  const effects = async (mark: string) => (await rows('SELECT 1 FROM effect WHERE mark = $1', [mark])).length;
  const queue = (): Queue<JobData> => worker.get(getQueueToken(QUEUE), { strict: false });

  beforeAll(async () => {
    database = await createTestDatabase();
    if (backend === 'Redis') redis = await startRedis();
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query(`
      CREATE TABLE run (number serial, mark text, attempt int, at timestamptz DEFAULT clock_timestamp()); CREATE TABLE effect (number serial, mark text);
      GRANT INSERT ON run, effect TO throughline_app; GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO throughline_app;`);
    organizationId = newId();
    await owner.query('INSERT INTO organization (id, name, slug) VALUES ($1, $2, $3)', [organizationId, 'Agency', 'agency']);
    worker = await startContractWorker(settings());
  });
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await worker.close();
    await owner.end();
    await database.drop();
    await redis?.stop();
  });

  it('does scheduled work once, and only when its transaction was committed', async () => {
    const mark = newId();
    await expect(worker.get(UnitOfWork).run(actor(), async (work) => {
      await worker.get(JobQueue).schedule(work, contractJob, { mark: 'rolled back' });
      throw new Error('no');
    })).rejects.toThrow('no');
    const id = await schedule({ mark });
    await done(id);
    expect(await runs(mark)).toEqual([{ attempt: 1, at: expect.any(Date) as Date }]);
    expect(await effects(mark)).toBe(1);
    expect(await runs('rolled back')).toEqual([]);
  });

  it('names its jobs <row>-<attempt>', async () => {
    const id = await schedule({});
    await done(id);
    const job = await until('the finished job', () => queue().getJob(jobId(id, 0)));
    expect(job.id).toBe(`${id}-0`);
    expect(job.data).toEqual({ id, organizationId });
  });

  it('tries again with growing pauses', async () => {
    const mark = newId();
    await done(await schedule({ mark, failures: 2 }));
    const tried = await runs(mark);
    expect(tried.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    const [first, second] = [1, 2].map((index) => Number(tried[index]?.at) - Number(tried[index - 1]?.at));
    expect(first).toBeGreaterThanOrEqual(75);
    expect(second).toBeGreaterThanOrEqual(150);
    expect(await effects(mark)).toBe(1);
  });

  it('does not do work before it is due', async () => {
    const mark = newId();
    const dueAt = new Date(Date.now() + 600);
    await done(await schedule({ mark }, { dueAt }));
    const [run] = await runs(mark);
    expect(Number(run?.at)).toBeGreaterThanOrEqual(Number(dueAt));
  });

  it('schedules work with a key once', async () => {
    const mark = newId();
    const ids = await Promise.all(Array.from({ length: 5 }, () => schedule({ mark }, { key: mark })));
    expect(new Set(ids).size).toBe(1);
    await done(ids[0] ?? '');
    expect(await schedule({ mark }, { key: mark })).toBe(ids[0]);
    expect(await effects(mark)).toBe(1);
  });

  it('takes a turn of a repetition on one worker only', async () => {
    const second = await startContractWorker(settings());
    const from = (await runs('tick')).length;
    const started = Date.now();
    await until('five turns', async () => (await runs('tick')).length >= from + 5);
    const turns = (await runs('tick')).length - from;
    await second.close();
    expect(turns).toBeLessThanOrEqual((Date.now() - started) / 150 + 2);
  });

  it('shows what was given up, without personal values, and tries it again when asked', async () => {
    const mark = newId();
    const id = await schedule({ mark, failures: 3 });
    await until('the dead letter', async () => (await row(id)).failed, 60_000);
    const [letter] = await worker.get(JobQueue).deadLetters(actor());
    expect(letter).toEqual({
      id, kind: 'contract.do', payload: { mark, failures: 3 }, dueAt: expect.any(Date) as Date, failedAt: expect.any(Date) as Date, error: 'Try 3 fails for [masked].',
    });
    expect(await worker.get(JobQueue).deadLetters(systemActor(newId())).catch(() => [])).toEqual([]);
    await owner.query(`UPDATE due_work SET payload = payload - 'failures' WHERE id = $1`, [id]);
    await worker.get(JobQueue).retry(actor(), id);
    await done(id);
    expect(await row(id)).toEqual({ done: true, failed: false, error: null, attempts: 1 });
    expect(await effects(mark)).toBe(1);
    await expect(worker.get(JobQueue).retry(actor(), id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('keeps a bounded number of finished jobs', async () => {
    const ids = await Promise.all(Array.from({ length: 30 }, () => schedule({})));
    for (const id of ids) await done(id);
    // The sixth and older ones go when the next one finishes.
    await until('the queue to forget', async () => (await queue().getCompletedCount()) <= 6);
  });

  it('does again what the queue has lost', async () => {
    const mark = newId();
    await worker.get(QueueKeeper).beforeApplicationShutdown();
    const id = await schedule({ mark });
    await owner.query('UPDATE due_work SET enqueued_at = now() - interval $$2 minutes$$ WHERE id = $1', [id]);
    await worker.get(QueueKeeper).reconciler.run();
    await done(id);
    expect(await effects(mark)).toBe(1);
  });

  it('starts a new round for what the queue finished without the row, and buries what it gave up', async () => {
    const [finished, given] = [newId(), newId()];
    const old = new Date(Date.now() - 120_000);
    for (const id of [finished, given]) {
      await owner.query('INSERT INTO due_work (id, organization_id, kind, payload, due_at, enqueued_at, attempts) VALUES ($1, $2, $3, $4, $5, $5, 7)', [
        id, organizationId, contractJob.name, { mark: id }, new Date(Date.now() + 3_600_000),
      ]);
      await queue().add(id === finished ? contractJob.name : 'unknown.kind', { id: id === finished ? newId() : id, organizationId }, { jobId: jobId(id, 7) });
      await until('the queue to finish it', async () => ['completed', 'failed'].includes(await queue().getJobState(jobId(id, 7))));
      await owner.query('UPDATE due_work SET due_at = $2, enqueued_at = $2, failed_at = NULL, error = NULL WHERE id = $1', [id, old]);
    }
    await worker.get(QueueKeeper).reconciler.run();
    await worker.get(QueueKeeper).reconciler.run();
    await done(finished);
    expect(await row(finished)).toMatchObject({ attempts: 8 });
    expect(await row(given)).toMatchObject({ failed: true, error: 'Nobody handles unknown.kind.', attempts: 7 });
  });

  it('finishes on another worker what a killed one had begun', async () => {
    const mark = newId();
    const child = spawn(process.execPath, ['--import', './scripts/lib/typescript.mjs', 'libs/platform/jobs/testing/contract-worker.ts'], {
      cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, DATABASE_URL: database.ownerUrl, CONTRACT_HANGS: '1', ...(redis ? { REDIS_URL: redis.url } : {}) },
    });
    children.push(child);
    await worker.close();
    await new Promise((ready) => child.stdout.once('data', ready));
    await owner.query('INSERT INTO due_work (id, organization_id, kind, payload, due_at) VALUES ($1, $2, $3, $4, now())', [newId(), organizationId, contractJob.name, { mark, hangs: true }]);
    await until('the child to begin', async () => (await runs(mark)).length === 1);
    child.kill('SIGKILL');
    worker = await startContractWorker(settings());
    await until('the effect', async () => (await effects(mark)) === 1, 60_000);
    expect((await runs(mark)).length).toBe(2);
    const [{ id } = { id: '' }] = await rows<{ id: string }>(`SELECT id FROM due_work WHERE payload->>'mark' = $1`, [mark]);
    await done(id);
  });

  it('waits for running jobs when it is closed', async () => {
    const id = await schedule({ failures: 0 });
    await done(id);
    const slow = await schedule({ mark: newId() });
    await until('the queue to have it', async () => (await rows('SELECT 1 FROM due_work WHERE id = $1 AND enqueued_at IS NOT NULL', [slow])).length === 1);
    await worker.close();
    const { done: isDone } = await row(slow);
    const [{ runs: begun } = { runs: 0 }] = await rows<{ runs: number }>(`SELECT count(*)::int AS runs FROM run r JOIN due_work d ON d.payload->>'mark' = r.mark WHERE d.id = $1`, [slow]);
    expect(isDone).toBe(begun === 1);
    worker = await startContractWorker(settings());
    await done(slow);
  });
});

describe('a worker', () => {
  const registry = (...handlers: object[]): HandlerRegistry => new HandlerRegistry({
    getProviders: () => handlers.map((instance) => ({ instance, metatype: instance.constructor })),
  } as unknown as DiscoveryService);

  it('does not start while a job or a repetition has no handler', () => {
    expect(() => registry().onModuleInit()).toThrow('No provider carries @HandlesJob or @HandlesSchedule for: contract.do, dueWork.prune, contract.tick');
  });

  it('does not start while two handle the same', () => {
    @HandlesJob(contractJob)
    class One {
      handle = (): Promise<void> => Promise.resolve();
    }
    @HandlesJob(contractJob)
    class Two extends One {}
    expect(() => registry(new One(), new Two()).onModuleInit()).toThrow('Two providers handle contract.do.');
  });

  it('has one declaration for each name', () => {
    expect(() => defineJob('contract.do', { meaning: 'Again.' })).toThrow('Job contract.do is declared twice.');
    expect(() => defineSchedule('contract.do', { meaning: 'Again.', everyMs: 1 })).toThrow('Job contract.do is declared twice.');
  });
});
