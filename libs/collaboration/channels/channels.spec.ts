import { type Actor, AppError, newId } from '@throughline/platform/kernel';
import { createTestDatabase, seedOrganization, testActor, type TestDatabase, type TestOrganization, type TestUser } from '@throughline/testing';
import { Client } from 'pg';
import { type Channels, openChannels } from './testing/channels.js';

describe('speaking in channels', () => {
  let database: TestDatabase;
  let owner: Client;
  let channels: Channels;
  let agency: TestOrganization;
  let ana: Actor;
  let ben: Actor;
  let boss: Actor;
  let clara: Actor;
  let projectId: string;
  let projectChannel: string;

  const staff = (user: TestUser, ...more: string[]): Actor =>
    testActor({ organizationId: agency.id, userId: user.id, grants: ['channel.read', 'channel.create', 'channel.post', 'project.read', ...more] });

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    channels = await openChannels(database.appUrl);
    agency = await seedOrganization(database);
    const customerId = await agency.addCustomer();
    ana = staff(agency.users.TEAM_LEAD, 'channel.postToClient');
    ben = staff(agency.users.TEAM_MEMBER);
    boss = staff(agency.users.ADMIN, 'channel.export', 'channel.retain', 'channel.postToClient');
    const { id } = await agency.addUser({ name: 'Clara', roles: ['CLIENT_MEMBER'], customerId });
    clara = testActor({ organizationId: agency.id, userId: id, tier: 'CLIENT', customerIds: [customerId], grants: ['channel.read', 'channel.postToClient', 'channel.post', 'project.read'].map((name) => `${name}:CUSTOMER`) });
    projectId = newId();
    await owner.query(
      `INSERT INTO project (id, organization_id, number, name, customer_id, currency, shared_with_client) VALUES ($1, $2, 'PRJ-1', 'Website', $3, 'USD', true)`, [projectId, agency.id, customerId]);
    projectChannel = await channels.records.open(ana, 'project', projectId);
  });
  afterAll(async () => {
    await owner?.end();
    await channels?.close();
    await database?.drop();
  });

  const refusal = (attempt: Promise<unknown>): Promise<string> => attempt.then(() => 'ALLOWED', (error: unknown) => {
    if (!(error instanceof AppError)) throw error;
    return error.code;
  });
  const state = async (id: string): Promise<{ all: number; client: number }> =>
    (await owner.query<{ all: number; client: number }>('SELECT last_sequence::int AS all, last_client_sequence::int AS client FROM channel WHERE id = $1', [id])).rows[0]!;
  const mark = async (id: string, userId: string | null): Promise<unknown> =>
    (await owner.query('SELECT last_read_sequence::int AS all, last_read_client_sequence::int AS client, following FROM channel_reader WHERE channel_id = $1 AND user_id = $2', [id, userId])).rows[0];

  it('gives every message the next place, however many speak at once', async () => {
    const id = await channels.starting.create(ana, { kind: 'GROUP', name: 'Busy', memberIds: [ben.userId!] });
    const places = await Promise.all(Array.from({ length: 24 }, (_, index) => channels.speak(index % 2 ? ana : ben, id)));
    expect(places.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1));
    expect(await state(id)).toEqual({ all: 24, client: 0 });
  });

  it('a place that was not used after all is given to the next', async () => {
    const id = await channels.starting.create(ana, { kind: 'GROUP', memberIds: [ben.userId!] });
    await expect(channels.unitOfWork.run(ana, async (work) => {
      await channels.repository.takeSequence(work, id, 'INTERNAL');
      throw new Error('no');
    })).rejects.toThrow('no');
    expect(await channels.speak(ana, id)).toBe(1n);
  });

  it('counts both sides apart, and what one has said oneself is read', async () => {
    const before = await state(projectChannel);
    await channels.speak(ana, projectChannel);
    const place = await channels.speak(ana, projectChannel, 'CLIENT');
    await channels.speak(clara, projectChannel, 'CLIENT');
    expect(await state(projectChannel)).toEqual({ all: before.all + 3, client: before.client + 2 });
    expect(await mark(projectChannel, ana.userId)).toEqual({ all: Number(place), client: before.client + 1, following: true });
    expect(await mark(projectChannel, clara.userId)).toEqual({ all: Number(place) + 1, client: before.client + 2, following: true });
  });

  it('asks for the right to this side', async () => {
    expect(await refusal(channels.speak(ben, projectChannel, 'CLIENT'))).toBe('FORBIDDEN');
    expect(await refusal(channels.speak(clara, projectChannel))).toBe('FORBIDDEN');
    const group = await channels.starting.create(ana, { kind: 'GROUP', memberIds: [ben.userId!] });
    expect(await refusal(channels.speak(ana, group, 'CLIENT'))).toBe('PRECONDITION_FAILED');
    expect(await refusal(channels.speak(boss, group))).toBe('NOT_FOUND');
    expect(await refusal(channels.speak(ana, newId()))).toBe('NOT_FOUND');
    await owner.query('UPDATE channel SET archived_at = now() WHERE id = $1', [group]);
    expect(await refusal(channels.speak(ana, group))).toBe('PRECONDITION_FAILED');
    const late = channels.unitOfWork.run(ana, (work) => channels.repository.takeSequence(work, group, 'INTERNAL'));
    expect(await refusal(late)).toBe('PRECONDITION_FAILED');
  });

  it('whoever is named finds it on their list and among their mentions, until they have read it', async () => {
    const named = agency.users.QA_REVIEWER;
    const place = await channels.speak(ana, projectChannel, 'INTERNAL', [named.id]);
    const mentions = async (): Promise<number[]> =>
      (await owner.query<{ sequence: number }>('SELECT sequence::int FROM channel_mention WHERE user_id = $1', [named.id])).rows.map(({ sequence }) => sequence);
    expect(await mentions()).toEqual([Number(place)]);
    expect(await mark(projectChannel, named.id)).toMatchObject({ all: Number(place) - 1, following: true });
    const reviewer = staff(named);
    await channels.reading.markRead(reviewer, projectChannel, place - 1n);
    expect(await mentions()).toEqual([Number(place)]);
    await channels.reading.markRead(reviewer, projectChannel, place);
    expect(await mentions()).toEqual([]);
  });

  it('a reading mark is the same place on both counts', async () => {
    const id = await channels.records.open(ana, 'project', projectId);
    const sides = ['INTERNAL', 'CLIENT', 'INTERNAL', 'CLIENT', 'INTERNAL'] as const;
    const first = (await state(id)).all;
    for (const side of sides) {
      const sequence = await channels.speak(ana, id, side);
      channels.history.messages.push({ channelId: id, id: newId(), sequence, side, postedAt: new Date(), authorId: null, authorName: null, threadId: null, body: side, editedAt: null, deletedAt: null, files: [] });
    }
    channels.history.messages = channels.history.messages.filter((message) => message.sequence > BigInt(first));
    const reader = staff(agency.users.PROJECT_MANAGER);
    await channels.reading.markRead(reader, id, BigInt(first + 3));
    expect(await mark(id, reader.userId)).toMatchObject({ all: first + 3, client: 1 });
    await channels.reading.markRead(reader, id, BigInt(first + 5));
    expect(await mark(id, reader.userId)).toMatchObject({ all: first + 5, client: (await state(id)).client });
  });

  it('a direct conversation comes onto the other\'s list when somebody speaks in it, and back when it was taken off', async () => {
    const id = await channels.starting.openDirect(ana, ben.userId!);
    expect(await mark(id, ben.userId)).toBeUndefined();
    await channels.speak(ana, id);
    expect(await mark(id, ben.userId)).toMatchObject({ all: 0, following: true });
    await channels.reading.setPreferences(ben, id, { following: false });
    await channels.speak(ana, id);
    expect(await mark(id, ben.userId)).toMatchObject({ following: true });
  });

  it('old messages go, each channel at its own time, and the log says how many', async () => {
    const now = new Date('2030-06-30T00:00:00Z');
    const [short, usual, kept] = [await channels.starting.create(ana, { kind: 'GROUP', name: 'Short', memberIds: [ben.userId!] }), projectChannel, await channels.starting.create(ana, { kind: 'PRIVATE', name: 'Kept', memberIds: [] })];
    await owner.query(`UPDATE channel SET created_at = '2029-01-01', last_sequence = greatest(last_sequence, 700)`);
    await owner.query(`UPDATE channel SET retention_days = CASE WHEN id = $1 THEN 7 WHEN id = $2 THEN 36500 END`, [short, kept]);
    await channels.settings.update(boss, 0, 90);
    const message = (channelId: string, sequence: number, day: string): Channels['history']['messages'][number] => ({
      channelId, id: newId(), sequence: BigInt(sequence), side: 'INTERNAL', postedAt: new Date(day), authorId: null, authorName: null, threadId: null, body: '', editedAt: null, deletedAt: null, files: [],
    });
    channels.history.messages = [
      ...Array.from({ length: 600 }, (_, index) => message(short, index + 1, '2030-06-22')), message(short, 601, '2030-06-24'),
      message(usual, 1, '2030-03-31'), message(usual, 2, '2030-04-02'), message(kept, 1, '2029-01-02'),
    ];
    expect(await channels.retention.expire(boss, now)).toBe(601);
    expect(channels.history.messages.map(({ channelId, sequence }) => [channelId, sequence])).toEqual([[short, 601n], [usual, 2n], [kept, 1n]]);
    const { rows } = await owner.query<{ count: number }>(`SELECT (d.changes->'messages'->>'before')::int AS count FROM event e JOIN event_detail d ON d.event_id = e.id WHERE kind = 'channel.messagesExpired' AND subject_id = $1 ORDER BY e.id`, [short]);
    expect(rows.map(({ count }) => count)).toEqual([500, 100]);
    expect(await channels.retention.expire(boss, now)).toBe(0);
  });

  it('is exported whole by whoever may, and the export is on record', async () => {
    channels.history.messages = Array.from({ length: 1_001 }, (_, index) => ({
      channelId: projectChannel, id: newId(), sequence: BigInt(index + 1), side: 'CLIENT', postedAt: new Date('2030-01-01'), authorId: ana.userId, authorName: 'Ana', threadId: null,
      body: index === 0 ? '=1+1, "said"\nsecond line' : 'x', editedAt: null, deletedAt: null, files: ['plan.pdf'],
    }));
    const text = async (format: 'CSV' | 'JSONL'): Promise<string> => {
      let all = '';
      for await (const piece of await channels.exports.start(boss, projectChannel, format)) all += piece;
      return all;
    };
    const csv = await text('CSV');
    expect(csv).toContain(`1,2030-01-01T00:00:00.000Z,CLIENT,${ana.userId},Ana,`);
    expect(csv).not.toContain(',=1+1');
    expect((await text('JSONL')).trimEnd().split('\n').map((line) => (JSON.parse(line) as { sequence: string }).sequence)).toEqual(Array.from({ length: 1_001 }, (_, index) => String(index + 1)));
    const { rows } = await owner.query(`SELECT related FROM event WHERE kind = 'data.exported' ORDER BY id`);
    expect(rows).toEqual([{ related: [projectChannel, projectId] }, { related: [projectChannel, projectId] }]);
    expect(await refusal(channels.exports.start(ana, projectChannel, 'CSV'))).toBe('FORBIDDEN');
    expect(await refusal(channels.exports.start(boss, await channels.starting.openDirect(ana, ben.userId!), 'CSV'))).toBe('NOT_FOUND');
  });
});
