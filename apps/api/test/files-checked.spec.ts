import { bootApi } from '@throughline/testing/api';
import sharp from 'sharp';
import { EICAR, startClamd } from '../../../libs/common/files/testing/clamd.js';
import { type FilesWorld, openFilesWorld } from './support/files-world.js';

describe('files that the worker looks at', () => {
  let world: FilesWorld;
  let { api, folder, agent, rows, upload, check, shown, attach, get, png } = {} as FilesWorld;
  beforeAll(async () => {
    world = await openFilesWorld();
    ({ api, folder, agent, rows, upload, check, shown, attach, get, png } = world);
  });
  afterAll(() => world?.close());

  const photo = (): Promise<Buffer> => sharp({ create: { width: 40, height: 20, channels: 3, background: '#0a3' } }).withExif({ IFD0: { Copyright: 'CANARY-IN-EXIF' } }).withMetadata({ orientation: 6 }).jpeg().toBuffer();

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

  it('are closed until the scanner has let them through, where there is one', async () => {
    const clamd = await startClamd();
    const scanning = await bootApi({ database: api.database, settings: { fileScan: { kind: 'CLAMD', host: clamd.host, port: clamd.port }, storage: { kind: 'DISK', directory: folder } } });
    const { api: first } = world;
    try {
      world.api = { ...first, url: scanning.url, app: scanning.app };
      const [clean, infected] = [await upload(agent, 'clean.txt', 'harmless'), await upload(agent, 'bad.txt', EICAR)];
      for (const id of [clean, infected]) expect([(await shown(agent, id)).scan, (await get(agent, `/files/${id}`)).status]).toEqual(['PENDING', 412]);
      await attach(agent, infected);
      await check(clean);
      await check(infected);
      expect([(await shown(agent, clean)).scan, await (await get(agent, `/files/${clean}`)).text()]).toEqual(['CLEAN', 'harmless']);
      expect([await shown(agent, infected), (await get(agent, `/files/${infected}`)).status]).toMatchObject([{ scan: 'REFUSED', url: null, refusal: 'The malware scanner found: Eicar-Test-Signature.' }, 412]);
      expect(await rows('SELECT 1 FROM file_part WHERE file_id = $1', [infected])).toEqual([]);
    } finally {
      world.api = first;
      await scanning.close();
      await clamd.close();
    }
  });
});
