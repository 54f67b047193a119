import { Module } from '@nestjs/common';
import { EventFeedModule } from '../events/index.js';
import { RecordChangesResolver } from './record-changes/record-changes.resolver.js';
import { RecordChanges } from './record-changes/record-changes.service.js';

/** The subscription `recordChanges`. Needs a global `Authenticator`, `Transport`, `Config` and logger. */
@Module({ imports: [EventFeedModule], providers: [RecordChanges, RecordChangesResolver] })
export class RealtimeModule {}
