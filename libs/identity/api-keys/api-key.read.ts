import { userRead } from '@throughline/identity/users';
import { booleanFilter, computed, dateTimeFilter, defineRead, idFilter, one, type ReadModel, textFilter } from '@throughline/platform/read';
import { ApiKeyObject } from './api/api-key.object.js';
import { apiKeySubject } from './api-key.policy.js';

const active = (key: string): string => `(${key}.revoked_at IS NULL AND ${key}.expires_at > now())`;

export const apiKeyRead: ReadModel<ApiKeyObject> = defineRead({
  name: 'ApiKey',
  object: () => ApiKeyObject,
  subject: apiKeySubject,
  fields: {
    active: computed('BOOLEAN', ['revoked_at', 'expires_at'], active),
    account: one(() => userRead, { local: 'account_id' }),
    createdBy: one(() => userRead, { local: 'created_by_id' }),
  },
  filters: {
    active: booleanFilter({ sql: active, columns: ['revoked_at', 'expires_at'] }),
    name: textFilter(), createdById: idFilter(), expiresAt: dateTimeFilter(),
  },
  sorts: { createdAt: 'timestamptz!' },
  defaultSort: [{ field: 'createdAt', direction: 'DESC' }],
});
