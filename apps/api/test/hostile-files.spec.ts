import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedOrganization, type TestOrganization } from '@throughline/testing';
import { type ApiClient, bootApi, codesOf, signInAs, type TestApi } from '@throughline/testing/api';
import { Client } from 'pg';
import { insertPrivateChannel, insertProject, insertProjectChannel } from '../../../libs/collaboration/messages/testing/chat-rows.js';

const mutation = (name: string, answer: string): string => `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${answer} errors { code message path } } }`;
const POST = mutation('postMessage', 'message { id version files { id url thumbnailUrl previewUrl } }');
const CONTENT = 'application/offset+octet-stream';

/** Reading, writing and opening files around their rules, beyond what the matrix of `verify:access` asks. */
describe('hostile: files', () => {
  let api: TestApi;
  let owner: Client;
  let folder: string;
  let agency: TestOrganization;
  let lead: ApiClient;
  let member: ApiClient;
  let client: ApiClient;
  let admin: ApiClient;
  let elsewhere: ApiClient;
  let channelId: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'throughline-hostile-'));
    api = await bootApi({ settings: { storage: { kind: 'DISK', directory: folder }, rateLimits: { addressPerMinute: 0, actorPerMinute: 0 } } });
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    agency = await seedOrganization(api.database);
    const other = await seedOrganization(api.database, 'Elsewhere');
    const customerId = await agency.addCustomer();
    const { email } = await agency.addUser({ name: 'Bea Baker', roles: ['CLIENT_OWNER'], customerId });
    channelId = await insertProjectChannel(owner, agency.id, await insertProject(owner, agency, customerId, { ownerId: agency.users.PROJECT_MANAGER.id }));
    [lead, member, client, admin, elsewhere] = await Promise.all([agency.users.TEAM_LEAD.email, agency.users.TEAM_MEMBER.email, email, agency.users.ADMIN.email, other.users.ADMIN.email]
      .map((address) => signInAs(api, address))) as [ApiClient, ApiClient, ApiClient, ApiClient, ApiClient];
  });
  afterAll(async () => {
    await owner?.end();
    await api?.close();
    if (folder) await rm(folder, { recursive: true });
  });

  const cookieOf = (who: ApiClient): Record<string, string> => ({ cookie: `tl_access=${encodeURIComponent(who.cookie('tl_access') ?? '')}` });
  const get = (who: ApiClient, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> => fetch(`${api.url}${path}`, { method, headers: { ...cookieOf(who), ...headers } });
  const tus = (who: ApiClient, path: string, method: string, headers: Record<string, string> = {}, body?: Buffer): Promise<Response> =>
    fetch(`${api.url}${path}`, { method, headers: { 'tus-resumable': '1.0.0', ...cookieOf(who), ...headers }, ...(body ? { body: new Uint8Array(body) } : {}) });
  const begin = async (who: ApiClient, name: string, length: number): Promise<string> => {
    const answer = await tus(who, '/files/uploads', 'POST', { 'upload-length': String(length), 'upload-metadata': `filename ${Buffer.from(name).toString('base64')}` });
    if (answer.status !== 201) throw new Error(await answer.text());
    return answer.headers.get('location')!;
  };
  const upload = async (who: ApiClient, name: string, content: string): Promise<string> => {
    const path = await begin(who, name, Buffer.byteLength(content));
    const answer = await tus(who, path, 'PATCH', { 'upload-offset': '0', 'content-type': CONTENT }, Buffer.from(content));
    if (answer.status !== 204) throw new Error(await answer.text());
    return path.split('/').at(-1)!;
  };
  const post = async (who: ApiClient, fileId: string, side = 'INTERNAL', channel = channelId): Promise<{ id: string; version: number }> =>
    (await who.ask<{ postMessage: { message: { id: string; version: number } } }>(POST, { input: { channelId: channel, side, body: 'With a file', fileIds: [fileId] } })).postMessage.message;
  const opened = async (fileId: string, userId: string): Promise<number> =>
    (await owner.query<{ count: number }>(`SELECT count(*)::int AS count FROM event WHERE kind = 'file.opened' AND actor_id = $2 AND $1 = ANY (related)`, [fileId, userId])).rows[0]!.count;

  it('nobody opens a file unnoticed by asking for it from its second byte on', async () => {
    const id = await upload(lead, 'plan.txt', `0${'secret '.repeat(1_000)}`);
    await post(lead, id);
    for (const range of ['bytes=1-', 'bytes=1-6000', 'bytes=00001-', 'bytes=-6999', 'bytes= 1-', 'bytes=3000-']) {
      expect([range, await (await get(member, `/files/${id}`, { range })).text().then((text) => text.includes('secret'))]).toEqual([range, true]);
      expect([range, await opened(id, agency.users.TEAM_MEMBER.id)]).not.toEqual([range, 0]);
    }
    // The stretches of one download are one opening.
    expect(await opened(id, agency.users.TEAM_MEMBER.id)).toBeLessThanOrEqual(3);
    await get(admin, `/files/${id}`);
    const before = await opened(id, agency.users.ADMIN.id);
    await (await get(admin, `/files/${id}`, { range: 'bytes=100-' })).text();
    expect(await opened(id, agency.users.ADMIN.id)).toBe(before);
  });

  it('what is said internally shows its files to no client, by no address and no question, until it is published', async () => {
    const id = await upload(lead, 'margin.txt', 'We earn 400 percent on this');
    const message = await post(lead, id);
    const look = async (who: ApiClient): Promise<unknown[]> => [
      ...(await Promise.all(['', '/thumbnail', '/preview'].map(async (view) => (await get(who, `/files/${id}${view}`)).status))),
      codesOf(await who.send('query ($id: ID!) { file(id: $id) { name } }', { id })),
      JSON.stringify(await who.send('query ($id: ID!) { files(subject: "message", recordId: $id) { totalCount nodes { name } } }', { id: message.id })).includes('margin'),
      JSON.stringify(await who.send('{ files(search: "margin", first: 50) { totalCount nodes { id } } }')).includes(id),
      codesOf(await who.send('query ($id: ID!) { recordHistory(subject: "file", id: $id, first: 50) { entries { kind } } }', { id })),
    ];
    const nothing = [404, 404, 404, ['NOT_FOUND'], false, false, ['NOT_FOUND']];
    expect(await look(client)).toEqual(nothing);
    expect(await look(elsewhere)).toEqual(nothing);
    await lead.ask(mutation('publishMessage', 'message { id }'), { input: { id: message.id, version: message.version } });
    expect((await get(client, `/files/${id}`)).status).toBe(200);
    await lead.ask(mutation('deleteMessage', 'message { id }'), { input: { id: message.id, version: message.version + 1 } });
    expect(await look(client)).toEqual(nothing);
    expect((await look(lead)).slice(0, 3)).toEqual([404, 404, 404]);
  });

  it('who is taken out of a channel opens its files no more, their own included', async () => {
    const private_ = await insertPrivateChannel(owner, agency.id, [agency.users.TEAM_LEAD.id, agency.users.TEAM_MEMBER.id]);
    const [theirs, mine] = [await upload(lead, 'theirs.txt', 'theirs'), await upload(member, 'mine.txt', 'mine')];
    await post(lead, theirs, 'INTERNAL', private_);
    await post(member, mine, 'INTERNAL', private_);
    expect([(await get(member, `/files/${theirs}`)).status, (await get(admin, `/files/${theirs}`)).status]).toEqual([200, 404]);
    await lead.ask(mutation('removeChannelMember', 'channel { id }'), { input: { id: private_, userId: agency.users.TEAM_MEMBER.id } });
    expect([(await get(member, `/files/${theirs}`)).status, (await get(member, `/files/${mine}`)).status]).toEqual([404, 404]);
    expect(codesOf(await member.send(mutation('deleteFile', 'id'), { input: { id: mine, version: 2 } }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await member.send(mutation('renameFile', 'file { id }'), { input: { id: mine, version: 2, name: 'new.txt' } }))).toEqual(['NOT_FOUND']);
  });

  it('an upload ends with the session that sends it', async () => {
    const sender = await signInAs(api, agency.users.SALES_AGENT.email);
    const path = await begin(sender, 'later.txt', 20);
    const first = await new Promise<{ status: number; stop: () => void }>((done, fail) => {
      const outgoing = request(`${api.url}${path}`, { method: 'PATCH', headers: { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': CONTENT, 'content-length': '20', ...cookieOf(sender) } }, (answer) => {
        answer.resume();
        done({ status: answer.statusCode ?? 0, stop: () => outgoing.destroy() });
      });
      outgoing.on('error', fail);
      outgoing.write('0123456789');
      // The rest comes once nobody is behind it any more.
      setTimeout(() => void sender.ask('mutation { signOut { errors { code } } }').then(() => outgoing.end('0123456789'), fail), 50);
    });
    expect(first.status).toBe(401);
    first.stop();
    const { rows } = await owner.query<{ state: string }>('SELECT state FROM file WHERE id = $1', [path.split('/').at(-1)]);
    expect(rows).toEqual([{ state: 'UPLOADING' }]);
    expect((await tus(sender, path, 'HEAD')).status).toBe(401);
  });

  it('of many uploads at once none takes room that is not there', async () => {
    await owner.query(`INSERT INTO file_policy (id, organization_id) VALUES (gen_random_uuid(), $1) ON CONFLICT DO NOTHING`, [agency.id]);
    await owner.query('UPDATE file_policy SET limit_bytes = used_bytes + 1000 WHERE organization_id = $1', [agency.id]);
    const outcomes = await Promise.all(Array.from({ length: 8 }, (_, index) => begin(lead, `part ${index}.txt`, 600).then(() => 'taken', () => 'refused')));
    expect(outcomes.filter((outcome) => outcome === 'taken')).toHaveLength(1);
    await owner.query('UPDATE file_policy SET limit_bytes = NULL WHERE organization_id = $1', [agency.id]);
  });

  it('pages of other sites send, abandon and read nothing', async () => {
    const path = await begin(member, 'own.txt', 5);
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }, { origin: 'null' }] as Record<string, string>[]) {
      for (const [method, at] of [['POST', '/files/uploads'], ['PATCH', path], ['DELETE', path], ['POST', '/files/imports']] as const) {
        expect([headers, method, (await tus(member, at, method, { ...headers, 'upload-length': '5', 'upload-offset': '0', 'content-type': CONTENT })).status]).toEqual([headers, method, 403]);
      }
    }
    const read = await get(member, `/files/${path.split('/').at(-1)}`, { origin: 'https://evil.example' });
    expect([read.headers.get('access-control-allow-origin'), read.headers.get('cross-origin-resource-policy')]).toEqual([null, 'same-origin']);
  });

  it('somebody else\'s upload is no more than a number nobody has', async () => {
    const path = await begin(member, 'own.txt', 5);
    for (const who of [lead, client, admin, elsewhere]) {
      expect((await tus(who, path, 'HEAD')).status).toBe(404);
      expect((await tus(who, path, 'PATCH', { 'upload-offset': '0', 'content-type': CONTENT }, Buffer.from('12345'))).status).toBe(404);
      expect((await tus(who, path, 'DELETE')).status).toBe(404);
      expect(codesOf(await who.send(POST, { input: { channelId, side: who === client ? 'CLIENT' : 'INTERNAL', body: 'x', fileIds: [path.split('/').at(-1)] } }))).toEqual(['NOT_FOUND']);
    }
    // Not even while its owner is sending: knowing the number holds nothing up.
    const [theirs, mine] = await Promise.all([tus(elsewhere, path, 'PATCH', { 'upload-offset': '0', 'content-type': CONTENT }, Buffer.from('12345')), tus(member, path, 'PATCH', { 'upload-offset': '0', 'content-type': CONTENT }, Buffer.from('12345'))]);
    expect([theirs.status, mine.status]).toEqual([404, 204]);
  });

  it('types that are names of every object are no types', async () => {
    const { filePolicy } = await admin.ask<{ filePolicy: { version: number } }>('{ filePolicy { version } }');
    for (const name of ['constructor', '__proto__', 'toString']) {
      expect([name, codesOf(await admin.send(mutation('updateFilePolicy', '__typename'), { input: { version: filePolicy.version, allowedTypes: ['text/plain', name], maxBytes: '1000000' } }))]).toEqual([name, ['VALIDATION_FAILED']]);
    }
  });
});
