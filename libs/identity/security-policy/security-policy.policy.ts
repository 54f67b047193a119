import { definePermissions, defineSubject } from '@throughline/platform/access';

export const securityPolicySubject = defineSubject({ name: 'securityPolicy', table: 'security_policy', label: 'security policy', columns: {} });

export const securityPolicyPermissions = definePermissions('securityPolicy', {
  read: 'See how people get in: networks, second factor, passwords, limits of sessions',
  update: 'Change how people get in: networks, second factor, passwords, limits of sessions',
});
