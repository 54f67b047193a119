import { Module } from '@nestjs/common';
import { RealtimeModule } from '@throughline/platform/realtime';
import { PresenceResolver } from './api/presence.resolver.js';
import { PresenceRepository } from './presence.repository.js';
import { PresenceService } from './presence.service.js';
import { ChannelReadings } from './readings/channel-readings.js';

/** Who is here. The API alone has it: workers have no screens. */
@Module({
  imports: [RealtimeModule],
  providers: [PresenceRepository, ChannelReadings, PresenceService, PresenceResolver],
})
export class PresenceModule {}
