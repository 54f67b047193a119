import { BOUNDARIES } from './boundaries.js';
import { AttackSocket } from './websocket-attacks.js';
import { post } from './http-attacks.js';

/**
 * Sends each pair over both transports.
 *
 * @returns names of limits that do not hold, or not the same, on both; WebSocket refuses queries, but only after the limits
 */
export async function differingLimits(port: number, token: string): Promise<string[]> {
  const wrong: string[] = [];
  const exceeded = (codes: string[]): boolean => codes.length === 1 && codes[0] === 'LIMIT_EXCEEDED';
  for (const [name, { within, beyond }] of Object.entries(BOUNDARIES)) {
    const answers = await Promise.all([within, beyond].map((query) => overBoth(port, token, JSON.stringify({ query }))));
    const seen = answers.flat().map((codes) => exceeded(codes)).join();
    if (seen !== 'false,false,true,true') wrong.push(`${name} (${answers.map((pair) => pair.join(' / ')).join(' then ')})`);
  }
  return wrong;
}

async function overBoth(port: number, token: string, payload: string): Promise<[string[], string[]]> {
  const http = await post(port, payload, { authorization: `Bearer ${token}` });
  const socket = await AttackSocket.open(port, token);
  const { codes } = await socket.attack(`{"type":"subscribe","id":"1","payload":${payload}}`, '1');
  socket.close();
  return [http.codes, codes];
}
