import { Client } from 'pg';
import { newId } from '../../kernel/index.js';
import { EventHarness } from '../testing/harness.js';
import { checkChain } from './chain.js';

describe('the event log', () => {
  let harness: EventHarness;
  beforeAll(async () => (harness = await EventHarness.open()));
  afterAll(() => harness.close());

  it('gives positions from 1 without a gap, for each organization by itself, in the order of writing', async () => {
    const [one, two] = [await harness.organization(), await harness.organization()];
    const written: Record<string, string[]> = { [one]: [], [two]: [] };
    for (const organizationId of [one, two, one, one, two, one]) written[organizationId]?.push(await harness.write(organizationId));
    await harness.assign(4);
    await harness.assign(4);
    for (const organizationId of [one, two]) {
      expect(await harness.positioned(organizationId)).toEqual((written[organizationId] ?? []).map((subjectId, index) => ({ position: index + 1, subjectId })));
    }
  });

  it('returns one row for each organization that moved', async () => {
    const [one, two] = [await harness.organization(), await harness.organization()];
    for (const organizationId of [one, two, one]) await harness.write(organizationId);
    const { rows } = await harness.owner.query('SELECT organization, last_position, assigned FROM app.assign_positions(100)');
    expect(rows).toHaveLength(2);
    expect(rows).toEqual(expect.arrayContaining([
      { organization: one, last_position: '2', assigned: 2 }, { organization: two, last_position: '1', assigned: 1 },
    ]));
    expect((await harness.owner.query('SELECT * FROM app.assign_positions(100)')).rows).toEqual([]);
  });

  it('lets the application neither give positions nor change what happened', async () => {
    await expect(harness.dataSource.query('SELECT app.assign_positions(1)')).rejects.toThrow(/permission denied/);
    const columns = { event: 'kind', event_detail: 'changes', event_pending: 'event_id', event_position: 'hash', organization_position: 'hash' };
    for (const [table, column] of Object.entries(columns)) {
      await expect(harness.dataSource.query(`DELETE FROM ${table}`)).rejects.toThrow(/permission denied/);
      await expect(harness.dataSource.query(`UPDATE ${table} SET ${column} = ${column}`)).rejects.toThrow(/permission denied/);
      await expect(harness.dataSource.query(`TRUNCATE ${table} CASCADE`)).rejects.toThrow(/permission denied/);
    }
    await expect(harness.dataSource.query(`INSERT INTO event_position (organization_id, position, event_id, hash) VALUES (gen_random_uuid(), 1, 1, '')`)).rejects.toThrow(/permission denied/);
  });

  it('lets the relay add links of the chain and change none', async () => {
    const relay = new Client({ connectionString: harness.database.relayUrl });
    await relay.connect();
    try {
      for (const [table, column] of Object.entries({ event: 'kind', event_position: 'hash' })) {
        await expect(relay.query(`UPDATE ${table} SET ${column} = ${column}`)).rejects.toThrow(/permission denied/);
        await expect(relay.query(`DELETE FROM ${table}`)).rejects.toThrow(/permission denied/);
      }
      await expect(relay.query('SELECT changes FROM event_detail')).rejects.toThrow(/permission denied/);
    } finally {
      await relay.end();
    }
  });

  it('knows from where each event came', async () => {
    const organizationId = await harness.organization();
    const request = { id: newId(), address: '203.0.113.7', userAgent: 'Browser "1"' };
    await harness.unitOfWork.run(harness.actor(organizationId, { request }), async (work) => {
      work.record({ kind: 'lead.changed', subject: 'lead', subjectId: newId(), access: { before: {}, after: {} } });
    });
    const { rows } = await harness.owner.query('SELECT address, user_agent, request_id FROM event WHERE organization_id = $1', [organizationId]);
    expect(rows).toEqual([{ address: request.address, user_agent: request.userAgent, request_id: request.id }]);
  });

  it('reads what lies behind a position, with the head, and nothing of other organizations', async () => {
    const [organizationId, other] = [await harness.organization(), await harness.organization()];
    const ids: string[] = [];
    for (let count = 0; count < 5; count++) ids.push(await harness.write(organizationId));
    await harness.write(other);
    await harness.assign();
    const page = await harness.log.read(organizationId, 1, 3);
    expect(page.events.map((event) => [event.position, event.subjectId])).toEqual([[2, ids[1]], [3, ids[2]], [4, ids[3]]]);
    expect(page).toMatchObject({ head: 5, active: true, accessVersion: '1' });
    expect(await harness.log.read(organizationId, 5, 3)).toMatchObject({ events: [], head: 5 });
    expect(await harness.log.read(newId(), 0, 3)).toMatchObject({ events: [], head: 0, active: false });
  });

  it('brings back everything an event says', async () => {
    const organizationId = await harness.organization();
    const [subjectId, project, customerId] = [newId(), newId(), newId()];
    const occurredAt = new Date('2024-02-29T12:34:56.789Z');
    await harness.unitOfWork.run(harness.actor(organizationId, { historical: true }), async (work) => {
      work.record({
        kind: 'task.completed', subject: 'task', subjectId, related: [project], occurredAt,
        changes: { status: { before: 'TODO', after: 'COMPLETED' } },
        access: { before: { customerId, sharedWithClient: false }, after: { customerId, assigneeIds: [subjectId], ownerId: null } },
        progress: [{ node: 'project', id: project, workTotal: '9007199254740993', workDone: '5', status: 'IN_PROGRESS', sharedWithClient: true }],
      });
    });
    await harness.assign();
    const { events } = await harness.log.read(organizationId, 0, 10);
    expect(events).toEqual([{
      organizationId, position: 1, id: expect.stringMatching(/^\d+$/) as string, kind: 'task.completed', subject: 'task', subjectId,
      related: [project], actorId: null, requestId: expect.any(String) as string, historical: true, occurredAt,
      accessBefore: { customerId, sharedWithClient: false }, accessAfter: { customerId, assigneeIds: [subjectId], ownerId: null },
      progress: [{ node: 'project', id: project, workTotal: '9007199254740993', workDone: '5', status: 'IN_PROGRESS', sharedWithClient: true }],
    }]);
  });

  it('has a hash chain that TypeScript recomputes from the rows alone', async () => {
    const organizationId = await harness.organization();
    const odd = 'quote " backslash \\ tab \t newline \n bell \u0007 euro € smile 😀 separator \u2028';
    for (let count = 0; count < 20; count++) {
      await harness.write(organizationId, {
        kind: `lead.${odd}`, related: count % 2 ? [newId(), newId()] : [],
        access: { before: count % 3 ? { departmentId: newId(), sharedWithClient: true } : null, after: count % 5 ? {} : null },
        changes: { name: { before: null, after: odd } },
        progress: count % 4 ? [{ node: 'task', id: newId(), workTotal: '1', workDone: '0', status: odd, sharedWithClient: false }] : [],
      });
    }
    await harness.assign(7);
    await harness.assign(7);
    await harness.assign(7);
    const events = await harness.chain(organizationId);
    expect(events).toHaveLength(20);
    expect(checkChain(events)).toEqual({ wrongAt: null, last: events[19]?.hash });
    const { rows } = await harness.owner.query<{ hash: Buffer }>('SELECT hash FROM organization_position WHERE organization_id = $1', [organizationId]);
    expect(rows[0]?.hash).toEqual(events[19]?.hash);
  });

  it.each([
    ['kind', "'lead.lost'"], ['subject_id', 'gen_random_uuid()'], ['related', 'ARRAY[gen_random_uuid()]'], ['actor_id', 'gen_random_uuid()'],
    ['access_after', "'{\"ownerId\": null}'"], ['access_before', 'NULL'], ['progress', "'[]'"], ['historical', 'true'],
    ['detail_digest', "sha256('x')"], ['occurred_at', "occurred_at + interval '1 microsecond'"], ['request_id', "'x'"], ['actor_tier', "'ADMIN'"],
  ])('has a chain that breaks at the first event whose %s was changed', async (column, value) => {
    const organizationId = await harness.organization();
    for (let count = 0; count < 3; count++) await harness.write(organizationId, { access: { before: {}, after: {} } });
    await harness.assign();
    await harness.owner.query(`UPDATE event SET ${column} = ${value} WHERE id = (SELECT event_id FROM event_position WHERE organization_id = $1 AND position = 2)`, [organizationId]);
    expect(checkChain(await harness.chain(organizationId)).wrongAt).toBe(2);
  });

  it('keeps changed values and the origin out of the chain but holds their salted digest', async () => {
    const organizationId = await harness.organization();
    await harness.write(organizationId, { changes: { email: { before: null, after: 'a@example.com' } } });
    const { rows } = await harness.owner.query<{ same: boolean; changes: unknown }>(
      `SELECT e.detail_digest = app.detail_digest(d.salt, d.changes, e.address, e.user_agent) AS same, d.changes FROM event e JOIN event_detail d ON d.event_id = e.id
       WHERE e.organization_id = $1`, [organizationId]);
    expect(rows).toEqual([{ same: true, changes: { email: { before: null, after: 'a@example.com' } } }]);
  });
});
