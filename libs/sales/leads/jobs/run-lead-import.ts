import { Injectable } from '@nestjs/common';
import { RightsService } from '@throughline/identity/access';
import { HandlesJob, type JobHandler, type RunningJob } from '@throughline/platform/jobs';
import { type Actor, AppError } from '@throughline/platform/kernel';
import { ImportRunner } from '../import/import-runner.js';
import { ImportService } from '../import/import.service.js';
import { runLeadImport } from './lead-import.job.js';

/** Runs an import in the worker, with the present rights of whoever started it. */
@Injectable()
@HandlesJob(runLeadImport)
export class RunLeadImport implements JobHandler<{ importId: string }> {
  constructor(
    private readonly imports: ImportService,
    private readonly runner: ImportRunner,
    private readonly rights: RightsService,
  ) {}

  async handle(job: RunningJob<{ importId: string }>): Promise<void> {
    const { importId } = job.payload;
    const userId = await this.imports.ownerOf(job.actor, importId);
    if (userId === null) return;
    try {
      await this.runner.run(await this.actorOf(job.actor, userId), importId);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      await this.runner.fail(job.actor, importId, error.message);
    }
  }

  private async actorOf(system: Actor, userId: string): Promise<Actor> {
    const { organizationId, request } = system;
    const rights = await this.rights.reload({ organizationId, userId, sessionId: null, requestId: request.id });
    return { ...rights, organizationId, userId, sessionId: null, request };
  }
}
