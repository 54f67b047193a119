import { Injectable } from '@nestjs/common';
import { columnValues, insertRow, lockRow, selectList, updateVersioned, type Work } from '@throughline/platform/database';
import { notFound } from '@throughline/platform/kernel';
import type { Lead } from './lead.entity.js';

/** A lead as the rules need it. */
export type LeadRow = Omit<Lead, 'organizationId' | 'createdAt' | 'updatedAt'>;

export const LEAD_FIELDS = [
  'id', 'version', 'displayName', 'name', 'company', 'title', 'email', 'phone', 'website', 'city', 'country', 'externalId', 'reference', 'dedupeKey',
  'source', 'campaign', 'medium', 'referrer', 'formId', 'importId', 'historical', 'status', 'statusReason', 'ownerId', 'departmentId', 'assignedAt',
  'budgetMinor', 'currency', 'authority', 'need', 'timeline', 'rating', 'priority', 'score', 'scoreReasons', 'scoreAdjustment', 'scoreAdjustmentReason',
  'requestedServices', 'requirements', 'wishedDate::text', 'visits', 'secondsOnSite', 'pagesPerVisit', 'lastActivity', 'doNotEmail', 'doNotCall', 'tags',
  'extra', 'firstResponseAt', 'lastContactAt', 'qualifiedAt', 'closedAt', 'convertedCustomerId', 'convertedContactId', 'convertedDealId',
] as const;
const SELECT = `SELECT ${selectList(LEAD_FIELDS)} FROM lead`;

/** All SQL that writes leads one by one or in small bulks; imports have their own. */
@Injectable()
export class LeadRepository {
  /**
   * Loads a lead and keeps others from changing it until the transaction ends.
   *
   * @throws AppError NOT_FOUND
   */
  lock(work: Work, id: string): Promise<LeadRow> {
    return lockRow<LeadRow>(work, { table: 'lead', fields: LEAD_FIELDS, label: 'lead' }, id);
  }

  /** Those of many that exist, locked in the order of their ids, so that two bulks never wait for each other in a ring. */
  async lockMany(work: Work, ids: readonly string[]): Promise<Map<string, LeadRow>> {
    const leads = await work.query<LeadRow>(`${SELECT} WHERE organization_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR NO KEY UPDATE`, [work.actor.organizationId, ids]);
    return new Map(leads.map((lead) => [lead.id, lead]));
  }

  /** Without a lock, for previews. @throws AppError NOT_FOUND */
  async load(work: Work, id: string): Promise<LeadRow> {
    const [lead] = await work.query<LeadRow>(`${SELECT} WHERE organization_id = $1 AND id = $2`, [work.actor.organizationId, id]);
    if (!lead) throw notFound('lead');
    return lead;
  }

  /** Leads in these states in the order of their ids, from after one on; locked. */
  lockNext(work: Work, statuses: readonly string[], after: string, limit: number): Promise<LeadRow[]> {
    return work.query<LeadRow>(`${SELECT} WHERE organization_id = $1 AND status = ANY ($2) AND id > $3 ORDER BY id LIMIT $4 FOR NO KEY UPDATE`, [work.actor.organizationId, statuses, after, limit]);
  }

  /** The latest leads in these states; whoever asks judges which of them may be seen. */
  latest(work: Work, statuses: readonly string[], limit: number): Promise<LeadRow[]> {
    return work.query<LeadRow>(`${SELECT} WHERE organization_id = $1 AND status = ANY ($2) ORDER BY created_at DESC, id DESC LIMIT $3`, [work.actor.organizationId, statuses, limit]);
  }

  /** Scores that follow from new rules; of leads that are locked. Nobody's edit becomes stale by it. */
  async rescore(work: Work, scores: readonly { id: string; score: number; rating: string; reasons: readonly unknown[] }[]): Promise<void> {
    if (scores.length === 0) return;
    await work.query(
      `UPDATE lead SET score = s.score, rating = s.rating, score_reasons = s.reasons
       FROM jsonb_to_recordset($2::jsonb) AS s(id uuid, score integer, rating text, reasons jsonb) WHERE lead.organization_id = $1 AND lead.id = s.id`,
      [work.actor.organizationId, JSON.stringify(scores)],
    );
  }

  async insert(work: Work, values: Readonly<Record<string, unknown>>): Promise<void> {
    await insertRow(work, 'lead', jsonArrays(values));
  }

  /** @throws AppError CONFLICT when the version is stale */
  async update(work: Work, id: string, version: number, values: Readonly<Record<string, unknown>>): Promise<void> {
    await updateVersioned(work, 'lead', 'lead', id, version, columnValues(jsonArrays(values)));
  }

  /** Ids of other leads with the same key, e-mail address or telephone number; latest first, at most 20. */
  async similar(work: Work, lead: Pick<LeadRow, 'id' | 'dedupeKey' | 'email' | 'phone'>): Promise<string[]> {
    const rows = await work.query<{ id: string }>(
      `SELECT id FROM (
         (SELECT id, created_at FROM lead WHERE organization_id = $1 AND dedupe_key = $3 ORDER BY created_at DESC LIMIT 20)
         UNION (SELECT id, created_at FROM lead WHERE organization_id = $1 AND email = $4 ORDER BY created_at DESC LIMIT 20)
         UNION (SELECT id, created_at FROM lead WHERE organization_id = $1 AND phone = $5 ORDER BY created_at DESC LIMIT 20)
       ) found WHERE id <> $2 ORDER BY created_at DESC, id LIMIT 20`,
      [work.actor.organizationId, lead.id, lead.dedupeKey, lead.email, lead.phone],
    );
    return rows.map((row) => row.id);
  }
}

/** `scoreReasons` is a JSON array, which a parameter would write as a PostgreSQL array. */
function jsonArrays(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return 'scoreReasons' in values ? { ...values, scoreReasons: JSON.stringify(values['scoreReasons']) } : { ...values };
}
