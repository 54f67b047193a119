import { Injectable } from '@nestjs/common';
import { allows, maySee } from '@throughline/platform/access';
import { type AccessColumns, fieldChanges, UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, isId, notFound, refuse } from '@throughline/platform/kernel';
import { loadAccess } from '@throughline/platform/read';
import { recordChannelEvent } from '../channel.events.js';
import { CHANNEL_RECORD_SUBJECTS, isChannelRecord } from '../channel.kinds.js';
import { channelPermissions } from '../channel.policy.js';
import { ChannelRepository } from '../channel.repository.js';
import { ChannelService } from '../channel.service.js';
import { ReaderRepository } from '../reader.repository.js';
import { ChannelTeam } from './channel-team.js';
import { type FollowedSubject, RecordChannelRepository, type RecordFacts } from './record-channel.repository.js';

/** Channels that go by a record or a department: opened by people who begin to talk there, and kept like their records. */
@Injectable()
export class RecordChannelsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly service: ChannelService,
    private readonly channels: ChannelRepository,
    private readonly records: RecordChannelRepository,
    private readonly team: ChannelTeam,
    private readonly readers: ReaderRepository,
  ) {}

  /**
   * The channel of a record, made when nobody has spoken there yet.
   *
   * @returns its id
   * @throws AppError VALIDATION_FAILED (a kind of record without channels), NOT_FOUND (at `recordId`), FORBIDDEN
   */
  open(actor: Actor, subject: string, recordId: string): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const followed = await this.visibleRecord(work, subject, recordId);
      const facts = await this.records.facts(work, followed.subject, recordId);
      if (!facts) throw notFound('record', 'recordId');
      const id = (await this.records.find(work, followed.subject, recordId))?.id ?? (await this.create(work, followed, recordId, facts));
      // What there is already may have no side for them.
      await this.service.visible(work, id, 'recordId');
      if (actor.userId) await this.readers.follow(work, id, [actor.userId]);
      return id;
    });
  }

  /** The channel of a record; null when nobody has spoken there yet or the caller does not see it. @throws AppError VALIDATION_FAILED */
  find(actor: Actor, subject: string, recordId: string): Promise<string | null> {
    const followed = followedSubject(subject);
    if (!isId(recordId)) return Promise.resolve(null);
    return this.unitOfWork.run(actor, (work) => followed === 'department'
      ? this.channels.idOf(work, 'department_id', recordId)
      : this.channels.idOf(work, 'record_id', recordId, followed));
  }

  /**
   * Makes the channel of a record if there is none, without asking anybody's rights: for what follows the work by itself.
   *
   * @returns its id
   */
  async ensure(work: Work, subject: FollowedSubject, recordId: string, facts: RecordFacts): Promise<string> {
    const made = await this.records.insert(work, subject, recordId, facts);
    if (!made) return (await this.records.find(work, subject, recordId))!.id;
    await this.team.ofChannels(work, [made]);
    const { kind, ...shown } = facts;
    recordChannelEvent(
      work, 'channel.created', { id: made, recordId }, { before: null, after: await this.service.accessOf(work, made) }, fieldChanges({}, { kind, name: shown.name, twoSided: shown.twoSided }),
    );
    return made;
  }

  private async create(work: Work, { subject, access }: { subject: FollowedSubject; access: AccessColumns }, recordId: string, facts: RecordFacts): Promise<string> {
    const own = subject === 'department' ? { departmentId: recordId, follows: null } : { sharedWithClient: facts.twoSided, follows: { subject, access } };
    if (!allows(work.actor.ability, channelPermissions.create, own)) throw refuse('FORBIDDEN', 'You may not start a channel for this record.', 'recordId');
    return this.ensure(work, subject, recordId, facts);
  }

  private async visibleRecord(work: Work, subject: string, recordId: string): Promise<{ subject: FollowedSubject; access: AccessColumns }> {
    const followed = followedSubject(subject);
    const access = isId(recordId) ? await loadAccess(work, followed, recordId) : null;
    if (!access || !maySee(work.actor.ability, followed, access)) throw notFound('record', 'recordId');
    return { subject: followed, access };
  }
}

/** @throws AppError VALIDATION_FAILED */
function followedSubject(subject: string): FollowedSubject {
  if (subject === 'department' || isChannelRecord(subject)) return subject;
  throw refuse('VALIDATION_FAILED', `There are channels for these kinds of records: ${[...CHANNEL_RECORD_SUBJECTS, 'department'].join(', ')}.`, 'subject');
}
