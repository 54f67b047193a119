/** How often and how patiently a job is tried. */
export interface JobOptions {
  /** What it does, in one line, for whoever looks at dead letters. */
  meaning: string;
  /** Tries before it becomes a dead letter; 8 when absent. */
  attempts?: number;
  /** Wait before the second try, doubling with each; 1,000 ms when absent. */
  backOffMs?: number;
}

/** A kind of work for one organization that is stored as a row and done by a worker. */
export interface JobDefinition<Payload = unknown> {
  readonly name: string;
  readonly meaning: string;
  readonly attempts: number;
  readonly backOffMs: number;
  /** Never set: carries the type of what `JobQueue.schedule` takes and the handler gets. */
  readonly payload?: Payload;
}

/** Something the installation does again and again, for nobody in particular. */
export interface ScheduleDefinition {
  readonly name: string;
  readonly meaning: string;
  readonly everyMs: number;
}

const jobs = new Map<string, JobDefinition>();
const schedules = new Map<string, ScheduleDefinition>();

/**
 * Declares a job. The class that does it carries `@HandlesJob(definition)`; a worker does not start while one is missing.
 *
 * @param name `<subject>.<verb>`: `message.send`
 * @throws Error when the name is taken
 */
export function defineJob<Payload extends object>(name: string, { meaning, attempts = 8, backOffMs = 1_000 }: JobOptions): JobDefinition<Payload> {
  const definition = Object.freeze({ name: free(name), meaning, attempts, backOffMs });
  jobs.set(name, definition);
  return definition;
}

/** Declares a repetition; its class carries `@HandlesSchedule(definition)`. Each turn runs on one worker only. */
export function defineSchedule(name: string, { meaning, everyMs }: { meaning: string; everyMs: number }): ScheduleDefinition {
  const definition = Object.freeze({ name: free(name), meaning, everyMs });
  schedules.set(name, definition);
  return definition;
}

export const jobCatalogue = (): readonly JobDefinition[] => [...jobs.values()];
export const scheduleCatalogue = (): readonly ScheduleDefinition[] => [...schedules.values()];

function free(name: string): string {
  if (jobs.has(name) || schedules.has(name)) throw new Error(`Job ${name} is declared twice.`);
  return name;
}
