import { chatPersonRead } from '@throughline/collaboration/channels';
import { fileRead } from '@throughline/common/files';
import {
  bigIntFilter, booleanFilter, computed, defineRead, embedded, idFilter, many, one, type ReadModel, resolvedElsewhere,
} from '@throughline/platform/read';
import { MessageObject, MessageRevisionObject } from './api/message.object.js';
import { messageRevisionSubject, messageSubject } from './message.policy.js';

/** Asked once for each statement. Of what happened before a message became theirs, clients are told nothing. */
const CLIENT = '(SELECT app.caller_is_client())';
const ME = '(SELECT app.caller_id())';
const bySide = (all: string, client: string) => (t: string): string => `CASE WHEN ${CLIENT} THEN ${t}.${client} ELSE ${t}.${all} END`;

const reactions = (t: string): string => `coalesce((
  SELECT jsonb_agg(jsonb_build_object('emoji', e.emoji, 'count', e.count, 'mine', e.mine, 'users', e.users) ORDER BY e.first, e.emoji) FROM (
    SELECT r.emoji, count(*) AS count, bool_or(r.user_id = ${ME}) AS mine, min(r.at) AS first,
      to_jsonb((array_agg(jsonb_build_object('id', p.id, 'name', p.name) ORDER BY r.at, p.id))[1:50]) AS users
    FROM message_reaction r JOIN user_account p ON p.organization_id = r.organization_id AND p.id = r.user_id
    WHERE r.message_id = ${t}.id AND (NOT ${CLIENT} OR r.at >= ${t}.shared_at) GROUP BY r.emoji) e), '[]')`;

export const messageRevisionRead: ReadModel<MessageRevisionObject> = defineRead({
  name: 'MessageRevision',
  object: () => MessageRevisionObject,
  subject: messageRevisionSubject,
  fields: { editedBy: one(() => chatPersonRead, { local: 'edited_by' }) },
  sorts: { at: 'timestamptz!' },
  defaultSort: [{ field: 'at', direction: 'DESC' }],
});

/** Read through `MessageReader`, which adds what SQL cannot tell. */
export const messageRead: ReadModel<MessageObject> = defineRead({
  name: 'Message',
  object: () => MessageObject,
  subject: messageSubject,
  fields: {
    createdAt: computed('DATE_TIME', ['created_at', 'shared_at'], bySide('created_at', 'shared_at')),
    sequence: computed('BIG_INT', ['sequence', 'client_sequence'], bySide('sequence', 'client_sequence')),
    side: computed('TEXT', ['shared_with_client'], (t) => `CASE WHEN ${t}.shared_with_client THEN 'CLIENT' ELSE 'INTERNAL' END`),
    author: one(() => chatPersonRead, { local: 'author_id' }),
    mentions: embedded('mentions'),
    files: many(() => fileRead, { foreign: 'record_id', where: (f) => `${f}.subject = 'message'`, order: [{ field: 'createdAt', direction: 'ASC' }], limit: 50 }),
    linkedSubject: resolvedElsewhere('linked_subject', 'linked_id'),
    linkedId: resolvedElsewhere('linked_subject', 'linked_id'),
    linkedName: resolvedElsewhere('linked_subject', 'linked_id'),
    replyCount: computed('INTEGER', ['reply_count', 'client_reply_count'], bySide('reply_count', 'client_reply_count')),
    lastReplyAt: computed('DATE_TIME', ['last_reply_at', 'last_client_reply_at'], bySide('last_reply_at', 'last_client_reply_at')),
    reactions: computed('JSON', [], reactions),
    pinnedAt: computed('DATE_TIME', ['pinned_at'], (t) => `CASE WHEN ${CLIENT} THEN CASE WHEN ${t}.pinned_at IS NOT NULL THEN greatest(${t}.pinned_at, ${t}.shared_at) END ELSE ${t}.pinned_at END`),
    pinnedBy: one(() => chatPersonRead, { local: 'pinned_by' }),
    editedAt: computed('DATE_TIME', ['edited_at'], (t) => `CASE WHEN NOT ${CLIENT} OR ${t}.edited_at > ${t}.shared_at THEN ${t}.edited_at END`),
    publishedAt: computed('DATE_TIME', ['published_at'], (t) => `CASE WHEN NOT ${CLIENT} THEN ${t}.published_at END`),
    revisions: many(() => messageRevisionRead, { foreign: 'message_id' }),
    viewerCan: resolvedElsewhere('author_id', 'shared_with_client', 'thread_id', 'deleted_at'),
    // For `viewerCan`; no field of the API.
    channelState: computed('JSON', [], (t) => `(SELECT jsonb_build_object('archived', c.archived_at IS NOT NULL, 'twoSided', c.two_sided, 'direct', c.kind = 'DIRECT') FROM channel c WHERE c.id = ${t}.channel_id)`),
  },
  filters: {
    id: idFilter(),
    channelId: idFilter(),
    threadId: idFilter(),
    sequence: bigIntFilter(),
    clientSequence: bigIntFilter(),
    shared: booleanFilter({ column: 'shared_with_client' }),
    pinned: booleanFilter({ sql: (t) => `(${t}.pinned_at IS NOT NULL)`, columns: ['pinned_at'] }),
  },
  sorts: { sequence: 'bigint!', clientSequence: 'bigint!', createdAt: 'timestamptz!' },
  defaultSort: [{ field: 'sequence', direction: 'DESC' }],
});
