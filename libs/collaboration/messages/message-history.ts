import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ChannelHistories, type ChannelHistory, type ExportedMessage } from '@throughline/collaboration/channels';
import { FileService } from '@throughline/common/files';
import type { Work } from '@throughline/platform/database';

/** The messages of channels, for those who export and delete channels' histories. */
@Injectable()
export class MessageHistory implements ChannelHistory, OnModuleInit {
  constructor(
    private readonly histories: ChannelHistories,
    private readonly files: FileService,
  ) {}

  onModuleInit(): void {
    this.histories.provide(this);
  }

  async page(work: Work, channelId: string, { after, limit, clientOnly }: { after: bigint; limit: number; clientOnly: boolean }): Promise<ExportedMessage[]> {
    const rows = await work.query<Omit<ExportedMessage, 'sequence'> & { sequence: string }>(
      `SELECT m.id, m.sequence, CASE WHEN m.shared_with_client THEN 'CLIENT' ELSE 'INTERNAL' END AS side, m.created_at AS "postedAt", m.author_id AS "authorId", u.name AS "authorName",
         m.thread_id AS "threadId", m.body, m.edited_at AS "editedAt", m.deleted_at AS "deletedAt",
         ARRAY(SELECT f.name FROM file f WHERE f.organization_id = m.organization_id AND f.subject = 'message' AND f.record_id = m.id ORDER BY f.created_at, f.id) AS files
       FROM message m JOIN user_account u ON u.organization_id = m.organization_id AND u.id = m.author_id
       WHERE m.organization_id = $1 AND m.channel_id = $2 AND m.sequence > $3 AND (m.shared_with_client OR NOT $5) ORDER BY m.sequence LIMIT $4`,
      [work.actor.organizationId, channelId, after.toString(), limit, clientOnly],
    );
    return rows.map((row) => ({ ...row, sequence: BigInt(row.sequence) }));
  }

  async removeBefore(work: Work, channelId: string, before: Date, limit: number): Promise<number> {
    const { organizationId } = work.actor;
    const old = await work.query<{ id: string; sequence: string; hasFiles: boolean }>(
      'SELECT id, sequence, has_files AS "hasFiles" FROM message WHERE organization_id = $1 AND channel_id = $2 AND created_at < $3 ORDER BY created_at LIMIT $4 FOR UPDATE',
      [organizationId, channelId, before, limit],
    );
    for (const { id, hasFiles } of old) if (hasFiles) await this.files.removeOf(work, 'message', id);
    // Nobody can read any more what named them.
    await work.execute('DELETE FROM channel_mention WHERE organization_id = $1 AND channel_id = $2 AND sequence = ANY ($3::bigint[])', [organizationId, channelId, old.map(({ sequence }) => sequence)]);
    return work.execute('DELETE FROM message WHERE organization_id = $1 AND id = ANY ($2::uuid[])', [organizationId, old.map(({ id }) => id)]);
  }

  async clientSequenceAt(work: Work, channelId: string, sequence: bigint): Promise<bigint> {
    const [row] = await work.query<{ count: string }>(
      `SELECT client_sequence AS count FROM message WHERE organization_id = $1 AND channel_id = $2 AND sequence <= $3 AND shared_with_client ORDER BY sequence DESC LIMIT 1`,
      [work.actor.organizationId, channelId, sequence.toString()],
    );
    return BigInt(row?.count ?? 0);
  }

  async sequenceOfClient(work: Work, channelId: string, clientSequence: bigint): Promise<bigint> {
    const [row] = await work.query<{ sequence: string }>(
      'SELECT sequence FROM message WHERE organization_id = $1 AND channel_id = $2 AND client_sequence <= $3 ORDER BY client_sequence DESC LIMIT 1',
      [work.actor.organizationId, channelId, clientSequence.toString()],
    );
    return BigInt(row?.sequence ?? 0);
  }
}
