import { Inject, Injectable } from '@nestjs/common';
import { systemActor } from '@throughline/platform/access';
import { UnitOfWork } from '@throughline/platform/database';
import { defineSchedule, HandlesSchedule, type ScheduleHandler } from '@throughline/platform/jobs';
import { LOGGER, type Logger } from '@throughline/platform/observability';
import { Storage } from '@throughline/platform/storage';
import { DataSource } from 'typeorm';
import { FileRepository } from '../file.repository.js';
import { FileService } from '../file.service.js';

export const sweepFiles = defineSchedule('file.sweep', { meaning: 'Removes uploads that were given up, files that nothing took, and content that nobody has any more.', everyMs: 60_000 });

const AT_ONCE = 500;
interface Rubbish { kind: 'FILE' | 'PART'; organization_id: string; id: string }

/** Content goes before its row: whatever ends in between, the row brings the sweeper back. */
@Injectable()
@HandlesSchedule(sweepFiles)
export class SweepFiles implements ScheduleHandler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FileRepository,
    private readonly service: FileService,
    private readonly storage: Storage,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async run(): Promise<void> {
    for (const rubbish of await this.dataSource.query<Rubbish[]>('SELECT kind, organization_id, id FROM app.file_rubbish($1)', [AT_ONCE])) {
      // One that cannot be removed now must not keep the others.
      await (rubbish.kind === 'FILE' ? this.expire(rubbish) : this.discard(rubbish)).catch((error: unknown) => this.logger.warn({ err: error, part: rubbish.id }, 'content of a file could not be removed'));
    }
  }

  private async expire({ organization_id: organizationId, id }: Rubbish): Promise<void> {
    await this.unitOfWork.run(systemActor(organizationId), async (work) => {
      const [row] = await this.files.lockAll(work, [id]);
      if (row?.expiresAt && row.expiresAt.getTime() < Date.now()) await this.service.removeRow(work, row, null, 'file.expired');
    });
  }

  private async discard({ organization_id: organizationId, id }: Rubbish): Promise<void> {
    await this.storage.removePart(organizationId, id);
    await this.unitOfWork.run(systemActor(organizationId), (work) =>
      work.execute('DELETE FROM file_part WHERE organization_id = $1 AND id = $2 AND sweep_after < now()', [organizationId, id]));
  }
}
