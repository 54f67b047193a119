import { randomBytes } from 'node:crypto';
import { createTestDatabase, testActor, type TestDatabase } from '@throughline/testing';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { type MasterKey, masterKey } from '../config/index.js';
import { CommitSignal, UnitOfWork } from '../database/index.js';
import { type Actor, newId } from '../kernel/index.js';
import { rewrapDataKeys } from './rewrap.js';
import { Secrets } from './secrets.js';

const PURPOSE = 'test.value';

describe('sealed secrets', () => {
  let database: TestDatabase;
  let owner: Client;
  let dataSource: DataSource;
  let unitOfWork: UnitOfWork;
  const first = masterKey(randomBytes(32));
  const second = masterKey(randomBytes(32));
  /** A process that was started with these keys. */
  const startWith = (...masterKeys: MasterKey[]): Secrets => new Secrets({ masterKeys });
  const inside = <T>(actor: Actor, body: (work: Parameters<Secrets['seal']>[0]) => Promise<T>): Promise<T> => unitOfWork.run(actor, body);

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    dataSource = await new DataSource({ type: 'postgres', url: database.appUrl, extra: { max: 4, pipeline: true } }).initialize();
    unitOfWork = new UnitOfWork(dataSource, new CommitSignal());
  });
  afterAll(async () => {
    await owner?.end();
    await dataSource?.destroy();
    await database?.drop();
  });

  const organization = async (): Promise<Actor> => {
    const organizationId = newId();
    await owner.query(`INSERT INTO organization (id, name, slug) VALUES ($1, 'Agency', $2)`, [organizationId, `agency-${organizationId}`]);
    return testActor({ organizationId });
  };
  const keysOf = async (actor: Actor): Promise<number> =>
    (await owner.query('SELECT 1 FROM data_key WHERE organization_id = $1', [actor.organizationId])).rows.length;
  const sealed = (secrets: Secrets, actor: Actor, value: Buffer | string = 'a secret'): Promise<Buffer> => inside(actor, (work) => secrets.seal(work, PURPOSE, value));
  const opened = async (secrets: Secrets, actor: Actor, bytes: Buffer, purpose = PURPOSE): Promise<string> =>
    (await inside(actor, (work) => secrets.open(work, purpose, bytes))).toString();

  it('come back as they were, in every process, and are never sealed to the same bytes', async () => {
    const actor = await organization();
    const bytes = await sealed(startWith(first), actor, 'JBSWY3DPEHPK3PXP');
    expect(bytes.includes('JBSWY3DPEHPK3PXP')).toBe(false);
    expect(await opened(startWith(first), actor, bytes)).toBe('JBSWY3DPEHPK3PXP');
    expect(await sealed(startWith(first), actor, 'JBSWY3DPEHPK3PXP')).not.toEqual(bytes);
    expect(await opened(startWith(first), actor, await sealed(startWith(first), actor, ''))).toBe('');
    expect(await keysOf(actor)).toBe(1);
  });

  it('open for their own organization only, even where the other one had the key', async () => {
    const secrets = startWith(first);
    const [ours, theirs] = [await organization(), await organization()];
    const bytes = await sealed(secrets, ours);
    await sealed(secrets, theirs);
    await expect(opened(secrets, theirs, bytes)).rejects.toThrow('no such data key');
    // The wrapped key copied into another organization's row does not unwrap there.
    await owner.query(
      `UPDATE data_key t SET id = gen_random_uuid(), wrapped = o.wrapped FROM data_key o WHERE t.organization_id = $1 AND o.organization_id = $2`,
      [theirs.organizationId, ours.organizationId],
    );
    await expect(sealed(startWith(first), theirs)).rejects.toThrow();
  });

  it('open for their own purpose only', async () => {
    const actor = await organization();
    const bytes = await sealed(startWith(first), actor);
    await expect(opened(startWith(first), actor, bytes, 'mail.body')).rejects.toThrow();
  });

  it('do not open when any byte was altered, cut off or added', async () => {
    const actor = await organization();
    const secrets = startWith(first);
    const bytes = await sealed(secrets, actor, 'x');
    for (let at = 0; at < bytes.length; at++) {
      const altered = Buffer.from(bytes);
      altered[at] = (altered[at] ?? 0) ^ 1;
      await expect(opened(secrets, actor, altered)).rejects.toThrow();
    }
    for (const wrong of [bytes.subarray(0, -1), bytes.subarray(0, 20), Buffer.alloc(0), Buffer.concat([bytes, Buffer.of(0)])]) {
      await expect(opened(secrets, actor, wrong)).rejects.toThrow();
    }
  });

  it('need no new sealing when the master key is rotated; the old key is then not needed any more', async () => {
    const actor = await organization();
    const bytes = await sealed(startWith(first), actor);
    await expect(opened(startWith(second), actor, bytes)).rejects.toThrow(`MASTER_KEY lacks the key ${first.id}`);
    expect(await opened(startWith(second, first), actor, bytes)).toBe('a secret');
    const query = (sql: string, parameters?: unknown[]): Promise<{ rows: unknown[] }> => owner.query(sql, parameters);
    await owner.query('DELETE FROM data_key WHERE organization_id <> $1', [actor.organizationId]);
    expect(await rewrapDataKeys(query, [second, first])).toEqual({ rewrapped: 1, total: 1 });
    expect(await rewrapDataKeys(query, [second, first])).toEqual({ rewrapped: 0, total: 1 });
    expect(await opened(startWith(second), actor, bytes)).toBe('a secret');
    await expect(opened(startWith(first), actor, bytes)).rejects.toThrow(`MASTER_KEY lacks the key ${second.id}`);
    await expect(rewrapDataKeys(query, [first])).rejects.toThrow(`MASTER_KEY lacks the key ${second.id}`);
    expect((await dataSource.query<{ id: string }[]>('SELECT id FROM app.master_keys_in_use() AS id')).map(({ id }) => id)).toEqual([second.id]);
  });

  it('of two processes that make the first key at once use the same', async () => {
    const actor = await organization();
    let arrived = 0;
    let release: () => void = () => undefined;
    const both = new Promise<void>((done) => (release = done));
    const process = async (value: string): Promise<Buffer> => inside(actor, async (work) => {
      await work.query('SELECT 1');
      if (++arrived === 2) release();
      await both;
      return startWith(first).seal(work, PURPOSE, value);
    });
    const [one, two] = await Promise.all([process('one'), process('two')]);
    expect(await keysOf(actor)).toBe(1);
    expect([await opened(startWith(first), actor, one), await opened(startWith(first), actor, two)]).toEqual(['one', 'two']);
  });

  it('never use a key whose transaction was rolled back', async () => {
    const actor = await organization();
    const secrets = startWith(first);
    await expect(inside(actor, async (work) => {
      expect((await secrets.open(work, PURPOSE, await secrets.seal(work, PURPOSE, 'own'))).toString()).toBe('own');
      throw new Error('changed its mind');
    })).rejects.toThrow('changed its mind');
    expect(await keysOf(actor)).toBe(0);
    expect(await opened(startWith(first), actor, await sealed(secrets, actor))).toBe('a secret');
  });

  it('keep their keys from the application: it can neither change nor remove them', async () => {
    const actor = await organization();
    await sealed(startWith(first), actor);
    for (const statement of ['DELETE FROM data_key', "UPDATE data_key SET wrapped = ''"]) {
      await expect(inside(actor, (work) => work.execute(statement))).rejects.toThrow('permission denied');
    }
    expect(await inside(await organization(), (work) => work.query('SELECT 1 FROM data_key'))).toEqual([]);
  });
});
