import { SetMetadata } from '@nestjs/common';
import type { Work } from '../database/index.js';
import type { Actor } from '../kernel/index.js';
import type { JobDefinition, ScheduleDefinition } from './define-job.js';

export const HANDLES_JOB = 'throughline:handles-job';
export const HANDLES_SCHEDULE = 'throughline:handles-schedule';

/** One run of a job. It may come twice (a worker died, a lock was lost), so effects go through `once` or are idempotent. */
export interface RunningJob<Payload> {
  /** The row in `due_work`. */
  readonly id: string;
  readonly payload: Payload;
  /** The product itself, in the organization of the row. */
  readonly actor: Actor;
  /** 1 for the first try. */
  readonly attempt: number;
  /**
   * Does the work and marks the row done in one transaction: it takes effect once, on any number of workers.
   *
   * @returns undefined when it was done already
   */
  once<T>(body: (work: Work) => Promise<T>): Promise<T | undefined>;
}

/** Does the work of a job; a throw means "try again later". */
export interface JobHandler<Payload> {
  handle(job: RunningJob<Payload>): Promise<void>;
}

/** Takes its turn of a repetition; a throw is logged, the next turn comes anyway. */
export interface ScheduleHandler {
  run(): Promise<void>;
}

type HandlerClass<Handler> = new (...dependencies: never[]) => Handler;

/** Marks the provider that does a job. */
export const HandlesJob = <Payload>(definition: JobDefinition<Payload>) =>
  (target: HandlerClass<JobHandler<Payload>>): void => void SetMetadata(HANDLES_JOB, definition.name)(target);

/** Marks the provider that takes the turns of a repetition. */
export const HandlesSchedule = (definition: ScheduleDefinition) =>
  (target: HandlerClass<ScheduleHandler>): void => void SetMetadata(HANDLES_SCHEDULE, definition.name)(target);
