import { ChannelHistories } from '@throughline/collaboration/channels';
import { UnitOfWork } from '@throughline/platform/database';
import { newId } from '@throughline/platform/kernel';
import { testActor, type TestUser } from '@throughline/testing';
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

  it('a message without a word, a file or a link is none', async () => {
    const channelId = await insertProjectChannel(world.owner, world.agency.id, projectId);
    expect(await refused(lead, 'postMessage', { channelId, side: 'INTERNAL', body: '', fileIds: [] })).toEqual(['VALIDATION_FAILED body']);
  });
});
