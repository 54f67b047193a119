import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@throughline/platform/database';
import { type Actor, AppError } from '@throughline/platform/kernel';
import { leadAccess } from '../lead.policy.js';
import type { CsvRecord } from './csv/index.js';
import { ImportFile } from './import-file.js';
import { countRefusal, countRow, emptyReport } from './import-report.js';
import { ImportRepository, type ImportRow, KEPT_REFUSALS } from './import.repository.js';
import { LeadBatch } from './lead-batch.js';
import { planRows, type ReadRow, readRow, type RefusedRow, type RowPlan } from './read-row.js';

/** Rows that are written in one transaction. */
export const BATCH_ROWS = 500;

/** Somebody else goes on with it, or it was cancelled: nothing is left to do here. */
class NotOurs extends Error {}

/** How far an import has come. */
export type ImportProgress = Pick<ImportRow, 'status' | 'rowsDone' | 'rowsTotal' | 'rowsCreated' | 'rowsUpdated' | 'rowsUnchanged' | 'rowsSkipped' | 'rowsRefused'>;

/**
 * Runs imports, from a job or a command. Each batch and the count of rows that are done are one transaction: a run that was
 * interrupted goes on where it was, and of two runs at once only one writes.
 */
@Injectable()
export class ImportRunner {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: ImportRepository,
    private readonly file: ImportFile,
    private readonly batch: LeadBatch,
  ) {}

  /**
   * Brings a RUNNING import to its end. Any other is left as it is.
   *
   * @param actor whose rights it runs with; events are flagged historical
   * @param onProgress told after each batch
   * @throws Error when something is wrong with us; the import can be run again
   */
  async run(actor: Actor, importId: string, onProgress: (progress: ImportProgress) => void = () => undefined): Promise<void> {
    const historical: Actor = { ...actor, historical: true };
    const row = await this.unitOfWork.run(historical, (work) => this.imports.load(work, importId));
    if (row.status !== 'RUNNING' || !row.settings || !row.detected) return;
    const plan = planRows(row.detected.columns, row.settings);
    try {
      let done = row.rowsDone;
      for await (const records of this.batches(historical, importId, row, done)) {
        const progress = await this.write(historical, importId, plan, done, records);
        done += records.length;
        onProgress(progress);
      }
      onProgress(await this.finish(historical, importId, done));
    } catch (error) {
      if (error instanceof NotOurs) return;
      if (!(error instanceof AppError)) throw error;
      await this.fail(historical, importId, error.message);
    }
  }

  /** Records after the header and after those that are done, `BATCH_ROWS` at a time. */
  private async *batches(actor: Actor, importId: string, row: ImportRow, done: number): AsyncGenerator<CsvRecord[]> {
    // The header is a record, too.
    let skip = done + 1;
    let batch: CsvRecord[] = [];
    for await (const records of this.file.records(actor, importId, row.settings!)) {
      for (const record of records) {
        if (skip > 0) {
          skip--;
          continue;
        }
        batch.push(record);
        if (batch.length === BATCH_ROWS) {
          yield batch;
          batch = [];
        }
      }
    }
    if (batch.length > 0) yield batch;
  }

  private write(actor: Actor, importId: string, plan: RowPlan, done: number, records: readonly CsvRecord[]): Promise<ImportProgress> {
    return this.unitOfWork.run(actor, async (work) => {
      const row = await this.imports.lock(work, importId);
      if (row.status !== 'RUNNING' || row.rowsDone !== done) throw new NotOurs();
      const report = row.report ?? emptyReport(plan);
      const good: ReadRow[] = [];
      const refused: RefusedRow[] = [];
      for (const record of records) {
        const read = readRow(plan, record);
        if ('problem' in read) {
          refused.push(read);
          continue;
        }
        countRow(report, read);
        good.push(read);
      }
      const result = await this.batch.write(work, { importId, settings: row.settings! }, good);
      refused.push(...result.refused);
      for (const problem of refused) countRefusal(report, problem);
      await this.imports.keepRefusals(work, importId, refused.slice(0, Math.max(0, KEPT_REFUSALS - row.rowsRefused)));
      const progress: ImportProgress = {
        status: 'RUNNING', rowsTotal: Math.max(row.rowsTotal ?? 0, done + records.length), rowsDone: done + records.length, rowsCreated: row.rowsCreated + result.created, rowsUpdated: row.rowsUpdated + result.updated,
        rowsUnchanged: row.rowsUnchanged + result.unchanged, rowsSkipped: row.rowsSkipped + result.skipped, rowsRefused: row.rowsRefused + refused.length,
      };
      await this.imports.progress(work, importId, { ...progress, report });
      return progress;
    });
  }

  private finish(actor: Actor, importId: string, done: number): Promise<ImportProgress> {
    return this.unitOfWork.run(actor, async (work) => {
      const row = await this.imports.lock(work, importId);
      if (row.status !== 'RUNNING' || row.rowsDone !== done) throw new NotOurs();
      const progress: ImportProgress = { ...row, status: 'DONE', rowsTotal: done };
      await this.imports.update(work, importId, row.version, { status: 'DONE', rowsTotal: done, finishedAt: new Date() });
      await this.imports.dropPieces(work, importId);
      const access = leadAccess(row);
      work.record({
        kind: 'leadImport.finished', subject: 'leadImport', subjectId: importId, access: { before: access, after: access },
        changes: {
          status: { before: 'RUNNING', after: 'DONE' }, rowsCreated: { before: null, after: row.rowsCreated }, rowsUpdated: { before: null, after: row.rowsUpdated },
          rowsSkipped: { before: null, after: row.rowsSkipped + row.rowsUnchanged }, rowsRefused: { before: null, after: row.rowsRefused },
        },
      });
      return progress;
    });
  }

  /**
   * Stops a RUNNING import for a reason that somebody must see to; it can be started again.
   *
   * @param failure a sentence for people
   */
  fail(actor: Actor, importId: string, failure: string): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      const row = await this.imports.lock(work, importId);
      if (row.status !== 'RUNNING') return;
      await this.imports.update(work, importId, row.version, { status: 'FAILED', failure });
      const access = leadAccess(row);
      work.record({ kind: 'leadImport.failed', subject: 'leadImport', subjectId: importId, access: { before: access, after: access }, changes: { status: { before: 'RUNNING', after: 'FAILED' }, failure: { before: null, after: failure } } });
    });
  }
}
