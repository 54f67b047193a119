import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@throughline/platform/database';
import type { Actor } from '@throughline/platform/kernel';
import { MAX_PAGE, Reader, type Selection } from '@throughline/platform/read';
import type { ChannelObject } from './api/channel.object.js';
import { channelRead } from './channel.read.js';

/** Somebody's own channels: those they belong to, follow or are named in. */
@Injectable()
export class ChannelListsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
  ) {}

  /** The latest first, as many as a page holds; two statements, however many there are. */
  async mine(actor: Actor, archived: boolean, selection: Selection): Promise<ChannelObject[]> {
    const ids = await this.unitOfWork.run(actor, async (work) => {
      const rows = await work.query<{ id: string }>(
        `SELECT c.id FROM channel c WHERE c.organization_id = $1 AND (c.archived_at IS NOT NULL) = $3 AND c.id IN (
           SELECT r.channel_id FROM channel_reader r WHERE r.organization_id = $1 AND r.user_id = $2 AND r.following
           UNION SELECT n.channel_id FROM channel_mention n WHERE n.organization_id = $1 AND n.user_id = $2)
         ORDER BY coalesce(CASE WHEN $4 THEN c.last_client_message_at ELSE c.last_message_at END, c.created_at) DESC LIMIT ${2 * MAX_PAGE}`,
        [actor.organizationId, actor.userId, archived, actor.tier === 'CLIENT'],
      );
      return rows.map(({ id }) => id);
    });
    if (ids.length === 0) return [];
    // Following is no right: what they may not see any more falls out here.
    const nodes: Selection = { fields: [{ key: 'nodes', name: 'nodes', args: {}, selection }] };
    const page = await this.reader.connection(actor, channelRead, { filter: { id: { in: ids } }, sort: [{ field: 'LAST_MESSAGE_AT', direction: 'DESC' }], first: MAX_PAGE }, nodes);
    return page.nodes;
  }
}
