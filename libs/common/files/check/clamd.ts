import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Verdict } from './file-scanner.js';

const SILENCE_MS = 120_000;
const MOST_ANSWER = 2_000;

/**
 * Asks a clamd (ClamAV's INSTREAM: pieces with their length in front, an empty one at the end).
 *
 * @throws Error when it cannot be reached, or answers neither that it is clean nor what it found
 */
export async function scanByClamd(where: { path: string } | { host: string; port: number }, content: AsyncIterable<Buffer>): Promise<Verdict> {
  const socket = connect(where);
  socket.setTimeout(SILENCE_MS, () => socket.destroy(new Error('The scanner does not answer.')));
  const answer = answerOf(socket);
  // The answer may come before the end: then there is nobody to write to any more.
  answer.catch(() => undefined);
  try {
    await once(socket, 'connect');
    await send(socket, content).catch((error: unknown) => (socket.destroyed ? undefined : Promise.reject(error as Error)));
    return verdictOf(await answer);
  } finally {
    socket.destroy();
  }
}

async function send(socket: Socket, content: AsyncIterable<Buffer>): Promise<void> {
  const write = async (bytes: Buffer): Promise<void> => {
    if (!socket.write(bytes)) await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
  };
  await write(Buffer.from('zINSTREAM\0'));
  for await (const piece of content) {
    if (socket.destroyed || socket.readableEnded) return;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    await write(length);
    await write(piece);
  }
  await write(Buffer.alloc(4));
}

function answerOf(socket: Socket): Promise<string> {
  return new Promise((done, fail) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (piece: string) => {
      text = (text + piece).slice(0, MOST_ANSWER);
      if (text.includes('\0')) done(text);
    });
    socket.once('error', fail);
    socket.once('end', () => done(text));
    socket.once('close', () => fail(new Error('The scanner closed the connection without an answer.')));
  });
}

function verdictOf(answer: string): Verdict {
  const text = answer.replace(/\0[\s\S]*$/, '').trim();
  if (/^stream: OK$/.test(text)) return { clean: true };
  const found = /^stream: (.+) FOUND$/.exec(text)?.[1];
  if (found !== undefined) return { clean: false, found };
  // It will never look at a file of this size.
  if (/size limit exceeded/i.test(text)) return { clean: false, found: 'too large for the scanner' };
  throw new Error(`The scanner answered: ${text.slice(0, 200)}`);
}
