import type { ChatMessage } from './types';

/** A message of a test. */
export function aMessage(sequence: number, fields: Partial<ChatMessage> = {}): ChatMessage {
  return {
    id: `m${sequence}`, version: 1, channelId: 'c', sequence, side: 'INTERNAL', author: { id: 'ada', name: 'Ada' }, threadId: null, body: `message ${sequence}`, files: [], linkedSubject: null, linkedId: null,
    linkedName: null, replyCount: 0, lastReplyAt: null, reactions: [], pinnedAt: null, pinnedBy: null, editedAt: null, deletedAt: null, publishedAt: null,
    createdAt: new Date(Date.UTC(2026, 10, 21, 10, sequence)).toISOString(), viewerCan: [], ...fields,
  };
}

/** Messages from one sequence to another. */
export const messagesFrom = (first: number, last: number): ChatMessage[] => Array.from({ length: last - first + 1 }, (_, index) => aMessage(first + index));
