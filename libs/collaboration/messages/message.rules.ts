import type { MessageSide } from '@throughline/collaboration/channels';
import { type AppError, refuse, type Tier } from '@throughline/platform/kernel';
import type { Mention } from './body/mentions.js';

export const sideOf = (message: { sharedWithClient: boolean }): MessageSide => (message.sharedWithClient ? 'CLIENT' : 'INTERNAL');

/** Clients have one side, and the other does not exist for them. @returns null when it may be */
export function refusedSide(tier: Tier, side: MessageSide): AppError | null {
  return tier === 'CLIENT' && side !== 'CLIENT' ? refuse('FORBIDDEN', 'Write on the client side: it is the only one here.', 'side') : null;
}

/** What a reply must be to the message it answers. @returns null when it may be */
export function refusedReply(root: { sharedWithClient: boolean; deletedAt: Date | null }, side: MessageSide): AppError | null {
  if (root.deletedAt) return refuse('PRECONDITION_FAILED', 'The message that this answers was deleted.', 'threadId');
  if (side === 'CLIENT' && !root.sharedWithClient) {
    return refuse('PRECONDITION_FAILED', 'The client does not see the message that this answers. Publish that first, or answer internally.', 'threadId');
  }
  return null;
}

/** Whom a mention reaches, as far as the sides ask. */
export interface Reached {
  mention: Mention;
  /** A person of a customer, or a role of theirs. */
  client: boolean;
}

/** A client is not spoken to where they cannot hear it (AHEAD-08). @returns null when nothing is in the way */
export function refusedMentions(side: MessageSide, reached: readonly Reached[]): AppError | null {
  const clients = side === 'INTERNAL' ? reached.filter(({ client }) => client) : [];
  if (clients.length === 0) return null;
  const names = clients.map(({ mention }) => mention.name).join(', ');
  return refuse('PRECONDITION_FAILED', `${names} cannot see internal messages. Write to the client side, or leave the mention out.`, 'body', {
    reason: 'CLIENT_MENTIONED', mentions: clients.map(({ mention: { kind, id } }) => ({ kind, id })),
  });
}

/** Whether an internal message can become the client's. @returns null when it can */
export function refusedPublication(
  message: { sharedWithClient: boolean; deletedAt: Date | null }, channel: { twoSided: boolean }, root: { sharedWithClient: boolean } | null,
): AppError | null {
  if (message.deletedAt) return refuse('PRECONDITION_FAILED', 'A deleted message cannot be published.', 'id');
  if (message.sharedWithClient) return refuse('PRECONDITION_FAILED', 'The client sees this message already.', 'id');
  if (!channel.twoSided) return refuse('PRECONDITION_FAILED', 'No client takes part in this channel.', 'id');
  if (root && !root.sharedWithClient) return refuse('PRECONDITION_FAILED', 'The client does not see the message that this answers. Publish that first.', 'id');
  return null;
}

/** A message without a word needs at least something that goes with it. */
export function requireContent(body: string, files: number, linked: boolean): void {
  if (body === '' && files === 0 && !linked) throw refuse('VALIDATION_FAILED', 'Write something, or attach a file.', 'body');
}
