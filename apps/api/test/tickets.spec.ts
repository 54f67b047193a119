import { CategoryService } from '@throughline/delivery/categories';
import { PipelineService } from '@throughline/sales/deals';
import { seedOrganization, testActor, type TestOrganization } from '@throughline/testing';
import { type ApiClient, bootApi, expectFourCallers, signInAs, type TestApi } from '@throughline/testing/api';
import { ReadConnections } from '../../../libs/platform/read/session/read-connections.js';

const mutation = (name: string, input: string, selection: string): string => `mutation ($input: ${input}!) { ${name}(input: $input) { ${selection} errors { code message path details } } }`;
const TICKET = 'ticket { id version status completenessBasisPoints owner { id } requirements { id version status } }';
const OPEN = mutation('openOnboardingTicket', 'OpenOnboardingTicketInput', TICKET);
const VALIDATE = mutation('validateTicket', 'ValidateTicketInput', TICKET);
const UPDATE = mutation('updateTicket', 'UpdateTicketInput', 'ticket { id version title priority description }');
const ASSIGN = mutation('assignTicket', 'AssignTicketInput', TICKET);
const MOVE = mutation('moveTicket', 'MoveTicketInput', TICKET);
const MOVE_REQUIREMENT = mutation('moveTicketRequirement', 'MoveRequirementInput', TICKET);
const SCOPE = mutation('scopeTicket', 'ScopeTicketInput', `${TICKET} projectId`);
const SETTINGS = 'ticketSettings { version openForWonDeals categoryKey }';
const UPDATE_SETTINGS = mutation('updateTicketSettings', 'UpdateTicketSettingsInput', SETTINGS);
const LIST = `query ($filter: TicketFilter) { tickets(first: 50, filter: $filter) { totalCount pageInfo { hasNextPage endCursor } nodes {
  id number title status completenessBasisPoints allowedMoves { move allowed } customer { name } category { name } owner { name } deal { name } requirements { title } } } }`;
const PAGE = `query ($id: ID!) { ticket(id: $id) { id status completenessBasisPoints requirements { id title status value reason } category { key name } customer { name }
  deal { name requirements contact { name } } owner { name } openedBy { name } validatedBy { name } department { name } allowedMoves { move allowed reason } } }`;
const CHECKPOINTS = ['CUSTOMER', 'CONTACT', 'SERVICES', 'BUDGET'];

interface TicketShape { id: string; version: number; status: string; completenessBasisPoints: number; requirements: { id: string; version: number; status: string }[] }
type Role = 'SALES_MANAGER' | 'SUPPORT_MANAGER' | 'SUPPORT_AGENT';

describe('tickets', () => {
  let api: TestApi;
  let agency: TestOrganization;
  let other: TestOrganization;
  const ours = {} as Record<Role, ApiClient>;
  const theirs = {} as Record<Role, ApiClient>;

  beforeAll(async () => {
    api = await bootApi();
    [agency, other] = [await seedOrganization(api.database), await seedOrganization(api.database, 'Other')];
    for (const [organization, clients] of [[agency, ours], [other, theirs]] as const) {
      const actor = testActor({ organizationId: organization.id });
      await api.app.nest.get(PipelineService, { strict: false }).ensureDefault(actor);
      await api.app.nest.get(CategoryService, { strict: false }).ensureDefaults(actor, { WEB: organization.departments.web });
      for (const role of ['SALES_MANAGER', 'SUPPORT_MANAGER', 'SUPPORT_AGENT'] as const) clients[role] = await signInAs(api, organization.users[role].email);
    }
  });
  afterAll(() => api?.close());

  const wonDeal = async (): Promise<string> => {
    const { createDeal } = await ours.SALES_MANAGER.ask<{ createDeal: { deal: { id: string } } }>(mutation('createDeal', 'CreateDealInput', 'deal { id }'), { input: { name: 'Bakery website', customerId: await agency.addCustomer() } });
    await ours.SALES_MANAGER.ask(mutation('winDeal', 'DecideDealInput', 'deal { id }'), { input: { id: createDeal.deal.id, version: 1, reason: 'Yes' } });
    return createDeal.deal.id;
  };
  const opened = async (dealId?: string): Promise<TicketShape> =>
    (await ours.SALES_MANAGER.ask<{ openOnboardingTicket: { ticket: TicketShape } }>(OPEN, { input: { dealId: dealId ?? (await wonDeal()), categoryKey: 'WEB' } })).openOnboardingTicket.ticket;
  const released = async (): Promise<TicketShape> =>
    (await ours.SUPPORT_MANAGER.ask<{ validateTicket: { ticket: TicketShape } }>(VALIDATE, { input: { id: (await opened()).id, version: 1, passed: CHECKPOINTS, agentId: agency.users.SUPPORT_AGENT.id } })).validateTicket.ticket;
  const statements = async (ask: () => Promise<unknown>): Promise<number> => {
    const run = jest.spyOn(api.app.nest.get(ReadConnections, { strict: false }), 'run');
    try {
      await ask();
      return run.mock.calls.flatMap(([sent]) => sent.filter(({ name }) => name !== 'enter')).length;
    } finally {
      run.mockRestore();
    }
  };

  describe('four callers', () => {
    it('of opening, validating and assigning', async () => {
      await expectFourCallers({
        api, operation: OPEN, variables: { input: { dealId: await wonDeal(), categoryKey: 'WEB' } },
        right: ours.SALES_MANAGER, wrongPerson: ours.SUPPORT_MANAGER, wrongOrganization: theirs.SALES_MANAGER,
      });
      const { id } = await opened();
      const callers = { api, right: ours.SUPPORT_MANAGER, wrongPerson: ours.SUPPORT_AGENT, wrongOrganization: theirs.SUPPORT_MANAGER };
      const { validateTicket } = await expectFourCallers<{ validateTicket: { ticket: TicketShape } }>({ ...callers, operation: VALIDATE, variables: { input: { id, version: 1, passed: CHECKPOINTS, agentId: agency.users.SUPPORT_AGENT.id } } });
      expect(validateTicket.ticket).toMatchObject({ status: 'ASSIGNED', version: 2, completenessBasisPoints: 0 });
      await expectFourCallers({ ...callers, operation: ASSIGN, variables: { input: { id, version: 2, ownerId: agency.users.SUPPORT_MANAGER.id } } });
    });

    it('of changing what a ticket says', async () => {
      const { id } = await opened();
      const { updateTicket } = await expectFourCallers<{ updateTicket: { ticket: object } }>({
        api, operation: UPDATE, variables: { input: { id, version: 1, title: ' Bakery,  twice ', priority: 'URGENT' } },
        right: ours.SUPPORT_MANAGER, wrongPerson: ours.SALES_MANAGER, wrongOrganization: theirs.SUPPORT_MANAGER,
      });
      expect(updateTicket.ticket).toEqual({ id, version: 2, title: 'Bakery, twice', priority: 'URGENT', description: null });
      const refused = async (input: object): Promise<unknown> => (await ours.SUPPORT_MANAGER.send(UPDATE, { input: { id, ...input } })).data;
      expect(await refused({ version: 2, title: ' ' })).toMatchObject({ updateTicket: { errors: [{ code: 'VALIDATION_FAILED', path: ['title'] }] } });
      expect(await refused({ version: 1, title: 'Late' })).toMatchObject({ updateTicket: { errors: [{ code: 'CONFLICT', details: { currentVersion: 2, current: { title: 'Bakery, twice' } } }] } });
    });

    it('of the agent\'s work: moves, requirements, scope', async () => {
      const { id, version, requirements: [requirement, ...rest] } = await released();
      const callers = { api, right: ours.SUPPORT_AGENT, wrongPerson: ours.SALES_MANAGER, wrongOrganization: theirs.SUPPORT_MANAGER };
      await expectFourCallers({ ...callers, operation: MOVE, variables: { input: { id, version, move: 'START' } } });
      await expectFourCallers({ ...callers, operation: MOVE_REQUIREMENT, variables: { input: { id: requirement!.id, version: 1, move: 'RECEIVE', value: 'Sell bread' } } });
      await ours.SUPPORT_AGENT.ask(MOVE_REQUIREMENT, { input: { id: requirement!.id, version: 2, move: 'VERIFY' } });
      for (const { id: item } of rest) await ours.SUPPORT_AGENT.ask(MOVE_REQUIREMENT, { input: { id: item, version: 1, move: 'SKIP' } });
      const { scopeTicket } = await expectFourCallers<{ scopeTicket: { ticket: TicketShape; projectId: string } }>({
        ...callers, operation: SCOPE, variables: { input: { id, version: version + 1, projectName: 'Bakery', scope: 'Five pages' } },
      });
      expect(scopeTicket).toMatchObject({ ticket: { status: 'RESOLVED', completenessBasisPoints: 10_000 }, projectId: expect.any(String) as string });
    });

    it('of the switch', async () => {
      const { updateTicketSettings } = await expectFourCallers<{ updateTicketSettings: { ticketSettings: object } }>({
        api, operation: UPDATE_SETTINGS, variables: { input: { version: 1, openForWonDeals: true, categoryKey: 'WEB' } },
        right: ours.SUPPORT_MANAGER, wrongPerson: ours.SALES_MANAGER, wrongOrganization: theirs.SUPPORT_MANAGER, separately: agency.id,
      });
      expect(updateTicketSettings.ticketSettings).toEqual({ version: 2, openForWonDeals: true, categoryKey: 'WEB' });
      expect(await ours.SALES_MANAGER.ask(`{ ${SETTINGS} }`)).toEqual({ ticketSettings: { version: 2, openForWonDeals: true, categoryKey: 'WEB' } });
      expect((await ours.SUPPORT_AGENT.send(`{ ${SETTINGS} }`)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      expect((await ours.SUPPORT_MANAGER.send(UPDATE_SETTINGS, { input: { version: 2, openForWonDeals: true } })).data).toMatchObject({
        updateTicketSettings: { errors: [{ code: 'VALIDATION_FAILED', path: ['categoryKey'], message: 'Choose the kind of service for deals that ask for none.' }] },
      });
    });
  });

  it('says in the payload what is in the way', async () => {
    const dealId = await wonDeal();
    const { id } = await opened(dealId);
    const problems = async (client: ApiClient, document: string, input: object): Promise<object[]> => {
      const { data } = await client.send<Record<string, { errors: { code: string; path: string[]; details: unknown }[] }>>(document, { input });
      return Object.values(data ?? {}).flatMap(({ errors }) => errors.map(({ code, path }) => ({ code, path })));
    };
    expect(await problems(ours.SALES_MANAGER, OPEN, { dealId, categoryKey: 'WEB' })).toMatchObject([{ code: 'DUPLICATE' }]);
    expect(await problems(ours.SUPPORT_MANAGER, VALIDATE, { id, version: 1, passed: [], agentId: agency.users.SUPPORT_AGENT.id })).toEqual([{ code: 'PRECONDITION_FAILED', path: ['passed'] }]);
    expect(await problems(ours.SUPPORT_MANAGER, SCOPE, { id, version: 1, projectName: '', scope: 'x' })).toEqual([{ code: 'VALIDATION_FAILED', path: ['projectName'] }]);
    expect(await problems(ours.SUPPORT_MANAGER, MOVE, { id, version: 1, move: 'CLOSE' })).toEqual([{ code: 'ILLEGAL_TRANSITION', path: ['status'] }]);
    expect((await theirs.SUPPORT_MANAGER.send(PAGE, { id })).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  it('reads the list and the page in one statement each, however many there are', async () => {
    const first = await released();
    const filter = { status: { in: ['NEW', 'ASSIGNED'] } };
    expect(await statements(() => ours.SUPPORT_MANAGER.ask(LIST, { filter }))).toBe(1);
    for (let count = 0; count < 5; count++) await opened();
    const { tickets } = await ours.SUPPORT_MANAGER.ask<{ tickets: { totalCount: number; nodes: { id: string; requirements: unknown[] }[] } }>(LIST, { filter });
    expect(tickets.totalCount).toBeGreaterThanOrEqual(6);
    expect(tickets.nodes.find(({ id }) => id === first.id)!.requirements).toHaveLength(6);
    expect(await statements(() => ours.SUPPORT_MANAGER.ask(LIST, { filter }))).toBe(1);
    expect(await statements(() => ours.SUPPORT_MANAGER.ask(PAGE, { id: first.id }))).toBe(1);
  });

  it('shows each role its own rows', async () => {
    const { id } = await released();
    const ids = async (client: ApiClient): Promise<string[]> => (await client.ask<{ tickets: { nodes: { id: string }[] } }>('{ tickets(first: 200) { nodes { id } } }')).tickets.nodes.map((ticket) => ticket.id);
    expect([(await ids(ours.SUPPORT_AGENT)).includes(id), (await ids(ours.SALES_MANAGER)).includes(id), await ids(theirs.SUPPORT_MANAGER)]).toEqual([true, true, []]);
    const { ticket } = await ours.SUPPORT_AGENT.ask<{ ticket: { allowedMoves: { move: string; allowed: boolean }[] } }>(PAGE, { id });
    expect(ticket.allowedMoves.filter(({ allowed }) => allowed).map(({ move }) => move)).toEqual(['START', 'RESOLVE']);
  });
});
