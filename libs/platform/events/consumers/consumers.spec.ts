import { Client } from 'pg';
import { until } from '../../../testing/index.js';
import type { Work } from '../../database/index.js';
import { newId } from '../../kernel/index.js';
import { JobQueue } from '../../jobs/index.js';
import { EventHarness, silent } from '../testing/harness.js';
import { LocalTransport } from '../testing/local-transport.js';
import { ConsumerBacklog } from './consumer-backlog.js';
import type { RegisteredConsumer } from './consumer-registry.js';
import { ConsumerRunner } from './consumer-runner.js';
import { Consumption } from './consumption.js';
import { type ConsumedEvent, type ConsumerOptions, consumerCatalogue, defineConsumer } from './define-consumer.js';

describe('consumers', () => {
  let harness: EventHarness;
  let organizationId: string;
  let consumption: Consumption;
  let backlog: ConsumerBacklog;
  let transport: LocalTransport;
  let runners: ConsumerRunner[];
  let count = 0;
  let behind: jest.SpiedFunction<ConsumerBacklog['behind']>;

  /** Notes the subject of each event it takes in a table, as an effect that can be counted. */
  const note = async (event: ConsumedEvent, work: Work): Promise<void> => {
    await work.execute('INSERT INTO noted (organization_id, subject_id, changes) VALUES ($1, $2, $3::jsonb)', [event.organizationId, event.subjectId, JSON.stringify(event.changes)]);
  };
  const consumer = (options: Partial<ConsumerOptions> = {}, consume: (event: ConsumedEvent, work: Work) => Promise<void> = note): RegisteredConsumer => ({
    definition: defineConsumer({ name: `test${++count}`, kinds: ['deal.won'], historical: false, from: 'START', ...options }),
    reaction: { consume: (event, _, work) => consume(event, work) },
  });
  const run = async (...all: RegisteredConsumer[]): Promise<ConsumerRunner> => {
    const runner = new ConsumerRunner({ registry: { all }, consumption, backlog, transport, logger: silent }, { lookEveryMs: 10, tries: 3 });
    runners.push(runner);
    await runner.start();
    return runner;
  };
  const win = async (kind = 'deal.won', historical = false): Promise<string> => {
    const subjectId = newId();
    await harness.unitOfWork.run(harness.actor(organizationId, { historical }), async (work) =>
      work.record({ kind, subject: 'deal', subjectId, access: { before: {}, after: {} }, changes: { status: { before: 'OPEN', after: 'WON' } } }));
    await harness.assign();
    return subjectId;
  };
  const noted = async (): Promise<string[]> =>
    (await harness.owner.query<{ subject_id: string }>('SELECT subject_id FROM noted WHERE organization_id = $1 ORDER BY number', [organizationId])).rows.map((row) => row.subject_id);
  /** How far it has taken events: the stored cursor does not move for what does not concern it. */
  const cursor = async ({ definition }: RegisteredConsumer): Promise<number> => {
    const { rows } = await harness.owner.query<{ position: number }>('SELECT position::int FROM consumer_cursor WHERE organization_id = $1 AND consumer = $2', [organizationId, definition.name]);
    return rows[0]?.position ?? 0;
  };
  /** Whether it has looked at everything, with its cursor where it should be. */
  const looks = async (where: string, one: RegisteredConsumer, expected: number): Promise<boolean> => {
    const looked = (await Promise.all(behind.mock.results.map((result) => result.value as ReturnType<ConsumerBacklog['behind']>))).flat();
    const { head } = await harness.log.read(where, 0, 0);
    return looked.some((seen) => seen.organizationId === where && seen.head === head) && (await cursor(one)) === expected;
  };

  beforeAll(async () => {
    harness = await EventHarness.open();
    await harness.owner.query('CREATE TABLE noted (number serial, organization_id uuid, subject_id uuid, changes jsonb); GRANT INSERT ON noted TO throughline_app; GRANT USAGE ON noted_number_seq TO throughline_app');
    consumption = new Consumption(harness.unitOfWork, new JobQueue(harness.unitOfWork));
    backlog = new ConsumerBacklog(harness.database.relayUrl, () => undefined);
    behind = jest.spyOn(backlog, 'behind');
  });
  beforeEach(async () => {
    organizationId = await harness.organization();
    transport = new LocalTransport();
    runners = [];
  });
  afterEach(() => Promise.all(runners.map((runner) => runner.stop())));
  afterAll(async () => {
    await backlog.close();
    await harness.close();
  });

  it('takes the events of its kinds, in order, once, with their values', async () => {
    const one = consumer();
    const written = [await win(), await win()];
    await win('deal.lost');
    await run(one);
    await win('deal.lost');
    written.push(await win());
    await until('all of them', async () => (await cursor(one)) === 5);
    expect(await noted()).toEqual(written);
    const { rows } = await harness.owner.query('SELECT DISTINCT changes FROM noted WHERE organization_id = $1', [organizationId]);
    expect(rows).toEqual([{ changes: { status: { before: 'OPEN', after: 'WON' } } }]);
  });

  it('is woken by word of new positions', async () => {
    const one = consumer();
    const runner = new ConsumerRunner({ registry: { all: [one] }, consumption, backlog, transport, logger: silent }, { lookEveryMs: 3_600_000, tries: 1 });
    runners.push(runner);
    await runner.start();
    const written = await win();
    await until('it', async () => {
      await transport.publish('positions', [{ organizationId, position: 1 }]);
      return (await noted()).length > 0;
    });
    expect(await noted()).toEqual([written]);
  });

  it('moves its stored cursor past what does not concern it in large steps only', async () => {
    const one = consumer();
    await run(one);
    for (const expected of [0, 1_002]) {
      await harness.unitOfWork.run(harness.actor(organizationId), async (work) => {
        for (let each = 0; each < 501; each++) work.record({ kind: 'deal.lost', subject: 'deal', subjectId: newId(), access: { before: null, after: {} } });
      });
      await harness.assign();
      await until('a look at the log', () => looks(organizationId, one, expected));
    }
    const written = await win();
    await until('the next one', async () => (await cursor(one)) === 1_003);
    expect(await noted()).toEqual([written]);
  });

  it('leaves out imported events unless it wants them', async () => {
    const [without, all] = [consumer(), consumer({ historical: true }, async () => undefined)];
    await win('deal.won', true);
    const fresh = await win();
    await run(without, all);
    await until('both', async () => (await cursor(without)) === 2 && (await cursor(all)) === 2);
    expect(await noted()).toEqual([fresh]);
    const { rows } = await harness.owner.query('SELECT 1 FROM consumer_effect WHERE organization_id = $1 AND consumer = $2', [organizationId, all.definition.name]);
    expect(rows).toHaveLength(2);
  });

  it('begins with what happens from its first start on, in organizations that come later too', async () => {
    const one = consumer({ from: 'NOW' });
    await win();
    const first = await run(one);
    const fresh = await until('the first one it takes', async () => {
      await win();
      return (await noted())[0];
    });
    await first.stop();
    const before = (await noted()).length;
    expect(fresh).toBeDefined();
    // While it does not run, a new organization appears and writes: nothing of that is left out.
    organizationId = await harness.organization();
    const written = [await win(), await win()];
    await run(one);
    await until('both', async () => (await noted()).length === 2);
    expect(await noted()).toEqual(written);
    expect(before).toBeGreaterThan(0);
  });

  it('takes effect once when it dies after the effect and before the cursor: one transaction holds both', async () => {
    let die = true;
    const one = consumer({}, async (event, work) => {
      await note(event, work);
      if (!die) return;
      die = false;
      const { rows } = await harness.owner.query<{ pid: number }>("SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'");
      for (const { pid } of rows) await harness.owner.query('SELECT pg_terminate_backend($1)', [pid]);
    });
    const written = await win();
    await run(one);
    await until('it', async () => (await cursor(one)) === 1);
    expect(die).toBe(false);
    expect(await noted()).toEqual([written]);
  });

  it('takes effect once when its cursor is set back', async () => {
    const one = consumer();
    const written = [await win(), await win()];
    const runner = await run(one);
    await until('both', async () => (await cursor(one)) === 2);
    await runner.stop();
    await harness.owner.query('UPDATE consumer_cursor SET position = 0 WHERE organization_id = $1', [organizationId]);
    await run(one);
    written.push(await win());
    await until('the new one', async () => (await cursor(one)) === 3);
    expect(await noted()).toEqual(written);
  });

  it('takes effect once for each key it names, however many events say so', async () => {
    const one = consumer({ effectKey: () => 'one ticket' });
    const written = await win();
    await win();
    await win();
    await run(one);
    await until('all of them', async () => (await cursor(one)) === 3);
    expect(await noted()).toEqual([written]);
  });

  it('takes each event once with several workers, and in order', async () => {
    const one = consumer();
    const written: string[] = [];
    for (let each = 0; each < 30; each++) written.push(await win());
    await Promise.all([run(one), run(one), run(one)]);
    await until('all of them', async () => (await cursor(one)) === 30);
    expect(await noted()).toEqual(written);
  });

  it('tries again what failed, and leaves what keeps failing to a job without holding up the rest', async () => {
    const tries: Record<string, number> = {};
    let fails = 3;
    const one = consumer({}, async (event, work) => {
      if (event.organizationId !== organizationId) return;
      const tried = (tries[event.subjectId] = (tries[event.subjectId] ?? 0) + 1);
      if (event.position === 1 && tried < 2) throw new Error('not yet');
      if (event.position === 2 && fails-- > 0) throw new Error('never');
      await note(event, work);
    });
    const written = [await win(), await win(), await win()];
    await run(one);
    await until('the end', async () => (await cursor(one)) === 3);
    expect(await noted()).toEqual([written[0], written[2]]);
    expect(Object.values(tries)).toEqual([2, 3, 1]);
    const { rows } = await harness.owner.query('SELECT kind, payload FROM due_work WHERE organization_id = $1', [organizationId]);
    expect(rows).toEqual([{ kind: 'event.consume', payload: { consumer: one.definition.name, position: 2 } }]);
    await harness.unitOfWork.run(harness.actor(organizationId), (work) => consumption.applyAt(work, one, 2));
    await harness.unitOfWork.run(harness.actor(organizationId), (work) => consumption.applyAt(work, one, 2));
    expect(await noted()).toEqual([written[0], written[2], written[1]]);
  });

  it('keeps consumers apart: one that fails does not hold up another', async () => {
    const good = consumer();
    const bad = consumer({}, () => Promise.reject(new Error('always')));
    await run(bad, good);
    const written = await win();
    await until('the good one', async () => (await cursor(good)) === 1);
    expect(await noted()).toEqual([written]);
  });

  it('does not let one organization hold up the others: suspended, it waits until it is resumed', async () => {
    const one = consumer();
    const status = (value: string): Promise<unknown> => harness.owner.query('UPDATE organization SET status = $2 WHERE id = $1', [organizationId, value]);
    const [first, late] = [organizationId, await win()];
    await status('SUSPENDED');
    const others = [];
    for (let each = 0; each < 3; each++) {
      organizationId = await harness.organization();
      others.push({ where: organizationId, written: await win() });
    }
    await run(one);
    for (const { where, written } of others) {
      organizationId = where;
      await until('another organization', async () => (await cursor(one)) === 1);
      expect(await noted()).toEqual([written]);
    }
    organizationId = first;
    expect(await noted()).toEqual([]);
    await status('ACTIVE');
    await until('the resumed one', async () => (await cursor(one)) === 1);
    expect(await noted()).toEqual([late]);
  });

  it('sets back an organization that it cannot enter, and takes the others', async () => {
    const one = consumer();
    const [first, late] = [organizationId, await win()];
    organizationId = await harness.organization();
    const written = await win();
    const step = jest.spyOn(consumption, 'step').mockImplementation(function (this: Consumption, ...asked: Parameters<Consumption['step']>) {
      if (asked[1] !== first) return Consumption.prototype.step.apply(this, asked);
      return Promise.reject(new Error('no entry'));
    });
    const seen = behind.getMockImplementation();
    behind.mockImplementation(async (...asked) => (await ConsumerBacklog.prototype.behind.apply(backlog, asked)).sort((a) => (a.organizationId === first ? -1 : 1)));
    await run(one);
    await until('the other', async () => (await cursor(one)) === 1);
    expect(await noted()).toEqual([written]);
    step.mockRestore();
    organizationId = first;
    await until('the first', async () => (await cursor(one)) === 1);
    expect(await noted()).toEqual([late]);
    if (seen) behind.mockImplementation(seen);
  });

  it('goes on after the database was away', async () => {
    const one = consumer();
    await run(one);
    const written = [await win()];
    await until('the first', async () => (await cursor(one)) === 1);
    await harness.cut('throughline consumers');
    written.push(await win());
    await until('the second', async () => (await cursor(one)) === 2);
    expect(await noted()).toEqual(written);
  });

  it('shows the application nothing of other organizations and lets it rewrite no effect', async () => {
    const client = new Client({ connectionString: harness.database.appUrl });
    await client.connect();
    expect((await client.query('SELECT * FROM consumer_cursor')).rows).toEqual([]);
    await expect(client.query('DELETE FROM consumer_effect')).rejects.toThrow('permission denied');
    await client.end();
  });

  it('has one declaration for each name', () => {
    expect(() => defineConsumer({ name: 'test1', kinds: [], historical: false })).toThrow('Consumer test1 is declared twice.');
    expect(consumerCatalogue().length).toBe(count);
  });
});
