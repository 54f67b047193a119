import { newId } from '@throughline/platform/kernel';
import type { TestUser } from '@throughline/testing';
import { type ApiClient, bootTwoOrganizations, codesOf, signInAs, type TwoOrganizations } from '@throughline/testing/api';
import { insertPrivateChannel, insertProject, insertProjectChannel } from '../../../libs/collaboration/messages/testing/chat-rows.js';

const mutation = (name: string, selection: string): string =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${selection} errors { code message path } } }`;
const POST = mutation('postMessage', 'message { id version body sequence }');
const READ = mutation('markChannelRead', 'channel { id }');
const TASK = mutation('createTaskFromMessage', 'taskId');
const SEARCH = 'query ($search: String, $channelId: ID) { searchMessages(search: $search, channelId: $channelId, first: 50) { nodes { body } } }';
const READERS = 'query ($id: ID!) { channel(id: $id) { readers { user { name } lastReadSequence lastReadAt } } }';

interface Message { id: string; version: number; body: string | null; sequence: string }

/** What people of chat could learn or do against its rules, beyond what the matrix of `verify:access` asks. */
describe('hostile: chat', () => {
  let world: TwoOrganizations;
  let customerId: string;
  let projectId: string;
  let channelId: string;
  let bakers: TestUser;
  let lead: ApiClient;
  let member: ApiClient;
  let client: ApiClient;

  beforeAll(async () => {
    world = await bootTwoOrganizations();
    const { api, owner, agency } = world;
    customerId = await agency.addCustomer();
    bakers = await agency.addUser({ name: 'Bea Baker', roles: ['CLIENT_OWNER'], customerId });
    projectId = await insertProject(owner, agency, customerId, { ownerId: agency.users.PROJECT_MANAGER.id });
    channelId = await insertProjectChannel(owner, agency.id, projectId);
    [lead, member, client] = await Promise.all([agency.users.TEAM_LEAD.email, agency.users.TEAM_MEMBER.email, bakers.email].map((email) => signInAs(api, email))) as [ApiClient, ApiClient, ApiClient];
  });
  afterAll(() => world?.close());

  const post = async (who: ApiClient, body: string, more: object = {}): Promise<Message> =>
    (await who.ask<{ postMessage: { message: Message } }>(POST, { input: { channelId, side: 'INTERNAL', body, ...more } })).postMessage.message;
  const search = async (who: ApiClient, words: string): Promise<(string | null)[]> => (await who.ask<{ searchMessages: { nodes: Message[] } }>(SEARCH, { search: words })).searchMessages.nodes.map(({ body }) => body);
  const fresh = async (customer = customerId): Promise<string> => insertProjectChannel(world.owner, world.agency.id, await insertProject(world.owner, world.agency, customer, { ownerId: world.agency.users.PROJECT_MANAGER.id }));

  describe('searching', () => {
    // Which word counts as mistyped must not depend on what one may not read, or every word of the organization can be asked for.
    it('tells nobody which words others have written where they may not read', async () => {
      await post(member, 'halibutter is what nobody outside may know');
      await post(client, 'halibutten', { side: 'CLIENT' });
      await post(client, 'salamandrin', { side: 'CLIENT' });
      // Both are one letter away from what the client said; of one somebody has spoken internally.
      expect([await search(client, 'halibutter'), await search(client, 'salamandrix')]).toEqual([['halibutten'], ['salamandrin']]);
      expect([await search(client, 'halibutte'), await search(member, 'halibutter')]).toEqual([['halibutten'], ['halibutter is what nobody outside may know']]);
      const secret = await insertPrivateChannel(world.owner, world.agency.id, [world.agency.users.TEAM_LEAD.id]);
      await post(lead, 'marzipanera', { channelId: secret });
      await post(member, 'marzipanero');
      expect(await search(member, 'marzipanera')).toEqual(['marzipanero']);
      expect(await search(lead, 'marzipanera')).toEqual(['marzipanera']);
    });

    it('mends words only by words that the caller may read, also beside words that are right', async () => {
      await post(member, 'quinquireme of nineveh');
      await post(client, 'quinquiremo of distant ophir', { side: 'CLIENT' });
      expect(await search(client, 'quinquireme ophir')).toEqual(['quinquiremo of distant ophir']);
      expect(await search(client, 'nineveh')).toEqual([]);
      expect(await search(client, 'ninevah')).toEqual([]);
    });
  });

  describe('a client', () => {
    it('is not told who reads what is said internally, nor when', async () => {
      const id = await fresh();
      await post(member, 'Only among us', { channelId: id });
      await lead.ask(READ, { input: { id, sequence: '1' } });
      const readers = async (): Promise<{ user: { name: string }; lastReadSequence: string; lastReadAt: string | null }[]> =>
        (await client.ask<{ channel: { readers: { user: { name: string }; lastReadSequence: string; lastReadAt: string | null }[] } }>(READERS, { id })).channel.readers;
      expect(await readers()).toEqual([]);
      await post(client, 'Hello?', { channelId: id, side: 'CLIENT' });
      await lead.ask(READ, { input: { id, sequence: '2' } });
      const before = (await readers()).find(({ user }) => user.name === 'team lead');
      expect(before).toMatchObject({ lastReadSequence: '1' });
      await post(member, 'Still among us', { channelId: id });
      await lead.ask(READ, { input: { id, sequence: '3' } });
      expect((await readers()).find(({ user }) => user.name === 'team lead')).toEqual(before);
    });

    it('sees nothing of another client in a task made of that client\'s words', async () => {
      const { api, owner, agency } = world;
      const rivalCustomer = await agency.addCustomer('Rival Bakery');
      const rival = await signInAs(api, (await agency.addUser({ name: 'Ria Rival', roles: ['CLIENT_OWNER'], customerId: rivalCustomer })).email);
      const theirs = await insertProject(owner, agency, rivalCustomer, { ownerId: agency.users.PROJECT_MANAGER.id });
      const said = await post(client, 'Our secret recipe is cardamom', { side: 'CLIENT' });
      const make = async (project: string): Promise<string> => (await lead.ask<{ createTaskFromMessage: { taskId: string } }>(TASK, { input: { id: said.id, projectId: project } })).createTaskFromMessage.taskId;
      const there = await make(theirs);
      expect(codesOf(await rival.send('query ($id: ID!) { task(id: $id) { title description } }', { id: there }))).toEqual(['NOT_FOUND']);
      const here = await make(projectId);
      expect(codesOf(await client.send('query ($id: ID!) { task(id: $id) { title } }', { id: here }))).toEqual([]);
    });

    it('does not learn what a task, project or file was called before it was theirs', async () => {
      const { api, agency } = world;
      const manager = await signInAs(api, agency.users.DEPARTMENT_MANAGER.email);
      const { createTask: { task } } = await manager.ask<{ createTask: { task: { id: string; version: number } } }>(
        mutation('createTask', 'task { id version }'), { input: { projectId, title: 'Calm down the dreadful client', description: 'They are a nuisance', sharedWithClient: false, estimateMinutes: 60 } });
      const { updateTask } = await manager.ask<{ updateTask: { task: { version: number } } }>(mutation('updateTask', 'task { version }'), { input: { id: task.id, version: task.version, title: 'Talk', description: 'A talk' } });
      await manager.ask(mutation('updateTask', 'task { version }'), { input: { id: task.id, version: updateTask.task.version, sharedWithClient: true } });
      const history = await client.send('query ($id: ID!) { recordHistory(subject: "task", id: $id, first: 50) { entries { kind note changes { field before after beforeText afterText } } } }', { id: task.id });
      expect(codesOf(history)).toEqual([]);
      expect(JSON.stringify(history.data)).not.toMatch(/dreadful|nuisance/);
    });
  });

  describe('who was taken out of a channel', () => {
    it('gets nothing of it by any way, also not by repeating what they once did', async () => {
      const { agency } = world;
      const id = await insertPrivateChannel(world.owner, agency.id, [agency.users.TEAM_LEAD.id, agency.users.TEAM_MEMBER.id]);
      const key = { 'idempotency-key': `repeat-${newId()}` };
      const input = { channelId: id, side: 'INTERNAL', body: 'Said while I was in' };
      const { data } = await member.send<{ postMessage: { message: Message } }>(POST, { input }, key);
      const mine = data!.postMessage.message;
      const later = await post(lead, 'cormorantine', { channelId: id, threadId: mine.id, body: `@[x](user:${agency.users.TEAM_MEMBER.id}) cormorantine` });
      await lead.ask(mutation('removeChannelMember', 'channel { id }'), { input: { id, userId: agency.users.TEAM_MEMBER.id } });
      const repeat = await member.send<{ postMessage: { message: unknown } }>(POST, { input }, key);
      expect(repeat.data?.postMessage?.message ?? null).toBeNull();
      const text = JSON.stringify([
        await member.send('{ myChannels { id title unread } }'), await member.send('query ($id: ID!) { channel(id: $id) { title members { user { name } } } }', { id }),
        await member.send('query ($id: ID!) { message(id: $id) { body revisions { body } } }', { id: later.id }), await member.send('query ($id: ID!) { message(id: $id) { body revisions { body } } }', { id: mine.id }),
        await member.send('query ($id: ID!) { messages(channelId: $id) { nodes { body } } }', { id }), await member.send('query ($id: ID!, $t: ID) { messages(channelId: $id, threadId: $t) { nodes { body } } }', { id, t: mine.id }),
        await search(member, 'cormorantine'), await member.send(SEARCH, { search: 'Said while', channelId: id }), await member.send('{ notifications { nodes { title body } } }'),
        await member.send('query ($id: ID!) { recordHistory(subject: "message", id: $id, first: 50) { entries { kind } } }', { id: later.id }),
        await member.send('query ($id: ID!) { recordHistory(subject: "channel", id: $id, first: 50) { entries { kind } } }', { id }),
        await member.send(mutation('editMessage', 'message { body }'), { input: { id: mine.id, version: mine.version, body: 'Changed from outside' } }),
        await member.send(mutation('deleteMessage', 'message { body }'), { input: { id: mine.id, version: mine.version } }),
        await member.send(mutation('createReminder', 'reminder { recordName }'), { input: { subject: 'message', recordId: later.id, dueAt: new Date(Date.now() + 3_600_000).toISOString() } }),
        await member.send(mutation('postMessage', 'message { linkedName }'), { input: { channelId, side: 'INTERNAL', body: 'x', linkedSubject: 'message', linkedId: later.id } }),
        await member.send(mutation('createTaskFromMessage', 'taskId'), { input: { id: later.id, projectId } }),
      ]);
      for (const leak of ['cormorantine\\"', 'Said while I was in', 'Among us']) expect(text).not.toContain(leak);
      const { rows } = await world.owner.query<{ body: string }>('SELECT body FROM message WHERE id = $1', [mine.id]);
      expect(rows).toEqual([{ body: 'Said while I was in' }]);
      expect(text.match(/"code":"(NOT_FOUND|FORBIDDEN)"/g)?.length).toBeGreaterThanOrEqual(9);
    });
  });

  it('a key of somebody else\'s repeats nothing of theirs', async () => {
    const key = { 'idempotency-key': `shared-${newId()}` };
    const input = { channelId, side: 'INTERNAL', body: 'The same words' };
    const [one, two] = [await member.send<{ postMessage: { message: Message } }>(POST, { input }, key), await lead.send<{ postMessage: { message: Message } }>(POST, { input }, key)];
    expect(one.data!.postMessage.message.id).not.toBe(two.data!.postMessage.message.id);
  });

  describe('kinds of records that are names of every object', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'message; DROP TABLE message', ''];
    it.each(names)('%j is refused by name everywhere', async (subject) => {
      const id = newId();
      const dueAt = new Date(Date.now() + 3_600_000).toISOString();
      const answers: [string, string, object][] = [
        ['recordChannel', 'query ($s: String!, $id: ID!) { recordChannel(subject: $s, recordId: $id) { id } }', { s: subject, id }],
        ['openRecordChannel', mutation('openRecordChannel', 'channel { id }'), { input: { subject, recordId: id } }],
        ['postMessage', POST, { input: { channelId, side: 'INTERNAL', body: 'x', linkedSubject: subject || 'x', linkedId: id } }],
        ['recordHistory', 'query ($s: String!, $id: ID!) { recordHistory(subject: $s, id: $id, first: 5) { entries { kind } } }', { s: subject, id }],
        ['restoreRecordFields', mutation('restoreRecordFields', 'id'), { input: { subject, id, version: 1, eventId: '1', fields: ['name'] } }],
        ['attachFiles', mutation('attachFiles', 'files { id }'), { input: { fileIds: [id], subject, recordId: id } }],
        ['createReminder', mutation('createReminder', 'reminder { id }'), { input: { subject: subject || 'x', recordId: id, dueAt } }],
        ['announcePresence', mutation('announcePresence', '__typename'), { input: { subject, recordId: id, mode: 'VIEWING' } }],
        ['offerHandOff', mutation('offerHandOff', 'handOff { id }'), { input: { subject, recordId: id, step: 'x', toUserId: id } }],
        ['unmaskField', mutation('unmaskField', 'value'), { input: { subject, recordId: id, field: subject } }],
        ['unmaskField of a contact', mutation('unmaskField', 'value'), { input: { subject: 'contact', recordId: id, field: subject } }],
      ];
      const told: Record<string, string[]> = {};
      for (const [name, document, variables] of answers) told[name] = codesOf(await lead.send(document, variables));
      expect(Object.entries(told).filter(([, codes]) => codes.length === 0 || codes.some((code) => code === 'INTERNAL'))).toEqual([]);
    });
  });
});
