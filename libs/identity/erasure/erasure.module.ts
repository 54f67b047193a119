import { Module } from '@nestjs/common';
import { ErasureResolver } from './api/erasure.resolver.js';
import { ErasureService } from './erasure.service.js';
import { ExpireHistory } from './expire-history.js';
import { HistoryRetentionService } from './history-retention.service.js';

/** What leaves the history: a person on request, everything when it is old. */
@Module({ providers: [ErasureService, HistoryRetentionService, ExpireHistory, ErasureResolver] })
export class ErasureModule {}
