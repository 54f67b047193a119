import { Injectable } from '@nestjs/common';
import { selectList, type Work } from '@throughline/platform/database';
import type { ChannelNotify } from './channel.kinds.js';
import type { Place } from './channel.repository.js';

/** One person's reading mark and wishes. */
export interface Mark {
  lastReadSequence: bigint;
  lastReadClientSequence: bigint;
  lastReadAt: Date | null;
  notify: ChannelNotify;
  starred: boolean;
  following: boolean;
}

/** SQL of what people have read. Reading marks only ever go forward. */
@Injectable()
export class ReaderRepository {
  /** Makes people follow a channel from here on; who follows it already stays as they are. */
  async follow(work: Work, channelId: string, userIds: readonly string[]): Promise<void> {
    await work.execute(
      `INSERT INTO channel_reader (organization_id, channel_id, user_id, last_read_sequence, last_read_client_sequence)
       SELECT c.organization_id, c.id, u.id, c.last_sequence, c.last_client_sequence FROM channel c CROSS JOIN user_account u
       WHERE c.organization_id = $1 AND c.id = $2 AND u.organization_id = $1 AND u.id = ANY ($3::uuid[])
       ON CONFLICT ON CONSTRAINT pk_channel_reader DO UPDATE SET following = true WHERE NOT channel_reader.following`,
      [work.actor.organizationId, channelId, userIds],
    );
  }

  async markOf(work: Work, channelId: string, userId: string): Promise<Mark | null> {
    const [row] = await work.query<Omit<Mark, 'lastReadSequence' | 'lastReadClientSequence'> & Record<'lastReadSequence' | 'lastReadClientSequence', string>>(
      `SELECT ${selectList(['lastReadSequence', 'lastReadClientSequence', 'lastReadAt', 'notify', 'starred', 'following'])} FROM channel_reader
       WHERE organization_id = $1 AND channel_id = $2 AND user_id = $3 FOR NO KEY UPDATE`,
      [work.actor.organizationId, channelId, userId],
    );
    return row ? { ...row, lastReadSequence: BigInt(row.lastReadSequence), lastReadClientSequence: BigInt(row.lastReadClientSequence) } : null;
  }

  /** What somebody wishes; who begins to follow counts from here on. */
  async prefer(work: Work, channelId: string, userId: string, { notify, starred, following }: Partial<Mark>): Promise<void> {
    await work.execute(
      `INSERT INTO channel_reader AS mark (organization_id, channel_id, user_id, last_read_sequence, last_read_client_sequence, notify, starred, following)
       SELECT c.organization_id, c.id, $3, c.last_sequence, c.last_client_sequence, coalesce($4, 'ALL'), coalesce($5, false), coalesce($6, false)
       FROM channel c WHERE c.organization_id = $1 AND c.id = $2
       ON CONFLICT ON CONSTRAINT pk_channel_reader DO UPDATE SET notify = coalesce($4, mark.notify), starred = coalesce($5, mark.starred), following = coalesce($6, mark.following)`,
      [work.actor.organizationId, channelId, userId, notify ?? null, starred ?? null, following ?? null],
    );
  }

  /** Somebody has read up to here, on both counts; what named them up to here is read too. */
  async read(work: Work, channelId: string, userId: string, place: { sequence: bigint; clientSequence: bigint }): Promise<void> {
    const parameters = [work.actor.organizationId, channelId, userId, place.sequence.toString(), place.clientSequence.toString()];
    await work.execute(
      `INSERT INTO channel_reader AS mark (organization_id, channel_id, user_id, last_read_sequence, last_read_client_sequence, last_read_at, last_read_client_at, following)
       SELECT $1, $2, u.id, $4, $5, now(), CASE WHEN $5::bigint > 0 THEN now() END, false FROM user_account u WHERE u.organization_id = $1 AND u.id = $3
       ON CONFLICT ON CONSTRAINT pk_channel_reader DO UPDATE SET last_read_at = now(), last_read_sequence = greatest(mark.last_read_sequence, excluded.last_read_sequence),
         last_read_client_sequence = greatest(mark.last_read_client_sequence, excluded.last_read_client_sequence),
         last_read_client_at = CASE WHEN mark.last_read_client_at IS NULL OR excluded.last_read_client_sequence > mark.last_read_client_sequence THEN excluded.last_read_client_at ELSE mark.last_read_client_at END`,
      parameters,
    );
    await work.execute('DELETE FROM channel_mention WHERE organization_id = $1 AND channel_id = $2 AND user_id = $3 AND sequence <= $4', parameters.slice(0, 4));
  }

  /** People who are named by a message: it counts among their unread mentions until they read it, and the channel comes onto their list. */
  async mention(work: Work, channelId: string, userIds: readonly string[], { sequence }: Pick<Place, 'sequence'>): Promise<void> {
    const parameters = [work.actor.organizationId, channelId, userIds, sequence.toString()];
    await work.execute(
      `INSERT INTO channel_reader (organization_id, channel_id, user_id, last_read_sequence, last_read_client_sequence)
       SELECT c.organization_id, c.id, u.id, greatest(least($4::bigint, c.last_sequence) - 1, 0), greatest(c.last_client_sequence - 1, 0)
       FROM channel c CROSS JOIN user_account u WHERE c.organization_id = $1 AND c.id = $2 AND u.organization_id = $1 AND u.id = ANY ($3::uuid[])
       ON CONFLICT ON CONSTRAINT pk_channel_reader DO UPDATE SET following = true WHERE NOT channel_reader.following`,
      parameters,
    );
    await work.execute(
      `INSERT INTO channel_mention (organization_id, channel_id, user_id, sequence) SELECT $1, $2, person, $4 FROM unnest($3::uuid[]) AS person
       WHERE NOT EXISTS (SELECT 1 FROM channel_reader r WHERE r.organization_id = $1 AND r.channel_id = $2 AND r.user_id = person AND r.last_read_sequence >= $4)
       ON CONFLICT DO NOTHING`,
      parameters,
    );
  }

  /** A message that is gone, or names somebody no more. @param exceptUserIds whom it still names */
  async unmention(work: Work, channelId: string, sequence: bigint, exceptUserIds: readonly string[] = []): Promise<void> {
    await work.execute(
      'DELETE FROM channel_mention WHERE organization_id = $1 AND channel_id = $2 AND sequence = $3 AND user_id <> ALL ($4::uuid[])',
      [work.actor.organizationId, channelId, sequence.toString(), exceptUserIds],
    );
  }

  /** A direct conversation comes onto both people's lists when one of them speaks. */
  async revive(work: Work, channelId: string): Promise<void> {
    await work.execute(
      `INSERT INTO channel_reader (organization_id, channel_id, user_id) SELECT m.organization_id, m.channel_id, m.user_id FROM channel_member m
       WHERE m.organization_id = $1 AND m.channel_id = $2
       ON CONFLICT ON CONSTRAINT pk_channel_reader DO UPDATE SET following = true WHERE NOT channel_reader.following`,
      [work.actor.organizationId, channelId],
    );
  }
}
