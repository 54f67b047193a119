import { Injectable } from '@nestjs/common';
import { allows } from '@throughline/platform/access';
import { fieldChanges, type Work } from '@throughline/platform/database';
import { newId } from '@throughline/platform/kernel';
import { normalizeTags } from '@throughline/common/tags';
import { EMPTY_LEAD } from '../lead-changes.js';
import { LEAD_EVENTS } from '../lead.events.js';
import { identityColumns } from '../lead.facts.js';
import { leadAccess, leadPermissions } from '../lead.policy.js';
import type { LeadRow } from '../lead.repository.js';
import { type ScoringProfile, scoreLead } from '../scoring/index.js';
import { ScoringProfiles } from '../scoring/scoring-profiles.js';
import type { ImportSettings } from './import.types.js';
import { type ImportedLead, LeadBatchRepository } from './lead-batch.repository.js';
import type { ReadRow, RefusedRow } from './read-row.js';

/** What the rows of a batch became. */
export interface BatchResult {
  created: number;
  updated: number;
  unchanged: number;
  skipped: number;
  refused: RefusedRow[];
}

/** Where the leads of an import go. */
export interface BatchTarget {
  importId: string;
  settings: ImportSettings;
}

/** Turns rows into leads: one set of statements and one event a lead, in the running transaction. */
@Injectable()
export class LeadBatch {
  constructor(
    private readonly repository: LeadBatchRepository,
    private readonly profiles: ScoringProfiles,
  ) {}

  /** A key that is there already, in the database or further up in the batch, is the same lead. */
  async write(work: Work, target: BatchTarget, rows: readonly ReadRow[]): Promise<BatchResult> {
    const result: BatchResult = { created: 0, updated: 0, unchanged: 0, skipped: 0, refused: [] };
    const profile = await this.profiles.of(work);
    const existing = await this.repository.existing(work, rows.map((row) => row.dedupeKey));
    const created = new Map<string, ImportedLead>();
    const updated = new Map<string, { before: LeadRow; after: LeadRow }>();
    for (const row of rows) {
      const fresh = created.get(row.dedupeKey);
      const present = updated.get(row.dedupeKey)?.after ?? existing.get(row.dedupeKey);
      if (!fresh && !present) {
        created.set(row.dedupeKey, newLead(target, row, profile));
        result.created++;
      } else if (target.settings.onDuplicate === 'SKIP') {
        result.skipped++;
      } else if (fresh) {
        created.set(row.dedupeKey, { ...fresh, ...filledIn(fresh, row, profile) });
        result.updated++;
      } else if (present) {
        this.fillIn(work, present, row, profile, existing, updated, result);
      }
    }
    await this.repository.insert(work, [...created.values()]);
    await this.repository.update(work, [...updated.values()].map(({ after }) => after));
    this.record(work, created, updated);
    return result;
  }

  private fillIn(
    work: Work, present: LeadRow, row: ReadRow, profile: ScoringProfile,
    existing: ReadonlyMap<string, LeadRow>, updated: Map<string, { before: LeadRow; after: LeadRow }>, result: BatchResult,
  ): void {
    if (!allows(work.actor.ability, leadPermissions.update, leadAccess(present))) {
      result.refused.push({ line: row.line, problem: 'This lead is there already, and you may not change it.', cells: [] });
      return;
    }
    const after = { ...present, ...filledIn(present, row, profile) };
    if (Object.keys(fieldChanges(present, after)).length === 0) {
      result.unchanged++;
      return;
    }
    updated.set(row.dedupeKey, { before: existing.get(row.dedupeKey)!, after });
    result.updated++;
  }

  private record(work: Work, created: ReadonlyMap<string, ImportedLead>, updated: ReadonlyMap<string, { before: LeadRow; after: LeadRow }>): void {
    for (const { scoreReasons: _reasons, displayName: _name, dedupeKey: _key, version: _version, extra: _extra, id, createdAt, ...shown } of created.values()) {
      work.record({
        kind: LEAD_EVENTS.created, subject: 'lead', subjectId: id, access: { before: null, after: leadAccess(shown) },
        changes: fieldChanges(EMPTY_LEAD, shown), ...(createdAt ? { occurredAt: new Date(createdAt) } : {}),
      });
    }
    for (const { before, after } of updated.values()) {
      const { scoreReasons: _reasons, displayName: _name, dedupeKey: _key, ...changes } = fieldChanges(before, after);
      work.record({ kind: LEAD_EVENTS.updated, subject: 'lead', subjectId: after.id, access: { before: leadAccess(before), after: leadAccess(after) }, changes });
    }
  }
}

function newLead({ importId, settings }: BatchTarget, row: ReadRow, profile: ScoringProfile): ImportedLead {
  const { createdAt, closedAt, budget, status, ...facts } = row.values;
  const created = createdAt ?? null;
  const lead: LeadRow = {
    ...EMPTY_LEAD, ...facts, id: newId(created?.getTime()), importId, historical: true, status, currency: settings.currency, ownerId: settings.ownerId, departmentId: settings.departmentId,
    assignedAt: settings.ownerId ? new Date() : null, budgetMinor: budget?.toString() ?? null, tags: normalizeTags([...(facts.tags ?? []), ...settings.tags]),
    extra: row.extra, closedAt: ['CONVERTED', 'LOST', 'DISQUALIFIED'].includes(status) ? (closedAt ?? null) : null,
    statusReason: ['LOST', 'DISQUALIFIED'].includes(status) ? (facts.statusReason ?? null) : null,
  };
  return { ...lead, ...identityColumns(lead), ...scored(profile, lead), createdAt: created?.toISOString() ?? null };
}

/** What the file adds to a lead that is there: facts, never its status, owner or times. */
function filledIn<Lead extends LeadRow>(lead: Lead, row: ReadRow, profile: ScoringProfile): Partial<LeadRow> {
  const { createdAt: _created, closedAt: _closed, status: _status, statusReason: _reason, budget, tags, ...facts } = row.values;
  const values: Partial<LeadRow> = {
    ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
    ...(budget === undefined ? {} : { budgetMinor: budget.toString() }),
    ...(tags ? { tags: normalizeTags([...lead.tags, ...tags]) } : {}),
    extra: { ...lead.extra, ...row.extra },
  };
  const merged: LeadRow = { ...lead, ...values };
  return { ...values, ...identityColumns(merged), ...scored(profile, merged) };
}

function scored(profile: ScoringProfile, lead: LeadRow): Pick<LeadRow, 'score' | 'rating' | 'scoreReasons'> {
  const adjustment = lead.scoreAdjustment === 0 ? null : { points: lead.scoreAdjustment, reason: lead.scoreAdjustmentReason ?? 'Adjusted by hand' };
  const { score, rating, reasons } = scoreLead(profile, lead, adjustment);
  return { score, rating, scoreReasons: reasons };
}
