import { Module } from '@nestjs/common';
import { ChannelExportController } from './api/channel-export.controller.js';
import { ChannelSettingsResolver } from './api/channel-settings.resolver.js';
import { ChannelResolver } from './api/channel.resolver.js';
import { ChannelEditService } from './channel-edit.service.js';
import { RestoreChannel } from './channel-restore.js';
import { ChannelExport } from './channel-export.js';
import { ChannelListsService } from './channel-lists.service.js';
import { ChannelOffers } from './channel-offers.js';
import { ChannelSettingsService } from './channel-settings.service.js';
import { ChannelStartService } from './channel-start.service.js';
import { ChannelHistories } from './channel.history.js';
import { ChannelPeople } from './channel.people.js';
import { ChannelRepository } from './channel.repository.js';
import { ChannelService } from './channel.service.js';
import { ExpireMessages } from './jobs/expire-messages.js';
import { ReaderRepository } from './reader.repository.js';
import { ReadingService } from './reading.service.js';
import { ChannelTeam } from './records/channel-team.js';
import { FollowPeople } from './records/follow-people.js';
import { FollowRecords } from './records/follow-records.js';
import { RecordChannelRepository } from './records/record-channel.repository.js';
import { RecordChannelsService } from './records/record-channels.service.js';
import { RetentionService } from './retention.service.js';

/** Channels that follow the work (CHA-01). */
@Module({
  controllers: [ChannelExportController],
  providers: [
    ChannelRepository, ReaderRepository, RecordChannelRepository, ChannelHistories, ChannelPeople, ChannelTeam, ChannelService, ChannelStartService, ChannelEditService, RestoreChannel,
    ChannelListsService, ChannelOffers, ChannelSettingsService, ReadingService, RecordChannelsService, FollowRecords, FollowPeople, RetentionService,
    ExpireMessages, ChannelExport, ChannelResolver, ChannelSettingsResolver,
  ],
  exports: [ChannelRepository, ReaderRepository, ChannelHistories, ChannelService, RecordChannelsService],
})
export class ChannelsModule {}
