import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createTestDatabase, type TestDatabase, until } from '@throughline/testing';
import { connect } from 'node:net';

const ROOT = resolve(__dirname, '../../..');

describe('the process', () => {
  let database: TestDatabase;
  const children: ChildProcess[] = [];
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });

  /** Starts `main.ts` as the launcher does. */
  const start = (env: Record<string, string | undefined>): { child: ChildProcess; output: () => string; ended: Promise<[number | null]> } => {
    const child = spawn(process.execPath, ['--import', resolve(ROOT, 'scripts/lib/typescript.mjs'), resolve(ROOT, 'apps/api/src/main.ts')], {
      cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: { ...process.env, DATABASE_URL: database.ownerUrl, PORT: '0', NODE_ENV: 'production', ...env },
    });
    children.push(child);
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    return { child, output: () => output, ended: once(child, 'exit') as Promise<[number | null]> };
  };
  const listening = async (output: () => string): Promise<number> => Number(await until('the API to listen', () => /"port":(\d+)[^\n]*"msg":"listening"/.exec(output())?.[1], 120_000));

  it('says every variable that is wrong, and nothing else, and ends with 1', async () => {
    const { output, ended } = start({ APP_SECRET: undefined, MASTER_KEY: undefined, DATABASE_URL: undefined, PORT: 'x' });
    expect(await ended).toEqual([1, null]);
    expect(output()).toBe([
      'The configuration is not usable:',
      '  PORT must be a whole number from 0 to 65535.',
      '  APP_SECRET must be set (or APP_SECRET_FILE): 32 characters or more, from a random source.',
      "  DATABASE_URL must be set: the owner's address, postgres://user:password@host:5432/database.",
      '  MASTER_KEY must be set (or MASTER_KEY_FILE): 32 random bytes as base64 or hex (npm start makes one; by hand: openssl rand -base64 32).',
      '',
    ].join('\n'));
  });

  it('finishes the request under way on SIGTERM and ends with 0', async () => {
    const { child, output, ended } = start({});
    const port = await listening(output);
    const body = '{"query":"{ __typename }"}';
    const said = await new Promise<string>((done, fail) => {
      let text = '';
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(`POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, 5)}`);
        until('the process to close', () => output().includes('"msg":"closing"')).then(() => socket.write(body.slice(5)), fail);
        setImmediate(() => child.kill('SIGTERM'));
      });
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('close', () => done(text));
      socket.on('error', fail);
    });
    expect(said).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*connection: close\r\n[\s\S]*\{"data":\{"__typename":"Query"\}\}/i);
    expect(await ended).toEqual([0, null]);
    expect(output()).toContain('"msg":"closed"');
  }, 180_000);

  it('ends when the launcher that started it is gone', async () => {
    const { child, output, ended } = start({});
    await listening(output);
    child.disconnect();
    expect(await ended).toEqual([0, null]);
  }, 180_000);
});
