import { BUILT_IN_ROLES } from '@throughline/identity/access';
import { seedOrganization, type StaffRole, type TestOrganization } from '@throughline/testing';
import { bootApi, signInAs, type TestApi } from '@throughline/testing/api';

const DASHBOARD = '{ dashboard { asOf leads { status } deals { stage } wonThisMonth { currency } tickets { status } projects { status } myTasks { today } } }';

describe('the figures of the home screen', () => {
  let api: TestApi;
  let agency: TestOrganization;
  beforeAll(async () => {
    api = await bootApi();
    agency = await seedOrganization(api.database);
  });
  afterAll(() => api?.close());

  const staff = Object.keys(BUILT_IN_ROLES).filter((role) => !role.startsWith('CLIENT_')) as StaffRole[];
  it.each(staff)('answer a %s', async (role) => {
    const person = await signInAs(api, agency.users[role].email);
    const { dashboard } = await person.ask<{ dashboard: { asOf: string } }>(DASHBOARD);
    expect(Date.parse(dashboard.asOf)).toBeGreaterThan(0);
  });

  it('show nothing of what a person has no right to', async () => {
    const hr = await signInAs(api, agency.users.HR.email);
    const { dashboard } = await hr.ask<{ dashboard: Record<string, unknown> }>(DASHBOARD);
    expect(dashboard).toMatchObject({ leads: null, deals: null, wonThisMonth: null, tickets: null, projects: null, myTasks: null });
  });
});
