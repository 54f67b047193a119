import { Injectable } from '@nestjs/common';
import { type AccessColumns, columnValues, fieldChanges, UnitOfWork, updateVersioned, type Work } from '@throughline/platform/database';
import { type Actor, normalizeLine, normalizeText, refuse } from '@throughline/platform/kernel';
import { recordChannelEvent } from './channel.events.js';
import { isByMembers } from './channel.kinds.js';
import { ChannelPeople } from './channel.people.js';
import { ChannelRepository } from './channel.repository.js';
import { ChannelService, type OpenedChannel } from './channel.service.js';
import { requireRetention } from './retention.rules.js';
import { ReaderRepository } from './reader.repository.js';

/** Facts that may be edited; absent = unchanged. */
export interface ChannelChanges {
  name?: string | null | undefined;
  topic?: string | null | undefined;
  retentionDays?: number | null | undefined;
}

/** A channel's own facts, its life, and the people in it. */
@Injectable()
export class ChannelEditService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly service: ChannelService,
    private readonly channels: ChannelRepository,
    private readonly people: ChannelPeople,
    private readonly readers: ReaderRepository,
  ) {}

  /** @throws AppError CONFLICT, VALIDATION_FAILED, FORBIDDEN, NOT_FOUND, PRECONDITION_FAILED (archived; what goes by its record) */
  update(actor: Actor, id: string, version: number, changes: ChannelChanges): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const { name, topic, retentionDays } = changes;
      const edits = name !== undefined || topic !== undefined;
      // Retention alone can be decided by somebody who may not otherwise edit the channel, and the other way round.
      const opened = await this.service.forMove(work, id, edits || retentionDays === undefined ? 'update' : 'retain', 'id', { lock: true });
      if (edits && retentionDays !== undefined) await this.service.forMove(work, id, 'retain', 'retentionDays');
      requireRetention(retentionDays);
      const facts = { ...(name === undefined ? {} : { name: this.named(opened, name) }), ...(topic === undefined ? {} : { topic: normalizeText(topic) }), retentionDays };
      await this.store(work, opened, version, 'channel.updated', facts);
      return id;
    });
  }

  /** @throws AppError CONFLICT, FORBIDDEN, NOT_FOUND, PRECONDITION_FAILED */
  archive(actor: Actor, id: string, version: number): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      await this.store(work, await this.service.forMove(work, id, 'archive', 'id', { lock: true }), version, 'channel.archived', { archivedAt: new Date() });
      return id;
    });
  }

  /** @throws AppError CONFLICT, FORBIDDEN, NOT_FOUND, PRECONDITION_FAILED */
  restore(actor: Actor, id: string, version: number): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      await this.store(work, await this.service.forMove(work, id, 'restore', 'id', { lock: true }), version, 'channel.restored', { archivedAt: null });
      return id;
    });
  }

  /** Invites colleagues; they see all that was said, and follow it from here on. @throws AppError FORBIDDEN, NOT_FOUND, PRECONDITION_FAILED */
  addMembers(actor: Actor, id: string, userIds: readonly string[]): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const { channel, access } = await this.service.forMove(work, id, 'invite', 'id', { lock: true });
      const added = await this.people.add(work, id, await this.people.requireColleagues(work, userIds, 'userIds'));
      if (added.length === 0) return id;
      await this.readers.follow(work, id, added);
      const after = { ...access, assigneeIds: [...(access.assigneeIds ?? []), ...added] };
      recordChannelEvent(work, 'channel.membersAdded', channel, { before: access, after }, { memberIds: { before: null, after: added } });
      return id;
    });
  }

  /**
   * Takes somebody out; oneself is leaving. Where the last owner goes, whoever has been in it longest owns it; where nobody is left, it is archived.
   *
   * @throws AppError FORBIDDEN, NOT_FOUND (not in it), PRECONDITION_FAILED
   */
  removeMember(actor: Actor, id: string, userId: string): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const leaves = actor.userId === userId;
      const { channel, access } = await this.service.forMove(work, id, leaves ? 'leave' : 'remove', 'id', { lock: true });
      if (!(await this.people.remove(work, id, userId))) throw refuse('NOT_FOUND', 'This person is not in the channel.', 'userId');
      const after = { ...access, assigneeIds: (access.assigneeIds ?? []).filter((member) => member !== userId) };
      if (isByMembers(channel.kind)) await this.succeed(work, id, after);
      recordChannelEvent(work, leaves ? 'channel.left' : 'channel.memberRemoved', channel, { before: access, after }, { memberIds: { before: [userId], after: null } });
      return id;
    });
  }

  private async succeed(work: Work, id: string, { assigneeIds = [] }: AccessColumns): Promise<void> {
    await this.people.keepAnOwner(work, id);
    if (assigneeIds.length > 0) return;
    await work.execute('UPDATE channel SET archived_at = coalesce(archived_at, now()), version = version + 1, updated_at = now() WHERE organization_id = $1 AND id = $2', [work.actor.organizationId, id]);
  }

  private named({ channel }: OpenedChannel, name: string | null): string | null {
    const line = normalizeLine(name);
    if (!isByMembers(channel.kind)) throw refuse('PRECONDITION_FAILED', 'This channel is called like its record or department. Rename that.', 'name');
    if (channel.kind === 'PRIVATE' && !line) throw refuse('VALIDATION_FAILED', 'Give the channel a name.', 'name');
    return line;
  }

  private async store(work: Work, { channel, access }: OpenedChannel, version: number, kind: string, facts: object): Promise<void> {
    const changes = fieldChanges(channel, facts);
    if (Object.keys(changes).length === 0 && version === channel.version) return;
    if (version !== channel.version) throw await this.channels.stale(work, channel);
    await updateVersioned(work, 'channel', 'channel', channel.id, version, columnValues({ ...facts }));
    recordChannelEvent(work, kind, channel, { before: access, after: access }, changes);
  }
}
