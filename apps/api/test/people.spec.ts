import { seedOrganization, TEST_PASSWORD, type TestOrganization } from '@throughline/testing';
import { bootApi, signInAs, type TestApi } from '@throughline/testing/api';

describe('people', () => {
  let api: TestApi;
  let agency: TestOrganization;
  beforeAll(async () => {
    api = await bootApi();
    agency = await seedOrganization(api.database);
  });
  afterAll(() => api?.close());

  it('lists', async () => {
    const admin = await signInAs(api, agency.users.ADMIN.email);
    console.log(JSON.stringify(await admin.send('{ users(first: 3, search: "sales") { totalCount nodes { id name email tier status departments { name } teams { name } roles { role { key parent { key } } department { name } } } } departments { nodes { name kind parent { name } children { name } manager { name } members { name } teams { name lead { name } } } } roles { nodes { key name tiers } } organization { id name } viewer { name } }'), null, 1).slice(0, 3000));
    expect(TEST_PASSWORD).toBe(TEST_PASSWORD);
  });
});
