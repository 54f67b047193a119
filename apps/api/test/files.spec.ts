import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { CheckFile } from '../../../libs/common/files/check/check-file.handler.js';
import { SweepFiles } from '../../../libs/common/files/sweep/sweep-files.js';
import { zipOf } from '../../../libs/common/files/testing/archives.js';
import { EICAR, startClamd } from '../../../libs/common/files/testing/clamd.js';
import { systemActor } from '@throughline/platform/access';
import { masterKey } from '@throughline/platform/config';
import { rewrapDataKeys } from '@throughline/platform/secrets';
import { UnitOfWork } from '@throughline/platform/database';
import { newId } from '@throughline/platform/kernel';
import { ReadConnections } from '../../../libs/platform/read/session/read-connections.js';
import { seedOrganization, type TestOrganization } from '@throughline/testing';
import { ApiClient, bootApi, expectFourCallers, signInAs, type TestApi } from '@throughline/testing/api';
import { Client } from 'pg';
import sharp from 'sharp';
import { Upload } from 'tus-js-client';

const FILE = 'id version name contentType bytes width height hasThumbnail sharedWithClient scan refusal url thumbnailUrl previewUrl subject recordId uploadedBy { name }';
const mutation = (name: string, answer: string): string =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${answer} errors { code message path } } }`;
const ATTACH = mutation('attachFiles', `files { ${FILE} }`);

interface ShownFile {
  id: string; version: number; name: string; contentType: string; bytes: string; width: number | null; height: number | null; scan: string; refusal: string | null; url: string | null;
  thumbnailUrl: string | null; previewUrl: string | null; recordId: string | null; sharedWithClient: boolean;
}

describe('files', () => {
  let api: TestApi;
  let owner: Client;
  let folder: string;
  let agency: TestOrganization;
  let rival: TestOrganization;
  let admin: ApiClient;
  let agent: ApiClient;
  let colleague: ApiClient;
  let client: ApiClient;
  let elsewhere: ApiClient;
  let leadId: string;
  let customerId: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'throughline-files-'));
    api = await bootApi({ settings: { storage: { kind: 'DISK', directory: folder }, rateLimits: { addressPerMinute: 0, actorPerMinute: 0 } } });
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    [agency, rival] = [await seedOrganization(api.database), await seedOrganization(api.database, 'Rival')];
    admin = await signInAs(api, agency.users.ADMIN.email);
    agent = await signInAs(api, agency.users.SALES_AGENT.email);
    colleague = await signInAs(api, agency.users.TEAM_MEMBER.email);
    elsewhere = await signInAs(api, rival.users.ADMIN.email);
    customerId = await agency.addCustomer('Bakery');
    client = await signInAs(api, (await agency.addUser({ name: 'Clara Client', roles: ['CLIENT_MEMBER'], customerId })).email);
    leadId = await leadOf(agent, agency);
  });
  afterAll(async () => {
    await owner?.end();
    await api?.close();
    if (folder) await rm(folder, { recursive: true });
  });

  const leadOf = async (who: ApiClient, { departments, users }: TestOrganization): Promise<string> =>
    (await who.ask<{ createLead: { lead: { id: string } } }>(mutation('createLead', 'lead { id }'), { input: { name: 'Zora', departmentId: departments.sales, ownerId: users.SALES_AGENT.id } })).createLead.lead.id;
  const rows = async <Row extends object>(sql: string, parameters: unknown[] = []): Promise<Row[]> => (await owner.query<Row>(sql, parameters)).rows;
  const headersOf = (who: ApiClient): Record<string, string> => ({ cookie: `tl_access=${encodeURIComponent(who.cookie('tl_access') ?? '')}` });
  const tus = (who: ApiClient, path: string, method: string, headers: Record<string, string> = {}, body?: Buffer): Promise<Response> =>
    fetch(`${api.url}${path}`, { method, headers: { 'tus-resumable': '1.0.0', ...headersOf(who), ...headers }, ...(body ? { body: new Uint8Array(body) } : {}) });
  const named = (name: string): Record<string, string> => ({ 'upload-metadata': `filename ${Buffer.from(name).toString('base64')}` });
  const begin = async (who: ApiClient, name: string, length: number): Promise<string> => {
    const answer = await tus(who, '/files/uploads', 'POST', { 'upload-length': String(length), ...named(name) });
    expect(answer.status).toBe(201);
    return answer.headers.get('location')!;
  };
  const piece = (who: ApiClient, path: string, offset: number, bytes: Buffer, more: Record<string, string> = {}): Promise<Response> =>
    tus(who, path, 'PATCH', { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream', ...more }, bytes);
  const idOf = (path: string): string => path.split('/').at(-1)!;
  const upload = async (who: ApiClient, name: string, content: Buffer | string): Promise<string> => {
    const bytes = Buffer.from(content);
    const path = await begin(who, name, bytes.length);
    const answer = await piece(who, path, 0, bytes);
    if (answer.status !== 204) throw new Error(await answer.text());
    return idOf(path);
  };
  const refused = async (who: ApiClient, name: string, content: Buffer | string): Promise<string> => upload(who, name, content).then(() => 'taken', (error: Error) => (JSON.parse(error.message) as { errors: [{ message: string }] }).errors[0].message);
  const check = async (id: string): Promise<void> => {
    const once = <T>(body: (work: never) => Promise<T>): Promise<T> => api.app.nest.get(UnitOfWork, { strict: false }).run(systemActor(agency.id), body as never);
    await api.app.nest.get(CheckFile, { strict: false }).handle({ id: newId(), payload: { fileId: id }, actor: systemActor(agency.id), attempt: 1, once: once as never });
  };
  const shown = async (who: ApiClient, id: string): Promise<ShownFile> => (await who.ask<{ file: ShownFile }>(`query ($id: ID!) { file(id: $id) { ${FILE} } }`, { id })).file;
  const attach = async (who: ApiClient, id: string, recordId = leadId, subject = 'lead', sharedWithClient = false): Promise<ShownFile> =>
    (await who.ask<{ attachFiles: { files: ShownFile[] } }>(ATTACH, { input: { fileIds: [id], subject, recordId, sharedWithClient } })).attachFiles.files[0]!;
  const get = (who: ApiClient, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> => fetch(`${api.url}${path}`, { method, headers: { ...headersOf(who), ...headers } });
  const png = (width = 900, height = 600): Promise<Buffer> => sharp({ create: { width, height, channels: 3, background: '#a03' } }).png().toBuffer();
  const photo = (): Promise<Buffer> => sharp({ create: { width: 40, height: 20, channels: 3, background: '#0a3' } }).withExif({ IFD0: { Copyright: 'CANARY-IN-EXIF' } }).withMetadata({ orientation: 6 }).jpeg().toBuffer();

  describe('going up', () => {
    it('come by tus, in pieces and after broken lines, and lie there encrypted', async () => {
      const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(9 * 1024 * 1024), Buffer.from('CANARY-IN-CLEAR')]);
      const id = await new Promise<string>((done, fail) => {
        let broken = false;
        const sending: Upload = new Upload(Readable.from(pieces(bytes)) as never, {
          endpoint: `${api.url}/files/uploads`, uploadSize: bytes.length, chunkSize: 3_000_000, retryDelays: [0, 0, 0], metadata: { filename: 'plan.pdf' }, headers: headersOf(agent),
          onBeforeRequest: (request) => {
            // The line breaks once in the middle of a piece.
            if (request.getMethod() === 'PATCH' && request.getHeader('Upload-Offset') === '3000000' && !broken) {
              broken = true;
              setImmediate(() => (request.getUnderlyingObject() as { destroy(): void }).destroy());
            }
          },
          onError: fail,
          onSuccess: () => done(idOf(sending.url!)),
        });
        sending.start();
      });
      expect(await shown(agent, id)).toMatchObject({ name: 'plan.pdf', contentType: 'application/pdf', bytes: String(bytes.length), scan: 'CLEAN', url: `/files/${id}`, previewUrl: `/files/${id}/preview`, thumbnailUrl: null });
      const back = Buffer.from(await (await get(agent, `/files/${id}`)).arrayBuffer());
      expect(back.equals(bytes)).toBe(true);
      for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
        if (entry.isFile()) expect((await readFile(join(entry.parentPath, entry.name))).includes('CANARY-IN-CLEAR')).toBe(false);
      }
    });

    it('tell how far they are, and go on from there only', async () => {
      const bytes = Buffer.from('0123456789');
      const path = await begin(agent, 'notes.txt', bytes.length);
      expect((await piece(agent, path, 0, bytes.subarray(0, 4))).headers.get('upload-offset')).toBe('4');
      const head = await tus(agent, path, 'HEAD');
      expect([head.status, head.headers.get('upload-offset'), head.headers.get('upload-length'), head.headers.get('cache-control'), head.headers.get('tus-resumable')]).toEqual([200, '4', '10', 'no-store', '1.0.0']);
      for (const wrong of [0, 3, 5, 10, 11]) expect((await piece(agent, path, wrong, bytes.subarray(4))).status).toBe(409);
      expect((await piece(agent, path, 4, bytes)).status).toBe(400);
      expect((await piece(agent, path, 4, bytes.subarray(4))).status).toBe(204);
      expect((await piece(agent, path, 10, Buffer.from('x'))).status).toBe(409);
      expect(await (await get(agent, `/files/${idOf(path)}`)).text()).toBe('0123456789');
    });

    it('end nowhere when the request lies about its length', async () => {
      const path = await begin(agent, 'notes.txt', 10);
      const endless = Readable.toWeb(Readable.from([Buffer.from('0123456789'), Buffer.from('more than was said')])) as ReadableStream;
      const answer = await fetch(`${api.url}${path}`, {
        method: 'PATCH', body: endless, duplex: 'half', headers: { 'tus-resumable': '1.0.0', ...headersOf(agent), 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
      } as RequestInit);
      expect([answer.status, (await answer.json() as { errors: [{ message: string }] }).errors[0].message]).toEqual([400, 'More bytes came than the upload announced.']);
    });

    it.each([
      ['without a version', 'POST', { 'tus-resumable': '' }, 412], ['of another version', 'POST', { 'tus-resumable': '0.2.2' }, 412], ['without a length', 'POST', { 'upload-length': '' }, 400],
      ['of a negative length', 'POST', { 'upload-length': '-1' }, 400], ['of no bytes', 'POST', { 'upload-length': '0' }, 400], ['too large', 'POST', { 'upload-length': '99999999999' }, 400],
      ['of no known length', 'POST', { 'upload-length': '', 'upload-defer-length': '1' }, 400], ['without a name', 'POST', { 'upload-metadata': '' }, 400], ['with a broken name', 'POST', { 'upload-metadata': 'filename ###' }, 400],
    ])('are refused %s', async (_, method, headers, status) => {
      const before = await rows('SELECT 1 FROM file');
      expect((await tus(agent, '/files/uploads', method, { 'upload-length': '5', ...named('a.txt'), ...headers })).status).toBe(status);
      expect(await rows('SELECT 1 FROM file')).toHaveLength(before.length);
    });

    it('are refused in another form than the protocol\'s', async () => {
      const path = await begin(agent, 'notes.txt', 3);
      expect((await piece(agent, path, 0, Buffer.from('abc'), { 'content-type': 'application/json' })).status).toBe(400);
      expect((await piece(agent, path, 0, Buffer.from('abc'), { 'content-type': 'text/plain' })).status).toBeGreaterThanOrEqual(400);
      expect((await tus(agent, '/files/uploads/../../etc/passwd', 'HEAD')).status).toBe(404);
      expect((await tus(agent, '/files/uploads/x', 'HEAD')).status).toBe(404);
    });

    it('are their owner\'s alone', async () => {
      const path = await begin(agent, 'notes.txt', 3);
      const strangers = [colleague, admin, elsewhere];
      for (const who of strangers) {
        expect([(await tus(who, path, 'HEAD')).status, (await piece(who, path, 0, Buffer.from('abc'))).status, (await tus(who, path, 'DELETE')).status]).toEqual([404, 404, 404]);
      }
      expect((await fetch(`${api.url}${path}`, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } })).status).toBe(401);
      expect((await tus(agent, path, 'DELETE')).status).toBe(204);
      expect((await tus(agent, path, 'HEAD')).status).toBe(404);
    });

    it('are taken once when two requests bring them at once', async () => {
      const bytes = randomBytes(1_000_000).toString('hex');
      const path = await begin(agent, 'big.txt', bytes.length);
      const statuses = (await Promise.all([piece(agent, path, 0, Buffer.from(bytes)), piece(agent, path, 0, Buffer.from(bytes))])).map(({ status }) => status).sort();
      expect(statuses).toEqual([204, 409]);
      expect(createHash('sha256').update(await (await get(agent, `/files/${idOf(path)}`)).text()).digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
    });

    it('are what they say, or are refused with nothing left behind', async () => {
      const before = await rows('SELECT id FROM file');
      expect(await refused(agent, 'photo.png', zipOf({ 'a.txt': 'a' }))).toContain('ZIP archive');
      expect(await refused(agent, 'drawing.svg', '<svg><script>alert(1)</script></svg>')).toContain('scripts');
      expect(await refused(agent, 'tool.txt', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100)]))).toContain('cannot be uploaded');
      expect((await tus(agent, '/files/uploads', 'POST', { 'upload-length': '5', ...named('tool.exe') })).status).toBe(400);
      expect(await rows('SELECT id FROM file')).toEqual(before);
      expect(await rows('SELECT 1 FROM file_part WHERE file_id IS NULL AND sweep_after IS NULL')).toEqual([]);
      const [event] = await rows<{ changes: Record<string, { after: string }> }>("SELECT d.changes FROM event e JOIN event_detail d ON d.event_id = e.id WHERE e.kind = 'file.refused' ORDER BY e.id DESC LIMIT 1");
      expect(event!.changes['what']!.after).toBe('tool.txt');
    });

    it('have clean names, whatever came', async () => {
      const id = await upload(agent, '../../../etc/cron.d/../evil\u202e\u0000.txt', 'x');
      expect((await shown(agent, id)).name).toBe('evil.txt');
    });

    it('stop at the organization\'s room, and get it back', async () => {
      const used = async (): Promise<bigint> => BigInt((await rows<{ used_bytes: string }>('SELECT used_bytes FROM file_policy WHERE organization_id = $1', [agency.id]))[0]!.used_bytes);
      const [real] = await rows<{ sum: string }>("SELECT sum(bytes) FROM file WHERE organization_id = $1 AND state <> 'REFUSED'", [agency.id]);
      expect(await used()).toBe(BigInt(real!.sum));
      await owner.query('UPDATE file_policy SET limit_bytes = used_bytes + 100 WHERE organization_id = $1', [agency.id]);
      const answer = await tus(agent, '/files/uploads', 'POST', { 'upload-length': '101', ...named('a.txt') });
      expect([answer.status, ((await answer.json()) as { errors: [{ message: string; extensions: { code: string } }] }).errors[0]]).toMatchObject([400, { message: expect.stringContaining('100 bytes are left') as string, extensions: { code: 'LIMIT_EXCEEDED' } }]);
      const path = await begin(agent, 'a.txt', 100);
      expect((await tus(agent, '/files/uploads', 'POST', { 'upload-length': '1', ...named('a.txt') })).status).toBe(400);
      await tus(agent, path, 'DELETE');
      await owner.query('UPDATE file_policy SET limit_bytes = NULL WHERE organization_id = $1', [agency.id]);
      expect(await used()).toBe(BigInt(real!.sum));
    });

    it('say what they can do to whoever asks', async () => {
      const answer = await fetch(`${api.url}/files/uploads`, { method: 'OPTIONS' });
      expect([answer.status, answer.headers.get('tus-version'), answer.headers.get('tus-extension')]).toEqual([204, '1.0.0', 'creation,creation-with-upload,expiration,termination']);
    });
  });

  describe('pictures', () => {
    it('are written anew by the worker, without what their camera knew, upright, with thumbnail and preview', async () => {
      const id = await upload(agent, 'me.jpg', await photo());
      expect(await shown(agent, id)).toMatchObject({ scan: 'PENDING', url: null });
      expect((await get(agent, `/files/${id}`)).status).toBe(412);
      await check(id);
      expect(await shown(agent, id)).toMatchObject({ scan: 'CLEAN', width: 20, height: 40, thumbnailUrl: `/files/${id}/thumbnail`, previewUrl: `/files/${id}/preview` });
      const back = Buffer.from(await (await get(agent, `/files/${id}`)).arrayBuffer());
      expect(back.includes('CANARY-IN-EXIF')).toBe(false);
      expect((await sharp(back).metadata()).exif).toBeUndefined();
      const thumbnail = await get(agent, `/files/${id}/thumbnail`);
      expect([thumbnail.headers.get('content-type'), thumbnail.headers.get('content-disposition')]).toEqual(['image/webp', expect.stringContaining('inline')]);
      expect(await rows("SELECT count(*)::int AS parts FROM file_part WHERE file_id = $1 AND sweep_after IS NULL", [id])).toEqual([{ parts: 3 }]);
    });

    it('that are damaged, or larger than they may be, are refused and closed', async () => {
      const whole = await png();
      const cut = await upload(agent, 'cut.png', whole.subarray(0, whole.length / 2));
      const huge = Buffer.from(whole);
      huge.writeUInt32BE(50_000, 16);
      huge.writeUInt32BE(50_000, 20);
      const bomb = await upload(agent, 'bomb.png', huge);
      for (const [id, reason] of [[cut, 'damaged'], [bomb, '']] as const) {
        await check(id);
        expect(await shown(agent, id)).toMatchObject({ scan: 'REFUSED', refusal: expect.stringContaining(reason) as string, url: null });
        expect((await get(agent, `/files/${id}`)).status).toBe(412);
        expect(await rows('SELECT 1 FROM file_part WHERE file_id = $1', [id])).toEqual([]);
      }
    });
  });

  describe('on records', () => {
    it('are seen by those who see the record, and by nobody else', async () => {
      const id = await upload(agent, 'brief.txt', 'what they want');
      expect((await get(colleague, `/files/${id}`)).status).toBe(404);
      expect((await get(admin, `/files/${id}`)).status).toBe(404);
      expect(await attach(agent, id)).toMatchObject({ recordId: leadId, scan: 'CLEAN' });
      expect((await get(admin, `/files/${id}`)).status).toBe(200);
      for (const who of [colleague, elsewhere, client]) for (const suffix of ['', '/thumbnail', '/preview']) expect((await get(who, `/files/${id}${suffix}`)).status).toBe(404);
      expect((await fetch(`${api.url}/files/${id}`)).status).toBe(401);
      const list = async (who: ApiClient): Promise<string[]> => (await who.ask<{ files: { nodes: { id: string }[] } }>('query ($recordId: ID!) { files(subject: "lead", recordId: $recordId) { nodes { id } } }', { recordId: leadId })).files.nodes.map((file) => file.id);
      expect([(await list(agent)).includes(id), (await list(admin)).includes(id), await list(colleague), await list(elsewhere)]).toEqual([true, true, [], []]);
    });

    it('are the client\'s when they are shared with them', async () => {
      const id = await upload(admin, 'offer.txt', 'yours');
      const { version } = await attach(admin, id, customerId, 'customer');
      expect((await get(client, `/files/${id}`)).status).toBe(404);
      await expectFourCallers({ api, operation: mutation('shareFile', 'file { sharedWithClient }'), variables: { input: { id, version, sharedWithClient: true } }, right: admin, wrongPerson: colleague, wrongOrganization: elsewhere });
      expect(await (await get(client, `/files/${id}`)).text()).toBe('yours');
    });

    it('are put there by those who may', async () => {
      const id = await upload(agent, 'a.txt', 'a');
      await expectFourCallers({
        api, operation: ATTACH, variables: { input: { fileIds: [id], subject: 'lead', recordId: leadId, sharedWithClient: false } }, right: agent, wrongPerson: colleague, wrongOrganization: elsewhere,
        codes: { wrongPerson: 'NOT_FOUND' },
      });
      const again = await agent.send<{ attachFiles: { errors: { message: string; path: string[] }[] } }>(ATTACH, { input: { fileIds: [id], subject: 'lead', recordId: leadId } });
      expect(again.data!.attachFiles.errors[0]).toMatchObject({ message: expect.stringContaining('used already') as string, path: ['fileIds', '0'] });
      const theirs = await upload(admin, 'b.txt', 'b');
      for (const [input, path] of [
        [{ fileIds: [theirs], subject: 'lead', recordId: leadId }, 'fileIds'], [{ fileIds: [id], subject: 'user', recordId: leadId }, 'subject'], [{ fileIds: [id], subject: 'message', recordId: leadId }, 'subject'],
        [{ fileIds: [id], subject: 'lead', recordId: newId() }, 'recordId'],
      ] as const) {
        const { data } = await agent.send<{ attachFiles: { errors: { path: string[] }[] } }>(ATTACH, { input });
        expect(data!.attachFiles.errors[0]!.path[0]).toBe(path);
      }
    });

    it('are renamed and deleted by those who may, and gone then', async () => {
      const id = await upload(agent, 'old name.txt', 'x');
      const { version } = await attach(agent, id);
      await expectFourCallers({ api, operation: mutation('renameFile', 'file { name }'), variables: { input: { id, version, name: 'new/../name.txt' } }, right: agent, wrongPerson: colleague, wrongOrganization: elsewhere, codes: { wrongPerson: 'NOT_FOUND' } });
      expect((await shown(agent, id)).name).toBe('name.txt');
      const wrong = await agent.send<{ renameFile: { errors: { message: string }[] } }>(mutation('renameFile', 'file { name }'), { input: { id, version: version + 1, name: 'name.exe' } });
      expect(wrong.data!.renameFile.errors[0]!.message).toContain('Keep the ending');
      await expectFourCallers({ api, operation: mutation('deleteFile', 'id'), variables: { input: { id, version: version + 1 } }, right: agent, wrongPerson: colleague, wrongOrganization: elsewhere, codes: { wrongPerson: 'NOT_FOUND' } });
      expect((await get(agent, `/files/${id}`)).status).toBe(404);
      expect(await rows('SELECT 1 FROM file WHERE id = $1', [id])).toEqual([]);
    });
  });

  describe('going down', () => {
    let id: string;
    const text = 'abcdefghij'.repeat(20_000);
    beforeAll(async () => {
      id = await upload(agent, 'Grüße "1".txt', text);
      await attach(agent, id);
    });

    it('are saved, never run: attachment, no sniffing, sandbox, nothing kept', async () => {
      const answer = await get(agent, `/files/${id}`);
      expect(Object.fromEntries(['content-disposition', 'content-type', 'x-content-type-options', 'cache-control', 'content-length', 'cross-origin-resource-policy'].map((name) => [name, answer.headers.get(name)]))).toEqual({
        'content-disposition': `attachment; filename="Gru_e _1_.txt"; filename*=UTF-8''Gr%C3%BC%C3%9Fe%20_1_.txt`, 'content-type': 'text/plain', 'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-cache', 'content-length': '200000', 'cross-origin-resource-policy': 'same-origin',
      });
      expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
      expect(await answer.text()).toBe(text);
      const head = await get(agent, `/files/${id}`, {}, 'HEAD');
      expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '200000', '']);
    });

    it('come in stretches', async () => {
      const part = await get(agent, `/files/${id}`, { range: 'bytes=65530-65550' });
      expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 65530-65550/200000', text.slice(65_530, 65_551)]);
      expect(await (await get(agent, `/files/${id}`, { range: 'bytes=-5' })).text()).toBe('fghij');
      expect((await get(agent, `/files/${id}`, { range: 'bytes=200000-' })).status).toBe(416);
      const whole = await get(agent, `/files/${id}`, { range: 'bytes=0-1,4-5' });
      expect([whole.status, (await whole.text()).length]).toEqual([200, 200_000]);
      const { headers } = await get(agent, `/files/${id}`);
      expect((await get(agent, `/files/${id}`, { 'if-none-match': headers.get('etag')! })).status).toBe(304);
    });

    it('show the beginning of a text, as text', async () => {
      const answer = await get(agent, `/files/${id}/preview`);
      expect([answer.headers.get('content-type'), answer.headers.get('content-disposition')?.split(';')[0]]).toEqual(['text/plain; charset=utf-8', 'attachment']);
    });

    it('are written down: who opened what, once', async () => {
      const opened = (): Promise<{ actor_id: string; related: string[] }[]> => rows("SELECT actor_id, related FROM event WHERE kind = 'file.opened' AND $1 = ANY(related) ORDER BY id", [id]);
      const before = await opened();
      await (await get(admin, `/files/${id}`)).text();
      await (await get(admin, `/files/${id}`, { range: 'bytes=100-' })).text();
      await get(admin, `/files/${id}`, {}, 'HEAD');
      await get(colleague, `/files/${id}`);
      const after = await opened();
      expect(after.slice(before.length)).toEqual([{ actor_id: agency.users.ADMIN.id, related: expect.arrayContaining([id, leadId]) as string[] }]);
    });

    it('do not come at all when a bit of them was changed on the disk', async () => {
      const small = await upload(agent, 'small.txt', 'small');
      const [part] = await rows<{ id: string }>('SELECT id FROM file_part WHERE file_id = $1', [small]);
      const entry = (await readdir(folder, { recursive: true, withFileTypes: true })).find(({ name }) => name === part!.id)!;
      const path = join(entry.parentPath, entry.name);
      const bytes = await readFile(path);
      bytes[2]! ^= 1;
      await (await import('node:fs/promises')).writeFile(path, bytes);
      const read = await get(agent, `/files/${small}`).then((answer) => answer.text()).catch(() => 'broken off');
      expect(read).not.toContain('small');
    });
  });

  describe('the policy', () => {
    const UPDATE = mutation('updateFilePolicy', 'filePolicy { version allowedTypes maxBytes usedBytes }');
    const POLICY = '{ filePolicy { version allowedTypes knownTypes { type label endings } maxBytes usedBytes limitBytes scanned } }';
    interface Policy { filePolicy: { version: number; allowedTypes: string[]; knownTypes: { type: string }[]; usedBytes: string | null; scanned: boolean } }

    it('is known to everybody, the room to those who look after it', async () => {
      const [{ filePolicy: theirs }, { filePolicy: ours }] = [await client.ask<Policy>(POLICY), await admin.ask<Policy>(POLICY)];
      expect([theirs.usedBytes, typeof ours.usedBytes, theirs.scanned, theirs.allowedTypes.includes('image/png'), ours.knownTypes.length > 30]).toEqual([null, 'string', false, true, true]);
    });

    it('is decided by administrators and holds at once', async () => {
      const { filePolicy: { version } } = await admin.ask<Policy>(POLICY);
      await expectFourCallers({ api, operation: UPDATE, variables: { input: { version, allowedTypes: ['image/png', 'text/plain'], maxBytes: '1000' } }, right: admin, wrongPerson: agent, wrongOrganization: elsewhere, separately: agency.id });
      expect((await tus(agent, '/files/uploads', 'POST', { 'upload-length': '1001', ...named('a.txt') })).status).toBe(400);
      expect((await tus(agent, '/files/uploads', 'POST', { 'upload-length': '10', ...named('a.pdf') })).status).toBe(400);
      expect(await refused(agent, 'README', '{"a":')).toBe('taken');
      for (const [allowedTypes, maxBytes] of [[['text/html'], '1000'], [[], '1000'], [['image/png'], '0'], [['image/png'], '99999999999999']]) {
        const { data } = await admin.send<{ updateFilePolicy: { errors: { code: string }[] } }>(UPDATE, { input: { version: version + 1, allowedTypes, maxBytes } });
        expect(data!.updateFilePolicy.errors[0]!.code).toBe('VALIDATION_FAILED');
      }
      expect((await admin.send<{ updateFilePolicy: { errors: { code: string }[] } }>(UPDATE, { input: { version, allowedTypes: ['image/png'], maxBytes: '1000' } })).data!.updateFilePolicy.errors[0]!.code).toBe('CONFLICT');
      await owner.query('UPDATE file_policy SET allowed_types = NULL, max_bytes = NULL');
    });
  });

  describe('that nobody has any more', () => {
    const sweep = (): Promise<void> => api.app.nest.get(SweepFiles, { strict: false }).run();
    const blobs = async (): Promise<Set<string>> => new Set((await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name));

    it('go after a day, those that are in use stay', async () => {
      const [waiting, used] = [await upload(agent, 'waiting.txt', 'x'), await upload(agent, 'used.txt', 'x')];
      const stuck = await begin(agent, 'stuck.txt', 10);
      await attach(agent, used);
      await owner.query("UPDATE file SET expires_at = now() - interval '1 minute' WHERE id = ANY($1)", [[waiting, idOf(stuck)]]);
      await sweep();
      expect((await rows<{ id: string }>('SELECT id FROM file WHERE id = ANY($1)', [[waiting, used, idOf(stuck)]])).map((row) => row.id)).toEqual([used]);
      await owner.query("UPDATE file_part SET sweep_after = now() - interval '1 second' WHERE sweep_after IS NOT NULL AND file_id IS NULL");
      await sweep();
      const kept = new Set((await rows<{ id: string }>('SELECT id FROM file_part')).map((row) => row.id));
      expect([...(await blobs())].filter((name) => !kept.has(name))).toEqual([]);
      expect(await (await get(agent, `/files/${used}`)).text()).toBe('x');
    });

    it('leave no blob without a row, wherever the process died', async () => {
      // Died after the row: no blob. Died after the blob: its row still says it is rubbish.
      const path = await begin(agent, 'half.txt', 10);
      const file = idOf(path);
      await owner.query("INSERT INTO file_part (id, organization_id, file_id, variant, number, sweep_after) VALUES ($1, $2, $3, 'CONTENT', 0, now() - interval '1 minute')", [newId(), agency.id, file]);
      await sweep();
      expect(await rows('SELECT 1 FROM file_part WHERE file_id = $1', [file])).toEqual([]);
      expect((await piece(agent, path, 0, Buffer.from('0123456789'))).status).toBe(204);
      expect(await (await get(agent, `/files/${file}`)).text()).toBe('0123456789');
    });

    it('finish when the process died between the last byte and the look at it', async () => {
      const path = await begin(agent, 'late.txt', 4);
      await piece(agent, path, 0, Buffer.from('late'));
      await owner.query("UPDATE file SET state = 'UPLOADING', content_type = 'application/octet-stream' WHERE id = $1", [idOf(path)]);
      expect((await tus(agent, path, 'HEAD')).headers.get('upload-offset')).toBe('4');
      expect(await shown(agent, idOf(path))).toMatchObject({ scan: 'CLEAN', contentType: 'text/plain' });
    });
  });

  it('stay readable when the master key is rotated: keys are wrapped anew, content is not touched', async () => {
    const id = await upload(agent, 'kept.txt', 'kept');
    const contents = async (): Promise<string> => {
      const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
      return createHash('sha256').update(Buffer.concat(await Promise.all(entries.map((entry) => readFile(join(entry.parentPath, entry.name)))))).digest('hex');
    };
    const before = await contents();
    const next = masterKey(randomBytes(32));
    await rewrapDataKeys((sql, parameters) => owner.query(sql, parameters), [next, ...api.config.masterKeys]);
    const other = await bootApi({ database: api.database, settings: { masterKeys: [next], storage: { kind: 'DISK', directory: folder } } });
    try {
      expect(await (await fetch(`${other.url}/files/${id}`, { headers: headersOf(agent) })).text()).toBe('kept');
      expect(await contents()).toBe(before);
    } finally {
      await rewrapDataKeys((sql, parameters) => owner.query(sql, parameters), [...api.config.masterKeys, next]);
      await other.close();
    }
  });

  it('are closed until the scanner has let them through, where there is one', async () => {
    const clamd = await startClamd();
    const scanning = await bootApi({ database: api.database, settings: { fileScan: { kind: 'CLAMD', host: clamd.host, port: clamd.port }, storage: { kind: 'DISK', directory: folder } } });
    const [first, url] = [api, api.url];
    try {
      api = { ...first, url: scanning.url, app: scanning.app };
      const [clean, infected] = [await upload(agent, 'clean.txt', 'harmless'), await upload(agent, 'bad.txt', EICAR)];
      for (const id of [clean, infected]) expect([(await shown(agent, id)).scan, (await get(agent, `/files/${id}`)).status]).toEqual(['PENDING', 412]);
      await attach(agent, infected);
      await check(clean);
      await check(infected);
      expect([(await shown(agent, clean)).scan, await (await get(agent, `/files/${clean}`)).text()]).toEqual(['CLEAN', 'harmless']);
      expect([await shown(agent, infected), (await get(agent, `/files/${infected}`)).status]).toMatchObject([{ scan: 'REFUSED', url: null, refusal: 'The malware scanner found: Eicar-Test-Signature.' }, 412]);
      expect(await rows('SELECT 1 FROM file_part WHERE file_id = $1', [infected])).toEqual([]);
    } finally {
      api = { ...first, url };
      await scanning.close();
      await clamd.close();
    }
  });

  it('are opened by somebody who views as another under their own name', async () => {
    const id = await upload(agent, 'seen.txt', 'seen');
    await attach(agent, id);
    const watcher = await signInAs(api, agency.users.SUPERADMIN.email);
    await watcher.ask(mutation('startViewAs', 'started'), { input: { userId: agency.users.SALES_AGENT.id, reason: 'A question' } });
    expect(await (await get(watcher, `/files/${id}`)).text()).toBe('seen');
    expect((await tus(watcher, '/files/uploads', 'POST', { 'upload-length': '3', ...named('a.txt') })).status).toBe(403);
    expect(await rows("SELECT actor_id, actor_tier FROM event WHERE kind = 'file.opened' AND $1 = ANY(related)", [id])).toEqual([{ actor_id: agency.users.SUPERADMIN.id, actor_tier: 'ADMIN' }]);
  });

  it('list in one statement, however many', async () => {
    for (let made = 0; made < 3; made++) await attach(agent, await upload(agent, `list ${made}.txt`, 'x'));
    const connections = jest.spyOn(ReadConnections.prototype, 'run');
    const { files } = await agent.ask<{ files: { nodes: ShownFile[] } }>(`query ($recordId: ID!) { files(subject: "lead", recordId: $recordId) { nodes { ${FILE} } totalCount } }`, { recordId: leadId });
    const statements = connections.mock.calls.flatMap(([sent]) => sent.filter(({ name }) => name !== 'enter')).length;
    connections.mockRestore();
    expect([files.nodes.length > 3, statements]).toEqual([true, 1]);
  });
});

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
