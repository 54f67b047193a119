import type { AccessColumns } from '@throughline/platform/database';

/** The access columns of a message, with those of its channel: for permission checks and events. */
export function messageAccess(message: { authorId: string; sharedWithClient: boolean }, channel: AccessColumns): AccessColumns {
  return { ownerId: message.authorId, sharedWithClient: message.sharedWithClient, follows: { subject: 'channel', access: channel } };
}
