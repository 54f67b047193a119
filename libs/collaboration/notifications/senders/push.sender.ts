import { Injectable } from '@nestjs/common';
import { Outbound } from '@throughline/platform/outbound';
import webPush from 'web-push';
import type { PushAddress, PushKeys } from '../preferences/push.service.js';
import { failureOf, failureOfError, type Message, type Sender, type SendFailure } from './sender.js';

/** A browser, and the organization's keys that its push service knows. */
export interface PushTarget extends PushAddress {
  keys: PushKeys;
  /** Whom a push service may write to about our pushes: an address or a page. */
  contact: string;
}

const DAY_SECONDS = 86_400;

/** Pushes to browsers: encrypted for the one browser (RFC 8291), signed by the organization (RFC 8292), by HTTP (RFC 8030). */
@Injectable()
export class PushSender implements Sender<PushTarget> {
  constructor(private readonly outbound: Outbound) {}

  async send({ endpoint, p256dh, auth, keys, contact }: PushTarget, { id, title, body, url, kind }: Message): Promise<SendFailure | null> {
    try {
      const request = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify({ id, title, body, url, kind }), {
        TTL: DAY_SECONDS, contentEncoding: 'aes128gcm', urgency: 'normal', topic: topicOf(id), vapidDetails: { subject: contact, ...keys },
      });
      const headers = Object.fromEntries(Object.entries(request.headers as Record<string, string | number>).map(([name, value]) => [name, String(value)]));
      const { status } = await this.outbound.send(request.endpoint, { method: request.method, headers, body: request.body });
      return failureOf(status);
    } catch (error) {
      return failureOfError(error);
    }
  }
}

/** A push that is sent a second time replaces the first while it waits at the push service. At most 32 characters of base64url. */
export const topicOf = (id: string): string => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
