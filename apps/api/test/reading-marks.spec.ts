import { ACCESS_COOKIE } from '@throughline/identity/auth';
import { Relay } from '@throughline/platform/events';
import { createLogger } from '@throughline/platform/observability';
import { Transport } from '@throughline/platform/realtime';
import { until } from '@throughline/testing';
import { type ApiClient, bootApi, bootTwoOrganizations, signInAs, type TestApi, type TwoOrganizations } from '@throughline/testing/api';
import { insertProject, insertProjectChannel } from '../../../libs/collaboration/messages/testing/chat-rows.js';
import { ChannelReadings } from '../../../libs/collaboration/presence/readings/channel-readings.js';
import { Socket } from './support/client.js';

const READERS = 'subscription ($recordId: ID) { presence(subject: "channel", recordId: $recordId) { here { userId } readers { userId name client lastReadSequence lastReadAt } } }';
const CHANNEL = 'query ($id: ID!) { channel(id: $id) { readers { user { name } lastReadSequence lastReadAt } } }';
const POST = 'mutation ($input: PostMessageInput!) { postMessage(input: $input) { message { id sequence } errors { code } } }';
const READ = 'mutation ($input: MarkChannelReadInput!) { markChannelRead(input: $input) { errors { code } } }';

interface Reader { name: string; client: boolean; lastReadSequence: string; lastReadAt: string }

describe('who has read how far, while it happens', () => {
  let world: TwoOrganizations;
  let second: TestApi;
  let relay: Relay;
  let channelId: string;
  let lead: ApiClient;
  let member: ApiClient;
  let manager: ApiClient;
  let client: ApiClient;
  const open: Socket[] = [];

  beforeAll(async () => {
    world = await bootTwoOrganizations();
    const { api, owner, agency } = world;
    second = await bootApi({ database: api.database });
    relay = new Relay({ connectionString: api.config.databaseUrls.relay, transport: api.app.nest.get(Transport), logger: createLogger('silent', 'test') });
    await relay.start();
    const customerId = await agency.addCustomer();
    const { email } = await agency.addUser({ name: 'Bea Baker', roles: ['CLIENT_OWNER'], customerId });
    channelId = await insertProjectChannel(owner, agency.id, await insertProject(owner, agency, customerId));
    lead = await signInAs(api, agency.users.TEAM_LEAD.email);
    member = await signInAs(second, agency.users.TEAM_MEMBER.email);
    manager = await signInAs(api, agency.users.ACCOUNT_MANAGER.email);
    client = await signInAs(api, email);
  });
  afterEach(() => open.splice(0).forEach((socket) => socket.close()));
  afterAll(async () => {
    await relay?.stop();
    await second?.close();
    await world?.close();
  });

  const post = async (who: ApiClient, side: 'INTERNAL' | 'CLIENT'): Promise<string> =>
    (await who.ask<{ postMessage: { message: { sequence: string } } }>(POST, { input: { channelId, side, body: 'Words' } })).postMessage.message.sequence;
  const read = (who: ApiClient, sequence: string): Promise<unknown> => who.ask(READ, { input: { id: channelId, sequence } });
  /** Watches a channel as somebody; the list grows with every mark that is told. */
  const watch = async (api: TestApi, who: ApiClient): Promise<Reader[]> => {
    const socket = await Socket.open(api.url, { authorization: `Bearer ${who.cookie(ACCESS_COOKIE) ?? ''}` });
    open.push(socket);
    socket.send({ type: 'connection_init' });
    await socket.next();
    socket.subscribe('1', READERS, { recordId: channelId });
    const told: Reader[] = [];
    const take = async (): Promise<void> => {
      const frame = await socket.next();
      const presence = ('payload' in frame ? (frame.payload as { data?: { presence: { readers: Reader[] | null } } }).data?.presence : undefined);
      if (!presence) return;
      told.push(...(presence.readers ?? []));
      void take();
    };
    await take();
    return told;
  };
  const brief = (told: readonly Reader[]): string[] => told.map(({ name, lastReadSequence }) => `${name} ${lastReadSequence}`);

  it('is told to whoever has the channel open, on every process, each mark once', async () => {
    const sequence = await post(lead, 'INTERNAL');
    const told = await watch(world.api, lead);
    expect(brief(told)).toEqual([`team lead ${sequence}`]);
    await read(member, sequence);
    await until('the mark is told', () => told.length > 1);
    expect(told.slice(1)).toEqual([{ userId: world.agency.users.TEAM_MEMBER.id, name: 'team member', client: false, lastReadSequence: sequence, lastReadAt: expect.any(String) as string }]);
    const next = await post(member, 'INTERNAL');
    await until('who speaks has read', () => told.length > 2);
    expect(brief(told).slice(2)).toEqual([`team member ${next}`]);
  });

  it('a client learns of what was read of their side, in their count, and never that the agency reads among itself', async () => {
    const first = await post(client, 'CLIENT');
    const { channel: { lastSequence } } = await lead.ask<{ channel: { lastSequence: string } }>('query ($id: ID!) { channel(id: $id) { lastSequence } }', { id: channelId });
    for (const who of [manager, lead]) await read(who, lastSequence);
    const [theirs, ours] = [await watch(world.api, client), await watch(second, member)];
    await until('what is known', () => theirs.length > 0 && ours.length > 0);
    expect(brief(theirs)).toContain(`account manager ${first}`);
    const known = theirs.length;
    const seen = async (): Promise<unknown> => (await client.ask<{ channel: { readers: unknown[] } }>(CHANNEL, { id: channelId })).channel.readers;
    const before = await seen();
    const internal = await post(lead, 'INTERNAL');
    await read(manager, internal);
    await until('colleagues are told', () => brief(ours).includes(`account manager ${internal}`));
    await post(lead, 'CLIENT');
    const answer = String(Number(first) + 1);
    await until('the client is told of the answer', () => theirs.length > known);
    expect(brief(theirs.slice(known))).toEqual([`team lead ${answer}`]);
    // What they load says nothing of it either: no name, no later time.
    expect(await seen()).toEqual([{ user: { name: 'team lead' }, lastReadSequence: answer, lastReadAt: expect.any(String) as string }, ...(before as { user: { name: string } }[]).filter(({ user }) => user.name !== 'team lead')]);
    const reads = await world.owner.query(`SELECT r.last_read_client_at < r.last_read_at AS apart FROM channel_reader r WHERE r.channel_id = $1 AND r.user_id = $2`, [channelId, world.agency.users.ACCOUNT_MANAGER.id]);
    expect(reads.rows).toEqual([{ apart: true }]);
  });

  it('is not told to somebody who does not see the channel any more, and costs nothing when nobody looks', async () => {
    const readings = world.api.app.nest.get(ChannelReadings, { strict: false });
    const told = await watch(world.api, client);
    await until('watched', () => readings.size === 1);
    await world.owner.query('UPDATE project SET shared_with_client = false WHERE id = (SELECT record_id FROM channel WHERE id = $1)', [channelId]);
    await world.owner.query('UPDATE organization SET access_version = access_version + 1 WHERE id = $1', [world.agency.id]);
    const known = told.length;
    const ours = await watch(world.api, lead);
    const sequence = await post(manager, 'CLIENT').catch(() => post(lead, 'CLIENT'));
    await until('staff are told', () => ours.some(({ lastReadSequence }) => lastReadSequence === sequence));
    expect(told).toHaveLength(known);
    open.splice(0).forEach((socket) => socket.close());
    await until('nobody watches', () => readings.size === 0);
  });
});
