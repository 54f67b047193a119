import { Injectable } from '@nestjs/common';
import { channelSubject } from '@throughline/collaboration/channels';
import { abilitySql } from '@throughline/platform/access';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, isId, refuse } from '@throughline/platform/kernel';
import { messageSubject } from '../message.policy.js';

/** What to look for; all that is given must hold. */
export interface MessageQuestion {
  search?: string | null;
  channelId?: string | null;
  authorId?: string | null;
  from?: Date | null;
  to?: Date | null;
  hasFile?: boolean | null;
  first: number;
  after?: string | null;
}

/** Where a message stands in the order of a search. */
export interface Found {
  id: string;
  cursor: string;
}

const MOST_LENGTH = 200;
const MOST_WORDS = 10;
const MOST_FOUND = 100;
/** Rights beyond the channel's may leave some candidates out: a few more are looked up than are shown. */
const SPARE = 20;

/** Search in what was said (CHA-04): by words (mistyped ones too), person, channel, date and file, the latest first. */
@Injectable()
export class MessageSearchService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * One page, as ids: a statement of its own, cut to the caller's channels before and to their rows after it looks anything up.
   *
   * @throws AppError VALIDATION_FAILED
   */
  find(actor: Actor, question: MessageQuestion): Promise<{ found: Found[]; hasNextPage: boolean }> {
    if (!Number.isInteger(question.first) || question.first < 1) throw refuse('VALIDATION_FAILED', 'A page has at least one message.', 'first');
    const first = Math.min(question.first, MOST_FOUND);
    const words = wordsOf(question.search);
    const behind = question.after ? placeOf(question.after) : null;
    return this.unitOfWork.run(actor, async (work) => {
      const rows = await this.rows(work, question, words, behind, first + 1 + SPARE);
      const found = rows.slice(0, first).map(({ id, at }) => ({ id, cursor: cursorOf(at, id) }));
      return { found, hasNextPage: rows.length > first };
    });
  }

  private rows(work: Work, { channelId, authorId, from, to, hasFile }: MessageQuestion, words: readonly string[], behind: { at: string; id: string } | null, most: number): Promise<{ id: string; at: string }[]> {
    const { actor } = work;
    const values: unknown[] = [actor.organizationId];
    const add = (value: unknown): string => `$${values.push(value)}`;
    const parameters = { organization: '$1', add };
    const channels = abilitySql(actor.ability, 'read', channelSubject, 'c', parameters);
    // That the channel is seen is known already: asked for a field, the rules speak of the message's own columns only.
    const messages = abilitySql(actor.ability, 'read', messageSubject, 'm', parameters, 'id');
    const only = channelId ? `AND c.id = ${add(channelId)}::uuid` : '';
    return work.query(
      `WITH visible AS MATERIALIZED (SELECT array_agg(c.id) AS ids FROM channel c WHERE c.organization_id = $1 AND c.last_sequence > 0 AND ${channels} ${only}),
       candidates AS MATERIALIZED (SELECT u.id, u.place FROM visible v, unnest(app.search_message(${add(words)}::text[], coalesce(v.ids, '{}'), ${add(authorId ?? null)}::uuid,
         ${add(from ?? null)}::timestamptz, ${add(to ?? null)}::timestamptz, ${add(hasFile ?? null)}::boolean, ${add(actor.tier === 'CLIENT')}::boolean,
         ${add(behind?.at ?? null)}::timestamptz, ${add(behind?.id ?? null)}::uuid, ${add(most)}::integer)) WITH ORDINALITY AS u (id, place))
       SELECT m.id, ${actor.tier === 'CLIENT' ? 'm.shared_at' : 'm.created_at'}::text AS at FROM candidates k JOIN message m ON m.organization_id = $1 AND m.id = k.id WHERE ${messages} ORDER BY k.place`,
      values,
    );
  }
}

/** @throws AppError VALIDATION_FAILED at `search` */
function wordsOf(search: string | null | undefined): string[] {
  const text = search?.trim() ?? '';
  if (text.length > MOST_LENGTH) throw refuse('VALIDATION_FAILED', `Search for at most ${MOST_LENGTH} characters.`, 'search');
  if (/[\0\p{Surrogate}]/u.test(text)) throw refuse('VALIDATION_FAILED', 'A search must be a text without control characters.', 'search');
  const words = text === '' ? [] : [...new Set(text.split(/\s+/u))];
  if (words.length > MOST_WORDS) throw refuse('VALIDATION_FAILED', `Search for at most ${MOST_WORDS} words.`, 'search');
  return words;
}

const cursorOf = (at: string, id: string): string => Buffer.from(JSON.stringify([at, id])).toString('base64url');

/** @throws AppError VALIDATION_FAILED at `after` */
function placeOf(cursor: string): { at: string; id: string } {
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    if (typeof at === 'string' && /^\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+\d\d$/.test(at) && typeof id === 'string' && isId(id)) return { at, id };
  } catch {
    // Not a cursor at all.
  }
  throw refuse('VALIDATION_FAILED', 'This cursor does not belong to this search. Start again without "after".', 'after');
}
