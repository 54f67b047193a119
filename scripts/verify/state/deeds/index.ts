import { securityDeeds, sessionDeeds, signInDeeds } from './accounts.js';
import { channelDeeds, messageDeeds, notificationDeeds } from './collaboration.js';
import type { Deeds } from './deed.js';
import { fileDeeds, projectDeeds, taskDeeds, ticketDeeds } from './delivery.js';
import { departmentDeeds, handOffDeeds, roleDeeds, settingsDeeds, userDeeds } from './people.js';
import { customerDeeds, dealDeeds, leadDeeds, tagDeeds } from './sales.js';

/** How mutations are made to take effect, by root area: each area can be done by itself. */
export const AREAS = {
  sales: { ...leadDeeds, ...customerDeeds, ...dealDeeds, ...tagDeeds },
  delivery: { ...ticketDeeds, ...projectDeeds, ...taskDeeds, ...fileDeeds },
  collaboration: { ...channelDeeds, ...messageDeeds, ...notificationDeeds },
  people: { ...userDeeds, ...departmentDeeds, ...handOffDeeds, ...roleDeeds, ...settingsDeeds },
  accounts: { ...signInDeeds, ...securityDeeds, ...sessionDeeds },
} as const satisfies Record<string, Deeds>;
export type Area = keyof typeof AREAS;

/** Mutations that cannot change what any list shows, and why. Everything else of the schema has its deed. */
export const NO_LIST: Readonly<Record<string, string>> = {
  announcePresence: 'Who views a record is no state: it is told by `presence` and forgotten after a minute.',
  reauthenticate: 'Notes in the caller\'s own session that they proved who they are.',
  beginSecondFactor: 'Makes a secret that counts for nothing until it is confirmed; confirmSecondFactor begins with it.',
  renewRecoveryCodes: 'Other codes for the same person, which nobody is shown again.',
  beginSignInEnrolment: 'Makes a secret for somebody who is not signed in yet; nothing is kept until the sign-in is confirmed.',
  requestPasswordReset: 'Answers everybody alike; the mail it may send is in the list of mails, and resetPassword begins with it.',
  requestSignInLink: 'Answers everybody alike; signInWithLink begins with it.',
  startViewAs: 'Makes the caller\'s own session one that only looks: other rights, no other records.',
  endViewAs: 'Ends that.',
  signUp: 'Founds another organization; off unless the operator switches it on.',
};
