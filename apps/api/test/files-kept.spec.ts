import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { masterKey } from '@throughline/platform/config';
import { newId } from '@throughline/platform/kernel';
import { rewrapDataKeys } from '@throughline/platform/secrets';
import { bootApi, expectFourCallers } from '@throughline/testing/api';
import { SweepFiles } from '../../../libs/common/files/sweep/sweep-files.js';
import { type FilesWorld, mutation, openFilesWorld } from './support/files-world.js';

describe('what is kept of files', () => {
  let world: FilesWorld;
  let { api, owner, folder, agency, admin, agent, client, elsewhere, rows, headersOf, tus, begin, piece, idOf, upload, refused, shown, attach, get, blobs, named } = {} as FilesWorld;
  beforeAll(async () => {
    world = await openFilesWorld();
    ({ api, owner, folder, agency, admin, agent, client, elsewhere, rows, headersOf, tus, begin, piece, idOf, upload, refused, shown, attach, get, blobs, named } = world);
  });
  afterAll(() => world?.close());

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
});
