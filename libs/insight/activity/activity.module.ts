import { Module } from '@nestjs/common';
import { ActivityRepository } from './activity.repository.js';
import { ActivityService } from './activity.service.js';
import { ActivityResolver } from './api/activity.resolver.js';

/** What the team did, by permission. */
@Module({ providers: [ActivityRepository, ActivityService, ActivityResolver] })
export class ActivityModule {}
