import { UnitOfWork } from '@throughline/platform/database';
import { newId } from '@throughline/platform/kernel';
import type { TestOrganization, TestUser } from '@throughline/testing';
import { type ApiClient, bootTwoOrganizations, codesOf, expectFourCallers, signInAs, type TestApi, type TwoOrganizations } from '@throughline/testing/api';
import type { Client } from 'pg';
import { ReadConnections } from '../../../libs/platform/read/session/read-connections.js';

const CHANNEL = `id version kind title name topic recordSubject recordId departmentId twoSided archivedAt lastSequence lastReadSequence unread unreadMentions notify starred following
  viewerRole retentionDays members { role user { id name active client } } viewerCan { move allowed reason }`;
const operation = (name: string): string =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { channel { ${CHANNEL} } errors { code message path } } }`;
const OPEN_DIRECT = operation('openDirectChannel');
const CREATE = operation('createChannel');
const OPEN_RECORD = operation('openRecordChannel');
const UPDATE = operation('updateChannel');
const ARCHIVE = operation('archiveChannel');
const RESTORE = operation('restoreChannel');
const ADD = operation('addChannelMembers');
const REMOVE = operation('removeChannelMember');
const PREFER = operation('setChannelPreferences');
const READ = operation('markChannelRead');
const SETTINGS = 'mutation ($input: UpdateChannelSettingsInput!) { updateChannelSettings(input: $input) { settings { version retentionDays } errors { code message path } } }';
const ONE = `query ($id: ID!) { channel(id: $id) { ${CHANNEL} } }`;
const MINE = `query ($archived: Boolean! = false) { myChannels(archived: $archived) { ${CHANNEL} } }`;
const LIST = `query ($filter: ChannelFilter, $search: String) { channels(filter: $filter, search: $search, first: 200) { nodes { ${CHANNEL} readers { lastReadSequence user { id } } } totalCount } }`;
const OF_RECORD = 'query ($subject: String!, $recordId: ID!) { recordChannel(subject: $subject, recordId: $recordId) { id } }';

interface Channel {
  id: string; version: number; kind: string; title: string; name: string | null; topic: string | null; recordId: string | null; twoSided: boolean; archivedAt: string | null;
  lastSequence: string; lastReadSequence: string; unread: number; unreadMentions: number; notify: string; starred: boolean; following: boolean; viewerRole: string | null;
  retentionDays: number | null; members: { role: string; user: { id: string; active: boolean } }[]; viewerCan: { move: string; allowed: boolean; reason: string | null }[];
}

describe('channels', () => {
  let setUp: TwoOrganizations;
  let api: TestApi;
  let owner: Client;
  let agency: TestOrganization;
  let admin: ApiClient;
  let lead: ApiClient;
  let member: ApiClient;
  let hr: ApiClient;
  let manager: ApiClient;
  let client: ApiClient;
  let elsewhere: ApiClient;
  let clara: TestUser;
  let customerId: string;
  let projectId: string;

  beforeAll(async () => {
    setUp = await bootTwoOrganizations();
    ({ api, owner, agency } = setUp);
    customerId = await agency.addCustomer('Bakery');
    clara = await agency.addUser({ name: 'Clara', roles: ['CLIENT_MEMBER'], customerId });
    const sign = (email: string): Promise<ApiClient> => signInAs(api, email);
    admin = await sign(agency.users.ADMIN.email);
    lead = await sign(agency.users.TEAM_LEAD.email);
    member = await sign(agency.users.TEAM_MEMBER.email);
    manager = await sign(agency.users.DEPARTMENT_MANAGER.email);
    hr = await sign(agency.users.HR.email);
    client = await sign(clara.email);
    elsewhere = await sign(setUp.other.users.TEAM_LEAD.email);
    projectId = await project('Website', true);
  });
  afterAll(() => setUp?.close());

  const project = async (name: string, shared: boolean, departmentId = agency.departments.web): Promise<string> => {
    const id = newId();
    await owner.query(
      'INSERT INTO project (id, organization_id, number, name, customer_id, department_id, owner_id, currency, shared_with_client) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [id, agency.id, `PRJ-${id.slice(-6)}`, name, customerId, departmentId, agency.users.TEAM_LEAD.id, 'USD', shared],
    );
    return id;
  };
  const make = async (who: ApiClient, document: string, input: object): Promise<Channel> => {
    const [answer] = Object.values(await who.ask<Record<string, { channel: Channel; errors: unknown[] }>>(document, { input }));
    expect(answer!.errors).toEqual([]);
    return answer!.channel;
  };
  const direct = (who: ApiClient, userId: string): Promise<Channel> => make(who, OPEN_DIRECT, { userId });
  const onProject = (who: ApiClient, recordId = projectId): Promise<Channel> => make(who, OPEN_RECORD, { subject: 'project', recordId });
  const codes = async (who: ApiClient, document: string, variables: object): Promise<string[]> => codesOf(await who.send(document, variables));
  const sees = async (who: ApiClient, id: string): Promise<boolean> => {
    const { channels } = await who.ask<{ channels: { nodes: Channel[] } }>(LIST, { filter: { id: { eq: id } } });
    const one = await codes(who, ONE, { id });
    expect(one).toEqual(channels.nodes.length === 1 ? [] : ['NOT_FOUND']);
    return channels.nodes.length === 1;
  };
  const allowed = (channel: Channel): string[] => channel.viewerCan.filter((offer) => offer.allowed).map(({ move }) => move);
  const speak = (id: string, sequence: number, clientSequence = 0): Promise<unknown> =>
    owner.query('UPDATE channel SET last_sequence = $2, last_client_sequence = $3, last_message_at = now() WHERE id = $1', [id, sequence, clientSequence]);

  it('between two people there is one direct channel, whoever opens it and however often', async () => {
    const { openDirectChannel: { channel: first } } = await expectFourCallers<{ openDirectChannel: { channel: Channel } }>({
      api, operation: OPEN_DIRECT, variables: { input: { userId: agency.users.TEAM_MEMBER.id } }, right: lead, wrongPerson: client, wrongOrganization: elsewhere,
    });
    expect(first).toMatchObject({ kind: 'DIRECT', title: agency.users.TEAM_MEMBER.name, twoSided: false, following: true, viewerRole: 'MEMBER' });
    expect(allowed(first)).toEqual(['post']);
    const opened = await Promise.all([direct(member, agency.users.TEAM_LEAD.id), direct(lead, agency.users.TEAM_MEMBER.id), direct(member, agency.users.TEAM_LEAD.id)]);
    expect(opened.map(({ id }) => id)).toEqual([first.id, first.id, first.id]);
    expect(opened[0]).toMatchObject({ title: agency.users.TEAM_LEAD.name });
    expect(await codes(lead, OPEN_DIRECT, { input: { userId: agency.users.TEAM_LEAD.id } })).toEqual(['VALIDATION_FAILED']);
    expect(await codes(lead, OPEN_DIRECT, { input: { userId: clara.id } })).toEqual(['NOT_FOUND']);
  });

  it('an administrator reads nobody else\'s direct messages, groups and private channels', async () => {
    const between = await direct(lead, agency.users.TEAM_MEMBER.id);
    const group = await make(lead, CREATE, { kind: 'GROUP', name: 'Lunch', memberIds: [agency.users.TEAM_MEMBER.id] });
    const closed = await make(lead, CREATE, { kind: 'PRIVATE', name: 'Salaries', memberIds: [] });
    for (const channel of [between, group, closed]) {
      expect([await sees(lead, channel.id), await sees(admin, channel.id), await sees(hr, channel.id), await sees(client, channel.id), await sees(elsewhere, channel.id)]).toEqual([true, false, false, false, false]);
      expect(await codes(admin, UPDATE, { input: { id: channel.id, version: 1, topic: 'Mine' } })).toEqual(['NOT_FOUND']);
      expect(await codes(admin, ADD, { input: { id: channel.id, userIds: [agency.users.ADMIN.id] } })).toEqual(['NOT_FOUND']);
    }
    expect([await sees(member, between.id), await sees(member, group.id), await sees(member, closed.id)]).toEqual([true, true, false]);
    const found = await admin.ask<{ channels: { nodes: Channel[] } }>(LIST, { search: 'Salaries' });
    expect(found.channels.nodes).toEqual([]);
  });

  it('groups are started with colleagues only', async () => {
    const { createChannel: { channel } } = await expectFourCallers<{ createChannel: { channel: Channel } }>({
      api, operation: CREATE, variables: { input: { kind: 'PRIVATE', name: 'Plans', topic: 'Next year', memberIds: [] } }, right: lead, wrongPerson: client, wrongOrganization: elsewhere,
      separately: agency.id,
    });
    expect(channel).toMatchObject({ kind: 'PRIVATE', title: 'Plans', topic: 'Next year', viewerRole: 'OWNER', following: true, unread: 0 });
    expect(allowed(channel)).toEqual(['post', 'invite', 'remove', 'update', 'archive', 'leave']);
    expect(await codes(lead, CREATE, { input: { kind: 'GROUP', memberIds: [clara.id] } })).toEqual(['NOT_FOUND']);
    expect(await codes(lead, CREATE, { input: { kind: 'GROUP', memberIds: [setUp.other.users.TEAM_LEAD.id] } })).toEqual(['NOT_FOUND']);
    expect(await codes(lead, CREATE, { input: { kind: 'GROUP', memberIds: [] } })).toEqual(['VALIDATION_FAILED']);
    expect(await codes(lead, CREATE, { input: { kind: 'PRIVATE', memberIds: [] } })).toEqual(['VALIDATION_FAILED']);
    const unnamed = await make(lead, CREATE, { kind: 'GROUP', memberIds: [agency.users.TEAM_MEMBER.id, agency.users.HR.id] });
    expect(unnamed.title.split(', ').sort()).toEqual([agency.users.HR.name, agency.users.TEAM_MEMBER.name].sort());
  });

  it('a project\'s channel is seen by whoever sees the project, and by nobody else', async () => {
    const { openRecordChannel: { channel } } = await expectFourCallers<{ openRecordChannel: { channel: Channel } }>({
      api, operation: OPEN_RECORD, variables: { input: { subject: 'project', recordId: projectId } }, right: lead, wrongPerson: hr, wrongOrganization: elsewhere, codes: { wrongPerson: 'NOT_FOUND' },
    });
    expect(channel).toMatchObject({ kind: 'PROJECT', title: 'Website', twoSided: true, recordId: projectId, viewerRole: null, members: [] });
    expect(allowed(channel)).toEqual(['post', 'postToClient']);
    expect((await onProject(manager)).id).toBe(channel.id);
    const seo = await signInAs(api, (await agency.addUser({ name: 'Sara', roles: ['TEAM_MEMBER'], departmentIds: [agency.departments.seo] })).email);
    const rival = await signInAs(api, (await agency.addUser({ name: 'Rita', roles: ['CLIENT_MEMBER'], customerId: await agency.addCustomer('Rival') })).email);
    expect([await sees(member, channel.id), await sees(admin, channel.id), await sees(client, channel.id)]).toEqual([true, true, true]);
    expect([await sees(seo, channel.id), await sees(hr, channel.id), await sees(rival, channel.id), await sees(elsewhere, channel.id)]).toEqual([false, false, false, false]);
    const hidden = await onProject(lead, await project('Draft', false));
    expect([await sees(member, hidden.id), await sees(client, hidden.id)]).toEqual([true, false]);
    await owner.query('UPDATE project SET shared_with_client = true WHERE id = $1', [hidden.recordId]);
    expect(await sees(client, hidden.id)).toBe(true);
    expect(await client.ask(OF_RECORD, { subject: 'project', recordId: projectId })).toEqual({ recordChannel: { id: channel.id } });
    expect(await seo.ask(OF_RECORD, { subject: 'project', recordId: projectId })).toEqual({ recordChannel: null });
    expect(await codes(lead, OPEN_RECORD, { input: { subject: 'role', recordId: projectId } })).toEqual(['VALIDATION_FAILED']);
  });

  it('clients speak on their own side and count what they can see', async () => {
    const { id } = await onProject(lead);
    await speak(id, 7, 2);
    const seen = await make(client, OPEN_RECORD, { subject: 'project', recordId: projectId });
    expect(seen).toMatchObject({ lastSequence: '2', unread: 2 });
    expect(allowed(seen)).toEqual(['postToClient']);
    expect(await codes(client, READ, { input: { id, sequence: '3' } })).toEqual(['VALIDATION_FAILED']);
    await speak(id, 9, 3);
    expect((await client.ask<{ channel: Channel }>(ONE, { id })).channel).toMatchObject({ lastSequence: '3', lastReadSequence: '0', unread: 3 });
    expect((await lead.ask<{ channel: Channel }>(ONE, { id })).channel).toMatchObject({ lastSequence: '9', lastReadSequence: '0', unread: 9 });
    // A channel that has no side for the client does not exist for them, although they see its record.
    const quoteless = await make(lead, OPEN_RECORD, { subject: 'customer', recordId: customerId });
    await owner.query('UPDATE channel SET two_sided = false WHERE id = $1', [quoteless.id]);
    expect(await sees(client, quoteless.id)).toBe(false);
  });

  it('what is read is a place that only goes forward', async () => {
    const { id } = await make(lead, CREATE, { kind: 'GROUP', name: 'Reading', memberIds: [agency.users.TEAM_MEMBER.id] });
    await speak(id, 5);
    await owner.query('INSERT INTO channel_mention (organization_id, channel_id, user_id, sequence) VALUES ($1, $2, $3, 3), ($1, $2, $3, 5)', [agency.id, id, agency.users.TEAM_MEMBER.id]);
    const { myChannels } = await member.ask<{ myChannels: Channel[] }>(MINE);
    expect(myChannels.find((channel) => channel.id === id)).toMatchObject({ unread: 5, unreadMentions: 2 });
    const { markChannelRead: { channel } } = await expectFourCallers<{ markChannelRead: { channel: Channel } }>({
      api, operation: READ, variables: { input: { id, sequence: '5' } }, right: member, wrongPerson: hr, wrongOrganization: elsewhere, codes: { wrongPerson: 'NOT_FOUND' },
    });
    expect(channel).toMatchObject({ unread: 0, unreadMentions: 0, lastReadSequence: '5' });
    await make(member, READ, { id, sequence: '2' });
    expect((await member.ask<{ channel: Channel }>(ONE, { id })).channel.lastReadSequence).toBe('5');
    const { channels } = await lead.ask<{ channels: { nodes: { readers: unknown[] }[] } }>(LIST, { filter: { id: { eq: id } } });
    expect(channels.nodes[0]!.readers).toEqual([{ lastReadSequence: '5', user: { id: agency.users.TEAM_MEMBER.id } }]);
    expect(await codes(member, READ, { input: { id, sequence: '6' } })).toEqual(['VALIDATION_FAILED']);
  });

  it('everybody says for themselves what they want to be told', async () => {
    const { id } = await make(lead, CREATE, { kind: 'GROUP', name: 'Noise', memberIds: [agency.users.TEAM_MEMBER.id] });
    const { setChannelPreferences: { channel } } = await expectFourCallers<{ setChannelPreferences: { channel: Channel } }>({
      api, operation: PREFER, variables: { input: { id, notify: 'NONE', starred: true } }, right: member, wrongPerson: hr, wrongOrganization: elsewhere, codes: { wrongPerson: 'NOT_FOUND' },
    });
    expect(channel).toMatchObject({ notify: 'NONE', starred: true, following: true });
    expect((await lead.ask<{ channel: Channel }>(ONE, { id })).channel).toMatchObject({ notify: 'ALL', starred: false, following: true });
    await make(member, PREFER, { id, following: false });
    const { myChannels } = await member.ask<{ myChannels: Channel[] }>(MINE);
    expect(myChannels.map((each) => each.id)).not.toContain(id);
  });

  it('are named and given a topic by those whose they are', async () => {
    const { id } = await make(lead, CREATE, { kind: 'PRIVATE', name: 'Old', memberIds: [agency.users.TEAM_MEMBER.id] });
    const { updateChannel: { channel } } = await expectFourCallers<{ updateChannel: { channel: Channel } }>({
      api, operation: UPDATE, variables: { input: { id, version: 1, name: 'New', topic: 'What next' } }, right: lead, wrongPerson: member, wrongOrganization: elsewhere,
    });
    expect(channel).toMatchObject({ title: 'New', topic: 'What next', version: 2 });
    await make(member, PREFER, { id, starred: true });
    const { data } = await lead.send<{ updateChannel: unknown }>(UPDATE, { input: { id, version: 1, name: 'Newer' } });
    expect(data?.updateChannel).toMatchObject({
      channel: null, errors: [{ code: 'CONFLICT', message: `${agency.users.TEAM_LEAD.name} changed this channel while you were editing it. Look at the current values and try again.` }],
    });
    expect(await codes(lead, UPDATE, { input: { id, version: 2, name: ' ' } })).toEqual(['VALIDATION_FAILED']);
    expect(await codes(lead, UPDATE, { input: { id, version: 2, retentionDays: 30 } })).toEqual(['FORBIDDEN']);
    const record = await onProject(lead);
    expect(await codes(manager, UPDATE, { input: { id: record.id, version: record.version, name: 'Other' } })).toEqual(['PRECONDITION_FAILED']);
    expect(await codes(member, UPDATE, { input: { id: record.id, version: record.version, topic: 'Mine' } })).toEqual(['FORBIDDEN']);
    expect(await make(manager, UPDATE, { id: record.id, version: record.version, topic: 'Launch in May' })).toMatchObject({ topic: 'Launch in May' });
    expect(await make(admin, UPDATE, { id: record.id, version: record.version + 1, retentionDays: 30 })).toMatchObject({ retentionDays: 30 });
  });

  it('archived ones can be read but not spoken in, and come back', async () => {
    const { id } = await make(lead, CREATE, { kind: 'GROUP', name: 'Over', memberIds: [agency.users.TEAM_MEMBER.id] });
    const { archiveChannel: { channel } } = await expectFourCallers<{ archiveChannel: { channel: Channel } }>({
      api, operation: ARCHIVE, variables: { input: { id, version: 1 } }, right: lead, wrongPerson: member, wrongOrganization: elsewhere,
    });
    expect(channel.archivedAt).not.toBeNull();
    expect(allowed(channel)).toEqual(['remove', 'restore', 'leave']);
    expect((await member.ask<{ myChannels: Channel[] }>(MINE, { archived: true })).myChannels.map((each) => each.id)).toEqual([id]);
    expect(await codes(lead, ADD, { input: { id, userIds: [agency.users.HR.id] } })).toEqual(['PRECONDITION_FAILED']);
    expect(await codes(lead, ARCHIVE, { input: { id, version: 2 } })).toEqual(['PRECONDITION_FAILED']);
    const record = await onProject(lead);
    expect(await codes(manager, ARCHIVE, { input: { id: record.id, version: record.version } })).toEqual(['PRECONDITION_FAILED']);
    const { restoreChannel: restored } = await expectFourCallers<{ restoreChannel: { channel: Channel } }>({
      api, operation: RESTORE, variables: { input: { id, version: 2 } }, right: lead, wrongPerson: member, wrongOrganization: elsewhere,
    });
    expect(restored.channel.archivedAt).toBeNull();
    // As screens ask: with a key, which belongs to what is written and not to what may be done afterwards.
    const { data } = await lead.send<{ archiveChannel: { channel: Channel } }>(ARCHIVE, { input: { id, version: 3 } }, { 'idempotency-key': newId() });
    expect(allowed(data!.archiveChannel.channel)).toEqual(['remove', 'restore', 'leave']);
  });

  it('people are invited, taken out and leave; whoever has been in it longest looks after it then', async () => {
    const { id } = await make(lead, CREATE, { kind: 'PRIVATE', name: 'Circle', memberIds: [agency.users.TEAM_MEMBER.id] });
    await speak(id, 4);
    await expectFourCallers({
      api, operation: ADD, variables: { input: { id, userIds: [agency.users.HR.id] } }, right: lead, wrongPerson: member, wrongOrganization: elsewhere,
    });
    expect((await hr.ask<{ channel: Channel }>(ONE, { id })).channel).toMatchObject({ unread: 0, viewerRole: 'MEMBER' });
    await expectFourCallers({ api, operation: REMOVE, variables: { input: { id, userId: agency.users.HR.id } }, right: lead, wrongPerson: member, wrongOrganization: elsewhere });
    expect(await sees(hr, id)).toBe(false);
    expect(await codes(lead, REMOVE, { input: { id, userId: agency.users.HR.id } })).toEqual(['NOT_FOUND']);
    expect(await lead.ask(REMOVE, { input: { id, userId: agency.users.TEAM_LEAD.id } })).toEqual({ removeChannelMember: { channel: null, errors: [] } });
    expect((await member.ask<{ channel: Channel }>(ONE, { id })).channel).toMatchObject({ viewerRole: 'OWNER', members: [{ role: 'OWNER' }] });
    const record = await onProject(lead);
    expect(await codes(manager, ADD, { input: { id: record.id, userIds: [agency.users.HR.id] } })).toEqual(['PRECONDITION_FAILED']);
    expect(await codes(lead, REMOVE, { input: { id: record.id, userId: agency.users.TEAM_LEAD.id } })).toEqual(['PRECONDITION_FAILED']);
  });

  it('a department\'s channel is its people\'s, and of those added to it', async () => {
    const channel = await make(manager, OPEN_RECORD, { subject: 'department', recordId: agency.departments.web });
    expect(channel).toMatchObject({ kind: 'DEPARTMENT', title: 'Web', departmentId: agency.departments.web });
    expect([await sees(member, channel.id), await sees(hr, channel.id), await sees(admin, channel.id), await sees(client, channel.id)]).toEqual([true, false, false, false]);
    await make(manager, ADD, { id: channel.id, userIds: [agency.users.HR.id] });
    expect(await sees(hr, channel.id)).toBe(true);
    expect(await codes(member, ADD, { input: { id: channel.id, userIds: [agency.users.ADMIN.id] } })).toEqual(['FORBIDDEN']);
    await hr.ask(REMOVE, { input: { id: channel.id, userId: agency.users.HR.id } });
    expect(await sees(hr, channel.id)).toBe(false);
  });

  it('whoever has left stays in what was said, shown as such, and is spoken to no more', async () => {
    const gone = await agency.addUser({ name: 'Gone', roles: ['TEAM_MEMBER'], departmentIds: [agency.departments.web] });
    const { id } = await direct(lead, gone.id);
    await owner.query(`UPDATE user_account SET status = 'INACTIVE' WHERE id = $1`, [gone.id]);
    const { channel } = await lead.ask<{ channel: Channel }>(ONE, { id });
    expect(channel.members.find(({ user }) => user.id === gone.id)!.user.active).toBe(false);
    expect(channel.viewerCan.find(({ move }) => move === 'post')).toEqual({ move: 'post', allowed: false, reason: 'This person has left and reads no more messages. What was said stays here.' });
    expect((await direct(lead, gone.id)).id).toBe(id);
    expect(await codes(member, OPEN_DIRECT, { input: { userId: gone.id } })).toEqual(['NOT_FOUND']);
  });

  it('how long messages stay is decided for the organization', async () => {
    await expectFourCallers({
      api, operation: SETTINGS, variables: { input: { version: 0, retentionDays: 365 } }, right: admin, wrongPerson: manager, wrongOrganization: await signInAs(api, setUp.other.users.ADMIN.email),
      separately: agency.id,
    });
    expect(await admin.ask('{ channelSettings { version retentionDays } }')).toEqual({ channelSettings: { version: 1, retentionDays: 365 } });
    expect(await codes(admin, SETTINGS, { input: { version: 0, retentionDays: 10 } })).toEqual(['CONFLICT']);
    expect(await admin.ask(SETTINGS, { input: { version: 1, retentionDays: null } })).toEqual({ updateChannelSettings: { settings: { version: 2, retentionDays: null }, errors: [] } });
    expect(await codes(manager, '{ channelSettings { version } }', {})).toEqual(['FORBIDDEN']);
  });

  it('are listed in one statement, however many there are', async () => {
    const statements = async (document: string): Promise<number> => {
      const connections = jest.spyOn(api.app.nest.get(ReadConnections, { strict: false }), 'run');
      const others = jest.spyOn(api.app.nest.get(UnitOfWork, { strict: false }), 'run');
      await lead.ask(document);
      // What may be done is asked once for all channels of an answer; the latest of one's own are looked up first.
      expect(others.mock.calls.length).toBe(document === MINE ? 2 : 1);
      others.mockRestore();
      const count = connections.mock.calls.flatMap(([each]) => each.filter(({ name }) => name !== 'enter')).length;
      connections.mockRestore();
      return count;
    };
    expect(await statements(LIST)).toBe(1);
    expect(await statements(MINE)).toBe(1);
  });
});
