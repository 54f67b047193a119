import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came over the wire, already known to be what the protocol wants. */
export interface ReceivedCall {
  path: string;
  key: string | null;
  authorization: string | null;
  body: Record<string, unknown>;
}

type Protocol = 'SLACK' | 'TEAMS' | 'SMS' | 'TWILIO';

/** What each protocol wants of a request; the reason when it is not so. Each is what the vendor's own reference says. */
const CHECKS: Readonly<Record<Protocol, (body: Record<string, unknown>, authorization: string | null) => string | null>> = {
  // Slack, "Sending messages using incoming webhooks": JSON with text; blocks of known types; text objects with a type.
  SLACK: ({ text, blocks }) => {
    if (typeof text !== 'string' || text === '') return 'no_text';
    const known = Array.isArray(blocks) && blocks.every((block: { type?: string; text?: { type?: string; text?: string }; elements?: { type?: string; text?: string }[] }) =>
      (block.type === 'section' && block.text?.type === 'mrkdwn' && (block.text.text?.length ?? 0) <= 3_000) || (block.type === 'context' && block.elements?.every(({ type }) => type === 'mrkdwn')));
    return known ? null : 'invalid_blocks';
  },
  // Teams, "Create an Incoming Webhook": a message with one adaptive card.
  TEAMS: ({ type, attachments }) => {
    const [card] = Array.isArray(attachments) ? (attachments as { contentType?: string; content?: { type?: string; version?: string; body?: { type?: string; text?: unknown }[] } }[]) : [];
    if (type !== 'message' || card?.contentType !== 'application/vnd.microsoft.card.adaptive') return 'Invalid webhook request';
    const { content } = card;
    return content?.type === 'AdaptiveCard' && /^1\.\d$/.test(content.version ?? '') && content.body?.every(({ type: block, text }) => block === 'TextBlock' && typeof text === 'string') ? null : 'Bad card';
  },
  SMS: ({ to, from, text }, authorization) =>
    (authorization !== 'Bearer generic-token' ? 'unauthorized' : /^\+\d{7,15}$/.test(String(to)) && from && typeof text === 'string' && text !== '' ? null : 'bad message'),
  // Twilio, "Messages resource": form with To, From, Body; basic authentication by SID and token.
  TWILIO: ({ To, From, Body }, authorization) =>
    (authorization !== `Basic ${Buffer.from('AC123:twilio-token').toString('base64')}` ? 'unauthorized' : /^\+\d{7,15}$/.test(String(To)) && From && Body ? null : '21211 invalid'),
};

const PLACES: Readonly<Record<string, Protocol>> = { '/slack': 'SLACK', '/teams': 'TEAMS', '/sms': 'SMS', '/2010-04-01/Accounts/AC123/Messages.json': 'TWILIO' };

/** Slack, Teams, a bridge of text messages and Twilio on loopback: each answers as the real one does. */
export class WebhookServer {
  readonly received: ReceivedCall[] = [];
  /** Answers to come before anything is read: statuses. */
  readonly answers: number[] = [];
  private server!: Server;

  static async start(): Promise<WebhookServer> {
    const hooks = new WebhookServer();
    hooks.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const planned = hooks.answers.shift();
        if (planned !== undefined) return response.writeHead(planned).end('planned');
        const path = request.url ?? '';
        const protocol = PLACES[path];
        if (!protocol || request.method !== 'POST') return response.writeHead(404).end('no_service');
        const text = Buffer.concat(chunks).toString();
        const isForm = protocol === 'TWILIO';
        if (request.headers['content-type'] !== (isForm ? 'application/x-www-form-urlencoded' : 'application/json')) return response.writeHead(400).end('invalid_payload');
        const body = (isForm ? Object.fromEntries(new URLSearchParams(text)) : JSON.parse(text)) as Record<string, unknown>;
        const authorization = request.headers.authorization ?? null;
        const wrong = CHECKS[protocol](body, authorization);
        if (wrong) return response.writeHead(wrong === 'unauthorized' ? 401 : 400).end(wrong);
        hooks.received.push({ path, key: (request.headers['idempotency-key'] as string | undefined) ?? null, authorization, body });
        return isForm ? response.writeHead(201, { 'content-type': 'application/json' }).end('{"sid":"SM1","status":"queued"}') : response.writeHead(200).end('ok');
      });
    });
    await new Promise<void>((ready) => hooks.server.listen(0, '127.0.0.1', () => ready()));
    return hooks;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(() => done()));
  }
}
