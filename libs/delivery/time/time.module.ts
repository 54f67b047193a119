import { Module } from '@nestjs/common';
import { TaskTimeResolver, TimeResolver } from './api/time.resolver.js';
import { TimeService } from './time.service.js';
import './time.held.js';

/** Logged time (stage 9). */
@Module({ providers: [TimeService, TimeResolver, TaskTimeResolver], exports: [TimeService] })
export class TimeModule {}
