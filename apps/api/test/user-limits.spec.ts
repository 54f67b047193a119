import { seedOrganization, type TestOrganization } from '@throughline/testing';
import { type ApiClient, bootApi, signInAs, type TestApi } from '@throughline/testing/api';
import { Client } from 'pg';

const INPUTS = {
  createUser: 'mutation ($input: CreateUserInput!) { createUser(input: $input) { user { id version } errors { code message path details } } }',
  inviteUser: 'mutation ($input: InviteUserInput!) { inviteUser(input: $input) { errors { code message path details } } }',
  reactivateUser: 'mutation ($input: ReactivateUserInput!) { reactivateUser(input: $input) { user { id version } errors { code message path details } } }',
} as const;

interface Refusal { code: string; message: string; details: unknown }

describe('an organization with a limit of people', () => {
  let api: TestApi;
  let owner: Client;
  let agency: TestOrganization;
  let hr: ApiClient;

  beforeAll(async () => {
    api = await bootApi();
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    agency = await seedOrganization(api.database);
    hr = await signInAs(api, agency.users.HR.email);
  });
  afterAll(async () => {
    await owner?.end();
    await api?.close();
  });

  const limit = (more: number | null): Promise<unknown> => owner.query(
    "UPDATE organization SET user_limit = (SELECT count(*) FROM user_account WHERE organization_id = $1 AND status <> 'INACTIVE') + $2::integer WHERE id = $1", [agency.id, more]);
  let people = 0;
  const person = (): object => ({ name: `Person ${++people}`, email: `person${people}@limit.test`, tier: 'EMPLOYEE' });
  const told = async (operation: keyof typeof INPUTS, input: object): Promise<Refusal[]> => {
    const { data, errors } = await hr.send<Record<string, { errors: Refusal[] }>>(INPUTS[operation], { input });
    expect(errors).toEqual([]);
    return data?.[operation]?.errors ?? [];
  };
  const reached = (count: unknown): object => ({ code: 'LIMIT_EXCEEDED', details: { limit: count }, message: expect.stringContaining(`may have ${String(count)} people`) as string });

  it('gets no more than that, whichever way they come, and one again for each who leaves', async () => {
    await limit(1);
    expect(await told('createUser', person())).toEqual([]);
    const { rows: [row] } = await owner.query<{ limit: number }>('SELECT user_limit AS "limit" FROM organization WHERE id = $1', [agency.id]);
    expect(await told('createUser', person())).toMatchObject([reached(row!.limit)]);
    expect(await told('inviteUser', person())).toMatchObject([reached(row!.limit)]);
    const { id } = agency.users.ANALYST;
    await owner.query("UPDATE user_account SET status = 'INACTIVE' WHERE id = $1", [id]);
    expect(await told('inviteUser', person())).toEqual([]);
    expect(await told('reactivateUser', { id, version: 1 })).toMatchObject([reached(row!.limit)]);
    await limit(null);
    expect(await told('reactivateUser', { id, version: 1 })).toEqual([]);
  });

  it('gets the last place filled once when many come at the same moment', async () => {
    await limit(1);
    const answers = await Promise.all([person(), person(), person()].map((one) => told('createUser', one)));
    expect(answers.flat().map(({ code }) => code)).toEqual(['LIMIT_EXCEEDED', 'LIMIT_EXCEEDED']);
    await limit(null);
  });
});
