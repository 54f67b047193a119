import { Injectable } from '@nestjs/common';
import { lockRow, selectList, type Work } from '@throughline/platform/database';
import { type AppError, notFound, refuse } from '@throughline/platform/kernel';
import type { ChannelKind, MemberRole, MessageSide } from './channel.kinds.js';

/** A channel as the services work on it; sequences as bigint. */
export interface ChannelRow {
  id: string;
  version: number;
  kind: ChannelKind;
  name: string | null;
  topic: string | null;
  recordSubject: string | null;
  recordId: string | null;
  departmentId: string | null;
  twoSided: boolean;
  lastSequence: bigint;
  lastClientSequence: bigint;
  archivedAt: Date | null;
  retentionDays: number | null;
}

/** A message's place: among all, and among those the client sees (null for internal ones). */
export interface Place {
  sequence: bigint;
  clientSequence: bigint | null;
}

const FIELDS = [
  'id', 'version', 'kind', 'name', 'topic', 'recordSubject', 'recordId', 'departmentId', 'twoSided', 'lastSequence', 'lastClientSequence', 'archivedAt', 'retentionDays',
] as const;
type Stored = Omit<ChannelRow, 'lastSequence' | 'lastClientSequence'> & { lastSequence: string; lastClientSequence: string };
const rowOf = (row: Stored): ChannelRow => ({ ...row, lastSequence: BigInt(row.lastSequence), lastClientSequence: BigInt(row.lastClientSequence) });

/** SQL of channels and who belongs to them. */
@Injectable()
export class ChannelRepository {
  /** @throws AppError NOT_FOUND */
  async find(work: Work, id: string, path = 'id'): Promise<ChannelRow> {
    const [row] = await work.query<Stored>(`SELECT ${selectList(FIELDS)} FROM channel WHERE organization_id = $1 AND id = $2`, [work.actor.organizationId, id]);
    if (!row) throw notFound('channel', path);
    return rowOf(row);
  }

  /** Loads it and keeps others from changing it, or from speaking in it, until the transaction ends. @throws AppError NOT_FOUND */
  async lock(work: Work, id: string, path = 'id'): Promise<ChannelRow> {
    return rowOf(await lockRow<Stored>(work, { table: 'channel', label: 'channel', fields: FIELDS }, id, path));
  }

  /** The channel of a record, a department or a pair of people; null when there is none. */
  async idOf(work: Work, column: 'record_id' | 'department_id' | 'direct_key', value: string, subject: string | null = null): Promise<string | null> {
    const [row] = await work.query<{ id: string }>(
      `SELECT id FROM channel WHERE organization_id = $1 AND ${column} = $2 AND record_subject IS NOT DISTINCT FROM $3`, [work.actor.organizationId, value, subject],
    );
    return row?.id ?? null;
  }

  /**
   * Takes the next place in a channel for a message; the channel's row stays locked until the transaction ends, so places are gap-free and
   * in the order of commits. Call it last before inserting: speakers of one channel wait for each other here.
   *
   * @throws AppError PRECONDITION_FAILED when it was archived meanwhile
   */
  async takeSequence(work: Work, channelId: string, side: MessageSide): Promise<Place> {
    const [row] = await work.query<{ sequence: string; client: string }>(
      `UPDATE channel SET last_sequence = last_sequence + 1, last_message_at = now(),
         last_client_sequence = last_client_sequence + CASE WHEN $3 THEN 1 ELSE 0 END,
         last_client_message_at = CASE WHEN $3 THEN now() ELSE last_client_message_at END
       WHERE organization_id = $1 AND id = $2 AND archived_at IS NULL RETURNING last_sequence AS sequence, last_client_sequence AS client`,
      [work.actor.organizationId, channelId, side === 'CLIENT'],
    );
    if (!row) throw refuse('PRECONDITION_FAILED', 'This channel is archived: nobody can speak in it any more.', 'channelId');
    return { sequence: BigInt(row.sequence), clientSequence: side === 'CLIENT' ? BigInt(row.client) : null };
  }

  /** The next place among what the client sees, for an internal message that is published to them. @throws AppError PRECONDITION_FAILED */
  async takeClientSequence(work: Work, channelId: string): Promise<bigint> {
    const [row] = await work.query<{ client: string }>(
      `UPDATE channel SET last_client_sequence = last_client_sequence + 1, last_client_message_at = now()
       WHERE organization_id = $1 AND id = $2 AND archived_at IS NULL RETURNING last_client_sequence AS client`,
      [work.actor.organizationId, channelId],
    );
    if (!row) throw refuse('PRECONDITION_FAILED', 'This channel is archived: nobody can speak in it any more.', 'channelId');
    return BigInt(row.client);
  }

  /** The refusal for a stale version. Reading marks carry the channel's id too, so only its own events say who changed it. */
  async stale(work: Work, { id, version, name, topic }: ChannelRow): Promise<AppError> {
    const [last] = await work.query<{ name: string | null }>(
      `SELECT u.name FROM event e LEFT JOIN user_account u ON u.organization_id = e.organization_id AND u.id = e.actor_id
       WHERE e.organization_id = $1 AND e.subject_id = $2 AND e.subject = 'channel' ORDER BY e.id DESC LIMIT 1`,
      [work.actor.organizationId, id],
    );
    const changedBy = last?.name ?? null;
    const message = `${changedBy ?? 'Somebody'} changed this channel while you were editing it. Look at the current values and try again.`;
    return refuse('CONFLICT', message, 'version', { currentVersion: version, current: { version, name, topic }, changedBy });
  }

  /** Everybody who belongs to a channel, whether they still work here or not. */
  members(work: Work, channelId: string): Promise<{ userId: string; role: MemberRole; name: string; active: boolean }[]> {
    return work.query(
      `SELECT m.user_id AS "userId", m.role, u.name, u.status <> 'INACTIVE' AS active FROM channel_member m
       JOIN user_account u ON u.organization_id = m.organization_id AND u.id = m.user_id
       WHERE m.organization_id = $1 AND m.channel_id = $2 ORDER BY m.joined_at, m.user_id`,
      [work.actor.organizationId, channelId],
    );
  }
}
