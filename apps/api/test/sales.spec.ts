import { DealsModule, PipelineService } from '@throughline/sales/deals';
import { seedOrganization, testActor, type TestOrganization } from '@throughline/testing';
import { ApiClient, bootApi, signInAs, type TestApi } from '@throughline/testing/api';
import { Client } from 'pg';

const DEAL = 'id version name status probability statusReason stage { id name } amount { amountMinor currency } customer { id lifeCycle }';
const CREATE_DEAL = `mutation ($input: CreateDealInput!) { createDeal(input: $input) { deal { ${DEAL} number } errors { code message path } } }`;
const ADVANCE = `mutation ($input: AdvanceDealStageInput!) { advanceDealStage(input: $input) { deal { ${DEAL} } errors { code message path details } } }`;
const WIN = `mutation ($input: DecideDealInput!) { winDeal(input: $input) { deal { ${DEAL} } errors { code message path details } } }`;
const CREATE_QUOTE = 'mutation ($input: CreateQuoteInput!) { createQuote(input: $input) { quote { id version number revision status total { amountMinor } tax { amountMinor } lines { position net { amountMinor } quantity } } errors { code message path } } }';
const SEND_QUOTE = 'mutation ($input: QuoteVersionInput!) { sendQuote(input: $input) { publicPath quote { id version status } errors { code message path } } }';
const OPEN_QUOTE = 'mutation ($input: OpenQuoteInput!) { openQuote(input: $input) { quote { version status open title organizationName customerName total { amountMinor } lines { description } } errors { code message path } } }';
const DECLINE_QUOTE = 'mutation ($input: DeclineQuoteInput!) { declineQuote(input: $input) { quote { status open } errors { code message path } } }';
const ACCEPT_QUOTE = 'mutation ($input: AcceptQuoteInput!) { acceptQuote(input: $input) { quote { status open acceptedName } errors { code message path } } }';

interface DealShape { id: string; version: number; status: string; stage: { id: string; name: string }; customer: { lifeCycle: string } | null; probability: number }
interface Refusal { code: string; message: string; path: string[]; details?: Record<string, unknown> }

describe('deals and quotes', () => {
  let api: TestApi;
  let owner: Client;
  let agency: TestOrganization;
  let other: TestOrganization;
  let agent: ApiClient;
  let stages: { id: string; name: string }[];

  beforeAll(async () => {
    api = await bootApi();
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    agency = await seedOrganization(api.database);
    other = await seedOrganization(api.database, 'Other');
    const pipelines = api.app.nest.select(DealsModule).get(PipelineService);
    for (const { id } of [agency, other]) await pipelines.ensureDefault(testActor({ organizationId: id }));
    agent = await signInAs(api, agency.users.SALES_AGENT.email);
    const { pipelines: { nodes } } = await agent.ask<{ pipelines: { nodes: { stages: { id: string; name: string }[] }[] } }>('{ pipelines { nodes { stages { id name } } } }');
    stages = nodes[0]!.stages;
  });
  afterAll(async () => {
    await owner?.end();
    await api?.close();
  });

  const stage = (name: string): string => stages.find((each) => each.name === name)!.id;
  const newDeal = async (facts: object = {}): Promise<DealShape> => {
    const { createDeal } = await agent.ask<{ createDeal: { deal: DealShape } }>(CREATE_DEAL, { input: { name: 'Bakery website', amount: { amountMinor: '250000', currency: 'USD' }, ...facts } });
    return createDeal.deal;
  };
  const eventsOf = async (id: string): Promise<string[]> => (await owner.query<{ kind: string }>('SELECT kind FROM event WHERE subject_id = $1 ORDER BY id', [id])).rows.map(({ kind }) => kind);
  const refusals = async (client: ApiClient, document: string, field: string, input: object): Promise<Refusal[]> =>
    ((await client.send<Record<string, { errors: Refusal[] }>>(document, { input })).data?.[field]?.errors ?? []);

  it('starts in the first stage, moves, and logs each move', async () => {
    const deal = await newDeal();
    expect(deal).toMatchObject({ status: 'OPEN', probability: 25, stage: { name: 'Prospecting' }, amount: { amountMinor: '250000', currency: 'USD' } });
    const { advanceDealStage } = await agent.ask<{ advanceDealStage: { deal: DealShape } }>(ADVANCE, { input: { id: deal.id, version: deal.version, stageId: stage('Proposal'), note: 'They like it' } });
    expect(advanceDealStage.deal).toMatchObject({ probability: 75, stage: { name: 'Proposal' }, version: deal.version + 1 });
    const { deal: { moves } } = await agent.ask<{ deal: { moves: unknown[] } }>(`{ deal(id: "${deal.id}") { moves { from { name } to { name } note movedBy { id } } } }`);
    expect(moves).toEqual([{ from: { name: 'Prospecting' }, to: { name: 'Proposal' }, note: 'They like it', movedBy: { id: agency.users.SALES_AGENT.id } }]);
    expect(await eventsOf(deal.id)).toEqual(['deal.created', 'deal.stage_changed']);
  });

  it('refuses a stale version with what is there now and who changed it', async () => {
    const deal = await newDeal();
    const input = { id: deal.id, version: deal.version, stageId: stage('Qualification') };
    await agent.ask(ADVANCE, { input });
    const [refusal] = await refusals(agent, ADVANCE, 'advanceDealStage', input);
    expect(refusal).toMatchObject({ code: 'CONFLICT', path: ['version'], details: { currentVersion: deal.version + 1, changedBy: 'sales agent' } });
    expect(await eventsOf(deal.id)).toEqual(['deal.created', 'deal.stage_changed']);
  });

  it('wins only with a customer, promotes the customer, and is never won twice', async () => {
    const deal = await newDeal();
    expect(await refusals(agent, WIN, 'winDeal', { id: deal.id, version: deal.version, reason: 'Yes' })).toMatchObject([{ code: 'PRECONDITION_FAILED', path: ['customerId'] }]);
    const withCustomer = await newDeal({ customerId: await agency.addCustomer('Bakery') });
    const { winDeal } = await agent.ask<{ winDeal: { deal: DealShape } }>(WIN, { input: { id: withCustomer.id, version: withCustomer.version, reason: 'Yes' } });
    expect(winDeal.deal).toMatchObject({ status: 'WON', probability: 100, stage: { name: 'Won' }, customer: { lifeCycle: 'CUSTOMER' } });
    expect(await refusals(agent, WIN, 'winDeal', { id: withCustomer.id, version: winDeal.deal.version, reason: 'Again' })).toMatchObject([
      { code: 'ILLEGAL_TRANSITION', details: { state: 'WON', move: 'WIN', allowedMoves: ['REOPEN'] } },
    ]);
  });

  it('adds the board up per stage', async () => {
    const { pipelines: { nodes: [pipeline] } } = await agent.ask<{ pipelines: { nodes: { id: string }[] } }>('{ pipelines { nodes { id } } }');
    const before = await agent.ask<{ dealStageTotals: { count: number; total: { amountMinor: string }; weighted: { amountMinor: string } }[] }>(
      `{ dealStageTotals(pipelineId: "${pipeline!.id}") { stageId count total { amountMinor } weighted { amountMinor } } }`);
    await newDeal({ amount: { amountMinor: '1000', currency: 'USD' } });
    const after = await agent.ask<typeof before>(`{ dealStageTotals(pipelineId: "${pipeline!.id}") { stageId count total { amountMinor } weighted { amountMinor } } }`);
    const [first, then] = [before.dealStageTotals[0]!, after.dealStageTotals[0]!];
    expect(then.count - first.count).toBe(1);
    expect(BigInt(then.total.amountMinor) - BigInt(first.total.amountMinor)).toBe(1000n);
    expect(BigInt(then.weighted.amountMinor) - BigInt(first.weighted.amountMinor)).toBe(250n);
    const { pipeline: board } = await agent.ask<{ pipeline: { stages: { name: string; deals: { totalCount: number } }[] } }>(
      `{ pipeline(id: "${pipeline!.id}") { stages { name deals(first: 2) { totalCount nodes { name } } } } }`);
    expect(board.stages.map(({ deals }) => deals.totalCount)).toEqual(after.dealStageTotals.map(({ count }) => count));
  });

  const content = (lines: object[] = [{ description: 'Website', quantity: '1', unitPriceMinor: '200000', taxBasisPoints: 1000 }, { description: 'Hours', quantity: '2.5', unitPriceMinor: '8000' }]) =>
    ({ title: 'Website and care', validUntil: '2099-12-31', lines });
  const sentQuote = async () => {
    const deal = await newDeal({ customerId: await agency.addCustomer('Cafe') });
    const { createQuote } = await agent.ask<{ createQuote: { quote: { id: string; version: number } } }>(CREATE_QUOTE, { input: { dealId: deal.id, content: content() } });
    const { sendQuote } = await agent.ask<{ sendQuote: { publicPath: string } }>(SEND_QUOTE, { input: { id: createQuote.quote.id, version: createQuote.quote.version } });
    return { deal, quote: createQuote.quote, token: sendQuote.publicPath.replace('/q/', '') };
  };

  it('prices lines to the cent', async () => {
    const deal = await newDeal({ customerId: await agency.addCustomer() });
    const { createQuote } = await agent.ask<{ createQuote: { quote: object } }>(CREATE_QUOTE, { input: { dealId: deal.id, content: content() } });
    expect(createQuote.quote).toMatchObject({
      revision: 1, status: 'DRAFT', tax: { amountMinor: '20000' }, total: { amountMinor: '240000' },
      lines: [{ position: 1, quantity: '1.00', net: { amountMinor: '200000' } }, { position: 2, quantity: '2.50', net: { amountMinor: '20000' } }],
    });
  });

  it('is accepted by a stranger with the link: signature stored, deal won, all in one', async () => {
    const { deal, quote, token } = await sentQuote();
    const stranger = new ApiClient(api.url);
    const { openQuote } = await stranger.ask<{ openQuote: { quote: { version: number } } }>(OPEN_QUOTE, { input: { token } });
    expect(openQuote.quote).toMatchObject({ status: 'VIEWED', open: true, organizationName: 'Agency', customerName: 'Cafe', total: { amountMinor: '240000' }, lines: [{ description: 'Website' }, { description: 'Hours' }] });
    const { acceptQuote } = await stranger.ask<{ acceptQuote: object }>(ACCEPT_QUOTE, { input: { token, version: openQuote.quote.version, name: 'Carla Cafe' } });
    expect(acceptQuote).toMatchObject({ quote: { status: 'ACCEPTED', open: false, acceptedName: 'Carla Cafe' } });
    const { deal: won } = await agent.ask<{ deal: DealShape }>(`{ deal(id: "${deal.id}") { ${DEAL} } }`);
    expect(won).toMatchObject({ status: 'WON', customer: { lifeCycle: 'CUSTOMER' } });
    const { rows: [evidence] } = await owner.query('SELECT accepted_name, accepted_address, accepted_hash FROM quote WHERE id = $1', [quote.id]);
    expect(evidence).toEqual({ accepted_name: 'Carla Cafe', accepted_address: '127.0.0.1', accepted_hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    expect(await eventsOf(quote.id)).toEqual(['quote.created', 'quote.sent', 'quote.viewed', 'quote.accepted']);
    expect(await eventsOf(deal.id)).toEqual(['deal.created', 'deal.won']);
    expect(await refusals(stranger, ACCEPT_QUOTE, 'acceptQuote', { token, version: openQuote.quote.version + 1, name: 'Carla Cafe' })).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
  });

  it('answers a repeated acceptance with the same key the same, and does it once', async () => {
    const { deal, token } = await sentQuote();
    const stranger = new ApiClient(api.url);
    const { openQuote } = await stranger.ask<{ openQuote: { quote: { version: number } } }>(OPEN_QUOTE, { input: { token } });
    const accept = () => stranger.send(ACCEPT_QUOTE, { input: { token, version: openQuote.quote.version, name: 'Carla Cafe' } }, { 'idempotency-key': `accept-${deal.id}` });
    const first = await accept();
    expect(first.data).toMatchObject({ acceptQuote: { quote: { status: 'ACCEPTED' }, errors: [] } });
    expect((await accept()).data).toEqual(first.data);
    expect(await eventsOf(deal.id)).toEqual(['deal.created', 'deal.won']);
  });

  it('signs only what was shown, and only for the right link', async () => {
    const { token } = await sentQuote();
    const stranger = new ApiClient(api.url);
    expect(await refusals(stranger, ACCEPT_QUOTE, 'acceptQuote', { token, version: 999, name: 'Carla Cafe' })).toMatchObject([{ code: 'CONFLICT' }]);
    expect(await refusals(stranger, ACCEPT_QUOTE, 'acceptQuote', { token, version: 2, name: 'C' })).toMatchObject([{ code: 'VALIDATION_FAILED', path: ['name'] }]);
    expect(await refusals(stranger, OPEN_QUOTE, 'openQuote', { token: 'A'.repeat(32) })).toMatchObject([{ code: 'NOT_FOUND', path: ['token'] }]);
  });

  it('is declined with a reason, once, and only through its link', async () => {
    const { deal, quote, token } = await sentQuote();
    const stranger = new ApiClient(api.url);
    const { openQuote } = await stranger.ask<{ openQuote: { quote: { version: number } } }>(OPEN_QUOTE, { input: { token } });
    const input = { token, version: openQuote.quote.version, reason: 'Too expensive' };
    expect(await refusals(stranger, DECLINE_QUOTE, 'declineQuote', { ...input, token: 'A'.repeat(32) })).toMatchObject([{ code: 'NOT_FOUND', path: ['token'] }]);
    expect((await stranger.ask<{ declineQuote: object }>(DECLINE_QUOTE, { input })).declineQuote).toMatchObject({ quote: { status: 'DECLINED', open: false } });
    expect(await refusals(stranger, DECLINE_QUOTE, 'declineQuote', { ...input, version: input.version + 1 })).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
    expect([(await eventsOf(quote.id)).at(-1), await eventsOf(deal.id)]).toEqual(['quote.declined', ['deal.created']]);
  });

  it('refuses nobody, the wrong person and the wrong organization without a trace', async () => {
    const deal = await newDeal({ customerId: await agency.addCustomer() });
    const input = { id: deal.id, version: deal.version, reason: 'Yes' };
    const top = async (client: ApiClient): Promise<string[]> => (await client.send(WIN, { input })).errors.map(({ extensions }) => extensions.code);
    expect(await top(new ApiClient(api.url))).toEqual(['UNAUTHENTICATED']);
    expect(await top(await signInAs(api, agency.users.SUPPORT_AGENT.email))).toEqual(['FORBIDDEN']);
    const stranger = await signInAs(api, other.users.SALES_AGENT.email);
    expect(await refusals(stranger, WIN, 'winDeal', input)).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(await eventsOf(deal.id)).toEqual(['deal.created']);
    expect((await stranger.send(`{ deal(id: "${deal.id}") { id } }`)).errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
    await agent.ask(WIN, { input });
    expect(await eventsOf(deal.id)).toEqual(['deal.created', 'deal.won']);
  });
});
