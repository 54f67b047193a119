import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Upload } from 'tus-js-client';
import { zipOf } from '../../../libs/common/files/testing/archives.js';
import { type FilesWorld, openFilesWorld } from './support/files-world.js';

describe('files going up', () => {
  let world: FilesWorld;
  let { api, owner, folder, agency, admin, agent, colleague, elsewhere, rows, headersOf, tus, begin, piece, idOf, upload, refused, shown, get, named } = {} as FilesWorld;
  beforeAll(async () => {
    world = await openFilesWorld();
    ({ api, owner, folder, agency, admin, agent, colleague, elsewhere, rows, headersOf, tus, begin, piece, idOf, upload, refused, shown, get, named } = world);
  });
  afterAll(() => world?.close());

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

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

