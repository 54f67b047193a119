import { createTestDatabase, testActor, type TestDatabase } from '@throughline/testing';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { type Actor, AppError, newId, refuse } from '../kernel/index.js';
import { CommitSignal } from './commit-signal.js';
import { UnitOfWork } from './unit-of-work.js';
import type { Work } from './work.js';

describe('the unit of work', () => {
  let database: TestDatabase;
  let owner: Client;
  let dataSource: DataSource;
  let unitOfWork: UnitOfWork;
  let actor: Actor;

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const organizationId = newId();
    await owner.query(`INSERT INTO organization (id, name, slug) VALUES ($1, 'Ours', 'ours')`, [organizationId]);
    dataSource = await new DataSource({ type: 'postgres', url: database.appUrl, extra: { max: 4, pipeline: true } }).initialize();
    unitOfWork = new UnitOfWork(dataSource, new CommitSignal());
    actor = testActor({ organizationId });
  });
  afterAll(async () => {
    await owner?.end();
    await dataSource?.destroy();
    await database?.drop();
  });

  const customer = (name: string): [string, unknown[]] => [
    `INSERT INTO customer (id, organization_id, name, name_key, currency) VALUES ($1, $2, $3, $3, 'USD')`, [newId(), actor.organizationId, name],
  ];
  const stored = async (name: string): Promise<number> => (await owner.query('SELECT 1 FROM customer WHERE name = $1', [name])).rows.length;
  const record = (work: Work, kind: string): void => work.record({ kind, subject: 'customer', subjectId: newId(), access: { before: null, after: {} } });

  it('commits what was posted, with its events', async () => {
    await unitOfWork.run(actor, async (work) => {
      work.post(...customer('posted'));
      record(work, 'test.posted');
    });
    expect(await stored('posted')).toBe(1);
    expect((await owner.query(`SELECT 1 FROM event WHERE kind = 'test.posted'`)).rows).toHaveLength(1);
  });

  it('shows later statements what was posted before them', async () => {
    const seen = await unitOfWork.run(actor, async (work) => {
      work.post(...customer('seen'));
      return work.query(`SELECT name FROM customer WHERE name = 'seen'`);
    });
    expect(seen).toEqual([{ name: 'seen' }]);
  });

  it('answers a repeated request with what the first did, and what a request does afterwards with what that finds', async () => {
    const asked = (): Actor => ({ ...actor, request: { ...actor.request, idempotency: { key: 'once-only', operation: 'make', digest: 'd' } } });
    let made = 0;
    for (const request of [asked(), asked()]) {
      expect(await unitOfWork.run(request, async () => ({ made: ++made }))).toEqual({ made: 1 });
      expect(await unitOfWork.run(request, async (work) => work.query(`SELECT 'read' AS it`))).toEqual([{ it: 'read' }]);
    }
  });

  it('keeps the key of a request whose change failed', async () => {
    const request: Actor = { ...actor, request: { ...actor.request, idempotency: { key: 'after-all', operation: 'make', digest: 'd' } } };
    await expect(unitOfWork.run(request, async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await unitOfWork.run(request, async () => 'yes')).toBe('yes');
    expect((await owner.query(`SELECT result FROM idempotency_key WHERE key = 'after-all'`)).rows).toEqual([{ result: 'yes' }]);
  });

  it('rolls everything back when a posted statement fails, and says what failed', async () => {
    const attempt = unitOfWork.run(actor, async (work) => {
      await work.query(...customer('half'));
      work.post('SELECT 1 / 0');
      record(work, 'test.half');
      return 'done';
    });
    await expect(attempt).rejects.toThrow('division by zero');
    expect(await stored('half')).toBe(0);
    expect((await owner.query(`SELECT 1 FROM event WHERE kind = 'test.half'`)).rows).toHaveLength(0);
  });

  it('names the posted statement that failed, not the one that stumbled over it', async () => {
    const attempt = unitOfWork.run(actor, async (work) => {
      work.post('SELECT 1 / 0');
      await work.query('SELECT 1');
    });
    await expect(attempt).rejects.toThrow('division by zero');
  });

  it('does not commit when a deferred constraint fails at the end', async () => {
    await owner.query(`CREATE TABLE deferred (organization_id uuid, id int UNIQUE DEFERRABLE INITIALLY DEFERRED); GRANT ALL ON deferred TO PUBLIC`);
    const attempt = unitOfWork.run(actor, async (work) => work.post('INSERT INTO deferred VALUES (NULL, 1), (NULL, 1)'));
    await expect(attempt).rejects.toThrow('duplicate key value');
    expect((await owner.query('SELECT 1 FROM deferred')).rows).toHaveLength(0);
  });

  it('tells of an ended session before anything else, and writes nothing', async () => {
    const gone = { ...actor, sessionId: newId() };
    const shown: unknown[] = [];
    const attempt = unitOfWork.run(gone, async (work) => {
      work.post(...customer('ghost'));
      shown.push(await work.query('SELECT 1'));
    });
    await expect(attempt).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(unitOfWork.run(gone, async () => { throw refuse('VALIDATION_FAILED', 'No.'); })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(shown).toEqual([]);
    expect(await stored('ghost')).toBe(0);
  });

  it('starts over with the present rights when they changed', async () => {
    const outdated = { ...actor, userId: newId(), accessVersion: '0' };
    unitOfWork.reloadRightsWith(async (stale) => { stale.accessVersion = (await owner.query<{ access_version: string }>('SELECT access_version FROM organization')).rows[0]!.access_version; });
    let runs = 0;
    const answer = await unitOfWork.run(outdated, async (work) => {
      await work.query('SELECT 1');
      return ++runs;
    });
    expect(answer).toBe(1);
  });

  it('joins a running one, and its refusal ends both', async () => {
    const attempt = unitOfWork.run(actor, async (work) => {
      await work.query(...customer('outer'));
      await unitOfWork.run(actor, async (inner) => { inner.post(...customer('inner')); throw refuse('CONFLICT', 'No.'); });
    });
    await expect(attempt).rejects.toBeInstanceOf(AppError);
    expect([await stored('outer'), await stored('inner')]).toEqual([0, 0]);
  });

  it('runs again after a serialization failure of a posted statement', async () => {
    let runs = 0;
    await unitOfWork.run(actor, async (work) => {
      runs++;
      if (runs === 1) work.post(`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = 'serialization_failure'; END $$`);
      else work.post(...customer('second try'));
    });
    expect([runs, await stored('second try')]).toEqual([2, 1]);
  });

  it('leaves its connection clean for the next one', async () => {
    for (let index = 0; index < 20; index++) {
      await unitOfWork.run(actor, async (work) => work.post(index % 2 ? 'SELECT 1 / 0' : 'SELECT 1')).catch(() => undefined);
    }
    expect(await unitOfWork.run(actor, (work) => work.query('SELECT 1 AS one'))).toEqual([{ one: 1 }]);
  });
});
