import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { signInAs } from '@throughline/testing/api';
import { type FilesWorld, mutation, openFilesWorld } from './support/files-world.js';

describe('files going down', () => {
  let world: FilesWorld;
  let { api, folder, agency, admin, agent, colleague, leadId, rows, tus, upload, attach, get, named } = {} as FilesWorld;
  beforeAll(async () => {
    world = await openFilesWorld();
    ({ api, folder, agency, admin, agent, colleague, leadId, rows, tus, upload, attach, get, named } = world);
  });
  afterAll(() => world?.close());

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
    await writeFile(path, bytes);
    const read = await get(agent, `/files/${small}`).then((answer) => answer.text()).catch(() => 'broken off');
    expect(read).not.toContain('small');
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
});
