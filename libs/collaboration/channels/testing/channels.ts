// The records that channels follow are read by their own features.
import '@throughline/delivery/tasks';
import '@throughline/delivery/tickets';
import '@throughline/sales/leads';
import { CommitSignal, UnitOfWork, type Work } from '@throughline/platform/database';
import { JobQueue } from '@throughline/platform/jobs';
import type { Actor } from '@throughline/platform/kernel';
import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { createAppDataSource } from '../../../../ormconfig.js';
import { Consumption } from '../../../platform/events/consumers/consumption.js';
import '../channel.read.js';
import { ChannelEditService } from '../channel-edit.service.js';
import { ChannelExport } from '../channel-export.js';
import { ChannelHistories, type ChannelHistory, type ExportedMessage } from '../channel.history.js';
import { ChannelPeople } from '../channel.people.js';
import { ChannelRepository } from '../channel.repository.js';
import { ChannelService } from '../channel.service.js';
import { ChannelSettingsService } from '../channel-settings.service.js';
import { ChannelStartService } from '../channel-start.service.js';
import { ReaderRepository } from '../reader.repository.js';
import { ReadingService } from '../reading.service.js';
import { ChannelTeam } from '../records/channel-team.js';
import { FollowPeople, followPeople } from '../records/follow-people.js';
import { FollowRecords, followRecords } from '../records/follow-records.js';
import { RecordChannelRepository } from '../records/record-channel.repository.js';
import { RecordChannelsService } from '../records/record-channels.service.js';
import { RetentionService } from '../retention.service.js';

/** Messages that a suite made up, kept in memory. */
export class MadeUpHistory implements ChannelHistory {
  messages: (ExportedMessage & { channelId: string })[] = [];

  page(_: Work, channelId: string, { after, limit, clientOnly }: { after: bigint; limit: number; clientOnly: boolean }): Promise<ExportedMessage[]> {
    return Promise.resolve(this.of(channelId).filter(({ sequence, side }) => sequence > after && (side === 'CLIENT' || !clientOnly)).slice(0, limit));
  }

  removeBefore(_: Work, channelId: string, before: Date, limit: number): Promise<number> {
    const old = this.of(channelId).filter(({ postedAt }) => postedAt < before).slice(0, limit);
    this.messages = this.messages.filter((message) => !old.includes(message));
    return Promise.resolve(old.length);
  }

  clientSequenceAt(_: Work, channelId: string, sequence: bigint): Promise<bigint> {
    return Promise.resolve(BigInt(this.of(channelId).filter((message) => message.side === 'CLIENT' && message.sequence <= sequence).length));
  }

  sequenceOfClient(_: Work, channelId: string, clientSequence: bigint): Promise<bigint> {
    return Promise.resolve(this.of(channelId).filter(({ side }) => side === 'CLIENT')[Number(clientSequence) - 1]?.sequence ?? 0n);
  }

  private of(channelId: string): (ExportedMessage & { channelId: string })[] {
    return this.messages.filter((message) => message.channelId === channelId);
  }
}

/** Every service of channels on one data source, put together by hand. */
export interface Channels {
  dataSource: DataSource;
  unitOfWork: UnitOfWork;
  repository: ChannelRepository;
  service: ChannelService;
  starting: ChannelStartService;
  editing: ChannelEditService;
  records: RecordChannelsService;
  reading: ReadingService;
  settings: ChannelSettingsService;
  retention: RetentionService;
  exports: ChannelExport;
  history: MadeUpHistory;
  /** Lets the consumers take everything that has happened in an organization. */
  catchUp(owner: Client, organizationId: string): Promise<void>;
  /** Says something, as `messages` does. @returns its place */
  speak(actor: Actor, channelId: string, side?: 'INTERNAL' | 'CLIENT', named?: string[]): Promise<bigint>;
  close(): Promise<void>;
}

/** @param url the application's own role, so that row-level security applies */
export async function openChannels(url: string, connections = 8): Promise<Channels> {
  const dataSource = await createAppDataSource(url, connections).initialize();
  const unitOfWork = new UnitOfWork(dataSource, new CommitSignal());
  const [repository, readers, people, team, recordRows] = [new ChannelRepository(), new ReaderRepository(), new ChannelPeople(), new ChannelTeam(), new RecordChannelRepository()];
  const [histories, history] = [new ChannelHistories(), new MadeUpHistory()];
  histories.provide(history);
  const service = new ChannelService(repository, readers);
  const settings = new ChannelSettingsService(unitOfWork);
  const records = new RecordChannelsService(unitOfWork, service, repository, recordRows, team, readers);
  const consumption = new Consumption(unitOfWork, new JobQueue(unitOfWork));
  const consumers = [
    { definition: followRecords, reaction: new FollowRecords(records, service, recordRows, team) }, { definition: followPeople, reaction: new FollowPeople(team, people, service) },
  ];
  return {
    dataSource, unitOfWork, repository, service, records, settings, history,
    starting: new ChannelStartService(unitOfWork, repository, people, readers),
    editing: new ChannelEditService(unitOfWork, service, repository, people, readers),
    reading: new ReadingService(unitOfWork, service, readers, histories),
    retention: new RetentionService(unitOfWork, service, settings, histories),
    exports: new ChannelExport(unitOfWork, service, histories),
    async catchUp(owner, organizationId) {
      await owner.query('SELECT app.assign_positions(1000000)');
      const { rows } = await owner.query<{ position: string }>('SELECT position FROM organization_position WHERE organization_id = $1', [organizationId]);
      for (const consumer of consumers) {
        await owner.query('INSERT INTO consumer (name, since_event_id) VALUES ($1, 0) ON CONFLICT DO NOTHING', [consumer.definition.name]);
        while ((await consumption.step(consumer, organizationId, Number(rows[0]?.position ?? 0))) === 'TOOK');
      }
    },
    speak: (actor, channelId, side = 'INTERNAL', named = []) => unitOfWork.run(actor, async (work) => {
      const { channel } = await service.forPosting(work, channelId, side);
      const place = await repository.takeSequence(work, channelId, side);
      await service.spoken(work, channel, place, named);
      return place.sequence;
    }),
    close: () => dataSource.destroy(),
  };
}
