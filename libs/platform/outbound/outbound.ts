import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/index.js';
import { fixedLookup, OutboundRefused, resolveChecked } from './checked-lookup.js';

export { OutboundRefused } from './checked-lookup.js';

export interface OutboundRequest {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer | null;
}

export interface OutboundAnswer {
  status: number;
  headers: [string, string][];
  body: Buffer;
}

const TIMEOUT_MS = 10_000;
const MAXIMUM_BYTES = 1024 * 1024;

/**
 * The one door for requests that somebody's word leads outside (quality.md, "Security"): the host is resolved once, only public
 * unicast addresses are dialled, redirects are not followed, answers are bounded. Hosts of the operator's own network, and plain
 * http, only where ALLOWED_PRIVATE_HOSTS names them.
 */
@Injectable()
export class Outbound {
  constructor(private readonly config: Config) {}

  /** @throws OutboundRefused; Error of the connection, or when it takes longer than ten seconds or is larger than 1 MiB */
  async send(address: string | URL, { method = 'GET', headers = {}, body = null }: OutboundRequest = {}): Promise<OutboundAnswer> {
    const url = new URL(address);
    const isNamed = this.config.allowedPrivateHosts.includes(url.hostname) || this.config.allowedPrivateHosts.includes(url.host);
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isNamed)) throw new OutboundRefused('Requests go to https:// addresses only.');
    if (url.username || url.password) throw new OutboundRefused('An address carries no credentials.');
    const addresses = await resolveChecked(url.hostname, isNamed);
    const dial = url.protocol === 'https:' ? requestHttps : requestHttp;
    return new Promise((done, fail) => {
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const outgoing = dial(url, { method, headers: { 'accept-encoding': 'identity', ...headers }, agent: false, lookup: fixedLookup(addresses), signal }, (answer) => {
        read(answer).then(done, fail);
      });
      outgoing.on('error', fail);
      outgoing.end(body ?? undefined);
    });
  }

  /** The same for libraries that ask for something that looks like `fetch`. */
  readonly fetchLike = async (address: string, { method, headers, body }: { method?: string; headers?: Record<string, string>; body?: unknown } = {}): Promise<Response> => {
    const text = body instanceof URLSearchParams ? body.toString() : typeof body === 'string' || Buffer.isBuffer(body) ? body : null;
    if (body !== null && body !== undefined && text === null) throw new TypeError('Only texts and forms are sent.');
    const answer = await this.send(address, { ...(method ? { method } : {}), ...(headers ? { headers } : {}), body: text });
    const isEmpty = [204, 205, 304].includes(answer.status);
    return new Response(isEmpty ? null : new Uint8Array(answer.body), { status: answer.status, headers: answer.headers });
  };
}

async function read(answer: IncomingMessage): Promise<OutboundAnswer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAXIMUM_BYTES) throw new Error('The answer is too large.');
    chunks.push(chunk);
  }
  const headers = Object.entries(answer.headersDistinct).flatMap(([name, values]) => (values ?? []).map((value): [string, string] => [name, value]));
  return { status: answer.statusCode ?? 0, headers, body: Buffer.concat(chunks) };
}
