import { ACCESS_COOKIE } from '@throughline/identity/auth';
import { Relay } from '@throughline/platform/events';
import { createLogger } from '@throughline/platform/observability';
import { Transport } from '@throughline/platform/realtime';
import { newId } from '@throughline/platform/kernel';
import { type ApiClient, bootTwoOrganizations, signInAs, type TwoOrganizations } from '@throughline/testing/api';
import { insertPrivateChannel, insertProject, insertProjectChannel } from '../../../libs/collaboration/messages/testing/chat-rows.js';
import { type Frame, Socket } from './support/client.js';

const CHANGES = 'subscription ($subjects: [String!], $recordId: ID) { recordChanges(subjects: $subjects, recordId: $recordId) { position type subject id kind } }';
const mutation = (name: string): string => `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { message { id version } errors { code message path } } }`;

interface Change { position: string; type: string; subject: string | null; id: string | null; kind: string | null }

describe('messages on open screens', () => {
  let world: TwoOrganizations;
  let relay: Relay;
  let channelId: string;
  let lead: ApiClient;
  let client: ApiClient;

  beforeAll(async () => {
    world = await bootTwoOrganizations();
    const { api, owner, agency } = world;
    relay = new Relay({ connectionString: api.config.databaseUrls.relay, transport: api.app.nest.get(Transport), logger: createLogger('silent', 'test') });
    await relay.start();
    const customerId = await agency.addCustomer();
    const { email } = await agency.addUser({ name: 'Bea Baker', roles: ['CLIENT_OWNER'], customerId });
    channelId = await insertProjectChannel(owner, agency.id, await insertProject(owner, agency, customerId));
    lead = await signInAs(api, agency.users.TEAM_LEAD.email);
    client = await signInAs(api, email);
  });
  afterAll(async () => {
    await relay?.stop();
    await world?.close();
  });

  const run = async (who: ApiClient, name: string, input: object): Promise<string> => Object.values(await who.ask<Record<string, { message: { id: string } }>>(mutation(name), { input }))[0]!.message.id;
  const post = (body: string, side: string, more: object = {}): Promise<string> => run(lead, 'postMessage', { channelId, side, body, ...more });
  /** Watches messages as somebody. @returns waits for the change of a message and tells everything that came up to it */
  const watch = async (who: ApiClient, recordId?: string): Promise<(lastId: string) => Promise<string[]>> => {
    const socket = await Socket.open(world.api.url, { authorization: `Bearer ${who.cookie(ACCESS_COOKIE) ?? ''}` });
    socket.send({ type: 'connection_init' });
    await socket.next();
    socket.subscribe('1', CHANGES, { subjects: ['message'], ...(recordId ? { recordId } : {}) });
    const next = async (): Promise<Change> => {
      const frame: Frame = await socket.next();
      return (('payload' in frame ? frame.payload : {}) as { data: { recordChanges: Change } }).data.recordChanges;
    };
    expect((await next()).type).toBe('ADVANCED');
    return async (lastId) => {
      const told: string[] = [];
      for (let change = await next(); ; change = await next()) {
        if (change.type !== 'ADVANCED') told.push(`${change.type} ${change.kind ?? '-'} ${change.id ?? ''}`);
        if (change.id === lastId) break;
      }
      socket.close();
      return told;
    };
  };

  it('tell staff everything in order, and the client only of what is theirs', async () => {
    const [byLead, byClient, byChannel] = [await watch(lead), await watch(client), await watch(client, channelId)];
    const question = await post('A question', 'CLIENT');
    const aside = await post('An aside', 'INTERNAL', { threadId: question });
    await run(lead, 'setReaction', { id: aside, emoji: '😂', on: true });
    await run(lead, 'editMessage', { id: aside, version: 1, body: 'A better aside' });
    await run(lead, 'pinMessage', { id: aside, pinned: true });
    const answer = await post('An answer', 'CLIENT', { threadId: question });
    await run(lead, 'editMessage', { id: answer, version: 1, body: 'A better answer' });
    const secret = await post('Withdrawn', 'INTERNAL');
    await run(lead, 'deleteMessage', { id: secret, version: 1 });
    await run(lead, 'publishMessage', { id: aside, version: 2 });
    const end = await post('The end', 'CLIENT');
    expect(await byLead(end)).toEqual([
      `ENTERED message.posted ${question}`, `ENTERED message.posted ${aside}`, `CHANGED message.replied ${question}`, `CHANGED message.reacted ${aside}`, `CHANGED message.edited ${aside}`,
      `CHANGED message.pinned ${aside}`, `ENTERED message.posted ${answer}`, `CHANGED message.replied ${question}`, `CHANGED message.edited ${answer}`, `ENTERED message.posted ${secret}`,
      `CHANGED message.deleted ${secret}`, `CHANGED message.published ${aside}`, `CHANGED message.replied ${question}`, `ENTERED message.posted ${end}`,
    ]);
    const theirs = [
      `ENTERED - ${question}`, `ENTERED - ${answer}`, `CHANGED - ${question}`, `CHANGED - ${answer}`, `ENTERED - ${aside}`, `CHANGED - ${question}`, `ENTERED - ${end}`,
    ];
    expect([await byClient(end), await byChannel(end)]).toEqual([theirs, theirs]);
  });

  it('tell nobody outside a private channel, administrators included', async () => {
    const { agency, owner, api } = world;
    const among = await insertPrivateChannel(owner, agency.id, [agency.users.TEAM_LEAD.id, agency.users.HR.id]);
    const [admin, hr] = [await signInAs(api, agency.users.ADMIN.email), await signInAs(api, agency.users.HR.email)];
    const [byAdmin, byHr] = [await watch(admin), await watch(hr, among)];
    const secret = await run(lead, 'postMessage', { channelId: among, side: 'INTERNAL', body: 'Between us' });
    const open = await post('For everybody', 'INTERNAL');
    expect(await byHr(secret)).toEqual([`ENTERED message.posted ${secret}`]);
    expect(await byAdmin(open)).toEqual([`ENTERED message.posted ${open}`]);
  });

  it('write no words into the log', async () => {
    const word = `canary${newId().slice(-8)}`;
    const id = await post(`${word} said`, 'INTERNAL');
    await run(lead, 'editMessage', { id, version: 1, body: `${word} corrected` });
    await run(lead, 'deleteMessage', { id, version: 2 });
    const { rows } = await world.owner.query(`SELECT count(*)::int AS n FROM event e JOIN event_detail d ON d.event_id = e.id WHERE e.subject_id = $1`, [id]);
    const { rows: found } = await world.owner.query(`SELECT e.kind FROM event e LEFT JOIN event_detail d ON d.event_id = e.id WHERE (to_jsonb(e)::text || coalesce(to_jsonb(d)::text, '')) LIKE $1`, [`%${word}%`]);
    expect([rows[0], found]).toEqual([{ n: 3 }, []]);
    expect(world.api.log()).not.toContain(word);
  });
});
