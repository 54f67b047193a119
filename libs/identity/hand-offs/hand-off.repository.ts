import { Injectable } from '@nestjs/common';
import { subjectByName } from '@throughline/platform/access';
import { type AccessColumns, insertRow, lockRow, type Work } from '@throughline/platform/database';
import { newId, notFound } from '@throughline/platform/kernel';
import type { HandOffStatus } from './hand-off.entity.js';

/** A hand-off as rules see it. */
export interface HandOffRow {
  id: string;
  version: number;
  subject: string;
  recordId: string;
  step: string;
  status: HandOffStatus;
  fromDepartmentId: string | null;
  fromUserId: string | null;
  toDepartmentId: string | null;
  toUserId: string | null;
  offeredBy: string | null;
  overdueAt: Date | null;
}

/** A record that is given, to whom and from whom. */
export interface NewHandOff {
  subject: string;
  recordId: string;
  step: string;
  note?: string | null | undefined;
  fromDepartmentId: string | null;
  fromUserId: string | null;
  toDepartmentId: string | null;
  toUserId: string | null;
  dueAt: Date | null;
  offeredBy: string | null;
}

const HAND_OFF = {
  table: 'hand_off', label: 'hand-off',
  fields: ['id', 'version', 'subject', 'recordId', 'step', 'status', 'fromDepartmentId', 'fromUserId', 'toDepartmentId', 'toUserId', 'offeredBy', 'overdueAt'],
};

export const handOffAccess = ({ toDepartmentId, toUserId }: Pick<HandOffRow, 'toDepartmentId' | 'toUserId'>): AccessColumns => ({ departmentId: toDepartmentId, ownerId: toUserId });

/** All SQL that writes hand-offs. */
@Injectable()
export class HandOffRepository {
  /** @throws AppError NOT_FOUND */
  lock(work: Work, id: string): Promise<HandOffRow> {
    return lockRow<HandOffRow>(work, HAND_OFF, id);
  }

  /** The record's latest, locked; null when it was never handed over. */
  async current(work: Work, recordId: string): Promise<HandOffRow | null> {
    const [row] = await work.query<{ id: string }>('SELECT id FROM hand_off WHERE organization_id = $1 AND record_id = $2 AND current', [work.actor.organizationId, recordId]);
    return row ? this.lock(work, row.id) : null;
  }

  async insert(work: Work, handOff: NewHandOff, items: readonly string[]): Promise<string> {
    const { organizationId } = work.actor;
    await work.execute('UPDATE hand_off SET current = false WHERE organization_id = $1 AND record_id = $2 AND current', [organizationId, handOff.recordId]);
    const id = newId();
    await insertRow(work, 'hand_off', { id, ...handOff });
    if (items.length > 0) {
      await work.execute(
        `INSERT INTO hand_off_item (id, organization_id, hand_off_id, position, title)
         SELECT i.id, $1, $2, i.position, i.title FROM jsonb_to_recordset($3::jsonb) AS i(id uuid, position integer, title text)`,
        [organizationId, id, JSON.stringify(items.map((title, index) => ({ id: newId(), position: index + 1, title })))],
      );
    }
    return id;
  }

  /** Titles of what is not ticked yet, in order. */
  async openItems(work: Work, id: string): Promise<string[]> {
    const rows = await work.query<{ title: string }>('SELECT title FROM hand_off_item WHERE organization_id = $1 AND hand_off_id = $2 AND NOT done ORDER BY position', [work.actor.organizationId, id]);
    return rows.map(({ title }) => title);
  }

  /** @returns the line's title @throws AppError NOT_FOUND at `itemId` */
  async tick(work: Work, id: string, itemId: string, done: boolean): Promise<string> {
    const [row] = await work.query<{ title: string }>(
      `UPDATE hand_off_item SET done = $4, done_at = CASE WHEN $4 THEN now() END, done_by = CASE WHEN $4 THEN $5::uuid END, version = version + 1, updated_at = now()
       WHERE organization_id = $1 AND hand_off_id = $2 AND id = $3 RETURNING title`,
      [work.actor.organizationId, id, itemId, done, work.actor.userId],
    );
    if (!row) throw notFound('line', 'itemId');
    return row.title;
  }

  /** The access columns of any record. @throws AppError NOT_FOUND at `recordId` */
  async recordAccess(work: Work, subject: string, recordId: string): Promise<AccessColumns> {
    const { table, label, columns } = subjectByName(subject);
    const list = Object.entries(columns).map(([name, column]) => `${column} AS "${name}"`);
    const [row] = await work.query<AccessColumns>(`SELECT ${['id', ...list].join(', ')} FROM ${table} WHERE organization_id = $1 AND id = $2`, [work.actor.organizationId, recordId]);
    if (!row) throw notFound(label, 'recordId');
    return Object.fromEntries(Object.keys(columns).map((name) => [name, (row as Record<string, unknown>)[name]]));
  }

  /** The department that takes a stage of the line: the highest one that serves it, one of the given kind first. */
  async departmentOfStage(work: Work, stage: number, kind: string): Promise<string | null> {
    const [row] = await work.query<{ id: string }>(
      `SELECT id FROM department WHERE organization_id = $1 AND archived_at IS NULL AND ($2 = ANY (stages) OR kind = $3)
       ORDER BY (kind = $3 AND $2 = ANY (stages)) DESC, ($2 = ANY (stages)) DESC, parent_id NULLS FIRST, id LIMIT 1`,
      [work.actor.organizationId, stage, kind],
    );
    return row?.id ?? null;
  }

  async departmentOfPerson(work: Work, userId: string): Promise<string | null> {
    const [row] = await work.query<{ id: string }>('SELECT department_id AS id FROM user_department WHERE organization_id = $1 AND user_id = $2 ORDER BY 1 LIMIT 1', [work.actor.organizationId, userId]);
    return row?.id ?? null;
  }
}
