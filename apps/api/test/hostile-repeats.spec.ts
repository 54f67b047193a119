import { newId } from '@throughline/platform/kernel';
import { type ApiClient, bootTwoOrganizations, signInAs, type TwoOrganizations } from '@throughline/testing/api';
import { insertProject, insertProjectChannel } from '../../../libs/collaboration/messages/testing/chat-rows.js';

const mutation = (name: string, selection: string): string =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${selection} errors { code message path } } }`;

/** A request with an Idempotency-Key that reads something beside its change. */
describe('hostile: repeats', () => {
  let world: TwoOrganizations;
  let admin: ApiClient;
  let lead: ApiClient;
  beforeAll(async () => {
    world = await bootTwoOrganizations();
    [admin, lead] = await Promise.all([world.agency.users.ADMIN.email, world.agency.users.TEAM_LEAD.email].map((email) => signInAs(world.api, email))) as [ApiClient, ApiClient];
  });
  afterAll(() => world?.close());

  const twice = async (who: ApiClient, document: string, input: object): Promise<[unknown, unknown]> => {
    const key = { 'idempotency-key': `twice-${newId()}` };
    const [one, two] = [await who.send(document, { input }, key), await who.send(document, { input }, key)];
    return [{ data: one.data, errors: one.errors }, { data: two.data, errors: two.errors }];
  };

  it('answer the same as the first time, and do nothing twice', async () => {
    const { agency, owner } = world;
    const email = `new${newId()}@elsewhere.example`;
    const [one, two] = await twice(admin, mutation('createUser', 'user { name email }'), { name: 'Nora New', email, tier: 'EMPLOYEE', password: 'rowing boats at canary dawn' });
    expect(one).toMatchObject({ data: { createUser: { user: { name: 'Nora New' }, errors: [] } } });
    expect(two).toEqual(one);
    expect((await owner.query('SELECT 1 FROM user_account WHERE email = $1', [email])).rows).toHaveLength(1);
    const channelId = await insertProjectChannel(owner, agency.id, await insertProject(owner, agency, await agency.addCustomer(), { ownerId: agency.users.PROJECT_MANAGER.id }));
    const said = await twice(lead, mutation('postMessage', 'message { body linkedName viewerCan { move } files { id } }'), { channelId, side: 'INTERNAL', body: 'Once' });
    expect(said[0]).toMatchObject({ data: { postMessage: { message: { body: 'Once' }, errors: [] } } });
    expect(said[1]).toEqual(said[0]);
  });
});
