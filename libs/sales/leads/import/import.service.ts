import { Injectable } from '@nestjs/common';
import { allows, authorize, recordExport } from '@throughline/platform/access';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { JobQueue } from '@throughline/platform/jobs';
import { type Actor, csvCell, normalizeLine, refuse } from '@throughline/platform/kernel';
import { normalizeTags } from '@throughline/common/tags';
import { Placement } from '@throughline/sales/customers';
import { runLeadImport } from '../jobs/lead-import.job.js';
import { leadAccess, leadImportPermissions, leadImportSubject, leadPermissions } from '../lead.policy.js';
import type { CsvRecord } from './csv/index.js';
import { detectFile } from './detect.js';
import { IMPORT_FIELD_NAMES } from './fields.js';
import { ImportFile } from './import-file.js';
import { countRefusal, countRow, emptyReport } from './import-report.js';
import { ImportRepository, type ImportRow } from './import.repository.js';
import type { DetectedFile, ImportReport, ImportSettings } from './import.types.js';
import { importWorkflow } from './import.workflow.js';
import { planRows, type ReadRow, readRow, type RefusedRow } from './read-row.js';

/** How many rows a preview reads, and how many of them it shows. */
export const PREVIEW_ROWS = 1_000;
const SHOWN_ROWS = 20;
const SHOWN_REFUSALS = 50;

/** What a file would become. */
export interface ImportPreview {
  detected: DetectedFile;
  rows: ReadRow[];
  refused: RefusedRow[];
  rowsRead: number;
  rowsRefused: number;
  report: ImportReport;
}

/** What can be said of an import's settings; absent = as detected. */
export type ImportChoices = Partial<Omit<ImportSettings, 'departmentId'>>;

/** Imports from the upload to the start; `ImportRunner` does the rest (DAT-01). */
@Injectable()
export class ImportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: ImportRepository,
    private readonly file: ImportFile,
    private readonly placement: Placement,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * Reads the first rows of an uploaded file as these settings would.
   *
   * @throws AppError NOT_FOUND, VALIDATION_FAILED, PRECONDITION_FAILED when the file is gone
   */
  async preview(actor: Actor, id: string, choices: ImportChoices): Promise<ImportPreview> {
    const { detected, settings } = await this.unitOfWork.run(actor, async (work) => {
      const row = await this.imports.load(work, id);
      authorize(actor, leadImportPermissions.read, leadImportSubject, leadAccess(row));
      if (!['UPLOADED', 'RUNNING', 'FAILED'].includes(row.status)) throw refuse('PRECONDITION_FAILED', 'The file of this import is not here any more. Upload it again.');
      const found = await this.redetect(work, row, choices);
      return { detected: found, settings: await this.settings(work, found, choices) };
    });
    return { detected, ...(await this.read(actor, id, detected, settings)) };
  }

  /**
   * Starts an import, or goes on with one that failed; a worker runs it.
   *
   * @param runner 'CALLER' when the caller runs it himself (a command)
   * @throws AppError CONFLICT, ILLEGAL_TRANSITION, FORBIDDEN, VALIDATION_FAILED
   */
  start(actor: Actor, input: { id: string; version: number; settings: ImportChoices }, runner: 'WORKER' | 'CALLER' = 'WORKER'): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const row = this.mine(work, await this.imports.lock(work, input.id));
      const detected = await this.redetect(work, row, input.settings);
      const status = importWorkflow.apply(row.status, 'START');
      // What was already written was read in one way; the rest must be read in the same.
      const settings = row.settings && row.rowsDone > 0 ? row.settings : await this.settings(work, detected, input.settings);
      requireIdentity(settings.mapping);
      if (!allows(actor.ability, leadPermissions.create, leadAccess(settings))) {
        throw refuse('FORBIDDEN', 'You may not create leads for this person or department.', 'settings.ownerId');
      }
      await this.imports.update(work, row.id, input.version, {
        status, settings, detected, ownerId: actor.userId ?? row.ownerId, failure: null, startedAt: row.startedAt ?? new Date(),
      });
      if (runner === 'WORKER') await this.jobs.schedule(work, runLeadImport, { importId: row.id }, { key: `${row.id}:${input.version}` });
      const access = leadAccess(row);
      work.record({
        kind: 'leadImport.started', subject: 'leadImport', subjectId: row.id, access: { before: access, after: leadAccess({ ...row, ownerId: actor.userId ?? row.ownerId }) },
        changes: { status: { before: row.status, after: status }, settings: { before: row.settings, after: settings } },
      });
      return row.id;
    });
  }

  /** Whose rights an import runs with: whoever started it last; null when there is no import with this id. */
  starterOf(actor: Actor, id: string): Promise<{ userId: string; active: boolean } | null> {
    return this.unitOfWork.run(actor, async (work) => {
      const [row] = await work.query<{ userId: string; active: boolean }>(
        `SELECT i.owner_id AS "userId", u.status = 'ACTIVE' AS active FROM lead_import i
         JOIN user_account u ON u.organization_id = i.organization_id AND u.id = i.owner_id WHERE i.organization_id = $1 AND i.id = $2`,
        [actor.organizationId, id],
      );
      return row ?? null;
    });
  }

  /** Ends an import where it is: what was written stays. @throws AppError CONFLICT, ILLEGAL_TRANSITION, FORBIDDEN */
  cancel(actor: Actor, input: { id: string; version: number }): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const row = this.mine(work, await this.imports.lock(work, input.id));
      const status = importWorkflow.apply(row.status, 'CANCEL');
      await this.imports.update(work, row.id, input.version, { status, finishedAt: new Date() });
      await this.imports.dropPieces(work, row.id);
      const access = leadAccess(row);
      work.record({ kind: 'leadImport.cancelled', subject: 'leadImport', subjectId: row.id, access: { before: access, after: access }, changes: { status: { before: row.status, after: status } } });
      return row.id;
    });
  }

  /**
   * The refused rows that were kept, as CSV: line, reason, then the file's own columns. Cells that a spreadsheet would run are made
   * plain text.
   *
   * @throws AppError NOT_FOUND
   */
  refusedCsv(actor: Actor, id: string): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const row = await this.imports.load(work, id);
      authorize(actor, leadImportPermissions.read, leadImportSubject, leadAccess(row));
      const header = ['Line', 'Problem', ...(row.detected?.columns ?? []).map((column) => column.name)];
      const refusals = await this.imports.refusals(work, id);
      recordExport(work, { what: 'leadImport', format: 'CSV', rows: refusals.length, related: [id] });
      const lines = [header, ...refusals.map((refusal) => [String(refusal.line), refusal.problem, ...refusal.cells])];
      return `\ufeff${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
    });
  }

  /** Who uploaded it answers for it. */
  private mine(work: Work, row: ImportRow): ImportRow {
    authorize(work.actor, leadImportPermissions.create, leadImportSubject, leadAccess(row));
    return row;
  }

  /** Looks at the file again when it is to be read differently. */
  private async redetect(work: Work, row: ImportRow, choices: ImportChoices): Promise<DetectedFile> {
    const known = row.detected;
    if (!known) throw refuse('PRECONDITION_FAILED', 'The file has not arrived completely. Upload it again.');
    const encoding = choices.encoding ?? known.encoding;
    const delimiter = choices.delimiter ?? known.delimiter;
    if (encoding === known.encoding && delimiter === known.delimiter) return known;
    const head = await this.imports.piece(work, row.id, 0);
    if (!head) throw refuse('PRECONDITION_FAILED', 'The file of this import is not here any more. Upload it again.');
    return detectFile(head, encoding, delimiter);
  }

  private async settings(work: Work, detected: DetectedFile, choices: ImportChoices): Promise<ImportSettings> {
    const mapping = choices.mapping ?? detected.mapping;
    requireMapping(mapping, detected.columns.length);
    if (choices.ownerId) await this.placement.requirePerson(work, choices.ownerId, 'settings.ownerId');
    return {
      encoding: detected.encoding, delimiter: detected.delimiter, mapping, emptyValues: choices.emptyValues ?? detected.emptyValues, onDuplicate: choices.onDuplicate ?? 'SKIP',
      notConverted: choices.notConverted ?? 'NEW', dateOrder: choices.dateOrder ?? null, currency: choices.currency ?? (await this.placement.currency(work)),
      source: normalizeLine(choices.source), tags: normalizeTags(choices.tags ?? []), ownerId: choices.ownerId ?? null,
      departmentId: await this.placement.queueOf(work, choices.ownerId ?? work.actor.userId),
    };
  }

  private async read(actor: Actor, id: string, detected: DetectedFile, settings: ImportSettings): Promise<Omit<ImportPreview, 'detected'>> {
    const plan = planRows(detected.columns, settings);
    const report = emptyReport(plan);
    const preview: Omit<ImportPreview, 'detected'> = { rows: [], refused: [], rowsRead: 0, rowsRefused: 0, report };
    let header = true;
    const count = (record: CsvRecord): void => {
      const row = readRow(plan, record);
      preview.rowsRead++;
      if ('problem' in row) {
        preview.rowsRefused++;
        countRefusal(report, row);
        if (preview.refused.length < SHOWN_REFUSALS) preview.refused.push(row);
        return;
      }
      countRow(report, row);
      if (preview.rows.length < SHOWN_ROWS) preview.rows.push(row);
    };
    for await (const records of this.file.records(actor, id, settings)) {
      for (const record of records) {
        if (header) header = false;
        else if (preview.rowsRead < PREVIEW_ROWS) count(record);
      }
      if (preview.rowsRead >= PREVIEW_ROWS) break;
    }
    return preview;
  }
}

/** @throws AppError VALIDATION_FAILED */
function requireMapping(mapping: ImportSettings['mapping'], columns: number): void {
  const fields = new Set<string>();
  const used = new Set<number>();
  for (const { column, field } of mapping) {
    if (!Number.isInteger(column) || column < 0 || column >= columns) throw refuse('VALIDATION_FAILED', `There is no column ${column + 1} in this file.`, 'settings.mapping');
    if (!IMPORT_FIELD_NAMES.includes(field)) throw refuse('VALIDATION_FAILED', `There is no field "${String(field)}".`, 'settings.mapping');
    if (fields.has(field) || used.has(column)) throw refuse('VALIDATION_FAILED', 'A column can fill one field, and a field can be filled by one column.', 'settings.mapping');
    fields.add(field);
    used.add(column);
  }
}

/** A preview may do without: its rows say what is missing. @throws AppError VALIDATION_FAILED */
function requireIdentity(mapping: ImportSettings['mapping']): void {
  const identities: readonly string[] = ['externalId', 'email', 'phone', 'name', 'firstName', 'lastName', 'company'];
  if (mapping.some(({ field }) => identities.includes(field))) return;
  throw refuse('VALIDATION_FAILED', 'Choose a column for the name, the company, the e-mail address, the telephone number or the external id: a lead needs one.', 'settings.mapping');
}
