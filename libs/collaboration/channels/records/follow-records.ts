import { Injectable } from '@nestjs/common';
import { type AccessColumns, fieldChanges, type Work } from '@throughline/platform/database';
import { type ConsumedEvent, Consumes, defineConsumer, type EventConsumer } from '@throughline/platform/events';
import type { Actor } from '@throughline/platform/kernel';
import { loadAccess } from '@throughline/platform/read';
import { recordChannelEvent } from '../channel.events.js';
import { CHANNEL_RECORDS } from '../channel.kinds.js';
import { ChannelService } from '../channel.service.js';
import { ChannelTeam } from './channel-team.js';
import { type FollowedSubject, type FollowingChannel, RecordChannelRepository, type RecordFacts } from './record-channel.repository.js';
import { RecordChannelsService } from './record-channels.service.js';

const kinds = (subject: string, ...verbs: string[]): string[] => verbs.map((verb) => `${subject}.${verb}`);

/**
 * Channels are made, named, archived and opened to people with their records. It begins with the first event of an organization's log, imported and
 * seeded ones too: so records from before there were channels get theirs.
 */
export const followRecords = defineConsumer({
  name: 'channels.followRecords',
  historical: true,
  from: 'START',
  kinds: [
    ...kinds('project', 'created', 'updated', 'placed', 'transferred', 'submitted', 'withdrawn', 'approved', 'returned', 'rejected', 'revised', 'held', 'resumed', 'delivered',
      'reopened', 'maintained', 'closed', 'updatesAllowed', 'cancelled', 'restored'),
    ...kinds('customer', 'created', 'updated', 'transferred', 'life_cycle_changed'),
    ...kinds('department', 'created', 'updated', 'archived', 'restored', 'transferred'),
    // These get a channel when somebody speaks there: what matters is what happens afterwards.
    ...kinds('task', 'updated', 'assigned', 'claimed', 'moved', 'transferred', 'deleted', 'cancelled', 'restored'),
    ...kinds('ticket', 'assigned', 'transferred', 'status_changed'), ...kinds('deal', 'updated', 'transferred'),
    ...kinds('lead', 'updated', 'assigned', 'claimed', 'transferred'), ...kinds('quote', 'updated', 'transferred'), ...kinds('contact', 'updated', 'transferred'),
  ],
});

/** What happened to a record's access. */
type RecordMove = Pick<ConsumedEvent, 'subject' | 'subjectId' | 'accessBefore' | 'accessAfter'>;

@Injectable()
@Consumes(followRecords)
export class FollowRecords implements EventConsumer {
  constructor(
    private readonly channels: RecordChannelsService,
    private readonly service: ChannelService,
    private readonly records: RecordChannelRepository,
    private readonly team: ChannelTeam,
  ) {}

  async consume(event: ConsumedEvent, actor: Actor, work: Work): Promise<void> {
    // What comes of a seed or an import is as old as that: nobody is told of it.
    actor.historical = event.historical;
    const subject = event.subject as FollowedSubject;
    const channel = await this.records.find(work, subject, event.subjectId);
    if (!channel && subject !== 'department' && !CHANNEL_RECORDS[subject].atOnce) return;
    const facts = await this.records.facts(work, subject, event.subjectId);
    if (!facts) return channel ? this.close(work, channel, event) : undefined;
    if (!channel) {
      await this.channels.ensure(work, subject, event.subjectId, facts);
      return;
    }
    await this.take(work, channel, event, facts);
    await this.team.ofChannels(work, [channel.id]);
    if (subject === 'project' && moved(event)) await this.takeTasks(work, event);
  }

  /** A project's tasks have its access, and no event of their own says that it has changed. */
  private async takeTasks(work: Work, { subjectId, accessBefore }: ConsumedEvent): Promise<void> {
    for (const channel of await this.records.ofTasks(work, subjectId)) {
      const [facts, accessAfter] = [await this.records.facts(work, 'task', channel.recordId), await loadAccess(work, 'task', channel.recordId)];
      if (!facts || !accessAfter) continue;
      const { departmentId, teamId, ownerId, customerId, sharedWithClient } = accessBefore ?? {};
      const before = { ...accessAfter, departmentId: departmentId ?? null, teamId: teamId ?? null, ownerId: ownerId ?? null, customerId: customerId ?? null, sharedWithClient: sharedWithClient === true && channel.twoSided };
      await this.take(work, channel, { subject: 'task', subjectId: channel.recordId, accessBefore: before, accessAfter }, facts);
    }
  }

  /** Its record is gone: what follows a record that there is not is seen by nobody. */
  private async close(work: Work, { id }: FollowingChannel, { subject, subjectId, accessBefore }: ConsumedEvent): Promise<void> {
    const own = await this.service.accessOf(work, id);
    await work.execute('UPDATE channel SET archived_at = coalesce(archived_at, now()), updated_at = now() WHERE organization_id = $1 AND id = $2', [work.actor.organizationId, id]);
    const before = accessBefore && { ...own, follows: { subject, access: accessBefore } };
    recordChannelEvent(work, 'channel.archived', { id, recordId: subjectId }, { before, after: null }, { archived: { before: false, after: true } });
  }

  private async take(work: Work, channel: FollowingChannel, event: RecordMove, facts: RecordFacts): Promise<void> {
    const before = await this.service.accessOf(work, channel.id);
    const difference = fieldChanges(
      { name: channel.name, twoSided: channel.twoSided, archived: channel.archivedAt !== null }, { name: facts.name, twoSided: facts.twoSided, archived: facts.over },
    );
    const changed = Object.keys(difference).length > 0;
    if (changed) await this.records.take(work, channel.id, facts);
    const after = { ...before, sharedWithClient: facts.twoSided };
    const row = { id: channel.id, recordId: event.subject === 'department' ? null : event.subjectId };
    if (moved(event)) {
      const as = (access: AccessColumns, record: AccessColumns | null): AccessColumns | null => record && { ...access, follows: { subject: event.subject, access: record } };
      recordChannelEvent(work, 'channel.accessChanged', row, { before: as(before, event.accessBefore), after: as(after, event.accessAfter) });
    }
    if (changed) recordChannelEvent(work, difference['archived'] ? (facts.over ? 'channel.archived' : 'channel.restored') : 'channel.updated', row, { before, after }, difference);
  }
}

/** Whether the event changed who sees the record; departments are seen by everybody, their channels by their own. */
function moved({ subject, accessBefore, accessAfter }: RecordMove): boolean {
  return subject !== 'department' && JSON.stringify(sorted(accessBefore)) !== JSON.stringify(sorted(accessAfter));
}

const sorted = (access: AccessColumns | null): unknown => access && Object.entries(access).sort(([a], [b]) => (a < b ? -1 : 1));
