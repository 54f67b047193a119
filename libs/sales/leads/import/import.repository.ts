import { Injectable } from '@nestjs/common';
import { columnValues, insertRow, lockRow, selectList, updateVersioned, type Work } from '@throughline/platform/database';
import { notFound } from '@throughline/platform/kernel';
import type { LeadImport } from './lead-import.entity.js';
import type { RefusedRow } from './read-row.js';

/** An import as the rules need it. */
export type ImportRow = Omit<LeadImport, 'organizationId' | 'createdAt' | 'updatedAt' | 'byteSize'> & { byteSize: string };

const FIELDS = [
  'id', 'version', 'ownerId', 'departmentId', 'fileName', 'byteSize', 'sha256', 'status', 'detected', 'settings', 'rowsDone', 'rowsTotal', 'rowsCreated', 'rowsUpdated',
  'rowsUnchanged', 'rowsSkipped', 'rowsRefused', 'report', 'failure', 'startedAt', 'finishedAt',
] as const;

/** Refused rows that are kept with their cells; the rest are only counted. */
export const KEPT_REFUSALS = 1_000;

/** All SQL about imports and their files. */
@Injectable()
export class ImportRepository {
  async insert(work: Work, values: Readonly<Record<string, unknown>>): Promise<void> {
    await insertRow(work, 'lead_import', values);
  }

  /** @throws AppError NOT_FOUND */
  lock(work: Work, id: string): Promise<ImportRow> {
    return lockRow<ImportRow>(work, { table: 'lead_import', fields: FIELDS, label: 'import' }, id);
  }

  /** @throws AppError NOT_FOUND */
  async load(work: Work, id: string): Promise<ImportRow> {
    const [row] = await work.query<ImportRow>(`SELECT ${selectList(FIELDS)} FROM lead_import WHERE organization_id = $1 AND id = $2`, [work.actor.organizationId, id]);
    if (!row) throw notFound('import');
    return row;
  }

  /** @throws AppError CONFLICT when the version is stale */
  async update(work: Work, id: string, version: number, values: Readonly<Record<string, unknown>>): Promise<void> {
    await updateVersioned(work, 'lead_import', 'import', id, version, columnValues(values));
  }

  /** Without a version: progress is the runner's alone, which holds the row's lock. */
  async progress(work: Work, id: string, values: Readonly<Record<string, unknown>>): Promise<void> {
    const columns = columnValues(values);
    const names = Object.keys(columns);
    await work.execute(
      `UPDATE lead_import SET ${names.map((name, index) => `${name} = $${index + 3}`).join(', ')}, updated_at = now() WHERE organization_id = $1 AND id = $2`,
      [work.actor.organizationId, id, ...Object.values(columns)],
    );
  }

  async addPiece(work: Work, importId: string, position: number, bytes: Buffer): Promise<void> {
    await work.query('INSERT INTO lead_import_piece (organization_id, import_id, position, bytes) VALUES ($1, $2, $3, $4)', [work.actor.organizationId, importId, position, bytes]);
  }

  /** @returns null after the last piece */
  async piece(work: Work, importId: string, position: number): Promise<Buffer | null> {
    const [row] = await work.query<{ bytes: Buffer }>(
      'SELECT bytes FROM lead_import_piece WHERE organization_id = $1 AND import_id = $2 AND position = $3', [work.actor.organizationId, importId, position],
    );
    return row?.bytes ?? null;
  }

  async dropPieces(work: Work, importId: string): Promise<void> {
    await work.execute('DELETE FROM lead_import_piece WHERE organization_id = $1 AND import_id = $2', [work.actor.organizationId, importId]);
  }

  async remove(work: Work, importId: string): Promise<void> {
    await work.execute('DELETE FROM lead_import WHERE organization_id = $1 AND id = $2', [work.actor.organizationId, importId]);
  }

  /** Uploads of somebody that were not started. */
  async waiting(work: Work, ownerId: string | null): Promise<number> {
    const [row] = await work.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM lead_import WHERE organization_id = $1 AND owner_id = $2 AND status IN ('UPLOADING', 'UPLOADED')`,
      [work.actor.organizationId, ownerId],
    );
    return row?.count ?? 0;
  }

  /** Closes uploads that nobody started for a day, so that their files do not stay for ever. */
  async closeAbandoned(work: Work): Promise<void> {
    await work.execute(
      `WITH abandoned AS (
         UPDATE lead_import SET status = 'CANCELLED', failure = 'Nobody started it within a day.', finished_at = now(), version = version + 1, updated_at = now()
         WHERE organization_id = $1 AND status IN ('UPLOADING', 'UPLOADED') AND created_at < now() - interval '1 day' RETURNING id)
       DELETE FROM lead_import_piece p USING abandoned a WHERE p.organization_id = $1 AND p.import_id = a.id`,
      [work.actor.organizationId],
    );
  }

  async keepRefusals(work: Work, importId: string, rows: readonly RefusedRow[]): Promise<void> {
    if (rows.length === 0) return;
    await work.query(
      `INSERT INTO lead_import_refusal (organization_id, import_id, line, problem, cells)
       SELECT $1, $2, r.line, r.problem, r.cells FROM jsonb_to_recordset($3::jsonb) AS r(line integer, problem text, cells jsonb)
       ON CONFLICT DO NOTHING`,
      [work.actor.organizationId, importId, JSON.stringify(rows.map((row) => ({ ...row, cells: row.cells.map(keptCell) })))],
    );
  }

  /** Kept refusals in the order of the file, for downloads. */
  async refusals(work: Work, importId: string): Promise<RefusedRow[]> {
    return work.query<RefusedRow>(
      'SELECT line, problem, cells FROM lead_import_refusal WHERE organization_id = $1 AND import_id = $2 ORDER BY line', [work.actor.organizationId, importId],
    );
  }
}

/** Cells as a JSON column takes them: no zero characters, no halves of characters, of bearable length. */
function keptCell(cell: string): string {
  return cell.slice(0, 500).replace(/[\p{Surrogate}\u0000]/gu, '');
}
