import { Injectable } from '@nestjs/common';
import type { Work } from '@throughline/platform/database';
import { type ConsumedEvent, Consumes, defineConsumer, type EventConsumer } from '@throughline/platform/events';
import type { Actor } from '@throughline/platform/kernel';
import { recordChannelEvent } from '../channel.events.js';
import { ChannelPeople } from '../channel.people.js';
import { ChannelService } from '../channel.service.js';
import { ChannelTeam } from './channel-team.js';

/** Who comes, moves or leaves: their channels come onto their list; nobody is left with a channel that none of its owners can look after. */
export const followPeople = defineConsumer({
  name: 'channels.followPeople',
  historical: true,
  from: 'START',
  kinds: ['user.created', 'user.updated', 'user.reactivated', 'user.deactivated', 'team.created', 'team.updated'],
});

@Injectable()
@Consumes(followPeople)
export class FollowPeople implements EventConsumer {
  constructor(
    private readonly team: ChannelTeam,
    private readonly people: ChannelPeople,
    private readonly service: ChannelService,
  ) {}

  async consume(event: ConsumedEvent, actor: Actor, work: Work): Promise<void> {
    actor.historical = event.historical;
    if (event.kind === 'user.deactivated') return this.succeed(work, event.subjectId);
    if (event.subject === 'user') return this.team.ofPeople(work, [event.subjectId]);
    const members = await work.query<{ id: string }>('SELECT user_id AS id FROM team_member WHERE organization_id = $1 AND team_id = $2', [work.actor.organizationId, event.subjectId]);
    if (members.length > 0) await this.team.ofPeople(work, members.map(({ id }) => id));
  }

  private async succeed(work: Work, userId: string): Promise<void> {
    const owned = await work.query<{ id: string }>(
      `SELECT channel_id AS id FROM channel_member WHERE organization_id = $1 AND user_id = $2 AND role = 'OWNER'`, [work.actor.organizationId, userId],
    );
    for (const { id } of owned) {
      const heir = await this.people.keepAnOwner(work, id);
      if (!heir) continue;
      const access = await this.service.accessOf(work, id);
      recordChannelEvent(work, 'channel.ownerChanged', { id, recordId: null }, { before: access, after: access }, { ownerId: { before: userId, after: heir } });
    }
  }
}
