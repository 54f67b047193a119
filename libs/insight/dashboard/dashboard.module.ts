import { Module } from '@nestjs/common';
import { DashboardResolver } from './api/dashboard.resolver.js';

/** Figures of the home screen. */
@Module({ providers: [DashboardResolver] })
export class DashboardModule {}
