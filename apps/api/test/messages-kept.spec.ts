import { ChannelHistories } from '@throughline/collaboration/channels';
import { UnitOfWork } from '@throughline/platform/database';
import { newId } from '@throughline/platform/kernel';
import { testActor, type TestUser, until } from '@throughline/testing';
import { type ApiClient, bootTwoOrganizations, signInAs, type TwoOrganizations } from '@throughline/testing/api';
import { insertProject, insertProjectChannel } from '../../../libs/collaboration/messages/testing/chat-rows.js';

const mutation = (name: string): string => `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { message { id version files { id name sharedWithClient } } errors { code message path } } }`;
const PAGE = 'query ($channelId: ID!) { messages(channelId: $channelId) { nodes { id sequence body files { name } } } }';
const SEARCH = 'query ($channelId: ID!, $hasFile: Boolean) { searchMessages(channelId: $channelId, hasFile: $hasFile) { nodes { body } } }';

interface Message { id: string; version: number; files: { id: string; name: string; sharedWithClient: boolean }[] }

describe('what messages keep', () => {
  let world: TwoOrganizations;
  let projectId: string;
  let customerId: string;
  let lead: ApiClient;
  let member: ApiClient;
  let client: ApiClient;
  let bea: TestUser;

  beforeAll(async () => {
    world = await bootTwoOrganizations();
    const { api, owner, agency } = world;
    customerId = await agency.addCustomer();
    bea = await agency.addUser({ name: 'Bea Baker', roles: ['CLIENT_OWNER'], customerId });
    projectId = await insertProject(owner, agency, customerId);
    lead = await signInAs(api, agency.users.TEAM_LEAD.email);
    member = await signInAs(api, agency.users.TEAM_MEMBER.email);
    client = await signInAs(api, bea.email);
  });
  afterAll(() => world?.close());

  const channel = async (): Promise<string> => {
    const project = await insertProject(world.owner, world.agency, customerId);
    return insertProjectChannel(world.owner, world.agency.id, project);
  };
  /** A file that somebody uploaded and that waits for its message. */
  const uploaded = async (owner: string, name: string): Promise<string> => {
    const id = newId();
    await world.owner.query(
      `INSERT INTO file (id, organization_id, owner_id, name, content_type, bytes, received, state, sealed_key, expires_at) VALUES ($1, $2, $3, $4, 'text/plain', 5, 5, 'READY', '\\x00', now() + interval '1 day')`,
      [id, world.agency.id, owner, name],
    );
    return id;
  };
  const ask = async (who: ApiClient, name: string, input: object): Promise<Message> => Object.values(await who.ask<Record<string, { message: Message }>>(mutation(name), { input }))[0]!.message;
  const refused = async (who: ApiClient, name: string, input: object): Promise<string[]> =>
    Object.values((await who.send<Record<string, { errors: { code: string; path: string[] }[] }>>(mutation(name), { input })).data ?? {}).flatMap(({ errors }) => errors.map(({ code, path }) => `${code} ${path.join('.')}`));
  const files = async (who: ApiClient, channelId: string): Promise<string[][]> => (await who.ask<{ messages: { nodes: Message[] } }>(PAGE, { channelId })).messages.nodes.map((node) => node.files.map(({ name }) => name));

  it('files go with their message: to its side, and away with it', async () => {
    const channelId = await channel();
    const { TEAM_LEAD, TEAM_MEMBER } = world.agency.users;
    const plan = await uploaded(TEAM_LEAD.id, 'plan.txt');
    const internal = await ask(lead, 'postMessage', { channelId, side: 'INTERNAL', body: '', fileIds: [plan] });
    expect(internal.files).toEqual([{ id: plan, name: 'plan.txt', sharedWithClient: false }]);
    await ask(lead, 'postMessage', { channelId, side: 'CLIENT', body: 'Offer', fileIds: [await uploaded(TEAM_LEAD.id, 'offer.txt'), await uploaded(TEAM_LEAD.id, 'annex.txt')] });
    expect([await files(member, channelId), await files(client, channelId)]).toEqual([[['plan.txt'], ['offer.txt', 'annex.txt']], [['offer.txt', 'annex.txt']]]);
    expect(await refused(lead, 'postMessage', { channelId, side: 'INTERNAL', body: 'x', fileIds: [plan] })).toEqual(['PRECONDITION_FAILED fileIds.0']);
    expect(await refused(lead, 'postMessage', { channelId, side: 'INTERNAL', body: 'x', fileIds: [await uploaded(TEAM_MEMBER.id, 'theirs.txt')] })).toEqual(['NOT_FOUND fileIds.0']);
    const found = async (hasFile: boolean): Promise<number> => (await member.ask<{ searchMessages: { nodes: unknown[] } }>(SEARCH, { channelId, hasFile })).searchMessages.nodes.length;
    expect([await found(true), await found(false)]).toEqual([2, 0]);
    await ask(lead, 'publishMessage', { id: internal.id, version: 1 });
    expect(await files(client, channelId)).toEqual([['offer.txt', 'annex.txt'], ['plan.txt']]);
    await ask(lead, 'deleteMessage', { id: internal.id, version: 2 });
    expect([await files(client, channelId), (await world.owner.query('SELECT 1 FROM file WHERE id = $1', [plan])).rows]).toEqual([[['offer.txt', 'annex.txt'], []], []]);
  });

  it('channels export and forget them by their history', async () => {
    const channelId = await channel();
    const { nest } = world.api.app;
    const { history } = nest.get(ChannelHistories, { strict: false });
    const file = await uploaded(world.agency.users.TEAM_LEAD.id, 'old.txt');
    const first = await ask(lead, 'postMessage', { channelId, side: 'CLIENT', body: 'one', fileIds: [file] });
    await ask(member, 'postMessage', { channelId, side: 'INTERNAL', body: 'two', threadId: first.id });
    await ask(client, 'postMessage', { channelId, side: 'CLIENT', body: 'three' });
    await ask(lead, 'postMessage', { channelId, side: 'INTERNAL', body: 'four' });
    const actor = testActor({ organizationId: world.agency.id, userId: null, tier: 'SYSTEM' });
    const work = <T>(body: Parameters<UnitOfWork['run']>[1]): Promise<T> => nest.get(UnitOfWork, { strict: false }).run(actor, body) as Promise<T>;
    const page = (clientOnly: boolean, after: bigint, limit: number): Promise<{ sequence: bigint; side: string; body: string | null; authorName: string; files: string[] }[]> => work((running) => history.page(running, channelId, { after, limit, clientOnly }));
    expect((await page(false, 1n, 2)).map(({ sequence, side, body, authorName }) => [sequence, side, body, authorName])).toEqual([[2n, 'INTERNAL', 'two', 'team member'], [3n, 'CLIENT', 'three', 'Bea Baker']]);
    expect((await page(true, 0n, 10)).map(({ body, files: names }) => [body, names])).toEqual([['one', ['old.txt']], ['three', []]]);
    const place = async (method: 'clientSequenceAt' | 'sequenceOfClient', at: bigint): Promise<bigint> => work((running) => history[method](running, channelId, at));
    expect([await place('clientSequenceAt', 0n), await place('clientSequenceAt', 2n), await place('clientSequenceAt', 4n)]).toEqual([0n, 1n, 2n]);
    expect([await place('sequenceOfClient', 0n), await place('sequenceOfClient', 1n), await place('sequenceOfClient', 2n), await place('sequenceOfClient', 9n)]).toEqual([0n, 1n, 3n, 3n]);
    await world.owner.query(`UPDATE message SET created_at = now() - interval '90 days' WHERE channel_id = $1 AND sequence <= 2`, [channelId]);
    const before = new Date(Date.now() - 30 * 86_400_000);
    const removed = [await work((running) => history.removeBefore(running, channelId, before, 1)), await work((running) => history.removeBefore(running, channelId, before, 5))];
    expect(removed).toEqual([1, 1]);
    const left = await lead.ask<{ messages: { nodes: { sequence: string; body: string }[] } }>(PAGE, { channelId });
    expect(left.messages.nodes.map(({ sequence, body }) => [sequence, body])).toEqual([['3', 'three'], ['4', 'four']]);
    expect((await world.owner.query('SELECT 1 FROM file WHERE id = $1', [file])).rows).toEqual([]);
  });

  const system = <T>(body: Parameters<UnitOfWork['run']>[1]): Promise<T> =>
    world.api.app.nest.get(UnitOfWork, { strict: false }).run(testActor({ organizationId: world.agency.id, userId: null, tier: 'SYSTEM' }), body) as Promise<T>;
  const expire = (channelId: string, limit = 100, fails = false): Promise<number> => system(async (running) => {
    const count = await world.api.app.nest.get(ChannelHistories, { strict: false }).history.removeBefore(running, channelId, new Date(Date.now() - 30 * 86_400_000), limit);
    if (fails) throw new Error('cut short');
    return count;
  });
  const age = (channelId: string): Promise<unknown> => world.owner.query(`UPDATE message SET created_at = now() - interval '90 days' WHERE channel_id = $1`, [channelId]);

  describe('words', () => {
    const known = async (...words: string[]): Promise<string[]> =>
      (await world.owner.query<{ word: string }>('SELECT word FROM message_word WHERE organization_id = $1 AND word = ANY ($2) ORDER BY word', [world.agency.id, words])).rows.map(({ word }) => word);

    it('leave the vocabulary with the last message that has them: taken back, put otherwise, or over its time', async () => {
      const channelId = await channel();
      const first = await ask(member, 'postMessage', { channelId, side: 'INTERNAL', body: 'Rhubarb crumble' });
      const second = await ask(member, 'postMessage', { channelId, side: 'INTERNAL', body: 'Rhubarb marmalade' });
      await ask(lead, 'postMessage', { channelId, side: 'INTERNAL', body: 'Elderflower' });
      const words = (): Promise<string[]> => known('rhubarb', 'crumble', 'marmalade', 'elderflower', 'gooseberry');
      expect(await words()).toEqual(['crumble', 'elderflower', 'marmalade', 'rhubarb']);
      await ask(member, 'deleteMessage', { id: first.id, version: 1 });
      expect(await words()).toEqual(['elderflower', 'marmalade', 'rhubarb']);
      await ask(member, 'editMessage', { id: second.id, version: 1, body: 'Gooseberry marmalade' });
      expect(await words()).toEqual(['elderflower', 'gooseberry', 'marmalade']);
      await age(channelId);
      await expect(expire(channelId, 100, true)).rejects.toThrow('cut short');
      expect(await words()).toEqual(['elderflower', 'gooseberry', 'marmalade']);
      expect(await expire(channelId)).toBe(3);
      expect(await words()).toEqual([]);
    });

    it('stay for a message that is on its way while the last other one goes', async () => {
      const channelId = await channel();
      const { id } = await ask(member, 'postMessage', { channelId, side: 'INTERNAL', body: 'Persimmon' });
      // Somebody else says it too, and has not finished yet.
      await world.owner.query('BEGIN');
      await world.owner.query(
        `INSERT INTO message (id, organization_id, channel_id, sequence, author_id, body, mentions) VALUES ($1, $2, $3, 99, $4, 'Persimmon again', '[]')`,
        [newId(), world.agency.id, channelId, world.agency.users.TEAM_LEAD.id]);
      const done = ask(member, 'deleteMessage', { id, version: 1 });
      await until('the deletion waits', async () =>
        (await world.owner.query(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`)).rows.length > 0);
      await world.owner.query('COMMIT');
      await done;
      expect(await known('persimmon')).toEqual(['persimmon']);
    });

    it('of another organization are its own', async () => {
      const channelId = await channel();
      await world.owner.query('INSERT INTO message_word (organization_id, word) VALUES ($1, $2)', [world.other.id, 'tamarillo']);
      const { id } = await ask(member, 'postMessage', { channelId, side: 'INTERNAL', body: 'Tamarillo' });
      await ask(member, 'deleteMessage', { id, version: 1 });
      expect((await world.owner.query<{ organization_id: string }>(`SELECT organization_id FROM message_word WHERE word = 'tamarillo'`)).rows).toEqual([{ organization_id: world.other.id }]);
    });
  });

  it('what hangs on a message goes with it when it is over its time: earlier wordings also of one taken back, emoji, who was named', async () => {
    const channelId = await channel();
    const { TEAM_LEAD } = world.agency.users;
    const named = await ask(member, 'postMessage', { channelId, side: 'INTERNAL', body: `Dear @[Lead](user:${TEAM_LEAD.id})` });
    await lead.ask('mutation ($input: SetReactionInput!) { setReaction(input: $input) { errors { code } } }', { input: { id: named.id, emoji: '👍', on: true } });
    const gone = await ask(member, 'postMessage', { channelId, side: 'INTERNAL', body: 'First words' });
    await ask(member, 'editMessage', { id: gone.id, version: 1, body: 'Second words' });
    await ask(member, 'deleteMessage', { id: gone.id, version: 2 });
    const left = async (): Promise<unknown> => (await world.owner.query(
      `SELECT (SELECT count(*)::int FROM message_revision WHERE message_id = ANY ($1)) AS wordings, (SELECT count(*)::int FROM message_reaction WHERE message_id = ANY ($1)) AS emoji,
         (SELECT count(*)::int FROM channel_mention WHERE channel_id = $2) AS mentions`, [[named.id, gone.id], channelId])).rows[0];
    expect(await left()).toEqual({ wordings: 2, emoji: 1, mentions: 1 });
    await age(channelId);
    expect(await expire(channelId)).toBe(2);
    expect(await left()).toEqual({ wordings: 0, emoji: 0, mentions: 0 });
    const { channel: mine } = await lead.ask<{ channel: { unreadMentions: number } }>('query ($id: ID!) { channel(id: $id) { unreadMentions } }', { id: channelId });
    expect(mine.unreadMentions).toBe(0);
  });

  it('a message whose last file is deleted has none, and open screens hear of it; one that is nothing but its file is deleted itself', async () => {
    const channelId = await channel();
    const { TEAM_LEAD } = world.agency.users;
    const [one, two, only] = [await uploaded(TEAM_LEAD.id, 'one.txt'), await uploaded(TEAM_LEAD.id, 'two.txt'), await uploaded(TEAM_LEAD.id, 'only.txt')];
    const message = await ask(lead, 'postMessage', { channelId, side: 'INTERNAL', body: 'Two files', fileIds: [one, two] });
    const bare = await ask(lead, 'postMessage', { channelId, side: 'INTERNAL', body: '', fileIds: [only] });
    const found = async (hasFile: boolean): Promise<(string | null)[]> => (await member.ask<{ searchMessages: { nodes: { body: string | null }[] } }>(SEARCH, { channelId, hasFile })).searchMessages.nodes.map(({ body }) => body);
    const remove = async (id: string): Promise<string[]> => {
      const [{ version } = { version: 0 }] = (await world.owner.query<{ version: number }>('SELECT version FROM file WHERE id = $1', [id])).rows;
      const { data } = await lead.send<{ deleteFile: { errors: { message: string }[] } }>('mutation ($input: DeleteFileInput!) { deleteFile(input: $input) { id errors { message } } }', { input: { id, version } });
      return data!.deleteFile.errors.map((error) => error.message);
    };
    expect([await remove(one), await found(true)]).toEqual([[], ['', 'Two files']]);
    expect([await remove(two), await found(true), await found(false)]).toEqual([[], [''], ['Two files']]);
    const { rows } = await world.owner.query<{ related: string[] }>(`SELECT related FROM event WHERE kind = 'message.edited' AND subject_id = $1`, [message.id]);
    expect(rows.map(({ related }) => related.includes(channelId))).toEqual([true, true]);
    expect(await remove(only)).toEqual(['This message is nothing but its file. Delete the message instead.']);
    expect([await found(true), (await files(member, channelId))[1]]).toEqual([[''], ['only.txt']]);
    await ask(lead, 'deleteMessage', { id: bare.id, version: 1 });
    expect(await found(true)).toEqual([]);
  });

  it('a message without a word, a file or a link is none', async () => {
    const channelId = await insertProjectChannel(world.owner, world.agency.id, projectId);
    expect(await refused(lead, 'postMessage', { channelId, side: 'INTERNAL', body: '', fileIds: [] })).toEqual(['VALIDATION_FAILED body']);
  });
});
