import { Injectable } from '@nestjs/common';
import { channelRead, type MessageSide } from '@throughline/collaboration/channels';
import { UnitOfWork } from '@throughline/platform/database';
import { type Actor, notFound, refuse } from '@throughline/platform/kernel';
import {
  columnsOf, type ConnectionArguments, modelOfSubject, type ReadModel, type ReadRequest, Reader, recordNames, select, type Selection,
} from '@throughline/platform/read';
import { type MessageFacts, messageOffers } from './message-moves.js';
import { messageRead } from './message.read.js';

/** Which part of a channel, or of a thread, to show; without a place its end. */
export interface PageOfMessages {
  channelId: string;
  threadId?: string | null;
  pinned?: boolean | null;
  beforeSequence?: bigint | null;
  afterSequence?: bigint | null;
  aroundSequence?: bigint | null;
  /** Only one side's. */
  side?: MessageSide | null;
  /** The first message of this day or of a later one is the place; a day as the organization's clocks have it. */
  onDate?: string | null;
  first: number;
}

export interface MessagePage {
  nodes: Record<string, unknown>[];
  hasEarlier: boolean;
  hasLater: boolean;
}

type Row = Record<string, unknown>;
interface Part { nodes?: Row[]; pageInfo?: { hasNextPage: boolean } }

const LINK_FIELDS = new Set(['linkedSubject', 'linkedId', 'linkedName']);
export const MOST_MESSAGES = 200;

/** Reads messages for people: one statement for a page, one more for the names of linked records. */
@Injectable()
export class MessageReader {
  constructor(
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws AppError NOT_FOUND when it is missing or not visible */
  async one(actor: Actor, id: string, selection: Selection): Promise<Row> {
    const row = await this.find(actor, id, selection);
    if (!row) throw notFound(messageRead.label);
    return row;
  }

  /** null when it is missing or not visible */
  async find(actor: Actor, id: string, selection: Selection): Promise<Row | null> {
    const row = (await this.reader.one(actor, messageRead, id, extended(selection))) as Row | null;
    if (row) await this.complete(actor, [row], selection);
    return row;
  }

  /** These messages, as far as they are visible, in the order of the ids. */
  async all(actor: Actor, ids: readonly string[], selection: Selection): Promise<Row[]> {
    if (ids.length === 0) return [];
    const wanted = { fields: [...extended(selection).fields, ...select('id').fields] };
    const { nodes } = (await this.reader.connection(actor, messageRead, { filter: { id: { in: ids } }, first: ids.length }, { fields: [{ key: 'nodes', name: 'nodes', args: {}, selection: wanted }] })) as unknown as { nodes: Row[] };
    await this.complete(actor, nodes, selection);
    const byId = new Map(nodes.map((row) => [row['id'], row]));
    return ids.flatMap((id): Row[] => (byId.has(id) ? [byId.get(id)!] : []));
  }

  /**
   * A part of a channel, in its order. The cost is that of the page, however long the channel is.
   *
   * @throws AppError NOT_FOUND, VALIDATION_FAILED
   */
  async page(actor: Actor, page: PageOfMessages, selection: Selection): Promise<MessagePage> {
    const given = [page.beforeSequence, page.afterSequence, page.aroundSequence, page.onDate].filter((place) => place !== null && place !== undefined);
    if (given.length > 1) throw refuse('VALIDATION_FAILED', 'Name one place: before, after, around, or a date.', 'beforeSequence');
    if (!Number.isInteger(page.first) || page.first < 1) throw refuse('VALIDATION_FAILED', 'A page has at least one message.', 'first');
    const around = page.onDate ? await this.firstOn(actor, page, page.onDate) : (page.aroundSequence ?? null);
    const [channel, earlier, later] = await this.parts(actor, { ...page, aroundSequence: around, first: Math.min(page.first, MOST_MESSAGES) }, extended(selection));
    if (channel === null) throw notFound('channel', 'channelId');
    const nodes = [...(earlier?.nodes ?? []).reverse(), ...(later?.nodes ?? [])];
    await this.complete(actor, nodes, selection);
    // Of the side that is not shown only its first row was asked for: whether there is one.
    const beyond = (part: Part | undefined): boolean => part?.pageInfo?.hasNextPage ?? (part as { found?: boolean } | undefined)?.found ?? false;
    return { nodes, hasEarlier: beyond(earlier), hasLater: beyond(later) };
  }

  /** The channel, the part before the place (backwards) and the part from it on, in one statement. */
  private async parts(actor: Actor, page: PageOfMessages, selection: Selection): Promise<[unknown, Part | undefined, Part | undefined]> {
    const { beforeSequence: before = null, afterSequence: after = null, aroundSequence: around = null, first } = page;
    const place = before ?? after ?? around;
    const half = around === null ? first : Math.floor(first / 2);
    const channel: ReadRequest = { shape: 'one', model: channelRead as ReadModel, id: page.channelId, selection: select('id') };
    // Backwards: before the place, or up to the one that "after" names; without a place from the end.
    const backwards = this.part(actor, page, 'DESC', place === null ? null : { [after === null ? 'lt' : 'lte']: place }, after === null ? half : 0, selection);
    if (place === null) {
      const [found, earlier] = await this.reader.query(actor, [channel, backwards]);
      return [found, earlier as Part, undefined];
    }
    const forwards = this.part(actor, page, 'ASC', { [after === null ? 'gte' : 'gt']: place }, before === null ? first - (around === null ? 0 : half) : 0, selection);
    const [found, earlier, later] = await this.reader.query(actor, [channel, backwards, forwards]);
    return [found, shown(earlier as Part, after === null && half > 0), shown(later as Part, before === null)];
  }

  /** @param count 0: only whether there is a message at all */
  private part(actor: Actor, { channelId, threadId, pinned, side }: PageOfMessages, direction: 'ASC' | 'DESC', place: object | null, count: number, selection: Selection): ReadRequest {
    const counted = actor.tier === 'CLIENT' ? 'clientSequence' : 'sequence';
    const args: ConnectionArguments = {
      filter: {
        channelId: { eq: channelId }, ...(threadId ? { threadId: { eq: threadId } } : {}), ...(pinned ? { pinned: { eq: true } } : {}),
        ...(side ? { shared: { eq: side === 'CLIENT' } } : {}), ...(place ? { [counted]: place } : {}),
      },
      sort: [{ field: counted, direction }],
      first: Math.max(count, 1),
    };
    const nodes = { key: 'nodes', name: 'nodes', args: {}, selection: count === 0 ? select('id') : selection };
    return { shape: 'connection', model: messageRead as ReadModel, args, selection: { fields: count === 0 ? [nodes] : [nodes, ...select('pageInfo.hasNextPage').fields] } };
  }

  /** The place of the first message since a day began; behind the last one when there is none. */
  private firstOn(actor: Actor, { channelId }: PageOfMessages, day: string): Promise<bigint> {
    const [at, counted, also] = actor.tier === 'CLIENT' ? ['shared_at', 'client_sequence', 'AND shared_with_client'] : ['created_at', 'sequence', ''];
    return this.unitOfWork.look(actor, async (work) => {
      const [row] = await work.query<{ place: string }>(
        `SELECT ${counted} AS place FROM message WHERE organization_id = $1 AND channel_id = $2 ${also}
           AND ${at} >= (SELECT $3::date::timestamp AT TIME ZONE time_zone FROM organization WHERE id = $1) ORDER BY ${at} LIMIT 1`,
        [actor.organizationId, channelId, day],
      );
      return row ? BigInt(row.place) : 2n ** 62n;
    });
  }

  /** What SQL cannot tell: names of linked records as the caller may see them, and what they can do. */
  private async complete(actor: Actor, rows: readonly Row[], selection: Selection): Promise<void> {
    const names = new Set(selection.fields.map(({ name }) => name));
    if ([...LINK_FIELDS].some((name) => names.has(name))) await this.nameLinks(actor, rows);
    if (!names.has('viewerCan')) return;
    for (const row of rows) row['viewerCan'] = messageOffers(actor, factsOf(row));
  }

  private async nameLinks(actor: Actor, rows: readonly Row[]): Promise<void> {
    const wanted = new Map<ReadModel, Set<string>>();
    const links = rows.map((row) => {
      const { linked_subject: subject, linked_id: id } = columnsOf(row) as { linked_subject?: string | null; linked_id?: string | null };
      const model = subject && id && actor.ability.can('read', subject) ? modelOfSubject(subject) : null;
      if (model && id) wanted.set(model, (wanted.get(model) ?? new Set()).add(id));
      return { row, subject: subject ?? null, id: id ?? null };
    });
    const names = wanted.size === 0 ? new Map<string, string>() : await this.unitOfWork.look(actor, (work) => recordNames(work, actor, wanted));
    for (const { row, subject, id } of links) {
      const name = id === null ? undefined : names.get(id);
      Object.assign(row, name === undefined ? { linkedSubject: null, linkedId: null, linkedName: null } : { linkedSubject: subject, linkedId: id, linkedName: name });
    }
  }
}

/** A part that was only asked whether there is something. */
function shown(part: Part, wanted: boolean): Part {
  return wanted ? part : ({ found: (part.nodes ?? []).length > 0 } as Part);
}

function extended(selection: Selection): Selection {
  return selection.fields.some(({ name }) => name === 'viewerCan') ? { fields: [...selection.fields, ...select('channelState').fields] } : selection;
}

function factsOf(row: Row): MessageFacts {
  const { author_id: authorId, shared_with_client: shared, deleted_at: deletedAt } = columnsOf(row);
  const { archived, twoSided, direct } = row['channelState'] as { archived: boolean; twoSided: boolean; direct: boolean };
  return { authorId: String(authorId), sharedWithClient: shared === true || shared === 'true', deleted: deletedAt !== null && deletedAt !== undefined, archived, twoSided, direct };
}
