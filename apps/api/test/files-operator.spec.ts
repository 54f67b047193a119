import { execFile } from 'node:child_process';
import { createDecipheriv, createHash, randomBytes, scryptSync } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { masterKey } from '@throughline/platform/config';
import { bootApi } from '@throughline/testing/api';
import { insertProject } from '../../../libs/collaboration/messages/testing/chat-rows.js';
import { type FilesWorld, openFilesWorld } from './support/files-world.js';

const ROOT = resolve(import.meta.dirname, '../../..');

describe('files in the operator\'s hands', () => {
  let world: FilesWorld;
  let folder: string;
  let projectId: string;
  let long: string;
  const big = randomBytes(5 * 1024 * 1024);
  const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
  beforeAll(async () => {
    world = await openFilesWorld();
    folder = await mkdtemp(join(tmpdir(), 'throughline-operator-'));
    const { owner, agency, customerId, admin, agent, upload, attach } = world;
    projectId = await insertProject(owner, agency, customerId);
    await attach(admin, await upload(admin, 'plan.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), big])), projectId, 'project');
    await attach(admin, await upload(admin, 'notes.txt', 'first'), projectId, 'project');
    await attach(admin, await upload(admin, 'notes.txt', 'second'), projectId, 'project');
    long = `${'Übersicht der Lieferungen '.repeat(7).trim()}.txt`;
    await attach(agent, await upload(agent, long, 'third'));
    await upload(agent, 'waiting.txt', 'fourth');
  });
  afterAll(async () => {
    await world?.close();
    if (folder) await rm(folder, { recursive: true });
  });

  const masterKeys = (): string => world.api.config.masterKeys.map(({ bytes }) => bytes.toString('base64')).join(',');
  const command = (script: string, args: string[], env: Record<string, string | undefined> = {}): Promise<{ code: number; said: string }> => new Promise((done) => {
    const clean = Object.fromEntries(Object.entries({ ...process.env, DATA_DIR: undefined, FILES_DIR: undefined, S3_BUCKET: undefined, MASTER_KEY: undefined, MASTER_KEY_FILE: undefined, DATABASE_URL: world.api.database.ownerUrl, ...env }).filter(([, value]) => value !== undefined)) as NodeJS.ProcessEnv;
    execFile(process.execPath, ['--import', './scripts/lib/typescript.mjs', `scripts/${script}.ts`, ...args], { cwd: ROOT, env: clean },
      (error, out, err) => done({ code: typeof error?.code === 'number' ? error.code : 0, said: out + err }));
  });
  const organization = (args: string[], env: Record<string, string> = {}): Promise<{ code: number; said: string }> => command('organization', args, { MASTER_KEY: masterKeys(), FILES_DIR: world.folder, ...env });
  /** What the system's own tar makes of an archive. */
  const unpacked = async (archive: string): Promise<{ files: Map<string, Buffer>; manifest: { path: string | null; name: string; sha256: string | null; missing?: string; recordId: string | null }[] }> => {
    const into = await mkdtemp(join(folder, 'unpacked-'));
    await new Promise<void>((done, fail) => execFile('tar', ['-xf', archive, '-C', into], (error) => (error ? fail(error) : done())));
    const files = new Map<string, Buffer>();
    for (const entry of await readdir(into, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile()) files.set(path.slice(into.length + 1), await readFile(path));
    }
    return { files, manifest: files.get('manifest.jsonl')!.toString().trim().split('\n').map((line) => JSON.parse(line) as never) };
  };

  it('go along with an export, opened, in folders by record, with a manifest', async () => {
    const file = join(folder, 'export.gz');
    const { code, said } = await organization(['export', world.agency.slug, '--to', file]);
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining(`5 files in ${file}.files.tar\n`) as string });
    expect((await stat(`${file}.files.tar`)).mode & 0o777).toBe(0o600);
    const { files, manifest } = await unpacked(`${file}.files.tar`);
    const project = [...files.keys()].find((path) => path.endsWith('/plan.pdf'))!.split('/').slice(0, -1).join('/');
    expect(project).toMatch(new RegExp(`^project/PRJ-\\w+ Bakery website ${projectId}$`));
    expect(sha256(files.get(`${project}/plan.pdf`)!)).toBe(sha256(Buffer.concat([Buffer.from('%PDF-1.7\n'), big])));
    expect([files.get(`${project}/notes.txt`)?.toString(), files.get(`${project}/notes (2).txt`)?.toString(), files.get('waiting/waiting.txt')?.toString()]).toEqual(['first', 'second', 'fourth']);
    const lead = [...files.keys()].find((path) => path.startsWith('lead/'))!;
    expect([lead.normalize('NFC').endsWith(`/${long}`), files.get(lead)?.toString()]).toEqual([true, 'third']);
    expect(manifest.map(({ path, sha256: hash }) => [path, hash])).toEqual(expect.arrayContaining([...files].filter(([path]) => path !== 'manifest.jsonl').map(([path, bytes]) => [path.normalize('NFC'), sha256(bytes)])));
    expect(manifest).toHaveLength(5);
  });

  it('are encrypted where there is a passphrase', async () => {
    const file = join(folder, 'sealed.gz');
    expect(await organization(['export', world.agency.slug, '--to', file], { EXPORT_PASSPHRASE: 'a long passphrase' })).toMatchObject({ code: 0 });
    const bytes = await readFile(`${file}.files.tar`);
    expect(bytes.includes('notes.txt')).toBe(false);
    const decipher = createDecipheriv('aes-256-gcm', scryptSync('a long passphrase', bytes.subarray(0, 16), 32), bytes.subarray(16, 28)).setAuthTag(bytes.subarray(-16));
    await writeFile(join(folder, 'opened.tar'), Buffer.concat([decipher.update(bytes.subarray(28, -16)), decipher.final()]));
    expect((await unpacked(join(folder, 'opened.tar'))).manifest).toHaveLength(5);
  });

  it('are not left out by mistake: without their key or their place nothing is exported, unless one says so', async () => {
    const file = join(folder, 'partial.gz');
    const args = ['export', world.agency.slug, '--to', file];
    for (const env of [{ MASTER_KEY: masterKeys() }, { FILES_DIR: world.folder }]) {
      expect(await command('organization', args, env)).toMatchObject({ code: 1, said: expect.stringContaining('--without-files') as string });
    }
    await expect(stat(file)).rejects.toThrow('ENOENT');
    expect(await command('organization', [...args, '--without-files'])).toMatchObject({ code: 0 });
    await expect(stat(`${file}.files.tar`)).rejects.toThrow('ENOENT');
  });

  it('whose content is lost stand in the manifest, and do not keep the others', async () => {
    const { rows, blobs, agent, upload, folder: store } = world;
    const id = await upload(agent, 'lost.txt', 'lost');
    const [part] = await rows<{ id: string }>('SELECT id FROM file_part WHERE file_id = $1', [id]);
    expect(await blobs()).toContain(part!.id);
    const entry = (await readdir(store, { recursive: true, withFileTypes: true })).find(({ name }) => name === part!.id)!;
    await rm(join(entry.parentPath, entry.name));
    const file = join(folder, 'lossy.gz');
    expect(await organization(['export', world.agency.slug, '--to', file])).toMatchObject({ code: 0, said: expect.stringContaining('5 files in') as string });
    const { manifest } = await unpacked(`${file}.files.tar`);
    expect(manifest.filter(({ missing }) => missing)).toMatchObject([{ name: 'lost.txt', path: null, sha256: null }]);
    expect(manifest).toHaveLength(6);
    await world.owner.query('UPDATE file_part SET file_id = NULL, sweep_after = now() WHERE file_id = $1', [id]);
    await world.owner.query('DELETE FROM file WHERE id = $1', [id]);
  });

  it('open after `npm run secrets:rotate`, also when the old master key is taken away, and not by the old one', async () => {
    const { agent, headersOf, upload, attach, folder: store } = world;
    const id = await upload(agent, 'kept.txt', 'kept');
    await attach(agent, id);
    const contents = async (): Promise<string> => {
      const entries = (await readdir(store, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).sort((one, other) => one.name.localeCompare(other.name));
      return sha256(Buffer.concat(await Promise.all(entries.map((entry) => readFile(join(entry.parentPath, entry.name))))));
    };
    const before = await contents();
    const [oldKeys, next] = [world.api.config.masterKeys, randomBytes(32)];
    const data = join(folder, 'data');
    await mkdir(data);
    const { code, said } = await command('rotate-secrets', [], { MASTER_KEY: `${next.toString('base64')},${masterKeys()}`, DATA_DIR: data });
    expect({ code, said }).toEqual({ code: 0, said: expect.stringMatching(/data keys: (\d+)\nwrapped anew: \1\n/) as string });
    const opened = async (keys: typeof oldKeys): Promise<string> => {
      const api = await bootApi({ database: world.api.database, settings: { masterKeys: keys, storage: { kind: 'DISK', directory: store } } });
      try {
        const answer = await fetch(`${api.url}/files/${id}`, { headers: headersOf(agent) });
        return `${answer.status} ${await answer.text()}`;
      } finally {
        await api.close();
      }
    };
    expect(await opened([masterKey(next)])).toBe('200 kept');
    // With the old one alone nothing opens: the product does not even start.
    await expect(opened(oldKeys)).rejects.toThrow(/MASTER_KEY must hold the key/);
    expect(await contents()).toBe(before);
    // Back, for whoever comes next; a second run has nothing to do.
    const back = { MASTER_KEY: `${masterKeys()},${next.toString('base64')}`, DATA_DIR: data };
    expect(await command('rotate-secrets', [], back)).toMatchObject({ code: 0 });
    expect(await command('rotate-secrets', [], back)).toMatchObject({ code: 0, said: expect.stringContaining('wrapped anew: 0') as string });
    expect(await opened(oldKeys)).toBe('200 kept');
  });
});
