import { PipelineService } from '@throughline/sales/deals';
import { seedOrganization, testActor, type TestOrganization } from '@throughline/testing';
import { type ApiClient, bootApi, expectFourCallers, type FourCallers, signInAs, type TestApi } from '@throughline/testing/api';

const mutation = (name: string, input: string, record: string): string => `mutation ($input: ${input}!) { ${name}(input: $input) { ${record} { id version } errors { code message path } } }`;
const CREATE_DEAL = mutation('createDeal', 'CreateDealInput', 'deal');
const CREATE_QUOTE = mutation('createQuote', 'CreateQuoteInput', 'quote');
const SEND_QUOTE = mutation('sendQuote', 'QuoteVersionInput', 'quote');
const CREATE_CUSTOMER = mutation('createCustomer', 'CreateCustomerInput', 'customer');
const CREATE_CONTACT = mutation('createContact', 'CreateContactInput', 'contact');
const CREATE_LEAD = mutation('createLead', 'CreateLeadInput', 'lead');
const CREATE_LEAD_FORM = mutation('createLeadForm', 'CreateLeadFormInput', 'leadForm');
const CREATE_PRODUCT = mutation('createProduct', 'CreateProductInput', 'product');
const CONTENT = { title: 'Website', validUntil: '2099-12-31', lines: [{ description: 'Website', quantity: '1', unitPriceMinor: '200000' }] };
const PRICE = { amountMinor: '5000', currency: 'USD' };

interface Shape { id: string; version: number }

/** Each mutation of sales as the sales manager, as somebody who may only look (the analyst), and from another organization. */
describe('four callers of sales', () => {
  let api: TestApi;
  let agency: TestOrganization;
  let manager: ApiClient;
  let callers: Pick<FourCallers, 'api' | 'right' | 'wrongPerson' | 'wrongOrganization'>;
  let stages: string[];

  beforeAll(async () => {
    api = await bootApi();
    agency = await seedOrganization(api.database);
    const other = await seedOrganization(api.database, 'Other');
    for (const { id } of [agency, other]) await api.app.nest.get(PipelineService, { strict: false }).ensureDefault(testActor({ organizationId: id }));
    manager = await signInAs(api, agency.users.SALES_MANAGER.email);
    callers = { api, right: manager, wrongPerson: await signInAs(api, agency.users.ANALYST.email), wrongOrganization: await signInAs(api, other.users.SALES_MANAGER.email) };
    const { pipelines } = await manager.ask<{ pipelines: { nodes: { stages: { id: string }[] }[] } }>('{ pipelines { nodes { stages { id } } } }');
    stages = pipelines.nodes[0]!.stages.map(({ id }) => id);
  });
  afterAll(() => api?.close());

  const made = async (document: string, input: object): Promise<Shape> => {
    const [payload] = Object.values(await manager.ask<Record<string, Record<string, Shape>>>(document, { input }));
    return Object.values(payload!)[0]!;
  };
  const at = ({ id, version }: Shape): Shape => ({ id, version });
  const newDeal = async (): Promise<Shape> => made(CREATE_DEAL, { name: 'Bakery website', customerId: await agency.addCustomer() });

  it('deals: made for oneself, changed by id', async () => {
    await expectFourCallers({ ...callers, operation: CREATE_DEAL, variables: { input: { name: 'New website' } }, separately: agency.id });
    let deal = await newDeal();
    for (const [name, type, more] of [
      ['updateDeal', 'UpdateDealInput', { name: 'Other name' }], ['advanceDealStage', 'AdvanceDealStageInput', { stageId: stages[1] }], ['loseDeal', 'DecideDealInput', { reason: 'x' }],
      ['reopenDeal', 'DecideDealInput', { reason: 'x' }], ['winDeal', 'DecideDealInput', { reason: 'x' }],
    ] as const) {
      const answer = await expectFourCallers<Record<string, { deal: Shape }>>({ ...callers, operation: mutation(name, type, 'deal'), variables: { input: { ...at(deal), ...more } } });
      expect(answer[name]!.deal).toEqual({ id: deal.id, version: deal.version + 1 });
      deal = answer[name]!.deal;
    }
  });

  it('quotes: written, sent and revised', async () => {
    const { id: dealId } = await newDeal();
    const { createQuote } = await expectFourCallers<{ createQuote: { quote: Shape } }>({ ...callers, operation: CREATE_QUOTE, variables: { input: { dealId, content: CONTENT } } });
    const { updateQuote } = await expectFourCallers<{ updateQuote: { quote: Shape } }>({
      ...callers, operation: mutation('updateQuote', 'UpdateQuoteInput', 'quote'), variables: { input: { ...at(createQuote.quote), content: { ...CONTENT, title: 'Website and care' } } },
    });
    const { sendQuote } = await expectFourCallers<{ sendQuote: { quote: Shape } }>({ ...callers, operation: SEND_QUOTE, variables: { input: at(updateQuote.quote) } });
    await expectFourCallers({ ...callers, operation: mutation('reviseQuote', 'QuoteVersionInput', 'quote'), variables: { input: at(sendQuote.quote) } });
  });

  it('customers and contacts', async () => {
    await expectFourCallers({ ...callers, operation: CREATE_CUSTOMER, variables: { input: { name: 'Bakery' } }, separately: agency.id });
    const customer = await made(CREATE_CUSTOMER, { name: 'Cafe' });
    await expectFourCallers({ ...callers, operation: mutation('updateCustomer', 'UpdateCustomerInput', 'customer'), variables: { input: { ...at(customer), name: 'Cafe Two' } } });
    const { createContact } = await expectFourCallers<{ createContact: { contact: Shape } }>({ ...callers, operation: CREATE_CONTACT, variables: { input: { customerId: customer.id, name: 'Carla' } } });
    await expectFourCallers({ ...callers, operation: mutation('updateContact', 'UpdateContactInput', 'contact'), variables: { input: { ...at(createContact.contact), name: 'Carla C' } } });
  });

  it('leads and their forms', async () => {
    await expectFourCallers({ ...callers, operation: CREATE_LEAD, variables: { input: { name: 'Ana Ruiz', ownerId: agency.users.SALES_AGENT.id } } });
    const form = { title: 'Ask us', services: [{ key: 'SEO', label: 'Search' }], fields: [{ key: 'NAME', required: true }] };
    const { createLeadForm } = await expectFourCallers<{ createLeadForm: { leadForm: Shape } }>({ ...callers, operation: CREATE_LEAD_FORM, variables: { input: { ...form, slug: `form-${agency.slug}`, departmentId: agency.departments.sales } } });
    await expectFourCallers({ ...callers, operation: mutation('updateLeadForm', 'UpdateLeadFormInput', 'leadForm'), variables: { input: { ...at(createLeadForm.leadForm), active: false } } });
  });

  it('the catalogue', async () => {
    const { createProduct } = await expectFourCallers<{ createProduct: { product: Shape } }>({
      ...callers, operation: CREATE_PRODUCT, variables: { input: { sku: 'WEB-1', name: 'Website', unit: 'piece', price: PRICE, taxBasisPoints: 0 } }, separately: agency.id,
    });
    await expectFourCallers({ ...callers, operation: mutation('updateProduct', 'UpdateProductInput', 'product'), variables: { input: { ...at(createProduct.product), name: 'Small website' } } });
  });
});
