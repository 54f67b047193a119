import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { jobCatalogue, scheduleCatalogue } from '../define-job.js';
import { HANDLES_JOB, HANDLES_SCHEDULE, type JobHandler, type ScheduleHandler } from '../job-handler.js';

/** Which provider does which job. */
@Injectable()
export class HandlerRegistry implements OnModuleInit {
  private readonly jobs = new Map<string, JobHandler<object>>();
  private readonly schedules = new Map<string, ScheduleHandler>();

  constructor(private readonly discovery: DiscoveryService) {}

  /** @throws Error naming every job and schedule that nobody handles, or that two handle: the worker does not start */
  onModuleInit(): void {
    for (const { instance, metatype } of this.discovery.getProviders()) {
      if (!metatype || !instance) continue;
      this.take(this.jobs, Reflect.getMetadata(HANDLES_JOB, metatype), instance as JobHandler<object>);
      this.take(this.schedules, Reflect.getMetadata(HANDLES_SCHEDULE, metatype), instance as ScheduleHandler);
    }
    const missing = [
      ...jobCatalogue().filter(({ name }) => !this.jobs.has(name)), ...scheduleCatalogue().filter(({ name }) => !this.schedules.has(name)),
    ].map(({ name }) => name);
    if (missing.length > 0) throw new Error(`No provider carries @HandlesJob or @HandlesSchedule for: ${missing.join(', ')}`);
  }

  job(name: string): JobHandler<object> | undefined {
    return this.jobs.get(name);
  }

  schedule(name: string): ScheduleHandler | undefined {
    return this.schedules.get(name);
  }

  private take<Handler>(into: Map<string, Handler>, name: unknown, handler: Handler): void {
    if (typeof name !== 'string') return;
    const taken = into.get(name);
    if (taken && taken !== handler) throw new Error(`Two providers handle ${name}.`);
    into.set(name, handler);
  }
}
