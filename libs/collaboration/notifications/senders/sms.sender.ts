import { Injectable } from '@nestjs/common';
import { Outbound, type OutboundRequest } from '@throughline/platform/outbound';
import type { SmsSettings } from '../adapters/adapters.service.js';
import { failureOf, failureOfError, type Message, type Sender, type SendFailure } from './sender.js';

export interface SmsTarget {
  /** E.164. */
  phone: string;
  settings: SmsSettings;
}

const MOST = 300;

/** Text messages, through Twilio's API or any bridge that takes one JSON call. */
@Injectable()
export class SmsSender implements Sender<SmsTarget> {
  constructor(private readonly outbound: Outbound) {}

  async send({ phone, settings }: SmsTarget, message: Message): Promise<SendFailure | null> {
    const { address, request } = smsRequest(settings, phone, message);
    try {
      const { status } = await this.outbound.send(address, request);
      return failureOf(status);
    } catch (error) {
      return failureOfError(error);
    }
  }
}

/** The request in the provider's protocol. */
export function smsRequest(settings: SmsSettings, phone: string, { id, title, url }: Message): { address: string; request: OutboundRequest } {
  const text = `${title.slice(0, MOST)} ${url}`;
  if (settings.provider === 'TWILIO') {
    const credentials = Buffer.from(`${settings.account}:${settings.token}`).toString('base64');
    return {
      address: new URL(`/2010-04-01/Accounts/${encodeURIComponent(settings.account)}/Messages.json`, settings.url).href,
      request: {
        method: 'POST', headers: { authorization: `Basic ${credentials}`, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ To: phone, From: settings.from, Body: text }).toString(),
      },
    };
  }
  return {
    address: settings.url,
    request: {
      method: 'POST', headers: { authorization: `Bearer ${settings.token}`, 'content-type': 'application/json', 'idempotency-key': id },
      body: JSON.stringify({ to: phone, from: settings.from, text, reference: id }),
    },
  };
}
