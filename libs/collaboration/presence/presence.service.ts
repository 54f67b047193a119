import { Injectable } from '@nestjs/common';
import { Authenticator, subjectByName } from '@throughline/platform/access';
import { EventReader } from '@throughline/platform/events';
import { OpenSockets, RateLimiter } from '@throughline/platform/graphql';
import { type Actor, notFound, refuse } from '@throughline/platform/kernel';
import { endSockets, type PresenceMode, PresenceNode, type PresenceSide } from '@throughline/platform/realtime';
import { PresenceRepository, type Sight } from './presence.repository.js';
import { type PresenceRecord, recordNameOf, recordOf, scopeOf } from './presence-scope.js';
import { type PresenceIterator, PresenceStream } from './presence-stream.js';
import { presenceFor } from './presence-view.js';
import { ChannelReadings, type ReadingWatch } from './readings/channel-readings.js';

/** What somebody says of themselves. */
export interface Announce {
  subject?: string | null | undefined;
  recordId?: string | null | undefined;
  mode: PresenceMode | 'AWAY' | 'GONE';
  side?: PresenceSide | null | undefined;
}

/** Words a person may say in a minute: a screen needs about 25 while somebody types. */
const PER_MINUTE = 120;

/** Who is here: announced by screens, told to those who may know. Nothing of it is stored (docs/adr/0012). */
@Injectable()
export class PresenceService {
  private readonly rate = new RateLimiter(PER_MINUTE);

  constructor(
    private readonly repository: PresenceRepository,
    private readonly node: PresenceNode,
    private readonly reader: EventReader,
    private readonly authenticator: Authenticator,
    private readonly sockets: OpenSockets,
    private readonly readings: ChannelReadings,
  ) {}

  /** @throws AppError VALIDATION_FAILED, NOT_FOUND for a record the person may not see, RATE_LIMITED */
  async announce(actor: Actor, { subject, recordId, mode, side }: Announce): Promise<void> {
    const record = recordOf(subject, recordId);
    const retryAfter = this.rate.take(`${actor.organizationId} ${actor.userId ?? ''}`);
    if (retryAfter > 0) throw refuse('RATE_LIMITED', `Too many announcements. Try again in ${retryAfter} s.`, '', { retryAfter });
    if (mode === 'AWAY') return this.node.away(actor, true);
    if (mode === 'GONE') return this.node.leave(actor, record && recordNameOf(record));
    if (record) return this.announceAt(actor, record, mode, side ?? null);
    if (mode !== 'VIEWING') throw refuse('VALIDATION_FAILED', 'Say which record it is about.', 'recordId');
    this.node.away(actor, false);
  }

  /**
   * @param asked.readers whether reading marks are asked for; only channels have any
   * @throws AppError VALIDATION_FAILED, NOT_FOUND for a record the person may not see
   */
  async open(actor: Actor, asked: { userIds?: string[] | null | undefined; subject?: string | null | undefined; recordId?: string | null | undefined; readers: boolean }): Promise<PresenceIterator> {
    const scope = scopeOf(asked.userIds, asked.subject, asked.recordId);
    let sight: Sight = await this.repository.sight(actor, scope);
    if (scope.record && !sight.record) throw notFound(subjectByName(scope.record.subject).label, 'recordId');
    let readings: ReadingWatch | null = null;
    const stream = new PresenceStream({
      actor, scope, authenticator: this.authenticator,
      judge: async () => {
        sight = await this.repository.sight(actor, scope);
      },
      state: () => presenceFor(actor, scope, sight, this.node),
      readers: () => (sight.record ? (readings?.moved() ?? null) : null),
      onEnd: (whose, failure) => endSockets(this.sockets, whose, failure),
    });
    const unwatch = this.node.board.watchers.watch(actor.organizationId, { record: scope.record && recordNameOf(scope.record), people: scope.userIds }, stream.notice);
    const stop = (): void => {
      unwatch();
      readings?.stop();
    };
    try {
      if (asked.readers && scope.record?.subject === 'channel') readings = await this.readings.watch(actor.organizationId, scope.record.recordId, actor.tier === 'CLIENT', stream.notice);
      return stream.begin(await this.reader.subscribe(stream, null), stop);
    } catch (error) {
      stop();
      throw error;
    }
  }

  private async announceAt(actor: Actor, record: PresenceRecord, mode: PresenceMode, side: PresenceSide | null): Promise<void> {
    const name = await this.repository.nameAt(actor, record);
    if (name === null) throw notFound(subjectByName(record.subject).label, 'recordId');
    this.node.announce(actor, { record: recordNameOf(record), mode, name, side: actor.tier === 'CLIENT' ? 'CLIENT' : (side ?? 'INTERNAL') });
  }
}
