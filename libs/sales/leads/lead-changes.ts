import { Injectable } from '@nestjs/common';
import { fieldChanges, type Work } from '@throughline/platform/database';
import { newId } from '@throughline/platform/kernel';
import { LEAD_EVENTS, type LeadEvent } from './lead.events.js';
import { identityColumns } from './lead.facts.js';
import { leadAccess } from './lead.policy.js';
import { LeadRepository, type LeadRow } from './lead.repository.js';
import { adjustmentOf, type LeadFacts, scoreLead } from './scoring/index.js';
import { ScoringProfiles } from './scoring/scoring-profiles.js';

/** Columns to set; `scoreReasons`, `score`, `rating`, `displayName` and `dedupeKey` follow by themselves. */
export type LeadValues = Partial<Omit<LeadRow, 'id' | 'version' | 'score' | 'rating' | 'scoreReasons' | 'displayName' | 'dedupeKey' | 'budgetMinor' | 'tags' | 'requestedServices'>> & {
  budgetMinor?: bigint | string | null;
  tags?: readonly string[];
  requestedServices?: readonly string[];
};

/** What goes into the event beside the changed fields. */
export interface Told {
  kind: LeadEvent;
  /** What people said about it: a note, a channel. */
  notes?: Readonly<Record<string, unknown>>;
  related?: string[];
}

const NOT_TOLD = new Set(['scoreReasons', 'displayName', 'dedupeKey', 'version']);

/** The one way a lead is written: keeps score, shown name and dedupe key true and records the event. */
@Injectable()
export class LeadChanges {
  constructor(
    private readonly leads: LeadRepository,
    private readonly profiles: ScoringProfiles,
  ) {}

  /** @returns the new lead's id. @throws AppError VALIDATION_FAILED when nothing says who it is */
  async create(work: Work, values: LeadValues & { currency: string }, notes: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const lead: LeadRow = { ...EMPTY_LEAD, ...present(values), id: newId() };
    const row = { ...lead, ...identityColumns(lead), ...(await this.score(work, lead)) };
    const { version: _version, ...columns } = row;
    await this.leads.insert(work, columns);
    work.record({
      kind: LEAD_EVENTS.created, subject: 'lead', subjectId: row.id, access: { before: null, after: leadAccess(row) },
      changes: { ...fieldChanges(EMPTY_LEAD, told({ ...columns, id: undefined })), ...noted(notes) },
    });
    return row.id;
  }

  /**
   * Updates a locked lead. Without any difference and without notes nothing is written.
   *
   * @throws AppError CONFLICT when `version` is stale
   */
  async update(work: Work, lead: LeadRow, version: number, values: LeadValues, event: Told): Promise<LeadRow> {
    const merged: LeadRow = { ...lead, ...present(values) };
    const after: LeadRow = { ...merged, ...identityColumns(merged), ...(await this.score(work, merged)) };
    const differences = Object.keys(fieldChanges(lead, after)) as (keyof LeadRow)[];
    if (differences.length === 0 && !event.notes && version === lead.version) return lead;
    await this.leads.update(work, lead.id, version, Object.fromEntries(differences.map((field) => [field, after[field]])));
    work.record({
      kind: event.kind, subject: 'lead', subjectId: lead.id, ...(event.related ? { related: event.related } : {}),
      access: { before: leadAccess(lead), after: leadAccess(after) },
      changes: { ...told(fieldChanges(lead, after)), ...noted(event.notes ?? {}) },
    });
    return after;
  }

  private async score(work: Work, lead: LeadRow): Promise<Pick<LeadRow, 'score' | 'rating' | 'scoreReasons'>> {
    const { score, rating, reasons } = scoreLead(await this.profiles.of(work), lead satisfies LeadFacts, adjustmentOf(lead));
    return { score, rating, scoreReasons: reasons };
  }
}

/** A lead of whom nothing is known. */
export const EMPTY_LEAD: LeadRow = {
  id: '', version: 1, displayName: '', name: null, company: null, title: null, email: null, phone: null, website: null, city: null, country: null,
  externalId: null, reference: null, dedupeKey: '', source: null, campaign: null, medium: null, referrer: null, formId: null, importId: null,
  historical: false, status: 'NEW', statusReason: null, ownerId: null, departmentId: null, assignedAt: null, budgetMinor: null, currency: 'USD',
  authority: null, need: null, timeline: null, rating: 'COLD', priority: 'MEDIUM', score: 0, scoreReasons: [], scoreAdjustment: 0,
  scoreAdjustmentReason: null, requestedServices: [], requirements: null, wishedDate: null, visits: null, secondsOnSite: null, pagesPerVisit: null,
  lastActivity: null, doNotEmail: false, doNotCall: false, tags: [], extra: {}, firstResponseAt: null, lastContactAt: null, qualifiedAt: null,
  closedAt: null, convertedCustomerId: null, convertedContactId: null, convertedDealId: null,
};

function present(values: LeadValues): Partial<LeadRow> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([field, value]) => [field, typeof value === 'bigint' ? value.toString() : value]));
}

function told<T extends object>(changes: T): T {
  return Object.fromEntries(Object.entries(changes).filter(([field]) => !NOT_TOLD.has(field))) as T;
}

function noted(notes: Readonly<Record<string, unknown>>): Record<string, { before: null; after: unknown }> {
  return Object.fromEntries(Object.entries(notes).filter(([, value]) => value !== undefined && value !== null).map(([field, value]) => [field, { before: null, after: value }]));
}
