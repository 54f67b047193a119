import { Module } from '@nestjs/common';
import { ChannelHistories } from './channel.history.js';
import { ChannelRepository } from './channel.repository.js';
import { ChannelService } from './channel.service.js';
import { ReaderRepository } from './reader.repository.js';

/** Channels that follow the work (CHA-01). */
@Module({
  providers: [ChannelRepository, ReaderRepository, ChannelHistories, ChannelService],
  exports: [ChannelRepository, ReaderRepository, ChannelHistories, ChannelService],
})
export class ChannelsModule {}
