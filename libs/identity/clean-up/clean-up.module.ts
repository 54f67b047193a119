import { Module } from '@nestjs/common';
import { CleanUpWaysIn } from './clean-up.schedule.js';
import { CleanUpService } from './clean-up.service.js';

/** What is left over of ways in goes, daily. */
@Module({ providers: [CleanUpService, CleanUpWaysIn] })
export class CleanUpModule {}
