import type { ScoringProfile } from './scoring.js';

/**
 * The rules an organization starts with: who they are, what they ask for, how engaged they are, and the four answers of
 * the qualification (budget, authority, need, timeline), which weigh most because a person gave them.
 */
export const DEFAULT_SCORING: ScoringProfile = {
  hotFrom: 70,
  warmFrom: 40,
  rules: [
    { key: 'company', category: 'DEMOGRAPHIC', label: 'Names a company', points: 4, when: [{ fact: 'company', is: 'PRESENT' }] },
    { key: 'business_email', category: 'DEMOGRAPHIC', label: 'Writes from a company address', points: 4, when: [{ fact: 'businessEmail', is: 'TRUE' }] },
    { key: 'phone', category: 'DEMOGRAPHIC', label: 'Left a telephone number', points: 4, when: [{ fact: 'phone', is: 'PRESENT' }] },
    {
      key: 'decision_title', category: 'DEMOGRAPHIC', label: 'Title of somebody who decides', points: 8,
      when: [{ fact: 'title', is: 'CONTAINS_WORD', values: ['owner', 'founder', 'cofounder', 'ceo', 'cto', 'cmo', 'coo', 'cfo', 'chief', 'president', 'director', 'head', 'partner', 'businessman', 'proprietor'] }],
    },
    { key: 'services', category: 'BEHAVIOUR', label: 'Asked for particular services', points: 8, when: [{ fact: 'requestedServices', is: 'PRESENT' }] },
    { key: 'requirements', category: 'BEHAVIOUR', label: 'Described what is needed', points: 6, when: [{ fact: 'requirements', is: 'PRESENT' }] },
    { key: 'wished_date', category: 'BEHAVIOUR', label: 'Named a date', points: 4, when: [{ fact: 'wishedDate', is: 'PRESENT' }] },
    {
      key: 'referred', category: 'BEHAVIOUR', label: 'Came by recommendation', points: 6,
      when: [{ fact: 'source', is: 'ONE_OF', values: ['Reference', 'Referral', 'Recommendation', 'Word of mouth', 'Partner'] }],
    },
    { key: 'visits', category: 'ENGAGEMENT', label: 'Visited the site three times or more', points: 3, when: [{ fact: 'visits', is: 'AT_LEAST', value: 3 }] },
    { key: 'time_on_site', category: 'ENGAGEMENT', label: 'Spent ten minutes or more on the site', points: 6, when: [{ fact: 'secondsOnSite', is: 'AT_LEAST', value: 600 }] },
    {
      key: 'answered', category: 'ENGAGEMENT', label: 'Reacted to a message lately', points: 5,
      when: [{ fact: 'lastActivity', is: 'ONE_OF', values: ['Email Opened', 'Email Link Clicked', 'Email Received', 'Had a Phone Conversation', 'Replied', 'Form Submitted on Website'] }],
    },
    {
      key: 'unreachable', category: 'ENGAGEMENT', label: 'Could not be reached lately', points: -6,
      when: [{ fact: 'lastActivity', is: 'ONE_OF', values: ['Email Bounced', 'Unreachable', 'Unsubscribed', 'Email Marked Spam'] }],
    },
    { key: 'no_email', category: 'ENGAGEMENT', label: 'Does not want e-mail', points: -4, when: [{ fact: 'doNotEmail', is: 'TRUE' }] },
    { key: 'budget', category: 'QUALIFICATION', label: 'Has a budget', points: 14, when: [{ fact: 'budgetMinor', is: 'AT_LEAST', value: 1 }] },
    { key: 'authority_yes', category: 'QUALIFICATION', label: 'Decides about the budget', points: 14, when: [{ fact: 'authority', is: 'ONE_OF', values: ['YES'] }] },
    { key: 'authority_no', category: 'QUALIFICATION', label: 'Does not decide about the budget', points: -4, when: [{ fact: 'authority', is: 'ONE_OF', values: ['NO'] }] },
    { key: 'need_explicit', category: 'QUALIFICATION', label: 'Says clearly what is needed', points: 14, when: [{ fact: 'need', is: 'ONE_OF', values: ['EXPLICIT'] }] },
    { key: 'need_implied', category: 'QUALIFICATION', label: 'A need can be seen', points: 6, when: [{ fact: 'need', is: 'ONE_OF', values: ['IMPLIED'] }] },
    { key: 'need_none', category: 'QUALIFICATION', label: 'Sees no need', points: -15, when: [{ fact: 'need', is: 'ONE_OF', values: ['NONE'] }] },
    { key: 'timeline_now', category: 'QUALIFICATION', label: 'Wants to start at once', points: 14, when: [{ fact: 'timeline', is: 'ONE_OF', values: ['IMMEDIATE'] }] },
    { key: 'timeline_soon', category: 'QUALIFICATION', label: 'Wants to start within three months', points: 10, when: [{ fact: 'timeline', is: 'ONE_OF', values: ['ONE_TO_THREE_MONTHS'] }] },
    { key: 'timeline_half_year', category: 'QUALIFICATION', label: 'Wants to start within half a year', points: 5, when: [{ fact: 'timeline', is: 'ONE_OF', values: ['THREE_TO_SIX_MONTHS'] }] },
    { key: 'timeline_far', category: 'QUALIFICATION', label: 'Does not want to start within a year', points: -4, when: [{ fact: 'timeline', is: 'ONE_OF', values: ['OVER_TWELVE_MONTHS'] }] },
  ],
};
