import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** What scanners are tried with: harmless, and found by every one (EICAR). In two pieces, so that no scanner finds this very file. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

export interface FakeClamd {
  host: string;
  port: number;
  close(): Promise<void>;
}

/**
 * Speaks clamd's INSTREAM as clamd does: `zINSTREAM`, pieces with their length, an empty one; answers with a zero byte at the end. Finds EICAR.
 *
 * @param most bytes it takes (StreamMaxLength); it then says so and hangs up
 * @param answer instead of its own
 */
export async function startClamd({ most = 1024 * 1024, answer }: { most?: number; answer?: string } = {}): Promise<FakeClamd> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    let received = Buffer.alloc(0);
    let content = Buffer.alloc(0);
    let begun = false;
    const say = (text: string): void => void socket.end(`${answer ?? text}\0`);
    socket.on('data', (piece: Buffer) => {
      received = Buffer.concat([received, piece]);
      if (!begun) {
        if (received.length < 10) return;
        if (received.toString('latin1', 0, 10) !== 'zINSTREAM\0') return say('UNKNOWN COMMAND');
        begun = true;
        received = received.subarray(10);
      }
      while (received.length >= 4 && received.length >= 4 + received.readUInt32BE(0)) {
        const length = received.readUInt32BE(0);
        if (length === 0) return say(content.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK');
        content = Buffer.concat([content, received.subarray(4, 4 + length)]);
        received = received.subarray(4 + length);
        if (content.length > most) return say('INSTREAM size limit exceeded. ERROR');
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    host: '127.0.0.1', port: (server.address() as AddressInfo).port,
    close: async () => {
      sockets.forEach((socket) => socket.destroy());
      await new Promise((done) => server.close(done));
    },
  };
}
