import { Injectable } from '@nestjs/common';
import { Outbound } from '@throughline/platform/outbound';
import { failureOf, failureOfError, type Message, type Sender, type SendFailure } from './sender.js';

export interface WebhookTarget {
  webhook: string;
  service: 'SLACK' | 'TEAMS';
}

/** Messages to incoming webhooks of Slack and Teams. */
@Injectable()
export class WebhookSender implements Sender<WebhookTarget> {
  constructor(private readonly outbound: Outbound) {}

  async send({ webhook, service }: WebhookTarget, message: Message): Promise<SendFailure | null> {
    const body = JSON.stringify(service === 'SLACK' ? slackMessage(message) : teamsMessage(message));
    try {
      const { status } = await this.outbound.send(webhook, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': message.id }, body });
      return failureOf(status);
    } catch (error) {
      return failureOfError(error);
    }
  }
}

/** Slack's own marks: what people typed must not become a link or a mention of everybody. */
const plain = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Blocks for the channel, `text` for notices and screen readers. */
export function slackMessage({ title, body, url, reason }: Message): object {
  return {
    text: plain(title),
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: `*${plain(title)}*${body ? `\n${plain(body)}` : ''}`, verbatim: true } },
      { type: 'context', elements: [{ type: 'mrkdwn', text: `${plain(reason)} · <${url}|Open>` }] },
    ],
  };
}

/** An adaptive card, as workflows' webhooks take it. */
export function teamsMessage({ title, body, url, reason }: Message): object {
  const line = (text: string, more: object = {}): object => ({ type: 'TextBlock', text: text.replace(/([\\`*_[\]()#>~|-])/g, '\\$1'), wrap: true, ...more });
  return {
    type: 'message',
    attachments: [{
      contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null,
      content: {
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', type: 'AdaptiveCard', version: '1.4',
        body: [line(title, { weight: 'Bolder' }), ...(body ? [line(body)] : []), line(reason, { isSubtle: true, size: 'Small' })],
        actions: [{ type: 'Action.OpenUrl', title: 'Open', url }],
      },
    }],
  };
}
