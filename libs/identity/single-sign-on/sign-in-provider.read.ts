import { roleRead } from '@throughline/identity/access';
import { booleanFilter, computed, defineRead, one, type ReadModel, textFilter } from '@throughline/platform/read';
import { SignInProviderObject } from './api/sign-in-provider.object.js';
import { signInProviderSubject } from './sign-in-provider.policy.js';

/** Of the key in use. */
const ofKey = (column: string) => (provider: string): string =>
  `(SELECT k.${column} FROM sign_in_provider_key k WHERE k.organization_id = ${provider}.organization_id AND k.provider_id = ${provider}.id AND k.accepted_until IS NULL)`;

export const signInProviderRead: ReadModel<SignInProviderObject> = defineRead({
  name: 'SignInProvider',
  object: () => SignInProviderObject,
  subject: signInProviderSubject,
  fields: {
    hasClientSecret: computed('BOOLEAN', ['client_secret_sealed'], (provider) => `(${provider}.client_secret_sealed IS NOT NULL)`),
    encryptionCertificate: computed('TEXT', [], ofKey('certificate')),
    encryptionKeySince: computed('DATE_TIME', [], ofKey('created_at')),
    formerKeyUntil: computed('DATE_TIME', [], (provider) => `(SELECT max(k.accepted_until) FROM sign_in_provider_key k
      WHERE k.organization_id = ${provider}.organization_id AND k.provider_id = ${provider}.id AND k.accepted_until > now())`),
    provisionRole: one(() => roleRead, { local: 'provision_role_id' }),
  },
  filters: { name: textFilter(), active: booleanFilter() },
  sorts: { name: 'text!' },
  defaultSort: [{ field: 'name', direction: 'ASC' }],
});
