/** Every event a lead can have; `changes` holds the fields that changed, and what people said under `note`. */
export const LEAD_EVENTS = {
  /** By staff, by a public form (`formId`) or by an import (historical). */
  created: 'lead.created',
  updated: 'lead.updated',
  /** `changes.channel`, `reached`, `note`. */
  contacted: 'lead.contacted',
  qualified: 'lead.qualified',
  scoreAdjusted: 'lead.score_adjusted',
  /** The organization's scoring rules changed, and the score with them. */
  rescored: 'lead.rescored',
  converted: 'lead.converted',
  lost: 'lead.lost',
  disqualified: 'lead.disqualified',
  reopened: 'lead.reopened',
  /** Owner or department changed: given to somebody, or taken. */
  assigned: 'lead.assigned',
} as const;

export type LeadEvent = (typeof LEAD_EVENTS)[keyof typeof LEAD_EVENTS];
