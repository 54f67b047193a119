import { definePermissions, defineSubject } from '@throughline/platform/access';
import { CHANNEL_RECORD_SUBJECTS } from './channel.kinds.js';

/**
 * A channel is seen by its members, by the people of its department, and by whoever sees the record it follows; nobody reads other
 * people's direct messages or private channels by being an administrator (`Follows`).
 */
export const channelSubject = defineSubject({
  name: 'channel',
  table: 'channel',
  label: 'channel',
  columns: { departmentId: 'department_id', sharedWithClient: 'two_sided' },
  assignees: { table: 'channel_member', recordColumn: 'channel_id', userColumn: 'user_id' },
  follows: { subjectColumn: 'record_subject', idColumn: 'record_id', subjects: () => CHANNEL_RECORD_SUBJECTS },
});

export const channelPermissions = definePermissions('channel', {
  read: 'See channels: one\'s own, one\'s department\'s, and those of records one sees',
  create: 'Start direct messages, groups, private channels and talk on records',
  post: 'Speak in channels, to colleagues only',
  postToClient: 'Speak to the client in channels of customers, projects and shared tasks',
  update: 'Name groups and private channels, invite people and archive them, as far as one\'s part in them allows',
  moderate: 'Set topics of channels that follow the work; add people to a department\'s channel',
  retain: 'Decide after how many days messages are deleted',
  export: 'Export the messages of channels one sees',
});

/** What one person has read, and how they want to be told: their own business. */
export const channelReaderSubject = defineSubject({ name: 'channelReader', table: 'channel_reader', label: 'reading mark', columns: { ownerId: 'user_id' }, personal: true });
export const channelReaderPermissions = definePermissions('channelReader', { read: 'Be told of what one has read on another device' });
