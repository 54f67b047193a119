import { registerEnumType } from '@nestjs/graphql';
import type { ContactKind } from '../lead-progress.service.js';
import type { Priority } from '../lead.entity.js';
import type { LeadStatus } from '../lead.workflow.js';
import type { Authority, Need, Rating, ScoreCategory, Timeline } from '../scoring/index.js';

type EnumOf<Value extends string> = { readonly [Key in Value]: Key };

export const LeadStatusEnum: EnumOf<LeadStatus> = {
  NEW: 'NEW', CONTACTED: 'CONTACTED', QUALIFIED: 'QUALIFIED', CONVERTED: 'CONVERTED', LOST: 'LOST', DISQUALIFIED: 'DISQUALIFIED',
};
registerEnumType(LeadStatusEnum, {
  name: 'LeadStatus',
  description: 'How far a lead has come.',
  valuesMap: {
    NEW: { description: 'Nobody has reached it yet.' },
    CONTACTED: { description: 'Somebody has spoken to it.' },
    QUALIFIED: { description: 'Budget, authority, need and timeline are known, and there is a need.' },
    CONVERTED: { description: 'Has become a customer, contact and deal.' },
    LOST: { description: 'Went elsewhere, or does not want to any more.' },
    DISQUALIFIED: { description: 'Was never one for us.' },
  },
});

export const LeadRatingEnum: EnumOf<Rating> = { HOT: 'HOT', WARM: 'WARM', COLD: 'COLD' };
registerEnumType(LeadRatingEnum, {
  name: 'LeadRating',
  description: 'What a lead\'s score amounts to.',
  valuesMap: { HOT: { description: 'Call today.' }, WARM: { description: 'Worth an effort.' }, COLD: { description: 'Not yet.' } },
});

export const LeadPriorityEnum: EnumOf<Priority> = { LOW: 'LOW', MEDIUM: 'MEDIUM', HIGH: 'HIGH' };
registerEnumType(LeadPriorityEnum, {
  name: 'LeadPriority',
  description: 'How urgent people say a lead is.',
  valuesMap: { LOW: { description: 'Can wait.' }, MEDIUM: { description: 'As usual.' }, HIGH: { description: 'First.' } },
});

export const AuthorityEnum: EnumOf<Authority> = { YES: 'YES', NO: 'NO', UNKNOWN: 'UNKNOWN' };
registerEnumType(AuthorityEnum, {
  name: 'LeadAuthority',
  description: 'Whether the person decides about the budget.',
  valuesMap: { YES: { description: 'Decides.' }, NO: { description: 'Somebody else decides.' }, UNKNOWN: { description: 'Asked, but not clear.' } },
});

export const NeedEnum: EnumOf<Need> = { EXPLICIT: 'EXPLICIT', IMPLIED: 'IMPLIED', NONE: 'NONE' };
registerEnumType(NeedEnum, {
  name: 'LeadNeed',
  description: 'Whether there is a need.',
  valuesMap: { EXPLICIT: { description: 'Says clearly what is needed.' }, IMPLIED: { description: 'A need can be seen.' }, NONE: { description: 'There is none.' } },
});

export const TimelineEnum: EnumOf<Timeline> = {
  IMMEDIATE: 'IMMEDIATE', ONE_TO_THREE_MONTHS: 'ONE_TO_THREE_MONTHS', THREE_TO_SIX_MONTHS: 'THREE_TO_SIX_MONTHS',
  SIX_TO_TWELVE_MONTHS: 'SIX_TO_TWELVE_MONTHS', OVER_TWELVE_MONTHS: 'OVER_TWELVE_MONTHS',
};
registerEnumType(TimelineEnum, {
  name: 'LeadTimeline',
  description: 'When it should start.',
  valuesMap: {
    IMMEDIATE: { description: 'At once.' },
    ONE_TO_THREE_MONTHS: { description: 'Within three months.' },
    THREE_TO_SIX_MONTHS: { description: 'Within half a year.' },
    SIX_TO_TWELVE_MONTHS: { description: 'Within a year.' },
    OVER_TWELVE_MONTHS: { description: 'Later than in a year.' },
  },
});

export const ScoreCategoryEnum: EnumOf<ScoreCategory> = {
  DEMOGRAPHIC: 'DEMOGRAPHIC', BEHAVIOUR: 'BEHAVIOUR', ENGAGEMENT: 'ENGAGEMENT', QUALIFICATION: 'QUALIFICATION', MANUAL: 'MANUAL',
};
registerEnumType(ScoreCategoryEnum, {
  name: 'LeadScoreCategory',
  description: 'What kind of fact a part of a score comes from.',
  valuesMap: {
    DEMOGRAPHIC: { description: 'Who they are.' },
    BEHAVIOUR: { description: 'What they asked for, and how they came.' },
    ENGAGEMENT: { description: 'How they react.' },
    QUALIFICATION: { description: 'Budget, authority, need, timeline.' },
    MANUAL: { description: 'Set by a person, or a limit.' },
  },
});

export const LeadContactKindEnum: EnumOf<ContactKind> = { CALL: 'CALL', EMAIL: 'EMAIL', MESSAGE: 'MESSAGE', MEETING: 'MEETING' };
registerEnumType(LeadContactKindEnum, {
  name: 'LeadContactKind',
  description: 'How somebody was contacted.',
  valuesMap: {
    CALL: { description: 'By telephone.' },
    EMAIL: { description: 'By e-mail.' },
    MESSAGE: { description: 'By text message or chat.' },
    MEETING: { description: 'In person or by video.' },
  },
});

export const LeadClosingMoveEnum = { LOSE: 'LOSE', DISQUALIFY: 'DISQUALIFY', REOPEN: 'REOPEN' } as const;
registerEnumType(LeadClosingMoveEnum, {
  name: 'LeadClosingMove',
  description: 'A move that ends or restarts leads.',
  valuesMap: { LOSE: { description: 'Mark as lost.' }, DISQUALIFY: { description: 'Disqualify.' }, REOPEN: { description: 'Reopen.' } },
});
