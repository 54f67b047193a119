import { acceptsFiles } from '@throughline/common/files';
import { definePermissions, defineSubject } from '@throughline/platform/access';

/** Who sees the channel sees its messages; clients those of their side. The author is its owner. */
export const messageSubject = defineSubject({
  name: 'message',
  table: 'message',
  label: 'message',
  columns: { ownerId: 'author_id', sharedWithClient: 'shared_with_client' },
  follows: { subject: 'channel', idColumn: 'channel_id' },
  shows: { subjectColumn: 'linked_subject', idColumn: 'linked_id' },
});

// With the message that is posted only, so that a file has its message's side.
acceptsFiles('message');

export const messagePermissions = definePermissions('message', {
  read: 'See messages, wherever one sees the channel',
  react: 'Put emoji under messages',
  edit: 'Correct one\'s own messages',
  delete: 'Delete messages: one\'s own, and further as it reaches other people\'s',
  pin: 'Pin messages to their channel and link them to records',
  publish: 'Show an internal message to the client',
});

/** What a message said before; the words are still the author's. */
export const messageRevisionSubject = defineSubject({
  name: 'messageRevision',
  table: 'message_revision',
  label: 'earlier wording',
  columns: { ownerId: 'author_id' },
  follows: { subject: 'message', idColumn: 'message_id' },
});

export const messageRevisionPermissions = definePermissions('messageRevision', {
  read: 'See what a message said before it was edited or deleted',
});
