import { Injectable } from '@nestjs/common';
import type { Work } from '@throughline/platform/database';
import { notFound } from '@throughline/platform/kernel';

/** Where a new sales record belongs when nobody says so: currency, department, people. */
@Injectable()
export class Placement {
  /** The organization's currency. */
  async currency(work: Work): Promise<string> {
    const [row] = await work.query<{ currency: string }>('SELECT currency FROM organization WHERE id = $1', [work.actor.organizationId]);
    if (!row) throw notFound('organization', '');
    return row.currency;
  }

  /**
   * The department of a person's records: one of theirs, `preferred` before a sales department before any other; without a
   * person `preferred`, else the organization's first sales department; null when there is none.
   */
  async departmentOf(work: Work, userId: string | null, preferred: string | null = null): Promise<string | null> {
    if (userId === null && preferred !== null) return preferred;
    const [row] = await work.query<{ id: string }>(
      userId === null
        ? `SELECT id FROM department WHERE organization_id = $1 AND kind = 'SALES' AND $2::uuid IS NULL AND $3::uuid IS NULL ORDER BY created_at, id LIMIT 1`
        : `SELECT d.id FROM user_department m JOIN department d ON d.organization_id = m.organization_id AND d.id = m.department_id
           WHERE m.organization_id = $1 AND m.user_id = $2 ORDER BY (d.id = $3) DESC NULLS LAST, (d.kind = 'SALES') DESC, d.created_at, d.id LIMIT 1`,
      [work.actor.organizationId, userId, preferred],
    );
    return row?.id ?? preferred;
  }

  /**
   * The queue that a lead waits in when it is brought by somebody: their own sales department, else the organization's first
   * one (marketing brings leads for sales), else any department of theirs.
   */
  async queueOf(work: Work, userId: string | null): Promise<string | null> {
    const [row] = await work.query<{ id: string }>(
      `SELECT d.id FROM department d LEFT JOIN user_department m ON m.organization_id = d.organization_id AND m.department_id = d.id AND m.user_id = $2
       WHERE d.organization_id = $1 AND d.kind = 'SALES' ORDER BY (m.user_id IS NOT NULL) DESC, d.created_at, d.id LIMIT 1`,
      [work.actor.organizationId, userId],
    );
    return row?.id ?? this.departmentOf(work, userId);
  }

  /**
   * Makes sure that records can be given to somebody: an active member of staff.
   *
   * @throws AppError NOT_FOUND at `path`
   */
  async requirePerson(work: Work, userId: string, path: string): Promise<void> {
    const found = await work.query(
      `SELECT 1 FROM user_account WHERE organization_id = $1 AND id = $2 AND tier IN ('ADMIN', 'EMPLOYEE') AND status = 'ACTIVE'`,
      [work.actor.organizationId, userId],
    );
    if (found.length === 0) throw notFound('person', path);
  }
}
