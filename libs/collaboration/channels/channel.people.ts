import { Injectable } from '@nestjs/common';
import type { Work } from '@throughline/platform/database';
import { notFound, refuse } from '@throughline/platform/kernel';
import type { MemberRole } from './channel.kinds.js';

/** Most people of a group or private channel. */
export const MOST_MEMBERS = 500;

/** SQL of who belongs to channels, and who may. */
@Injectable()
export class ChannelPeople {
  /**
   * @param path the input's list of ids
   * @throws AppError NOT_FOUND at the first who is no colleague that can sign in; VALIDATION_FAILED for too many
   */
  async requireColleagues(work: Work, userIds: readonly string[], path: string): Promise<string[]> {
    const ids = [...new Set(userIds)];
    if (ids.length > MOST_MEMBERS) throw refuse('VALIDATION_FAILED', `A channel takes at most ${MOST_MEMBERS} people at a time.`, path);
    const found = await work.query<{ id: string }>(
      `SELECT id FROM user_account WHERE organization_id = $1 AND id = ANY ($2::uuid[]) AND status <> 'INACTIVE' AND tier IN ('ADMIN', 'EMPLOYEE')`,
      [work.actor.organizationId, ids],
    );
    const missing = userIds.findIndex((id) => !found.some((person) => person.id === id));
    if (missing >= 0) throw notFound('colleague', path.endsWith('Ids') ? `${path}.${missing}` : path);
    return ids;
  }

  /** @returns those who were not in it before */
  async add(work: Work, channelId: string, userIds: readonly string[], role: MemberRole = 'MEMBER'): Promise<string[]> {
    const added = await work.query<{ id: string }>(
      `INSERT INTO channel_member (organization_id, channel_id, user_id, role) SELECT $1, $2, person, $4 FROM unnest($3::uuid[]) AS person
       ON CONFLICT DO NOTHING RETURNING user_id AS id`,
      [work.actor.organizationId, channelId, userIds, role],
    );
    return added.map(({ id }) => id);
  }

  /** Takes somebody out, with what they have read. @returns whether they were in it */
  async remove(work: Work, channelId: string, userId: string): Promise<boolean> {
    const parameters = [work.actor.organizationId, channelId, userId];
    const removed = await work.execute('DELETE FROM channel_member WHERE organization_id = $1 AND channel_id = $2 AND user_id = $3', parameters);
    if (removed === 0) return false;
    await work.execute('DELETE FROM channel_mention WHERE organization_id = $1 AND channel_id = $2 AND user_id = $3', parameters);
    await work.execute('DELETE FROM channel_reader WHERE organization_id = $1 AND channel_id = $2 AND user_id = $3', parameters);
    return true;
  }

  /** A channel always has an owner who can act: if none is left, the one who has been in it longest. @returns the new owner, if there is one */
  async keepAnOwner(work: Work, channelId: string): Promise<string | null> {
    const [promoted] = await work.query<{ id: string }>(
      `UPDATE channel_member heir SET role = 'OWNER' WHERE heir.organization_id = $1 AND heir.channel_id = $2 AND heir.user_id = (
         SELECT m.user_id FROM channel_member m JOIN user_account u ON u.organization_id = m.organization_id AND u.id = m.user_id AND u.status <> 'INACTIVE'
         WHERE m.organization_id = $1 AND m.channel_id = $2 ORDER BY m.joined_at, m.user_id LIMIT 1)
       AND NOT EXISTS (SELECT 1 FROM channel_member o JOIN user_account u ON u.organization_id = o.organization_id AND u.id = o.user_id AND u.status <> 'INACTIVE'
         WHERE o.organization_id = $1 AND o.channel_id = $2 AND o.role = 'OWNER')
       RETURNING heir.user_id AS id`,
      [work.actor.organizationId, channelId],
    );
    return promoted?.id ?? null;
  }
}
