import { Module } from '@nestjs/common';
import { DashboardResolver } from './api/dashboard.resolver.js';
import { DashboardService } from './dashboard.service.js';

/** Figures of the home screen. */
@Module({ providers: [DashboardService, DashboardResolver] })
export class DashboardModule {}
