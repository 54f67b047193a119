import { Client } from 'pg';
import { seedOrganization, type TestOrganization } from '../organization.js';
import { bootApi, type TestApi } from './boot-api.js';

/** A running API with two organizations, and a connection as the database's owner to look past every rule. */
export interface TwoOrganizations {
  api: TestApi;
  owner: Client;
  agency: TestOrganization;
  /** Whoever belongs here is "the wrong organization". */
  other: TestOrganization;
  close(): Promise<void>;
}

/** What most suites of an API feature start from. */
export async function bootTwoOrganizations(): Promise<TwoOrganizations> {
  const api = await bootApi();
  const owner = new Client({ connectionString: api.database.ownerUrl });
  await owner.connect();
  const agency = await seedOrganization(api.database);
  const other = await seedOrganization(api.database, 'Elsewhere');
  return {
    api, owner, agency, other,
    async close() {
      await owner.end();
      await api.close();
    },
  };
}
