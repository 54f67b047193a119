import type { AccessColumns, Work } from '@throughline/platform/database';
import type { ChannelRow } from './channel.repository.js';

type Changes = Record<string, { before: unknown; after: unknown }>;

/** Records what happened to a channel; it belongs on its record's page too. */
export function recordChannelEvent(
  work: Work, kind: string, channel: Pick<ChannelRow, 'id' | 'recordId'>, access: { before: AccessColumns | null; after: AccessColumns | null }, changes: Changes = {},
): void {
  work.record({ kind, subject: 'channel', subjectId: channel.id, related: channel.recordId ? [channel.recordId] : [], access, changes });
}

/** Records what the caller has read or wishes to be told: for their own devices. The mark goes by its channel's id. */
export function recordReaderEvent(work: Work, kind: string, channelId: string, changes: Changes = {}): void {
  const access = { ownerId: work.actor.userId };
  work.record({ kind, subject: 'channelReader', subjectId: channelId, related: [channelId], access: { before: access, after: access }, changes });
}
