import { defineRead, type ReadModel } from '@throughline/platform/read';
import { OrganizationObject } from './api/organization.object.js';
import { organizationSubject } from './organization.policy.js';

export const organizationRead: ReadModel<OrganizationObject> = defineRead({
  name: 'Organization',
  object: () => OrganizationObject,
  subject: organizationSubject,
  tenant: 'id',
});
