import { Injectable } from '@nestjs/common';
import { columnName, selectList, type Work } from '@throughline/platform/database';
import { LEAD_FIELDS, type LeadRow } from '../lead.repository.js';

/** A lead as an import writes it; `createdAt` when the file says so. */
export type ImportedLead = LeadRow & { createdAt: string | null };

const TYPES: Partial<Record<string, string>> = {
  id: 'uuid', version: 'integer', formId: 'uuid', importId: 'uuid', historical: 'boolean', ownerId: 'uuid', departmentId: 'uuid', assignedAt: 'timestamptz',
  budgetMinor: 'bigint', score: 'integer', scoreReasons: 'jsonb', scoreAdjustment: 'integer', requestedServices: 'text[]', wishedDate: 'date', visits: 'integer',
  secondsOnSite: 'integer', pagesPerVisit: 'double precision', doNotEmail: 'boolean', doNotCall: 'boolean', tags: 'text[]', extra: 'jsonb',
  firstResponseAt: 'timestamptz', lastContactAt: 'timestamptz', qualifiedAt: 'timestamptz', closedAt: 'timestamptz', convertedCustomerId: 'uuid',
  convertedContactId: 'uuid', convertedDealId: 'uuid',
};
const NAMES = LEAD_FIELDS.map((field) => field.replace(/::.*/, ''));
const COLUMNS = NAMES.map(columnName);
const RECORD = `(${[...NAMES.map((name) => `"${name}" ${TYPES[name] ?? 'text'}`), '"createdAt" timestamptz'].join(', ')})`;
/** What an update of an existing lead may touch. */
const UPDATED = NAMES.filter((name) => !['id', 'version', 'importId', 'historical', 'ownerId', 'departmentId', 'assignedAt', 'status'].includes(name));

/** Writes leads by the hundred. */
@Injectable()
export class LeadBatchRepository {
  /**
   * The first lead of each key, locked. Until the transaction ends no other import of the organization can create one of these
   * keys.
   */
  async existing(work: Work, keys: readonly string[]): Promise<Map<string, LeadRow>> {
    const { organizationId } = work.actor;
    await work.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`lead-import:${organizationId}`]);
    const leads = await work.query<LeadRow>(
      `SELECT ${selectList(LEAD_FIELDS)} FROM lead WHERE organization_id = $1 AND dedupe_key = ANY($2) ORDER BY id DESC FOR NO KEY UPDATE`, [organizationId, keys],
    );
    // From the latest to the first, so that the first one stays.
    return new Map(leads.map((lead) => [lead.dedupeKey, lead]));
  }

  async insert(work: Work, leads: readonly ImportedLead[]): Promise<void> {
    if (leads.length === 0) return;
    await work.query(
      `INSERT INTO lead (organization_id, created_at, ${COLUMNS.join(', ')})
       SELECT $1, coalesce(r."createdAt", now()), ${NAMES.map((name) => `r."${name}"`).join(', ')} FROM jsonb_to_recordset($2::jsonb) AS r${RECORD}`,
      [work.actor.organizationId, JSON.stringify(leads)],
    );
  }

  /** Of leads that `existing` locked. */
  async update(work: Work, leads: readonly LeadRow[]): Promise<void> {
    if (leads.length === 0) return;
    await work.query(
      `UPDATE lead SET ${UPDATED.map((name) => `${columnName(name)} = r."${name}"`).join(', ')}, version = lead.version + 1, updated_at = now()
       FROM jsonb_to_recordset($2::jsonb) AS r${RECORD} WHERE lead.organization_id = $1 AND lead.id = r.id`,
      [work.actor.organizationId, JSON.stringify(leads)],
    );
  }
}
