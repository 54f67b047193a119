import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import '@throughline/collaboration/reminders';
import { CommitSignal, UnitOfWork } from '@throughline/platform/database';
import { JobQueue } from '@throughline/platform/jobs';
import { createTestDatabase, redisIsPresent, seedOrganization, startRedis, testActor, type TestDatabase, type TestOrganization, type TestRedis, until } from '@throughline/testing';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { ReminderService } from '../../../libs/collaboration/reminders/reminder.service.js';
import { createAppDataSource } from '../../../ormconfig.js';

const ROOT = resolve(__dirname, '../../..');
const backends: ('PostgreSQL' | 'Redis')[] = redisIsPresent() ? ['PostgreSQL', 'Redis'] : ['PostgreSQL'];
const MANY = 40;

describe.each(backends)('reminders on %s', (backend) => {
  let database: TestDatabase;
  let redis: TestRedis | null = null;
  let owner: Client;
  let blocker: Client;
  let dataSource: DataSource;
  let agency: TestOrganization;
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    if (backend === 'Redis') redis = await startRedis();
    [owner, blocker] = [new Client({ connectionString: database.ownerUrl }), new Client({ connectionString: database.ownerUrl })];
    await Promise.all([owner.connect(), blocker.connect()]);
    agency = await seedOrganization(database);
    dataSource = await createAppDataSource(database.appUrl, 4).initialize();
  });
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await dataSource?.destroy();
    await Promise.all([owner?.end(), blocker?.end()]);
    await database?.drop();
    await redis?.stop();
  });

  const worker = async (): Promise<ChildProcess> => {
    const child = spawn(process.execPath, ['--import', './scripts/lib/typescript.mjs', 'apps/worker/test/support/quick-worker.ts'], {
      cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, DATABASE_URL: database.ownerUrl, NODE_ENV: 'test', EMBEDDED: '1', SMTP_URL: undefined, REDIS_URL: redis?.url },
    });
    children.push(child);
    await new Promise((ready) => child.stdout!.once('data', ready));
    return child;
  };
  const count = async (sql: string): Promise<number> => (await owner.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${sql}`)).rows[0]!.count;

  it('fire once each: written while no worker ran, taken by two of which one is killed in the middle, told once, mailed once', async () => {
    const unitOfWork = new UnitOfWork(dataSource, new CommitSignal());
    const reminders = new ReminderService(unitOfWork, new JobQueue(unitOfWork));
    const actor = testActor({ organizationId: agency.id, userId: agency.users.TEAM_MEMBER.id });
    const dueAt = new Date(Date.now() + 1_500);
    const ids: string[] = [];
    for (let number = 0; number < MANY; number++) ids.push(await reminders.create(actor, { note: `Call ${number}`, dueAt }));
    // Moved to next year, settled and removed ones do not fire.
    const [moved, settled, removed] = ids.splice(0, 3) as [string, string, string];
    await reminders.update(actor, { id: moved, version: 1, dueAt: new Date(Date.now() + 365 * 86_400_000) });
    await reminders.update(actor, { id: settled, version: 1, done: true });
    await reminders.delete(actor, removed);

    // Every reminder is held, so that both workers stand in the middle of one when the first dies.
    await blocker.query('BEGIN; SELECT 1 FROM reminder FOR UPDATE');
    const [first] = await Promise.all([worker(), worker()]);
    await until('both workers to be at it', async () => (await count(`pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%FROM reminder%' AND datname = current_database()`)) >= 5, 60_000);
    first.kill('SIGKILL');
    await blocker.query('COMMIT');
    await until('every reminder to fire', async () => (await count('reminder WHERE fired_at IS NOT NULL')) === ids.length, 120_000);
    await until('everything to be told and mailed', async () => (await count(`outgoing_mail WHERE kind = 'notification.reminder'`)) >= ids.length, 120_000);
    await worker();
    await until('no work to be left', async () => (await count(`due_work WHERE done_at IS NULL AND due_at < now() AND kind IN ('reminder.fire', 'notification.deliver')`)) === 0, 60_000);

    const fired = await owner.query<{ id: string; times: number }>(`SELECT subject_id AS id, count(*)::int AS times FROM event WHERE kind = 'reminder.fired' GROUP BY 1`);
    expect(fired.rows.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(fired.rows.filter(({ times }) => times !== 1)).toEqual([]);
    expect(await count('notification')).toBe(ids.length);
    expect(await count('(SELECT DISTINCT title FROM notification) t')).toBe(ids.length);
    expect(await count(`notification_delivery WHERE status = 'SENT' AND channel = 'EMAIL'`)).toBe(ids.length);
    expect(await count(`outgoing_mail WHERE kind = 'notification.reminder'`)).toBe(ids.length);
    expect(await count('due_work WHERE failed_at IS NOT NULL')).toBe(0);
  });
});
