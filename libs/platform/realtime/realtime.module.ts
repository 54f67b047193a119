import { Module } from '@nestjs/common';
import { CommitHintModule, EventFeedModule } from '../events/index.js';
import { RecordChangesResolver } from './record-changes/record-changes.resolver.js';
import { RecordChanges } from './record-changes/record-changes.service.js';
import { TransportModule } from './transport/index.js';

/** What the API needs to be live: word to and from the relay, and the subscription `recordChanges`. */
@Module({
  imports: [TransportModule, CommitHintModule, EventFeedModule],
  providers: [RecordChanges, RecordChangesResolver],
})
export class RealtimeModule {}
