import type { Work } from '../database/index.js';

/** The subject type of what is told to those who watch over security (`security.read`), in lists and live. */
export const SECURITY = 'security';

const securityKinds = new Set<string>();

/** Declares kinds of events that are told live to those who watch over security, whatever their subject. */
export function declareSecurityKinds(kinds: readonly string[]): void {
  kinds.forEach((kind) => securityKinds.add(kind));
}

export const isSecurityKind = (kind: string): boolean => securityKinds.has(kind);

/** What left the product in bulk. */
export interface Export {
  /** What was taken: `audit`, `lead`, `accessReview`. */
  what: string;
  format: string;
  /** Rows, when they are known already. */
  rows?: number;
  /** The conditions, as the caller gave them. */
  filter?: unknown;
  /** Records whose page it belongs on. */
  related?: string[];
}

/** What somebody was shown that not everybody who sees the record sees. */
export interface SensitiveRead {
  /** Subject type and id of the record. */
  subject: string;
  recordId: string;
  /** The fields that were shown unmasked; none when the record as a whole is sensitive. */
  fields?: readonly string[];
  reason?: string;
}

/**
 * Records an event for those who watch over security: no list of records receives it, the security monitor does.
 *
 * @param facts what is to be known of it; the caller, address and program are on every event anyway
 */
export function recordSecurityEvent(work: Work, kind: string, facts: Readonly<Record<string, unknown>>, more: { subjectId?: string; related?: string[] } = {}): void {
  const { userId, organizationId } = work.actor;
  work.record({
    kind,
    subject: SECURITY,
    subjectId: more.subjectId ?? userId ?? organizationId,
    ...(more.related ? { related: more.related } : {}),
    access: { before: {}, after: {} },
    changes: Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined).map(([name, value]) => [name, { before: null, after: value }])),
  });
}

/** Records that somebody took data out of the product: an export, or the download of a file (AUD-01). */
export function recordExport(work: Work, { related, ...facts }: Export): void {
  recordSecurityEvent(work, 'data.exported', { ...facts }, related ? { related } : {});
}

/** Records that somebody read a sensitive record, or fields that are masked for others (AUD-01). */
export function recordSensitiveRead(work: Work, { subject, recordId, fields, reason }: SensitiveRead): void {
  recordSecurityEvent(work, 'data.read', { what: subject, fields, reason }, { related: [recordId] });
}
