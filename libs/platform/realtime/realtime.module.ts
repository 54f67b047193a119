import { Module } from '@nestjs/common';
import { CommitHintModule, EventFeedModule } from '../events/index.js';
import { PresenceNodeModule } from './presence/presence-node.module.js';
import { RecordChangesResolver } from './record-changes/record-changes.resolver.js';
import { RecordChanges } from './record-changes/record-changes.service.js';
import { TransportModule } from './transport/index.js';

/** What the API needs to be live: word to and from the relay, the subscription `recordChanges`, and who is here. */
@Module({
  imports: [TransportModule, CommitHintModule, EventFeedModule, PresenceNodeModule],
  providers: [RecordChanges, RecordChangesResolver],
  exports: [EventFeedModule, PresenceNodeModule],
})
export class RealtimeModule {}
