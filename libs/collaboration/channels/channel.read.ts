import {
  booleanFilter, computed, dateTimeFilter, defineRead, enumFilter, idFilter, many, one, type ReadModel, resolvedElsewhere, textFilter,
} from '@throughline/platform/read';
import { ChannelKindEnum } from './api/channel.enums.js';
import { ChannelMemberObject, ChannelObject, ChannelReadingObject, ChatPersonObject } from './api/channel.object.js';
import { channelSubject } from './channel.policy.js';

/** Asked once for each statement, not for each row. */
const CLIENT = '(SELECT app.caller_is_client())';
const ME = '(SELECT app.caller_id())';

/** A value by which clients count only what they can see. */
const bySide = (all: string, client: string) => (t: string): string => `CASE WHEN ${CLIENT} THEN ${t}.${client} ELSE ${t}.${all} END`;
/** A value of the caller's own reading mark. */
const mine = (value: string, otherwise: string) => (t: string): string =>
  `coalesce((SELECT ${value} FROM channel_reader mark WHERE mark.channel_id = ${t}.id AND mark.user_id = ${ME}), ${otherwise})`;
const readSoFar = `CASE WHEN ${CLIENT} THEN mark.last_read_client_sequence ELSE mark.last_read_sequence END`;
const names = (t: string, except: string): string =>
  `(SELECT string_agg(person.name, ', ' ORDER BY link.joined_at, person.name) FROM channel_member link
    JOIN user_account person ON person.organization_id = link.organization_id AND person.id = link.user_id WHERE link.channel_id = ${t}.id AND link.user_id <> ${except})`;

/** Who sees a channel, or a message in it, sees the names of those who talk there, whatever else they may know of people. */
export const chatPersonRead: ReadModel<ChatPersonObject> = defineRead({
  name: 'ChatPerson',
  object: () => ChatPersonObject,
  table: 'user_account',
  fields: {
    active: computed('BOOLEAN', ['status'], (t) => `${t}.status <> 'INACTIVE'`),
    client: computed('BOOLEAN', ['tier'], (t) => `${t}.tier = 'CLIENT'`),
  },
  sorts: { name: 'text!' },
  defaultSort: [{ field: 'name', direction: 'ASC' }],
});

export const channelMemberRead: ReadModel<ChannelMemberObject> = defineRead({
  name: 'ChannelMember',
  object: () => ChannelMemberObject,
  table: 'channel_member',
  key: { column: 'user_id', type: 'uuid' },
  fields: { user: one(() => chatPersonRead, { local: 'user_id' }) },
  sorts: { role: 'text!', joinedAt: 'timestamptz!' },
  defaultSort: [{ field: 'role', direction: 'DESC' }, { field: 'joinedAt', direction: 'ASC' }],
});

export const channelReadingRead: ReadModel<ChannelReadingObject> = defineRead({
  name: 'ChannelReading',
  object: () => ChannelReadingObject,
  table: 'channel_reader',
  key: { column: 'user_id', type: 'uuid' },
  fields: {
    user: one(() => chatPersonRead, { local: 'user_id' }),
    lastReadSequence: computed('BIG_INT', ['last_read_sequence', 'last_read_client_sequence'], bySide('last_read_sequence', 'last_read_client_sequence')),
    lastReadAt: computed('DATE_TIME', ['last_read_at', 'last_read_client_at'], bySide('last_read_at', 'last_read_client_at')),
  },
  sorts: { lastReadAt: { type: 'timestamptz', sql: bySide('last_read_at', 'last_read_client_at'), columns: ['last_read_at', 'last_read_client_at'] } },
  defaultSort: [{ field: 'lastReadAt', direction: 'DESC' }],
});

export const channelRead: ReadModel<ChannelObject> = defineRead({
  name: 'Channel',
  object: () => ChannelObject,
  subject: channelSubject,
  fields: {
    title: computed('TEXT', ['kind', 'name'], (t) => `CASE ${t}.kind WHEN 'DIRECT' THEN coalesce(${names(t, ME)}, '') ELSE coalesce(${t}.name, ${names(t, ME)}, '') END`),
    lastMessageAt: computed('DATE_TIME', ['last_message_at', 'last_client_message_at'], bySide('last_message_at', 'last_client_message_at')),
    lastSequence: computed('BIG_INT', ['last_sequence', 'last_client_sequence'], bySide('last_sequence', 'last_client_sequence')),
    lastReadSequence: computed('BIG_INT', [], mine(readSoFar, '0')),
    unread: computed('INTEGER', ['last_sequence', 'last_client_sequence'], (t) =>
      `greatest(${bySide('last_sequence', 'last_client_sequence')(t)} - ${mine(readSoFar, bySide('last_sequence', 'last_client_sequence')(t))(t)}, 0)::integer`),
    unreadMentions: computed('INTEGER', [], (t) => `(SELECT count(*) FROM channel_mention named WHERE named.channel_id = ${t}.id AND named.user_id = ${ME})::integer`),
    notify: computed('TEXT', [], mine('mark.notify', `'ALL'`)),
    starred: computed('BOOLEAN', [], mine('mark.starred', 'false')),
    following: computed('BOOLEAN', [], mine('mark.following', 'false')),
    viewerRole: computed('TEXT', [], (t) => `(SELECT link.role FROM channel_member link WHERE link.channel_id = ${t}.id AND link.user_id = ${ME})`),
    members: many(() => channelMemberRead, { foreign: 'channel_id' }),
    readers: many(() => channelReadingRead, { foreign: 'channel_id', where: (mark) => `${bySide('last_read_at', 'last_read_client_at')(mark)} IS NOT NULL` }),
    viewerCan: resolvedElsewhere('id'),
  },
  filters: {
    id: idFilter(),
    kind: enumFilter('ChannelKind', () => ChannelKindEnum),
    recordSubject: textFilter(),
    recordId: idFilter(),
    departmentId: idFilter(),
    twoSided: booleanFilter(),
    archived: booleanFilter({ sql: (t) => `(${t}.archived_at IS NOT NULL)`, columns: ['archived_at'] }),
    createdAt: dateTimeFilter(),
  },
  // By the last message as the caller sees it: a cursor must not tell a client when the agency spoke among itself.
  sorts: {
    createdAt: 'timestamptz!',
    name: 'text',
    lastMessageAt: { type: 'timestamptz', sql: bySide('last_message_at', 'last_client_message_at'), columns: ['last_message_at', 'last_client_message_at'] },
  },
  defaultSort: [{ field: 'createdAt', direction: 'DESC' }],
  search: { column: 'search_text', candidates: 'app.search_channel', fields: ['name', 'topic'] },
});
