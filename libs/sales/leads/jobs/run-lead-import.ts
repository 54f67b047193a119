import { Injectable } from '@nestjs/common';
import { RightsService } from '@throughline/identity/access';
import { HandlesJob, type JobHandler, type RunningJob } from '@throughline/platform/jobs';
import type { Actor } from '@throughline/platform/kernel';
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
    const starter = await this.imports.starterOf(job.actor, importId);
    if (!starter) return;
    if (!starter.active) {
      await this.runner.fail(job.actor, importId, 'Whoever started it is not with us any more. Somebody else can go on with it.');
      return;
    }
    await this.runner.run(await this.actorOf(job.actor, starter.userId), importId);
  }

  private async actorOf(system: Actor, userId: string): Promise<Actor> {
    const { organizationId, request } = system;
    const rights = await this.rights.reload({ organizationId, userId, sessionId: null, requestId: request.id });
    return { ...rights, organizationId, userId, sessionId: null, request };
  }
}
