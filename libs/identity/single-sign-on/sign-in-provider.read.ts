import { roleRead } from '@throughline/identity/access';
import { booleanFilter, computed, defineRead, one, type ReadModel, textFilter } from '@throughline/platform/read';
import { SignInProviderObject } from './api/sign-in-provider.object.js';
import { signInProviderSubject } from './sign-in-provider.policy.js';

export const signInProviderRead: ReadModel<SignInProviderObject> = defineRead({
  name: 'SignInProvider',
  object: () => SignInProviderObject,
  subject: signInProviderSubject,
  fields: {
    hasClientSecret: computed('BOOLEAN', ['client_secret_sealed'], (provider) => `(${provider}.client_secret_sealed IS NOT NULL)`),
    provisionRole: one(() => roleRead, { local: 'provision_role_id' }),
  },
  filters: { name: textFilter(), active: booleanFilter() },
  sorts: { name: 'text!' },
  defaultSort: [{ field: 'name', direction: 'ASC' }],
});
