import { computed, defineRead, embedded, type ReadModel } from '@throughline/platform/read';
import { OrganizationSettingsObject } from './api/organization-settings.object.js';
import { currencyLockSql } from './money-records.js';
import { organizationSubject } from './organization.policy.js';

const ofOrganization = (column: string) => computed('TEXT', [], (t) => `(SELECT o.${column} FROM organization o WHERE o.id = ${t}.organization_id)`);

/** The settings are seen with the organization. */
export const organizationSettingsRead: ReadModel<OrganizationSettingsObject> = defineRead({
  name: 'OrganizationSettings',
  object: () => OrganizationSettingsObject,
  subject: organizationSubject,
  table: 'organization_settings',
  fields: {
    name: ofOrganization('name'),
    currency: ofOrganization('currency'),
    timeZone: ofOrganization('time_zone'),
    currencyLockedBecause: computed('TEXT', [], (t) => currencyLockSql(t)),
    logo: computed('TEXT', [], (t) => `'data:image/png;base64,' || translate(encode(${t}.logo, 'base64'), E'\\n', '')`),
    businessHours: embedded('business_hours'),
    holidays: embedded('holidays'),
    numberPrefixes: embedded('number_prefixes'),
  },
});
