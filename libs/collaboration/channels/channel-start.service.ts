import { Injectable } from '@nestjs/common';
import { allows } from '@throughline/platform/access';
import { insertRow, UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, newId, normalizeLine, normalizeText, refuse } from '@throughline/platform/kernel';
import { recordChannelEvent } from './channel.events.js';
import { ChannelPeople } from './channel.people.js';
import { channelPermissions } from './channel.policy.js';
import { ChannelRepository } from './channel.repository.js';
import { ReaderRepository } from './reader.repository.js';

/** A channel that people make for themselves. */
export interface NewChannel {
  kind: 'GROUP' | 'PRIVATE';
  name?: string | null;
  topic?: string | null;
  memberIds: readonly string[];
}

/** Starting conversations between people: direct ones, groups, private channels. */
@Injectable()
export class ChannelStartService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly channels: ChannelRepository,
    private readonly people: ChannelPeople,
    private readonly readers: ReaderRepository,
  ) {}

  /**
   * The conversation of two people, made when there is none: however often and by whomever of the two it is asked for, it is the same one.
   *
   * @returns its id
   * @throws AppError FORBIDDEN, NOT_FOUND (no colleague; somebody who has left, unless there is a conversation with them), VALIDATION_FAILED (oneself)
   */
  openDirect(actor: Actor, otherId: string): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const me = this.starter(actor, [otherId]);
      if (otherId.toLowerCase() === me) throw refuse('VALIDATION_FAILED', 'Choose somebody else: a direct conversation has two people.', 'userId');
      const directKey = [me, otherId.toLowerCase()].sort().join(':');
      const known = await this.channels.idOf(work, 'direct_key', directKey);
      if (!known) await this.people.requireColleagues(work, [otherId], 'userId');
      const channelId = known ?? (await this.insertDirect(work, directKey, me, otherId));
      await this.readers.follow(work, channelId, [me]);
      return channelId;
    });
  }

  /** @returns its id; the caller owns it @throws AppError FORBIDDEN, NOT_FOUND, VALIDATION_FAILED */
  create(actor: Actor, input: NewChannel): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const me = this.starter(actor, input.memberIds);
      const name = normalizeLine(input.name);
      const others = (await this.people.requireColleagues(work, input.memberIds, 'memberIds')).filter((id) => id !== me);
      if (input.kind === 'PRIVATE' && !name) throw refuse('VALIDATION_FAILED', 'Give the channel a name.', 'name');
      if (input.kind === 'GROUP' && others.length === 0) throw refuse('VALIDATION_FAILED', 'Choose at least one person to talk with.', 'memberIds');
      const id = newId();
      await insertRow(work, 'channel', { id, kind: input.kind, name, topic: normalizeText(input.topic), createdBy: me });
      await this.people.add(work, id, [me], 'OWNER');
      await this.people.add(work, id, others);
      await this.readers.follow(work, id, [me, ...others]);
      this.record(work, id, [me, ...others]);
      return id;
    });
  }

  /** @throws AppError FORBIDDEN for clients, keys, and whoever may start no channel */
  private starter(actor: Actor, withIds: readonly string[]): string {
    if (!actor.userId || !allows(actor.ability, channelPermissions.create, { assigneeIds: [actor.userId, ...withIds], follows: null })) {
      throw refuse('FORBIDDEN', 'You may not start conversations between people.');
    }
    return actor.userId;
  }

  /** Of two who open it at the same moment the second waits for the first and gets the same. */
  private async insertDirect(work: Work, directKey: string, me: string, otherId: string): Promise<string> {
    const id = newId();
    const made = await work.execute(
      `INSERT INTO channel (organization_id, id, kind, direct_key, created_by) VALUES ($1, $2, 'DIRECT', $3, $4) ON CONFLICT ON CONSTRAINT uq_channel_direct DO NOTHING`,
      [work.actor.organizationId, id, directKey, me],
    );
    if (made === 0) return (await this.channels.idOf(work, 'direct_key', directKey))!;
    await this.people.add(work, id, [me, otherId]);
    this.record(work, id, [me, otherId]);
    return id;
  }

  private record(work: Work, id: string, memberIds: string[]): void {
    const after = { departmentId: null, sharedWithClient: false, assigneeIds: memberIds, follows: null };
    recordChannelEvent(work, 'channel.created', { id, recordId: null }, { before: null, after }, { memberIds: { before: null, after: memberIds } });
  }
}
