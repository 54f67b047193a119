import { definePermissions, defineSubject } from '@throughline/platform/access';

export const signInProviderSubject = defineSubject({ name: 'signInProvider', table: 'sign_in_provider', label: 'sign-in provider', columns: {} });

export const signInProviderPermissions = definePermissions('signInProvider', {
  read: 'See the providers of single sign-on',
  create: 'Add providers of single sign-on',
  update: 'Change providers of single sign-on, switch them on and off',
  delete: 'Remove providers of single sign-on',
});
