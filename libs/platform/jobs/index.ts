export { defineJob, defineSchedule, type JobDefinition, jobCatalogue, type JobOptions, type ScheduleDefinition, scheduleCatalogue } from './define-job.js';
export { HandlesJob, HandlesSchedule, type JobHandler, type RunningJob, type ScheduleHandler } from './job-handler.js';
export * from './jobs.module.js';
export { migrateQueue } from './queue/migrate-queue.js';
export type { ProcessorOptions } from './queue/job-processor.js';
export { type DeadLetter, JobQueue } from './work/job-queue.js';
