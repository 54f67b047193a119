import type { LeadAuthority, LeadContactKind, LeadNeed, LeadPriority, LeadRating, LeadScoreCategory, LeadStatus, LeadTimeline } from '@/gql/leads/leads';
import type { Tone } from '@/lib/tone';
import type { Option } from '@/ui';

export const leadStatusLabel: Readonly<Record<LeadStatus, string>> = { NEW: 'New', CONTACTED: 'Contacted', QUALIFIED: 'Qualified', CONVERTED: 'Converted', LOST: 'Lost', DISQUALIFIED: 'Disqualified' };
export const leadStatusTone: Readonly<Record<LeadStatus, Tone>> = { NEW: 'info', CONTACTED: 'accent', QUALIFIED: 'warning', CONVERTED: 'success', LOST: 'danger', DISQUALIFIED: 'neutral' };
export const ratingLabel: Readonly<Record<LeadRating, string>> = { HOT: 'Hot', WARM: 'Warm', COLD: 'Cold' };
export const ratingTone: Readonly<Record<LeadRating, Tone>> = { HOT: 'danger', WARM: 'warning', COLD: 'neutral' };
export const priorityLabel: Readonly<Record<LeadPriority, string>> = { HIGH: 'High', MEDIUM: 'Medium', LOW: 'Low' };
export const authorityLabel: Readonly<Record<LeadAuthority, string>> = { YES: 'Decides', NO: 'Somebody else decides', UNKNOWN: 'Not clear' };
export const needLabel: Readonly<Record<LeadNeed, string>> = { EXPLICIT: 'Says clearly what is needed', IMPLIED: 'A need can be seen', NONE: 'None' };
export const timelineLabel: Readonly<Record<LeadTimeline, string>> = {
  IMMEDIATE: 'At once', ONE_TO_THREE_MONTHS: 'Within three months', THREE_TO_SIX_MONTHS: 'Within half a year', SIX_TO_TWELVE_MONTHS: 'Within a year', OVER_TWELVE_MONTHS: 'Later',
};
export const contactKindLabel: Readonly<Record<LeadContactKind, string>> = { CALL: 'Call', EMAIL: 'E-mail', MESSAGE: 'Message', MEETING: 'Meeting' };
export const scoreCategoryLabel: Readonly<Record<LeadScoreCategory, string>> = {
  DEMOGRAPHIC: 'Who they are', BEHAVIOUR: 'What they asked for', ENGAGEMENT: 'How they react', QUALIFICATION: 'Qualification', MANUAL: 'By hand',
};

/** Labels as choices of a select or filter. */
export function choices<Value extends string>(labels: Readonly<Record<Value, string>>): Option<Value>[] {
  return (Object.entries(labels) as [Value, string][]).map(([value, label]) => ({ value, label }));
}
