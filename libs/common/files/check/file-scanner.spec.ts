import { createServer } from 'node:net';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Config, type FileScanSettings } from '@throughline/platform/config';
import { EICAR, type FakeClamd, startClamd } from '../testing/clamd.js';
import { FileScanner, type Verdict } from './file-scanner.js';

async function* content(...pieces: (string | Buffer)[]): AsyncGenerator<Buffer> {
  for (const piece of pieces) yield await Promise.resolve(Buffer.from(piece));
}
const scan = (fileScan: FileScanSettings | null, ...pieces: (string | Buffer)[]): Promise<Verdict> => new FileScanner({ fileScan } as Config).scan(content(...pieces));

describe('scanning by clamd', () => {
  let clamd: FakeClamd;
  const opened: FakeClamd[] = [];
  const open = async (options?: Parameters<typeof startClamd>[0]): Promise<FileScanSettings> => {
    clamd = await startClamd(options);
    opened.push(clamd);
    return { kind: 'CLAMD', host: clamd.host, port: clamd.port };
  };
  afterAll(() => Promise.all(opened.map((server) => server.close())));

  it('tells clean files from infected ones, also in many pieces', async () => {
    const settings = await open();
    expect(await scan(settings, 'harmless', Buffer.alloc(500_000))).toEqual({ clean: true });
    expect(await scan(settings, 'x', EICAR.slice(0, 20), EICAR.slice(20))).toEqual({ clean: false, found: 'Eicar-Test-Signature' });
  });

  it('keeps closed what it does not look at, and asks again when it answers nonsense or not at all', async () => {
    expect(await scan(await open({ most: 100 }), Buffer.alloc(300_000), Buffer.alloc(300_000))).toEqual({ clean: false, found: 'too large for the scanner' });
    await expect(scan(await open({ answer: 'stream: something ERROR' }), 'x')).rejects.toThrow('something ERROR');
    const settings = await open();
    await clamd.close();
    await expect(scan(settings, 'x')).rejects.toThrow('ECONNREFUSED');
  });

  it('takes a connection that is cut for no answer', async () => {
    const server = createServer((socket) => socket.once('data', () => socket.destroy()));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    await expect(scan({ kind: 'CLAMD', host: '127.0.0.1', port: (server.address() as { port: number }).port }, 'x')).rejects.toThrow();
    await new Promise((done) => server.close(done));
  });
});

describe('scanning by a command', () => {
  let folder: string;
  let program: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'throughline-scan-'));
    program = join(folder, 'scan');
    await writeFile(program, `#!/bin/sh\nif [ "$1" = fail ]; then exit 2; fi\nif [ -n "$MASTER_KEY" ]; then exit 9; fi\nif grep -q EICAR; then echo "Eicar found"; exit 1; fi\nexit 0\n`);
    await chmod(program, 0o700);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('goes by its exit code, and tells it nothing of us', async () => {
    process.env['MASTER_KEY'] ??= 'a key of the tests';
    expect(await scan({ kind: 'COMMAND', program, args: [] }, 'harmless')).toEqual({ clean: true });
    expect(await scan({ kind: 'COMMAND', program, args: [] }, Buffer.alloc(300_000), EICAR, Buffer.alloc(3_000_000))).toEqual({ clean: false, found: 'Eicar found' });
    await expect(scan({ kind: 'COMMAND', program, args: ['fail'] }, 'x')).rejects.toThrow('ended with 2');
    await expect(scan({ kind: 'COMMAND', program: join(folder, 'missing'), args: [] }, 'x')).rejects.toThrow('ENOENT');
  });
});

it('nothing is scanned where no scanner is set', async () => {
  expect([await scan(null, EICAR), new FileScanner({ fileScan: null } as Config).active]).toEqual([{ clean: true }, false]);
});
