import { Inject, Injectable } from '@nestjs/common';
import { systemActor } from '@throughline/platform/access';
import { UnitOfWork } from '@throughline/platform/database';
import { EventReader } from '@throughline/platform/events';
import { LOGGER, type Logger } from '@throughline/platform/observability';
import { READINGS_AT_ONCE, type StoredReading, WatchedChannel } from './watched-channel.js';

/** Follows the marks of one channel for one receiver. */
export interface ReadingWatch {
  /** What has moved since the last call (at first: what is known of everybody), the latest last; null when nothing has. */
  moved(): MovedReading[] | null;
  stop(): void;
}

/** How far somebody has read, as one receiver counts. */
export interface MovedReading {
  userId: string;
  name: string;
  client: boolean;
  lastReadSequence: bigint;
  lastReadAt: Date;
}

/**
 * Who has read how far in the channels that somebody of this process has open (docs/adr/0012). Each channel listens to the log once
 * and looks into the database once for everybody who watches it, at most every second: what two hundred people read at the same
 * moment is one look, and one word to each.
 */
@Injectable()
export class ChannelReadings {
  private readonly channels = new Map<string, WatchedChannel>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: EventReader,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * @param client counts what the client sees, and nothing else
   * @param notice called when there may be something new; says nothing else
   */
  async watch(organizationId: string, channelId: string, client: boolean, notice: () => void): Promise<ReadingWatch> {
    const key = `${organizationId} ${channelId}`;
    let channel = this.channels.get(key);
    if (!channel) {
      channel = new WatchedChannel(organizationId, channelId, { load: () => this.load(organizationId, channelId), reader: this.reader, logger: this.logger, onDeserted: () => this.channels.delete(key) });
      this.channels.set(key, channel);
    }
    return channel.watch(client, notice);
  }

  /** Channels that somebody watches here: for tests. */
  get size(): number {
    return this.channels.size;
  }

  private load(organizationId: string, channelId: string): Promise<StoredReading[]> {
    return this.unitOfWork.run(systemActor(organizationId, 'reading marks'), (work) => work.query<StoredReading>(
      `SELECT r.user_id AS "userId", u.name, u.tier = 'CLIENT' AS client, r.last_read_sequence AS sequence, r.last_read_client_sequence AS "clientSequence", r.last_read_at AS at,
         r.last_read_client_at AS "clientAt" FROM channel_reader r JOIN user_account u ON u.organization_id = r.organization_id AND u.id = r.user_id
       WHERE r.organization_id = $1 AND r.channel_id = $2 AND r.last_read_at IS NOT NULL ORDER BY r.last_read_at DESC LIMIT ${READINGS_AT_ONCE}`,
      [organizationId, channelId],
    ));
  }
}
