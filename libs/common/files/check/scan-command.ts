import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Verdict } from './file-scanner.js';

const TIME_MS = 600_000;
const MOST_OUTPUT = 2_000;

/**
 * Gives a file to a program on its standard input: it ends with 0 for clean, 1 for infected (its first line says with what).
 *
 * @throws Error for any other end
 */
export async function scanByCommand({ program, args }: { program: string; args: string[] }, content: AsyncIterable<Buffer>): Promise<Verdict> {
  // Nothing of our environment: it holds the keys of everything.
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'], env: { PATH: process.env['PATH'] ?? '' }, timeout: TIME_MS, killSignal: 'SIGKILL' });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (output = (output + piece).slice(0, MOST_OUTPUT)));
  const ended = new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  });
  ended.catch(() => undefined);
  // A program that has seen enough stops reading.
  await pipeline(Readable.from(content), child.stdin).catch((error: NodeJS.ErrnoException) => {
    if (!['EPIPE', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED'].includes(error.code ?? '')) {
      child.kill('SIGKILL');
      throw error;
    }
  });
  const code = await ended;
  if (code === 0) return { clean: true };
  if (code === 1) return { clean: false, found: output.split('\n', 1)[0]?.trim() || 'malware' };
  throw new Error(`The scanner ended with ${String(code)}.`);
}
