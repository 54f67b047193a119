import { declareSecurityKinds, definePermissions, defineSubject, SECURITY } from '@throughline/platform/access';
import { SECURITY_KINDS } from './security-kinds.js';

/** The log of everything that happened. Its rows have no access columns: who may read it reads it all, without what they may not see of the records. */
export const auditSubject = defineSubject({ name: 'audit', table: 'event', label: 'audit entry', columns: {} });

export const auditPermissions = definePermissions('audit', {
  read: 'Read the audit log',
  export: 'Take the audit log out as a file',
  erase: 'Take people, and what is old, out of the history',
});

/** What threatens the organization: failed sign-ins, refusals, changed rights, mass exports. */
export const securitySubject = defineSubject({ name: SECURITY, table: 'event', label: 'security event', columns: {} });

export const securityPermissions = definePermissions(SECURITY, {
  read: 'Watch the security monitor',
  configure: 'Set the thresholds of security alerts',
  review: 'Review who holds which roles, and take them away',
});

declareSecurityKinds(SECURITY_KINDS);
