import { defineRead, embedded, type ReadModel } from '@throughline/platform/read';
import { LeadScoringObject } from '../api/lead-scoring.object.js';
import { leadScoringSubject } from './scoring.policy.js';

/** One record an organization; what it holds is told in its history. */
export const leadScoringRead: ReadModel<LeadScoringObject> = defineRead({
  name: 'LeadScoring',
  object: () => LeadScoringObject,
  subject: leadScoringSubject,
  fields: { rules: embedded('rules') },
});
