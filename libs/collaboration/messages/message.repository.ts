import { Injectable } from '@nestjs/common';
import type { Place } from '@throughline/collaboration/channels';
import { columnValues, type ColumnValues, insertRow, lockRow, selectList, type Work } from '@throughline/platform/database';
import { newId, notFound } from '@throughline/platform/kernel';
import type { Mention } from './body/mentions.js';

/** A message as the rules need it. */
export interface MessageRow {
  id: string;
  version: number;
  channelId: string;
  sequence: string;
  sharedWithClient: boolean;
  authorId: string;
  threadId: string | null;
  body: string | null;
  mentions: Mention[];
  hasFiles: boolean;
  linkedSubject: string | null;
  linkedId: string | null;
  pinnedAt: Date | null;
  deletedAt: Date | null;
}

/** A message that is posted. */
export interface NewMessage {
  id: string;
  channelId: string;
  place: Place;
  sharedWithClient: boolean;
  authorId: string;
  threadId: string | null;
  body: string;
  mentions: readonly Mention[];
  hasFiles: boolean;
  linkedSubject: string | null;
  linkedId: string | null;
}

const MESSAGE = {
  table: 'message',
  label: 'message',
  fields: [
    'id', 'version', 'channelId', 'sequence', 'sharedWithClient', 'authorId', 'threadId', 'body', 'mentions', 'hasFiles', 'linkedSubject', 'linkedId', 'pinnedAt', 'deletedAt',
  ],
};

/** All SQL that writes messages. */
@Injectable()
export class MessageRepository {
  /** @throws AppError NOT_FOUND */
  lock(work: Work, id: string, path = 'id'): Promise<MessageRow> {
    return lockRow<MessageRow>(work, MESSAGE, id, path);
  }

  /** @throws AppError NOT_FOUND */
  async find(work: Work, id: string, path = 'id'): Promise<MessageRow> {
    const [row] = await work.query<MessageRow>(`SELECT ${selectList(MESSAGE.fields)} FROM message WHERE organization_id = $1 AND id = $2`, [work.actor.organizationId, id]);
    if (!row) throw notFound(MESSAGE.label, path);
    return row;
  }

  /** @param message whose place was taken in this transaction: its time is then in the order of its sequence */
  async insert(work: Work, { place, sharedWithClient, ...message }: NewMessage): Promise<void> {
    const columns = columnValues({ ...message, mentions: JSON.stringify(message.mentions), sharedWithClient, sequence: place.sequence, clientSequence: place.clientSequence });
    const names = Object.keys(columns);
    await work.query(
      `INSERT INTO message (organization_id, created_at, shared_at, ${names.join(', ')})
       SELECT $1, t.at, CASE WHEN ${String(sharedWithClient)} THEN t.at END, ${names.map((_, index) => `$${index + 2}`).join(', ')} FROM clock_timestamp() AS t (at)`,
      [work.actor.organizationId, ...Object.values(columns)],
    );
  }

  /** What nobody edits by hand: counts, pins, links. The version stays, so that it is no conflict for whoever edits the text. */
  async mark(work: Work, id: string, values: ColumnValues): Promise<void> {
    const names = Object.keys(values);
    await work.execute(
      `UPDATE message SET ${names.map((name, index) => `${name} = $${index + 3}`).join(', ')} WHERE organization_id = $1 AND id = $2`,
      [work.actor.organizationId, id, ...names.map((name) => values[name])],
    );
  }

  /** One answer more; for the client only where it is theirs. */
  async countReply(work: Work, rootId: string, sharedWithClient: boolean): Promise<void> {
    await work.execute(
      `UPDATE message SET reply_count = reply_count + 1, last_reply_at = clock_timestamp(),
         client_reply_count = client_reply_count + $3::integer, last_client_reply_at = CASE WHEN $3 = 1 THEN clock_timestamp() ELSE last_client_reply_at END
       WHERE organization_id = $1 AND id = $2`,
      [work.actor.organizationId, rootId, sharedWithClient ? 1 : 0],
    );
  }

  /** An answer that was there becomes the client's too. */
  async showReply(work: Work, rootId: string): Promise<void> {
    await work.execute(
      'UPDATE message SET client_reply_count = client_reply_count + 1, last_client_reply_at = clock_timestamp() WHERE organization_id = $1 AND id = $2',
      [work.actor.organizationId, rootId],
    );
  }

  /** Keeps what a message said. */
  async keepRevision(work: Work, message: MessageRow): Promise<void> {
    await insertRow(work, 'message_revision', { id: newId(), messageId: message.id, authorId: message.authorId, body: message.body ?? '', editedBy: work.actor.userId });
  }

  /** @returns whether that changed anything */
  async react(work: Work, messageId: string, emoji: string, on: boolean): Promise<boolean> {
    const parameters = [work.actor.organizationId, messageId, work.actor.userId, emoji];
    const changed = on
      ? await work.execute('INSERT INTO message_reaction (organization_id, message_id, user_id, emoji) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', parameters)
      : await work.execute('DELETE FROM message_reaction WHERE organization_id = $1 AND message_id = $2 AND user_id = $3 AND emoji = $4', parameters);
    return changed === 1;
  }

  /** How many different emoji stand under a message, and how many of them are somebody's. */
  async reactionCounts(work: Work, messageId: string, emoji: string): Promise<{ others: number; mine: number }> {
    const [row] = await work.query<{ others: number; mine: number }>(
      `SELECT count(DISTINCT emoji) FILTER (WHERE emoji <> $3)::integer AS others, count(*) FILTER (WHERE user_id = $4 AND emoji <> $3)::integer AS mine
       FROM message_reaction WHERE organization_id = $1 AND message_id = $2`,
      [work.actor.organizationId, messageId, emoji, work.actor.userId],
    );
    return row ?? { others: 0, mine: 0 };
  }

  async pinned(work: Work, channelId: string): Promise<number> {
    const [row] = await work.query<{ count: number }>(
      'SELECT count(*)::integer AS count FROM message WHERE organization_id = $1 AND channel_id = $2 AND pinned_at IS NOT NULL', [work.actor.organizationId, channelId],
    );
    return row?.count ?? 0;
  }
}
