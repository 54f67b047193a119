import { Injectable } from '@nestjs/common';
import type { MessageSide } from '@throughline/collaboration/channels';
import type { Work } from '@throughline/platform/database';
import { refuse } from '@throughline/platform/kernel';
import type { Mention } from './body/mentions.js';
import type { Reached } from './message.rules.js';

/** Who stands behind the mentions of a text. */
@Injectable()
export class MentionRepository {
  /**
   * @returns the mentions under their real names
   * @throws AppError VALIDATION_FAILED at `body` for somebody who does not exist, or of whom the caller, a client, can know nothing
   */
  async resolve(work: Work, channelId: string, mentions: readonly Mention[]): Promise<Reached[]> {
    const ids = (kind: Mention['kind']): string[] => mentions.flatMap((mention) => (mention.kind === kind && mention.id ? [mention.id] : []));
    const [people, roles] = [await this.people(work, channelId, ids('USER')), await this.roles(work, ids('ROLE'))];
    return mentions.map((mention) => {
      const found = mention.kind === 'CHANNEL' ? { name: mention.name, client: false } : (mention.kind === 'USER' ? people : roles).get(mention.id ?? '');
      if (!found) throw refuse('VALIDATION_FAILED', `"${mention.name}" cannot be mentioned here. Choose somebody from the list.`, 'body');
      return { mention: { ...mention, name: found.name }, client: found.client };
    });
  }

  /**
   * The people whom mentions name: those named themselves, and of a role or of everybody those who have been in the channel before.
   * Clients only where they see the message.
   */
  async named(work: Work, channelId: string, side: MessageSide, mentions: readonly Mention[]): Promise<string[]> {
    if (mentions.length === 0) return [];
    const of = (kind: Mention['kind']): string[] => mentions.flatMap((mention) => (mention.kind === kind && mention.id ? [mention.id] : []));
    const rows = await work.query<{ id: string }>(
      `SELECT u.id FROM user_account u WHERE u.organization_id = $1 AND u.status <> 'INACTIVE' AND ($3 OR u.tier <> 'CLIENT') AND (
         u.id = ANY ($4::uuid[]) OR (
           ($6 OR EXISTS (SELECT 1 FROM user_role h JOIN role r ON r.organization_id = h.organization_id AND r.id = h.role_id
             WHERE h.organization_id = $1 AND h.user_id = u.id AND r.key = ANY ($5::text[])))
           AND (EXISTS (SELECT 1 FROM channel_reader c WHERE c.organization_id = $1 AND c.channel_id = $2 AND c.user_id = u.id AND c.following)
             OR EXISTS (SELECT 1 FROM channel_member c WHERE c.organization_id = $1 AND c.channel_id = $2 AND c.user_id = u.id))))`,
      [work.actor.organizationId, channelId, side === 'CLIENT', of('USER'), of('ROLE'), mentions.some(({ kind }) => kind === 'CHANNEL')],
    );
    return rows.map(({ id }) => id);
  }

  private async people(work: Work, channelId: string, ids: readonly string[]): Promise<Map<string, { name: string; client: boolean }>> {
    if (ids.length === 0) return new Map();
    const { actor } = work;
    const known = actor.tier === 'CLIENT' ? `AND ${knownToClient('u', '$1', '$3', '$4')}` : 'AND $3::uuid IS NOT NULL AND $4::uuid[] IS NOT NULL';
    const rows = await work.query<{ id: string; name: string; client: boolean }>(
      `SELECT u.id, u.name, u.tier = 'CLIENT' AS client FROM user_account u WHERE u.organization_id = $1 AND u.id = ANY ($2::uuid[]) ${known}`,
      [actor.organizationId, ids, channelId, actor.customerIds],
    );
    return new Map(rows.map(({ id, ...person }) => [id, person]));
  }

  /** Roles are the agency's own business: clients address people. */
  private async roles(work: Work, keys: readonly string[]): Promise<Map<string, { name: string; client: boolean }>> {
    if (keys.length === 0 || work.actor.tier === 'CLIENT') return new Map();
    const rows = await work.query<{ key: string; name: string; client: boolean }>(
      `SELECT key, name, 'CLIENT' = ANY (tiers) AS client FROM role WHERE organization_id = $1 AND key = ANY ($2::text[])`, [work.actor.organizationId, keys],
    );
    return new Map(rows.map(({ key, ...role }) => [key, role]));
  }
}

/**
 * Whom a client can know of in a channel, as SQL: the customer's own people, whoever spoke to the client there, and who runs the record.
 *
 * @param user alias of `user_account`; the others are placeholders
 */
export function knownToClient(user: string, organization: string, channelId: string, customerIds: string): string {
  return `(${user}.customer_id = ANY (${customerIds}::uuid[])
    OR EXISTS (SELECT 1 FROM message said WHERE said.organization_id = ${organization} AND said.channel_id = ${channelId}::uuid AND said.author_id = ${user}.id AND said.shared_with_client)
    OR EXISTS (SELECT 1 FROM channel about LEFT JOIN project p ON p.organization_id = ${organization} AND p.id = about.record_id AND about.record_subject = 'project'
      LEFT JOIN customer c ON c.organization_id = ${organization} AND c.id = about.record_id AND about.record_subject = 'customer'
      LEFT JOIN task t ON t.organization_id = ${organization} AND t.id = about.record_id AND about.record_subject = 'task'
      WHERE about.organization_id = ${organization} AND about.id = ${channelId}::uuid AND ${user}.id IN (p.owner_id, c.owner_id, t.owner_id)))`;
}
