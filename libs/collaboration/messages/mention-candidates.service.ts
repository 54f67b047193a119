import { Injectable } from '@nestjs/common';
import { ChannelService, type ChannelRow, type MessageSide } from '@throughline/collaboration/channels';
import { HeldRights, readRightsFacts, type RightsFacts } from '@throughline/identity/access';
import { maySee } from '@throughline/platform/access';
import { type AccessColumns, UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, refuse } from '@throughline/platform/kernel';
import type { MentionKind } from './body/mentions.js';
import { messageAccess } from './message.access.js';
import { refusedSide } from './message.rules.js';
import { knownToClient } from './mention.repository.js';

/** Somebody a message could address, with whether it would reach them. */
export interface MentionCandidate {
  kind: MentionKind;
  id: string | null;
  name: string;
  canSee: boolean;
  /** Why it would not; null when it would. */
  reason: string | null;
}

const MOST_CANDIDATES = 20;
interface Person { id: string; name: string; client: boolean }

/** Who can be mentioned while somebody writes, and who of them would not see it (CHA-02, AHEAD-08). */
@Injectable()
export class MentionCandidatesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly channels: ChannelService,
  ) {}

  /**
   * @param input.search beginnings of words of the name
   * @throws AppError NOT_FOUND, FORBIDDEN, VALIDATION_FAILED
   */
  of(actor: Actor, input: { channelId: string; side: MessageSide; search?: string | null; first: number }): Promise<MentionCandidate[]> {
    if (!Number.isInteger(input.first) || input.first < 1) throw refuse('VALIDATION_FAILED', 'Ask for at least one.', 'first');
    const first = Math.min(input.first, MOST_CANDIDATES);
    const search = (input.search ?? '').trim().slice(0, 100);
    return this.unitOfWork.run(actor, async (work) => {
      const { channel, access } = await this.channels.visible(work, input.channelId);
      const refusal = refusedSide(actor.tier, input.side);
      if (refusal) throw refusal;
      const found: MentionCandidate[] = 'channel'.startsWith(search.toLowerCase()) ? [{ kind: 'CHANNEL', id: null, name: 'channel', canSee: true, reason: null }] : [];
      for (const person of await this.people(work, channel, search, first)) found.push(await this.judged(work, person, access, input.side));
      if (actor.tier !== 'CLIENT') found.push(...(await this.roles(work, search, input.side, first)));
      return found.slice(0, first);
    });
  }

  /**
   * The client's people who read what is said to them in a channel, by name, at most twenty; nobody in a channel without a client, nor for clients.
   *
   * @throws AppError NOT_FOUND
   */
  clients(actor: Actor, channelId: string): Promise<MentionCandidate[]> {
    return this.unitOfWork.run(actor, async (work) => {
      const { channel, access } = await this.channels.visible(work, channelId);
      if (!channel.twoSided || actor.tier === 'CLIENT') return [];
      const found: MentionCandidate[] = [];
      for (const person of await this.people(work, channel, '', MOST_CANDIDATES, true)) found.push(await this.judged(work, person, access, 'CLIENT'));
      return found.filter(({ canSee }) => canSee);
    });
  }

  /** Active people by name, those who follow the channel first; of clients those whose customer it is about. */
  private people(work: Work, { id, recordSubject, recordId }: ChannelRow, search: string, first: number, onlyClients = false): Promise<Person[]> {
    const { actor } = work;
    const client = actor.tier === 'CLIENT';
    const known = client ? knownToClient('u', '$1', '$2', '$7') : `$7::uuid[] IS NOT NULL AND (u.tier <> 'CLIENT' OR u.customer_id = (
      SELECT CASE $5 WHEN 'customer' THEN $6::uuid WHEN 'project' THEN (SELECT customer_id FROM project WHERE organization_id = $1 AND id = $6)
        WHEN 'task' THEN (SELECT customer_id FROM task WHERE organization_id = $1 AND id = $6) END))`;
    return work.query<Person>(
      `SELECT u.id, u.name, u.tier = 'CLIENT' AS client FROM user_account u
       LEFT JOIN channel_reader r ON r.organization_id = $1 AND r.channel_id = $2 AND r.user_id = u.id AND r.following
       WHERE u.organization_id = $1 AND u.status <> 'INACTIVE' AND u.tier IN ('ADMIN', 'OPERATOR', 'EMPLOYEE', 'CLIENT')
         AND ' ' || app.search_form(u.name) LIKE '% ' || app.search_form($3) || '%' AND (($5::text IS NULL AND $6::uuid IS NULL) OR true) AND ${known} ${onlyClients ? `AND u.tier = 'CLIENT'` : ''}
       ORDER BY r.user_id IS NULL, u.name, u.id LIMIT $4`,
      [actor.organizationId, id, search.replace(/[\\%_]/g, '\\$&'), first, recordSubject, recordId, actor.customerIds],
    );
  }

  private async roles(work: Work, search: string, side: MessageSide, first: number): Promise<MentionCandidate[]> {
    const rows = await work.query<{ key: string; name: string; client: boolean }>(
      `SELECT key, name, 'CLIENT' = ANY (tiers) AS client FROM role WHERE organization_id = $1 AND ' ' || app.search_form(name) LIKE '% ' || app.search_form($2) || '%' ORDER BY name, id LIMIT $3`,
      [work.actor.organizationId, search.replace(/[\\%_]/g, '\\$&'), first],
    );
    return rows.map(({ key, name, client }) => ({ kind: 'ROLE', id: key, name, ...seen(!(client && side === 'INTERNAL'), INTERNAL) }));
  }

  private async judged(work: Work, { id, name, client }: Person, channelAccess: AccessColumns, side: MessageSide): Promise<MentionCandidate> {
    const person = { kind: 'USER', id, name } as const;
    if (client && side === 'INTERNAL') return { ...person, ...seen(false, INTERNAL) };
    const facts = await readRightsFacts(work, work.actor.organizationId, id);
    // Wherever and whenever: a network or an hour is a fact of a request, not of a person.
    const ability = facts && new HeldRights(anywhere(facts), () => undefined).in({ address: null, now: new Date() }).ability;
    const access = messageAccess({ authorId: work.actor.userId ?? '', sharedWithClient: side === 'CLIENT' }, channelAccess);
    return { ...person, ...seen(ability !== null && maySee(ability, 'message', access), `${name} cannot see this channel and would not be told.`) };
  }
}

const INTERNAL = 'Clients cannot see internal messages.';
const seen = (canSee: boolean, reason: string): Pick<MentionCandidate, 'canSee' | 'reason'> => ({ canSee, reason: canSee ? null : reason });

function anywhere(facts: RightsFacts): RightsFacts {
  return { ...facts, grants: facts.grants.map(({ conditions, ...grant }) => {
    const { networks: _networks, hours: _hours, ...rest } = conditions ?? {};
    return { ...grant, ...(Object.keys(rest).length > 0 ? { conditions: rest } : {}) };
  }) };
}
