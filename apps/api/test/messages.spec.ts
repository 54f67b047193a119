import { CategoryService } from '@throughline/delivery/categories';
import { newId } from '@throughline/platform/kernel';
import { testActor, type TestUser } from '@throughline/testing';
import { type ApiClient, bootTwoOrganizations, codesOf, expectFourCallers, signInAs, type TwoOrganizations } from '@throughline/testing/api';
import { insertPrivateChannel, insertProject, insertProjectChannel } from '../../../libs/collaboration/messages/testing/chat-rows.js';
import { ReadConnections } from '../../../libs/platform/read/session/read-connections.js';

const mutation = (name: string, selection: string, input = `${name[0]!.toUpperCase()}${name.slice(1)}Input`): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${selection} errors { code message path details } } }`;
const MESSAGE = `message { id version sequence side body threadId replyCount lastReplyAt createdAt editedAt deletedAt publishedAt pinnedAt author { id name } pinnedBy { id } mentions { kind id name }
  reactions { emoji count mine users { name } } revisions { body editedBy { name } } files { id } linkedSubject linkedId linkedName viewerCan { move allowed reason } }`;
const POST = mutation('postMessage', MESSAGE);
const EDIT = mutation('editMessage', MESSAGE);
const DELETE = mutation('deleteMessage', MESSAGE);
const PUBLISH = mutation('publishMessage', MESSAGE);
const REACT = mutation('setReaction', MESSAGE);
const PIN = mutation('pinMessage', MESSAGE);
const LINK = mutation('linkMessage', MESSAGE);
const TASK = mutation('createTaskFromMessage', `${MESSAGE} taskId`);
const TICKET = mutation('createTicketFromMessage', `${MESSAGE} ticketId`);
const PAGE = `query ($channelId: ID!, $threadId: ID, $side: MessageSide, $pinned: Boolean, $before: BigInt, $after: BigInt, $around: BigInt, $onDate: Date, $first: Int! = 50) {
  messages(channelId: $channelId, threadId: $threadId, side: $side, pinned: $pinned, beforeSequence: $before, afterSequence: $after, aroundSequence: $around, onDate: $onDate, first: $first) {
    hasEarlier hasLater nodes { id sequence body side replyCount reactions { emoji count } author { name } files { id } revisions { body } linkedName viewerCan { move allowed } } } }`;
const SEARCH = `query ($search: String, $channelId: ID, $authorId: ID, $from: DateTime, $to: DateTime, $hasFile: Boolean, $first: Int! = 50, $after: String) {
  searchMessages(search: $search, channelId: $channelId, authorId: $authorId, from: $from, to: $to, hasFile: $hasFile, first: $first, after: $after) {
    nodes { id body author { name } } edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`;
const CANDIDATES = `query ($channelId: ID!, $side: MessageSide!, $search: String, $first: Int! = 8) { mentionCandidates(channelId: $channelId, side: $side, search: $search, first: $first) { kind id name canSee reason } }`;
const READERS = 'query ($channelId: ID!) { clientReaders(channelId: $channelId) { name canSee } }';

interface Message {
  id: string; version: number; sequence: string; side: string; body: string | null; replyCount: number; createdAt: string; publishedAt: string | null; editedAt: string | null;
  mentions: { kind: string; id: string | null; name: string }[]; reactions: { emoji: string; count: number; mine: boolean }[]; revisions: { body: string }[];
  linkedSubject: string | null; linkedId: string | null; linkedName: string | null; viewerCan: { move: string; allowed: boolean; reason: string | null }[];
}
interface Page { messages: { hasEarlier: boolean; hasLater: boolean; nodes: Message[] } }
interface Found { searchMessages: { nodes: Message[]; edges: { cursor: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } }
type Side = 'INTERNAL' | 'CLIENT';

describe('messages', () => {
  let world: TwoOrganizations;
  let customerId: string;
  let projectId: string;
  let channelId: string;
  let bakers: TestUser;
  let lead: ApiClient;
  let member: ApiClient;
  let manager: ApiClient;
  let client: ApiClient;
  let agent: ApiClient;
  let elsewhere: ApiClient;

  beforeAll(async () => {
    world = await bootTwoOrganizations();
    const { api, owner, agency, other } = world;
    await api.app.nest.get(CategoryService, { strict: false }).ensureDefaults(testActor({ organizationId: agency.id }), { WEB: agency.departments.web });
    customerId = await agency.addCustomer();
    bakers = await agency.addUser({ name: 'Bea Baker', roles: ['CLIENT_OWNER'], customerId });
    projectId = await insertProject(owner, agency, customerId, { ownerId: agency.users.PROJECT_MANAGER.id });
    channelId = await insertProjectChannel(owner, agency.id, projectId);
    lead = await signInAs(api, agency.users.TEAM_LEAD.email);
    member = await signInAs(api, agency.users.TEAM_MEMBER.email);
    manager = await signInAs(api, agency.users.DEPARTMENT_MANAGER.email);
    agent = await signInAs(api, agency.users.MARKETING.email);
    client = await signInAs(api, bakers.email);
    elsewhere = await signInAs(api, other.users.DEPARTMENT_MANAGER.email);
  });
  afterAll(() => world?.close());

  const post = async (who: ApiClient, body: string, more: Record<string, unknown> = {}): Promise<Message> =>
    (await who.ask<{ postMessage: { message: Message } }>(POST, { input: { channelId, side: 'INTERNAL', body, ...more } })).postMessage.message;
  const toClient = (who: ApiClient, body: string, more: Record<string, unknown> = {}): Promise<Message> => post(who, body, { side: 'CLIENT', ...more });
  const page = async (who: ApiClient, variables: Record<string, unknown> = {}): Promise<Page['messages']> => (await who.ask<Page>(PAGE, { channelId, ...variables })).messages;
  const search = async (who: ApiClient, variables: Record<string, unknown>): Promise<(string | null)[]> => (await who.ask<Found>(SEARCH, variables)).searchMessages.nodes.map(({ body }) => body);
  const problems = async (who: ApiClient, document: string, variables: object): Promise<string[]> => {
    const { data, errors } = await who.send<Record<string, { errors?: { code: string; path: string[] }[] }>>(document, variables);
    return [...errors.map(({ extensions: { code } }) => code), ...Object.values(data ?? {}).flatMap((value) => value?.errors ?? []).map(({ code, path }) => `${code} ${path.join('.')}`)];
  };
  /** A channel of its own, for tests that count. */
  const fresh = async (): Promise<string> => insertProjectChannel(world.owner, world.agency.id, await insertProject(world.owner, world.agency, customerId, { ownerId: world.agency.users.PROJECT_MANAGER.id }));
  const statements = async (ask: () => Promise<unknown>): Promise<number> => {
    const run = jest.spyOn(world.api.app.nest.get(ReadConnections, { strict: false }), 'run');
    try {
      await ask();
      return run.mock.calls.flatMap(([sent]) => sent.filter(({ name }) => name !== 'enter')).length;
    } finally {
      run.mockRestore();
    }
  };

  describe('four callers', () => {
    const callers = (right: ApiClient, wrongPerson: 'NOT_FOUND' | 'FORBIDDEN' = 'NOT_FOUND'): Pick<Parameters<typeof expectFourCallers>[0], 'api' | 'right' | 'wrongPerson' | 'wrongOrganization' | 'codes'> =>
      ({ api: world.api, right, wrongPerson: agent, wrongOrganization: elsewhere, codes: { wrongPerson } });

    it('of posting, editing and deleting', async () => {
      const { postMessage } = await expectFourCallers<{ postMessage: { message: Message } }>({ ...callers(member), operation: POST, variables: { input: { channelId, side: 'INTERNAL', body: 'Four callers' } } });
      const { id } = postMessage.message;
      const { editMessage } = await expectFourCallers<{ editMessage: { message: Message } }>({ ...callers(member), operation: EDIT, variables: { input: { id, version: 1, body: 'Four more callers' } } });
      expect(editMessage.message).toMatchObject({ version: 2, body: 'Four more callers' });
      await expectFourCallers({ ...callers(manager), operation: DELETE, variables: { input: { id, version: 2 } } });
    });

    it('of publishing, reacting, pinning and linking', async () => {
      const { id } = await post(member, 'To be shown');
      await expectFourCallers({ ...callers(lead), operation: REACT, variables: { input: { id, emoji: '👍', on: true } } });
      await expectFourCallers({ ...callers(lead), operation: PIN, variables: { input: { id, pinned: true } } });
      await expectFourCallers({ ...callers(lead), operation: LINK, variables: { input: { id, linkedSubject: 'project', linkedId: projectId } } });
      await expectFourCallers({ ...callers(lead, 'FORBIDDEN'), operation: PUBLISH, variables: { input: { id, version: 1 } } });
    });

    it('of making a task and a ticket', async () => {
      const { id } = await post(member, 'The oven page is broken\nIt shows a 404.');
      const made = await expectFourCallers<{ createTaskFromMessage: { taskId: string; message: Message } }>({ ...callers(lead, 'FORBIDDEN'), operation: TASK, variables: { input: { id, projectId, name: 'Mend the oven page' } } });
      expect(made.createTaskFromMessage).toMatchObject({ taskId: expect.any(String) as string, message: { linkedSubject: 'task', linkedName: 'Mend the oven page' } });
      await expectFourCallers({ ...callers(manager, 'FORBIDDEN'), operation: TICKET, variables: { input: { id, kind: 'SUPPORT' } } });
    });
  });

  it('posts in order without gaps, also from many at once, and a repeat is the same message', async () => {
    const id = await fresh();
    const people = [lead, member, manager];
    await Promise.all(Array.from({ length: 30 }, (_, index) => post(people[index % 3]!, `Number ${index}`, { channelId: id, side: index % 3 === 0 ? 'CLIENT' : 'INTERNAL' })));
    const send = (): ReturnType<ApiClient['send']> => member.send(POST, { input: { channelId: id, side: 'INTERNAL', body: 'Once' } }, { 'idempotency-key': 'chat-once' });
    const answers = await Promise.all([send(), send(), send()]);
    expect(new Set(answers.map(({ data }) => (data as { postMessage: { message: Message } }).postMessage.message.id)).size).toBe(1);
    const { nodes } = await page(member, { channelId: id });
    expect(nodes.map(({ sequence }) => Number(sequence))).toEqual(Array.from({ length: 31 }, (_, index) => index + 1));
    expect(nodes.filter(({ body }) => body === 'Once')).toHaveLength(1);
    const theirs = await page(client, { channelId: id });
    expect(theirs.nodes.map(({ sequence }) => Number(sequence))).toEqual(Array.from({ length: 10 }, (_, index) => index + 1));
    const { rows } = await world.owner.query('SELECT count(*)::int AS n, bool_and(ordered) AS ordered FROM (SELECT created_at >= lag(created_at, 1, created_at) OVER (ORDER BY sequence) AS ordered FROM message WHERE channel_id = $1) o', [id]);
    expect(rows).toEqual([{ n: 31, ordered: true }]);
  });

  it('pages before, behind, around and by date, and costs two statements at most however long the channel is', async () => {
    const id = await fresh();
    for (let count = 1; count <= 12; count++) await post(member, `m${count}`, { channelId: id });
    const shown = async (variables: object): Promise<string> => {
      const { nodes, hasEarlier, hasLater } = await page(member, { channelId: id, first: 4, ...variables });
      return `${hasEarlier ? '<' : '|'} ${nodes.map(({ sequence }) => sequence).join(' ')} ${hasLater ? '>' : '|'}`;
    };
    expect([
      await shown({}), await shown({ before: '9' }), await shown({ before: '4' }), await shown({ before: '1' }), await shown({ after: '4' }), await shown({ after: '9' }), await shown({ after: '12' }),
      await shown({ around: '6' }), await shown({ around: '1' }), await shown({ around: '12' }), await shown({ around: '99' }), await shown({ first: 200 }),
    ]).toEqual(['< 9 10 11 12 |', '< 5 6 7 8 >', '| 1 2 3 >', '|  >', '< 5 6 7 8 >', '< 10 11 12 |', '<  |', '< 4 5 6 7 >', '| 1 2 >', '< 10 11 12 |', '< 11 12 |', '| 1 2 3 4 5 6 7 8 9 10 11 12 |']);
    await world.owner.query(`UPDATE message SET created_at = '2026-03-01T12:00Z'::timestamptz + (sequence / 5) * interval '2 days' WHERE channel_id = $1`, [id]);
    expect([await shown({ onDate: '2026-03-02' }), await shown({ onDate: '2026-03-03' }), await shown({ onDate: '2025-01-01' }), await shown({ onDate: '2027-01-01' })])
      .toEqual(['< 3 4 5 6 >', '< 3 4 5 6 >', '| 1 2 >', '< 11 12 |']);
    expect(await problems(member, PAGE, { channelId: id, before: '3', after: '1' })).toEqual(['VALIDATION_FAILED']);
    expect(await problems(agent, PAGE, { channelId: id })).toEqual(['NOT_FOUND']);
    expect(await statements(() => page(member, { channelId: id }))).toBe(1);
    expect(await statements(() => page(member, { channelId: id, around: '6' }))).toBe(1);
  });

  it('keeps the trace of what was edited and deleted, for those who may see it', async () => {
    const { id, createdAt } = await post(member, 'First words');
    const { editMessage: { message } } = await member.ask<{ editMessage: { message: Message } }>(EDIT, { input: { id, version: 1, body: 'Second words' } });
    expect(message).toMatchObject({ body: 'Second words', createdAt, editedAt: expect.any(String) as string, revisions: [{ body: 'First words' }] });
    expect(await problems(lead, EDIT, { input: { id, version: 2, body: 'Not mine' } })).toEqual(['FORBIDDEN']);
    expect(await problems(member, EDIT, { input: { id, version: 1, body: 'Stale' } })).toEqual(['CONFLICT version']);
    const { deleteMessage: { message: gone } } = await member.ask<{ deleteMessage: { message: Message } }>(DELETE, { input: { id, version: 2 } });
    expect(gone).toMatchObject({ body: null, mentions: [], deletedAt: expect.any(String) as string, revisions: [{ body: 'Second words' }, { body: 'First words' }] });
    const seen = async (who: ApiClient): Promise<unknown> => (await page(who)).nodes.find((each) => each.id === id)?.revisions.length;
    expect([await seen(manager), await seen(lead), await seen(member)]).toEqual([2, 0, 2]);
    expect(await problems(member, EDIT, { input: { id, version: 3, body: 'Back' } })).toEqual(['PRECONDITION_FAILED id']);
    expect(await problems(member, REACT, { input: { id, emoji: '👍', on: true } })).toEqual(['PRECONDITION_FAILED id']);
  });

  it('speaks to nobody who cannot hear it', async () => {
    const mention = `Dear @[The client](user:${bakers.id})`;
    expect(await problems(member, POST, { input: { channelId, side: 'INTERNAL', body: mention } })).toEqual(['PRECONDITION_FAILED body']);
    expect(await problems(member, POST, { input: { channelId, side: 'INTERNAL', body: 'Dear @[Owners](role:CLIENT_OWNER)' } })).toEqual(['PRECONDITION_FAILED body']);
    expect((await post(member, `\`${mention}\``)).mentions).toEqual([]);
    const { mentions, body } = await toClient(lead, mention);
    expect([mentions, body]).toEqual([[{ kind: 'USER', id: bakers.id, name: 'Bea Baker' }], `Dear @[Bea Baker](user:${bakers.id})`]);
    const { id } = await post(member, 'Innocent');
    expect(await problems(member, EDIT, { input: { id, version: 1, body: mention } })).toEqual(['PRECONDITION_FAILED body']);
    expect(await problems(member, POST, { input: { channelId, side: 'INTERNAL', body: `@[Nobody](user:${newId()})` } })).toEqual(['VALIDATION_FAILED body']);
    // A client addresses whom they can know of, and learns no other name.
    expect(await problems(client, POST, { input: { channelId, side: 'CLIENT', body: `@[x](user:${world.agency.users.HR.id})` } })).toEqual(['VALIDATION_FAILED body']);
    expect(await problems(client, POST, { input: { channelId, side: 'CLIENT', body: '@[x](role:TEAM_LEAD)' } })).toEqual(['VALIDATION_FAILED body']);
    expect((await toClient(client, `@[x](user:${world.agency.users.PROJECT_MANAGER.id}) @[y](user:${world.agency.users.TEAM_LEAD.id})`)).mentions.map(({ name }) => name)).toEqual(['project manager', 'team lead']);
  });

  it('warns before it speaks to somebody who would not see it', async () => {
    const candidates = async (who: ApiClient, side: Side, text: string): Promise<string[]> =>
      (await who.ask<{ mentionCandidates: { kind: string; name: string; canSee: boolean; reason: string | null }[] }>(CANDIDATES, { channelId, side, search: text, first: 20 }))
        .mentionCandidates.map(({ kind, name, canSee, reason }) => `${kind} ${name} ${canSee ? 'sees' : reason}`);
    expect(await candidates(member, 'INTERNAL', 'bea')).toEqual(['USER Bea Baker Clients cannot see internal messages.']);
    expect(await candidates(lead, 'CLIENT', 'bak')).toEqual(['USER Bea Baker sees']);
    expect(await candidates(member, 'INTERNAL', 'team')).toEqual(expect.arrayContaining(['USER team lead sees', 'USER team member sees', 'ROLE Team Lead sees']));
    expect(await candidates(member, 'INTERNAL', 'marketing')).toContain('USER marketing marketing cannot see this channel and would not be told.');
    expect(await candidates(member, 'INTERNAL', 'chan')).toEqual(['CHANNEL channel sees']);
    expect((await candidates(client, 'CLIENT', '')).filter((line) => line.startsWith('ROLE') || line.includes('marketing'))).toEqual([]);
    expect(await problems(client, CANDIDATES, { channelId, side: 'INTERNAL' })).toEqual(['FORBIDDEN']);
    expect(await problems(agent, CANDIDATES, { channelId, side: 'INTERNAL' })).toEqual(['NOT_FOUND']);
  });

  it('names the client\'s people who will read what is said to them', async () => {
    const readers = async (who: ApiClient): Promise<string[]> =>
      (await who.ask<{ clientReaders: { name: string; canSee: boolean }[] }>(READERS, { channelId })).clientReaders.map(({ name, canSee }) => `${name} ${canSee}`);
    expect(await readers(lead)).toEqual(['Bea Baker true']);
    expect(await readers(client)).toEqual([]);
    expect(await problems(agent, READERS, { channelId })).toEqual(['NOT_FOUND']);
    expect(await problems(elsewhere, READERS, { channelId })).toEqual(['NOT_FOUND']);
  });

  it('tells the client nothing of the internal side', async () => {
    const id = await fresh();
    const secret = 'zanzibarite';
    const said = async (who: ApiClient, side: Side, body: string, more = {}): Promise<Message> => post(who, body, { channelId: id, side, ...more });
    const root = await said(client, 'CLIENT', 'When will it be ready?');
    const hidden = await said(member, 'INTERNAL', `Never, says ${secret}`, { threadId: root.id });
    await lead.ask(REACT, { input: { id: hidden.id, emoji: '😂', on: true } });
    await said(lead, 'INTERNAL', `Another ${secret}`);
    const answer = await said(lead, 'CLIENT', 'Next week.', { threadId: root.id });
    await said(lead, 'INTERNAL', '@channel look');
    const text = JSON.stringify([
      await client.send(PAGE, { channelId: id }), await client.send(PAGE, { channelId: id, threadId: root.id }), await client.send(PAGE, { channelId: id, side: 'INTERNAL' }),
      await client.send(SEARCH, { search: secret }), await client.send(SEARCH, { search: 'zanzibarit' }), await client.send(SEARCH, { search: 'zanzibbarite', channelId: id }), await client.send(SEARCH, { channelId: id }),
      await client.send(`query ($id: ID!) { message(id: $id) { body } }`, { id: hidden.id }), await client.send(`query ($id: ID!) { recordHistory(subject: "message", id: $id) { entries { kind } } }`, { id: hidden.id }),
      await client.send(CANDIDATES, { channelId: id, side: 'CLIENT', search: '' }),
      await client.send('query ($id: ID!) { channel(id: $id) { lastSequence unread unreadMentions lastMessageAt } }', { id }),
    ]);
    expect(text).not.toContain(secret);
    for (const leak of [hidden.id, '😂', 'INTERNAL']) expect(text.replaceAll('"side":"INTERNAL"', '"side"').includes(leak)).toBe(false);
    expect((await page(client, { channelId: id })).nodes.map(({ sequence, body, replyCount }) => [sequence, body, replyCount])).toEqual([['1', 'When will it be ready?', 1], ['2', 'Next week.', 0]]);
    expect((await page(lead, { channelId: id })).nodes.map(({ sequence, replyCount }) => [sequence, replyCount])).toEqual([['1', 2], ['2', 0], ['3', 0], ['4', 0], ['5', 0]]);
    const { channel } = await client.ask<{ channel: { lastSequence: string; unread: number; unreadMentions: number } }>('query ($id: ID!) { channel(id: $id) { lastSequence unread unreadMentions } }', { id });
    expect(channel).toEqual({ lastSequence: '2', unread: 1, unreadMentions: 0 });
    expect(await problems(client, POST, { input: { channelId: id, side: 'INTERNAL', body: 'Hello?' } })).toEqual(['FORBIDDEN']);
    expect(await problems(client, POST, { input: { channelId: id, side: 'CLIENT', body: 'Hello?', threadId: hidden.id } })).toEqual(['NOT_FOUND threadId']);
    expect(await problems(client, REACT, { input: { id: hidden.id, emoji: '👍', on: true } })).toEqual(['NOT_FOUND id']);
    expect(await problems(lead, POST, { input: { channelId: id, side: 'CLIENT', body: 'Oops', threadId: hidden.id } }).then((found) => found.length)).toBe(0);
    expect(answer.side).toBe('CLIENT');
  });

  it('shows an internal message to the client as if it were said now', async () => {
    const id = await fresh();
    const early = await post(member, 'Draft of the answer', { channelId: id });
    await member.ask(EDIT, { input: { id: early.id, version: 1, body: 'The answer' } });
    await lead.ask(REACT, { input: { id: early.id, emoji: '😂', on: true } });
    await post(manager, 'Is this right?', { channelId: id, threadId: early.id });
    await post(lead, 'Something for the client', { channelId: id, side: 'CLIENT' });
    expect(await problems(member, PUBLISH, { input: { id: early.id, version: 2 } })).toEqual(['FORBIDDEN']);
    const { publishMessage: { message } } = await lead.ask<{ publishMessage: { message: Message } }>(PUBLISH, { input: { id: early.id, version: 2 } });
    expect(message).toMatchObject({ side: 'CLIENT', sequence: '1', publishedAt: expect.any(String) as string, createdAt: early.createdAt, replyCount: 1 });
    const { messages: { nodes } } = await client.ask<Page>(`query ($id: ID!) { messages(channelId: $id) { nodes { sequence body createdAt editedAt publishedAt replyCount reactions { emoji } revisions { body } } } }`, { id });
    expect(nodes).toEqual([
      expect.objectContaining({ sequence: '1', body: 'Something for the client' }),
      { sequence: '2', body: 'The answer', createdAt: message.publishedAt, editedAt: null, publishedAt: null, replyCount: 0, reactions: [], revisions: [] },
    ]);
    expect(await problems(lead, PUBLISH, { input: { id: early.id, version: 3 } })).toEqual(['PRECONDITION_FAILED id']);
    const { rows } = await world.owner.query('SELECT last_sequence, last_client_sequence FROM channel WHERE id = $1', [id]);
    expect(rows).toEqual([{ last_sequence: '3', last_client_sequence: '2' }]);
  });

  it('makes no work that the client sees of what was said internally', async () => {
    const internal = await post(member, 'Hidden trouble with the vault');
    const open = await toClient(lead, 'Open trouble');
    const made = async (id: string): Promise<string> => (await lead.ask<{ createTaskFromMessage: { taskId: string } }>(TASK, { input: { id, projectId } })).createTaskFromMessage.taskId;
    const [hidden, shown] = [await made(internal.id), await made(open.id)];
    const { rows } = await world.owner.query('SELECT id, title, description, shared_with_client FROM task WHERE id = ANY ($1) ORDER BY shared_with_client', [[hidden, shown]]);
    expect(rows).toEqual([
      { id: hidden, title: 'Hidden trouble with the vault', description: 'Hidden trouble with the vault', shared_with_client: false }, { id: shown, title: 'Open trouble', description: 'Open trouble', shared_with_client: true },
    ]);
    const { createTicketFromMessage } = await manager.ask<{ createTicketFromMessage: { ticketId: string; message: Message } }>(TICKET, { input: { id: (await post(member, 'Angry @channel')).id, kind: 'COMPLAINT', title: 'Angry' } });
    const ticket = (await world.owner.query('SELECT kind, title, description, customer_id, project_id FROM ticket WHERE id = $1', [createTicketFromMessage.ticketId])).rows;
    expect(ticket).toEqual([{ kind: 'COMPLAINT', title: 'Angry', description: 'Angry @channel', customer_id: customerId, project_id: projectId }]);
  });

  it('links to what its readers may see only', async () => {
    const { id } = await toClient(lead, 'About that');
    const dealId = newId();
    expect(await problems(lead, LINK, { input: { id, linkedSubject: 'deal', linkedId: dealId } })).toEqual(['NOT_FOUND linkedId']);
    expect(await problems(lead, LINK, { input: { id, linkedSubject: 'nonsense', linkedId: dealId } })).toEqual(['NOT_FOUND linkedId']);
    await lead.ask(LINK, { input: { id, linkedSubject: 'project', linkedId: projectId } });
    const linked = async (who: ApiClient): Promise<unknown> => (await who.ask<{ message: Message }>('query ($id: ID!) { message(id: $id) { linkedSubject linkedId linkedName } }', { id })).message;
    expect(await linked(client)).toMatchObject({ linkedSubject: 'project', linkedId: projectId });
    const { rows: [row] } = await world.owner.query<{ id: string }>('SELECT id FROM department WHERE organization_id = $1 LIMIT 1', [world.agency.id]);
    await lead.ask(LINK, { input: { id, linkedSubject: 'department', linkedId: row!.id } });
    expect(await linked(client)).toEqual({ linkedSubject: null, linkedId: null, linkedName: null });
    expect(await linked(member)).toMatchObject({ linkedSubject: 'department', linkedName: expect.any(String) as string });
  });

  it('counts reactions, mine among them, and takes only emoji', async () => {
    const { id } = await toClient(lead, 'React!');
    const react = (who: ApiClient, emoji: string, on = true): Promise<unknown> => who.ask(REACT, { input: { id, emoji, on } });
    await react(member, '👍');
    await react(client, '👍');
    await react(client, '🎉');
    await react(client, '🎉', false);
    await react(lead, '👍', false);
    const { message } = await client.ask<{ message: Message }>('query ($id: ID!) { message(id: $id) { reactions { emoji count mine users { name } } } }', { id });
    expect(message.reactions).toEqual([{ emoji: '👍', count: 2, mine: true, users: [{ name: 'team member' }, { name: 'Bea Baker' }] }]);
    expect(await problems(client, REACT, { input: { id, emoji: 'yes', on: true } })).toEqual(['VALIDATION_FAILED emoji']);
    for (const emoji of ['😀', '😁', '😂', '🤣', '😃', '😄', '😅', '😆', '😉']) await react(client, emoji);
    expect(await problems(client, REACT, { input: { id, emoji: '😊', on: true } })).toEqual(['LIMIT_EXCEEDED emoji']);
  });

  describe('search', () => {
    let where: string;
    let mine: string;

    beforeAll(async () => {
      where = await fresh();
      mine = await insertPrivateChannel(world.owner, world.agency.id, [world.agency.users.TEAM_MEMBER.id, world.agency.users.MARKETING.id]);
      await post(member, 'The quarterly invoice for flour is late', { channelId: where });
      await post(lead, 'Invoice sent to Bäckerei Müller', { channelId: where, side: 'CLIENT' });
      await post(client, 'Thank you for the chocolate croissants', { channelId: where, side: 'CLIENT' });
      await post(member, 'Private invoice gossip', { channelId: mine });
    });

    it('finds words, beginnings of words, without accents, and mistyped ones', async () => {
      expect(await search(member, { search: 'invoice', channelId: where })).toEqual(['Invoice sent to Bäckerei Müller', 'The quarterly invoice for flour is late']);
      expect(await search(member, { search: 'quarter inv', channelId: where })).toEqual(['The quarterly invoice for flour is late']);
      expect(await search(member, { search: 'backerei muller' })).toEqual(['Invoice sent to Bäckerei Müller']);
      for (const mistyped of ['chocolatte', 'chocolte', 'choclate', 'croisants', 'quartrely']) expect([mistyped, (await search(member, { search: mistyped, channelId: where })).length]).toEqual([mistyped, 1]);
      expect(await search(member, { search: 'xylophone' })).toEqual([]);
      expect(await search(member, { search: `it's :* & | ! ' "\\` })).toEqual([]);
      expect(await search(member, { search: '!!!' })).toEqual([]);
    });

    it('finds by person, date, file and channel, a page at a time', async () => {
      const by = (who: 'TEAM_MEMBER' | 'TEAM_LEAD'): string => world.agency.users[who].id;
      expect(await search(member, { authorId: by('TEAM_LEAD'), channelId: where })).toEqual(['Invoice sent to Bäckerei Müller']);
      expect(await search(member, { search: 'invoice', authorId: by('TEAM_MEMBER'), channelId: mine })).toEqual(['Private invoice gossip']);
      expect(await search(member, { channelId: where, hasFile: true })).toEqual([]);
      expect(await search(member, { channelId: where, from: '2020-01-01T00:00:00Z', to: '2020-02-01T00:00:00Z' })).toEqual([]);
      expect((await search(member, { channelId: where, from: '2020-01-01T00:00:00Z' })).length).toBe(3);
      const first = (await member.ask<Found>(SEARCH, { channelId: where, first: 2 })).searchMessages;
      expect([first.nodes.length, first.edges.length, first.pageInfo]).toEqual([2, 2, { hasNextPage: true, endCursor: first.edges[1]!.cursor }]);
      const second = (await member.ask<Found>(SEARCH, { channelId: where, first: 2, after: first.pageInfo.endCursor })).searchMessages;
      expect([second.nodes.map(({ body }) => body), second.pageInfo.hasNextPage]).toEqual([['The quarterly invoice for flour is late'], false]);
      expect(await problems(member, SEARCH, { after: 'x' })).toEqual(['VALIDATION_FAILED']);
      expect(await problems(member, SEARCH, { search: 'w '.repeat(50) + Array.from({ length: 11 }, (_, index) => `w${index}`).join(' ') })).toEqual(['VALIDATION_FAILED']);
    });

    it('finds only what the caller may see', async () => {
      expect((await search(member, { search: 'invoice' })).length).toBe(3);
      expect(await search(lead, { search: 'gossip' })).toEqual([]);
      expect(await search(agent, { search: 'invoice' })).toEqual(['Private invoice gossip']);
      expect(await search(client, { search: 'invoice' })).toEqual(['Invoice sent to Bäckerei Müller']);
      expect(await search(elsewhere, { search: 'invoice' })).toEqual([]);
      const admin = await signInAs(world.api, world.agency.users.ADMIN.email);
      expect(await search(admin, { search: 'gossip' })).toEqual([]);
      expect((await search(admin, { search: 'invoice' })).length).toBe(2);
    });

    it('forgets what was deleted', async () => {
      const { id } = await post(member, 'Ephemeral rhubarb', { channelId: where });
      expect(await search(member, { search: 'rhubarb' })).toEqual(['Ephemeral rhubarb']);
      await member.ask(DELETE, { input: { id, version: 1 } });
      expect(await search(member, { search: 'rhubarb' })).toEqual([]);
    });

    it('reads a page in two statements of the read engine at most', async () => {
      expect(await statements(() => search(member, { search: 'invoice' }))).toBe(1);
    });
  });

  it('offers what can be done', async () => {
    const allowed = ({ viewerCan }: Message): string => viewerCan.filter((each) => each.allowed).map(({ move }) => move).join(' ');
    const mine = await post(member, 'Mine');
    const seen = async (who: ApiClient, id: string): Promise<string> => allowed((await page(who)).nodes.find((each) => each.id === id)!);
    expect([allowed(mine), await seen(lead, mine.id), await seen(manager, mine.id)]).toEqual([
      'reply react edit delete pin', 'reply react pin publish createTask', 'reply react delete pin publish createTask createTicket',
    ]);
    const open = await toClient(client, 'Ours');
    expect([allowed(open), await seen(lead, open.id)]).toEqual(['reply react edit delete', 'reply react pin createTask']);
    await world.owner.query('UPDATE channel SET archived_at = now() WHERE id = $1', [channelId]);
    expect(await seen(manager, mine.id)).toBe('createTask createTicket');
    expect(await problems(member, EDIT, { input: { id: mine.id, version: 1, body: 'Late' } })).toEqual(['PRECONDITION_FAILED id']);
    expect(await problems(member, POST, { input: { channelId, side: 'INTERNAL', body: 'Late' } })).toHaveLength(1);
    await world.owner.query('UPDATE channel SET archived_at = NULL WHERE id = $1', [channelId]);
  });

  it('says in the payload what is wrong with the words', async () => {
    for (const [body, problem] of [['', 'VALIDATION_FAILED body'], [' \n ', 'VALIDATION_FAILED body'], ['x'.repeat(20_001), 'LIMIT_EXCEEDED body'], [`@[A](user:a)`, 'VALIDATION_FAILED body']] as const) {
      expect(await problems(member, POST, { input: { channelId, side: 'INTERNAL', body } })).toEqual([problem]);
    }
    expect(await problems(member, POST, { input: { channelId, side: 'INTERNAL', body: '', linkedSubject: 'project', linkedId: projectId } })).toEqual([]);
    expect(codesOf(await member.send(POST, { input: { channelId, side: 'INTERNAL', body: 'x', fileIds: [newId()] } }))).toEqual(['NOT_FOUND']);
  });
});
