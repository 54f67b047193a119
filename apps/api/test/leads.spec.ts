import { seedOrganization, type TestOrganization } from '@throughline/testing';
import { ApiClient, bootApi, codesOf as codes, expectFourCallers, type GraphqlAnswer, signInAs, type TestApi } from '@throughline/testing/api';
import { ACCESS_COOKIE } from '@throughline/identity/auth';
import { systemActor } from '@throughline/platform/access';
import { PipelineService } from '@throughline/sales/deals';
import { Client } from 'pg';
import { RunLeadImport } from '../../../libs/sales/leads/jobs/run-lead-import.js';
import { signForm } from '../../../libs/sales/leads/forms/form-token.js';
import { ReadConnections } from '../../../libs/platform/read/session/read-connections.js';

let api: TestApi;
let organization: TestOrganization;
let other: TestOrganization;
let owner: Client;
/** May do all of it; may see but not change; belongs to another department; belongs to another organization; nobody. */
let callers: { manager: ApiClient; analyst: ApiClient; member: ApiClient; outsider: ApiClient; stranger: ApiClient };

beforeAll(async () => {
  api = await bootApi();
  [organization, other] = [await seedOrganization(api.database), await seedOrganization(api.database, 'Rival')];
  await api.app.nest.get(PipelineService, { strict: false }).ensureDefault(systemActor(organization.id));
  owner = new Client({ connectionString: api.database.ownerUrl });
  await owner.connect();
  const [manager, analyst, member, outsider] = await Promise.all([
    signInAs(api, organization.users.SALES_MANAGER.email), signInAs(api, organization.users.ANALYST.email), signInAs(api, organization.users.TEAM_MEMBER.email), signInAs(api, other.users.SALES_MANAGER.email),
  ]);
  callers = { manager, analyst, member, outsider, stranger: new ApiClient(api.url) };
});
afterAll(async () => {
  await owner.end();
  await api.close();
});

const createLead = async (facts: object = {}): Promise<{ id: string; version: number }> => {
  const data = await callers.manager.ask<{ createLead: { lead: { id: string; version: number } } }>('mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id version } errors { code message path } } }', { input: { name: 'Ana Ruiz', ...facts } });
  return data.createLead.lead;
};
const mutation = (name: string, input: string, selection: string): string => `mutation ($input: ${input}!) { ${name}(input: $input) { ${selection} errors { code message path } } }`;
const QUALIFICATION = { budget: { amountMinor: '500000', currency: 'USD' }, authority: 'YES', need: 'EXPLICIT', timeline: 'IMMEDIATE' };

describe('every mutation on one lead', () => {
  const LEAD = 'lead { id version status }';
  it.each<[string, string, object]>([
    ['updateLead', 'UpdateLeadInput', { company: 'Acme' }],
    ['contactLead', 'ContactLeadInput', { kind: 'CALL', reached: true }],
    ['qualifyLead', 'QualifyLeadInput', QUALIFICATION],
    ['adjustLeadScore', 'AdjustLeadScoreInput', { points: 5, reason: 'Known' }],
    ['loseLead', 'CloseLeadInput', { reason: 'Gone' }],
    ['disqualifyLead', 'CloseLeadInput', { reason: 'Spam' }],
    ['assignLead', 'AssignLeadInput', { ownerId: null }],
    ['claimLead', 'ClaimLeadInput', {}],
  ])('%s: done by the manager, refused to each of the others without a trace', async (name, type, more) => {
    const claims = name === 'claimLead';
    const { id, version } = await createLead(claims ? { ownerId: null } : {});
    const variables = { input: { id, ...(claims ? {} : { version }), ...more } };
    const operation = mutation(name, type, LEAD);
    expect(codes(await callers.member.send(operation, variables))).toEqual(['FORBIDDEN']);
    const done = await expectFourCallers<Record<string, { lead: unknown }>>({ api, operation, variables, right: callers.manager, wrongPerson: callers.analyst, wrongOrganization: callers.outsider });
    expect(done[name]!.lead).toMatchObject({ id, version: version + 1 });
    if (!claims) expect(codes(await callers.manager.send(operation, variables))).toEqual([expect.stringMatching(/^(CONFLICT|ILLEGAL_TRANSITION)$/)]);
  });

  it('reopenLead: of a lead that was lost', async () => {
    const { id } = await createLead();
    await callers.manager.ask(mutation('loseLead', 'CloseLeadInput', LEAD), { input: { id, version: 1, reason: 'Gone' } });
    const done = await expectFourCallers<{ reopenLead: { lead: unknown } }>({
      api, operation: mutation('reopenLead', 'CloseLeadInput', LEAD), variables: { input: { id, version: 2, reason: 'Back' } },
      right: callers.manager, wrongPerson: callers.analyst, wrongOrganization: callers.outsider,
    });
    expect(done.reopenLead.lead).toMatchObject({ id, version: 3, status: 'NEW' });
  });

  it('convertLead: needs every right it uses', async () => {
    const { id } = await createLead({ company: 'Acme' });
    await callers.manager.ask(mutation('qualifyLead', 'QualifyLeadInput', LEAD), { input: { id, version: 1, ...QUALIFICATION } });
    const done = await expectFourCallers<{ convertLead: { lead: unknown } }>({
      api, variables: { input: { id, version: 2 } }, right: callers.manager, wrongPerson: callers.analyst, wrongOrganization: callers.outsider,
      operation: mutation('convertLead', 'ConvertLeadInput', 'lead { status convertedCustomer { name } convertedContact { name } convertedDeal { name amount { amountMinor } lead { id } } }'),
    });
    expect(done.convertLead.lead).toEqual({
      status: 'CONVERTED', convertedCustomer: { name: 'Acme' }, convertedContact: { name: 'Ana Ruiz' }, convertedDeal: { name: 'New business for Acme', amount: { amountMinor: '500000' }, lead: { id } },
    });
  });

  it('bulk operations leave out what each caller may not touch', async () => {
    const { id } = await createLead();
    const run = (client: ApiClient, name: string, type: string, more: object): Promise<GraphqlAnswer> => client.send(mutation(name, type, 'done skipped { id code reason }'), { input: { ids: [id], ...more } });
    for (const [name, type, more] of [
      ['bulkTagLeads', 'BulkTagLeadsInput', { add: ['x'] }], ['bulkAssignLeads', 'BulkAssignLeadsInput', { ownerId: null }], ['bulkCloseLeads', 'BulkCloseLeadsInput', { move: 'LOSE', reason: 'x' }],
    ] as const) {
      expect(codes(await run(callers.stranger, name, type, more))).toEqual(['UNAUTHENTICATED']);
      expect(codes(await run(callers.member, name, type, more))).toEqual(['FORBIDDEN']);
      expect((await run(callers.outsider, name, type, more)).data).toEqual({ [name]: { done: [], skipped: [{ id, code: 'NOT_FOUND', reason: 'This lead does not exist or is not visible to you.' }], errors: [] } });
      expect((await run(callers.manager, name, type, more)).data).toEqual({ [name]: { done: [id], skipped: [], errors: [] } });
    }
    expect((await run(callers.analyst, 'bulkCloseLeads', 'BulkCloseLeadsInput', { move: 'REOPEN', reason: 'x' })).data).toMatchObject({ bulkCloseLeads: { done: [], skipped: [{ code: 'FORBIDDEN' }] } });
  });
});

describe('reading', () => {
  it('one lead: by right; the rest looks missing', async () => {
    const { id } = await createLead({ company: 'Acme' });
    const read = (client: ApiClient): Promise<GraphqlAnswer> => client.send('query ($id: ID!) { lead(id: $id) { displayName score scoreReasons { label points } allowedMoves { move allowed } owner { name } } }', { id });
    expect((await read(callers.manager)).data).toMatchObject({ lead: { displayName: 'Ana Ruiz', score: 4, scoreReasons: [{ label: 'Names a company', points: 4 }], owner: { name: 'sales manager' } } });
    expect((await read(callers.analyst)).data).toMatchObject({ lead: { allowedMoves: expect.arrayContaining([{ move: 'QUALIFY', allowed: false }]) } });
    expect([codes(await read(callers.stranger)), codes(await read(callers.member)), codes(await read(callers.outsider))]).toEqual([['UNAUTHENTICATED'], ['FORBIDDEN'], ['NOT_FOUND']]);
  });

  it('the history of a lead tells what was done, said and changed', async () => {
    const { id } = await createLead();
    await callers.manager.ask(mutation('contactLead', 'ContactLeadInput', 'lead { id }'), { input: { id, version: 1, kind: 'CALL', reached: true, note: 'Call on Monday' } });
    await callers.manager.ask(mutation('updateLead', 'UpdateLeadInput', 'lead { id }'), { input: { id, version: 2, email: 'secret@example.org', company: 'Acme' } });
    const read = (client: ApiClient): Promise<GraphqlAnswer> => client.send(
      'query ($id: ID!) { recordHistory(subject: "lead", id: $id) { entries { kind actorName note changes { field beforeText afterText } } } }', { id });
    const changes = (...shown: [string, string | null, string | null][]): unknown => expect.arrayContaining(shown.map(([field, beforeText, afterText]) => ({ field, beforeText, afterText })));
    expect((await read(callers.manager)).data).toEqual({ recordHistory: { entries: [
      { kind: 'lead.updated', actorName: 'sales manager', note: null, changes: changes(['company', null, 'Acme'], ['email', null, 'secret@example.org']) },
      { kind: 'lead.contacted', actorName: 'sales manager', note: 'Call on Monday', changes: changes(['status', 'New', 'Contacted'], ['channel', null, 'Call'], ['reached', null, 'Yes']) },
      { kind: 'lead.created', actorName: 'sales manager', note: null, changes: changes(['ownerId', null, 'sales manager']) },
    ] } });
    expect([codes(await read(callers.outsider)), codes(await read(callers.member)), codes(await read(callers.stranger))]).toEqual([['NOT_FOUND'], ['NOT_FOUND'], ['UNAUTHENTICATED']]);
  });

  it('lists filter, sort, search and page, within the caller\'s own rows', async () => {
    const tag = `list-${Date.now()}`;
    for (const [name, source] of [['Zoé Adler', 'Google'], ['Bo Berg', 'Yelp'], ['Cy Dahl', 'Yelp']] as const) await createLead({ name, source, tags: [tag] });
    const LIST = 'query ($filter: LeadFilter, $sort: [LeadSort!], $search: String, $first: Int, $after: String) { leads(filter: $filter, sort: $sort, search: $search, first: $first, after: $after) { nodes { displayName } totalCount pageInfo { hasNextPage endCursor } } }';
    const list = async (variables: object, client = callers.manager): Promise<{ names: string[]; total: number; next: string | null }> => {
      const { leads } = await client.ask<{ leads: { nodes: { displayName: string }[]; totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string } } }>(LIST, variables);
      return { names: leads.nodes.map(({ displayName }) => displayName), total: leads.totalCount, next: leads.pageInfo.hasNextPage ? leads.pageInfo.endCursor : null };
    };
    const filter = { tags: { has: [tag] } };
    const sort = [{ field: 'DISPLAY_NAME', direction: 'ASC' }];
    expect(await list({ filter, sort })).toEqual({ names: ['Bo Berg', 'Cy Dahl', 'Zoé Adler'], total: 3, next: null });
    expect((await list({ filter: { and: [filter, { source: { eq: 'Yelp' } }] }, sort })).names).toEqual(['Bo Berg', 'Cy Dahl']);
    expect((await list({ filter, search: 'zoe adl' })).names).toEqual(['Zoé Adler']);
    const first = await list({ filter, sort, first: 2 });
    expect(first).toMatchObject({ names: ['Bo Berg', 'Cy Dahl'], total: 3 });
    expect(await list({ filter, sort, first: 2, after: first.next })).toEqual({ names: ['Zoé Adler'], total: 3, next: null });
    expect(await list({ filter }, callers.outsider)).toEqual({ names: [], total: 0, next: null });
  });

  it.each([
    ['leads', 'query { leads(first: 200) { nodes { id displayName status score owner { name } department { name } convertedCustomer { name } budget { amountMinor } } totalCount pageInfo { hasNextPage } } }'],
    ['customers', 'query { customers(first: 200) { nodes { id name owner { name } parent { name } contacts(first: 5) { nodes { name email } } } totalCount } }'],
    ['contacts', 'query { contacts(first: 200) { nodes { name customer { name owner { name } } } } }'],
    ['leadImports', 'query { leadImports(first: 200) { nodes { fileName status rowsDone owner { name } } } }'],
    ['leadForms', 'query { leadForms(first: 200) { nodes { slug title fields { key } department { name } } } }'],
  ])('%s: one statement, however many rows', async (_, query) => {
    await callers.manager.ask(query);
    expect(await statementsOf(() => callers.manager.ask(query))).toHaveLength(1);
  });
});

describe('customers and contacts', () => {
  it('are created, changed and read by right', async () => {
    const CREATE = mutation('createCustomer', 'CreateCustomerInput', 'customer { id version name annualRevenue { amountMinor currency } billingAddress }');
    const input = { name: 'Northwind', annualRevenue: { amountMinor: '100', currency: 'EUR' }, billingAddress: { city: 'Oslo' }, lifeCycle: null };
    expect([codes(await callers.stranger.send(CREATE, { input })), codes(await callers.analyst.send(CREATE, { input }))]).toEqual([['UNAUTHENTICATED'], ['FORBIDDEN']]);
    const created = await callers.manager.ask<{ createCustomer: { customer: { id: string } } }>(CREATE, { input });
    const { id } = created.createCustomer.customer;
    expect(created.createCustomer.customer).toMatchObject({ version: 1, annualRevenue: { amountMinor: '100', currency: 'EUR' }, billingAddress: { city: 'Oslo' } });
    const update = (client: ApiClient): Promise<GraphqlAnswer> => client.send(mutation('updateCustomer', 'UpdateCustomerInput', 'customer { version industry }'), { input: { id, version: 1, industry: 'Retail' } });
    expect([codes(await update(callers.member)), codes(await update(callers.outsider)), codes(await update(callers.manager)), codes(await update(callers.manager))]).toEqual([['FORBIDDEN'], ['NOT_FOUND'], [], ['CONFLICT']]);
    const CONTACT = mutation('createContact', 'CreateContactInput', 'contact { id version isPrimary customer { name } }');
    const contact = await callers.manager.ask<{ createContact: { contact: { id: string } } }>(CONTACT, { input: { customerId: id, name: 'Ana', email: 'ANA@example.org' } });
    expect(contact.createContact.contact).toMatchObject({ isPrimary: true, customer: { name: 'Northwind' } });
    expect([codes(await callers.outsider.send(CONTACT, { input: { customerId: id, name: 'X' } })), codes(await callers.analyst.send(CONTACT, { input: { customerId: id, name: 'X' } }))]).toEqual([['NOT_FOUND'], ['FORBIDDEN']]);
    const editing = (client: ApiClient): Promise<GraphqlAnswer> => client.send(mutation('updateContact', 'UpdateContactInput', 'contact { version }'), { input: { id: contact.createContact.contact.id, version: 1, title: 'CEO' } });
    expect([codes(await editing(callers.outsider)), codes(await editing(callers.analyst)), codes(await editing(callers.manager))]).toEqual([['NOT_FOUND'], ['FORBIDDEN'], []]);
    const page = await callers.analyst.ask('query ($id: ID!) { customer(id: $id) { name contacts { nodes { name email } totalCount } subsidiaries { totalCount } } }', { id });
    expect(page).toEqual({ customer: { name: 'Northwind', contacts: { nodes: [{ name: 'Ana', email: 'ana@example.org' }], totalCount: 1 }, subsidiaries: { totalCount: 0 } } });
    expect(codes(await callers.outsider.send('query ($id: ID!) { customer(id: $id) { name } }', { id }))).toEqual(['NOT_FOUND']);
  });

  it('a client sees their own company and its people only', async () => {
    const ids: string[] = [];
    for (const name of ['Client Co', 'Other Co']) {
      const { createCustomer } = await callers.manager.ask<{ createCustomer: { customer: { id: string } } }>(mutation('createCustomer', 'CreateCustomerInput', 'customer { id }'), { input: { name } });
      ids.push(createCustomer.customer.id);
      await callers.manager.ask(mutation('createContact', 'CreateContactInput', 'contact { id }'), { input: { customerId: createCustomer.customer.id, name: `Person of ${name}` } });
    }
    const person = await organization.addUser({ name: 'Client Person', roles: ['CLIENT_OWNER'], customerId: ids[0]! });
    const client = await signInAs(api, person.email);
    expect(await client.ask('{ customers { nodes { name } totalCount } contacts { nodes { name } } }')).toEqual({ customers: { nodes: [{ name: 'Client Co' }], totalCount: 1 }, contacts: { nodes: [{ name: 'Person of Client Co' }] } });
    expect(codes(await client.send('query ($id: ID!) { customer(id: $id) { name } }', { id: ids[1] }))).toEqual(['NOT_FOUND']);
    expect(codes(await client.send('{ leads { totalCount } }'))).toEqual(['FORBIDDEN']);
  });

  it('the conversion preview shows what its caller may see', async () => {
    await callers.manager.ask(mutation('createCustomer', 'CreateCustomerInput', 'customer { id }'), { input: { name: 'Preview Ltd' } });
    const { id } = await createLead({ company: 'Preview Ltd', email: 'pre@view.example.com' });
    const twin = await createLead({ name: 'Twin', email: 'pre@view.example.com' });
    const preview = (client: ApiClient): Promise<GraphqlAnswer> => client.send('query ($id: ID!) { leadConversionPreview(id: $id) { customers { customer { name } reasons } leads { id displayName } } }', { id });
    expect((await preview(callers.manager)).data).toEqual({ leadConversionPreview: { customers: [{ customer: { name: 'Preview Ltd' }, reasons: ['NAME'] }], leads: [{ id: twin.id, displayName: 'Twin' }] } });
    expect([codes(await preview(callers.outsider)), codes(await preview(callers.member)), codes(await preview(callers.stranger))]).toEqual([['NOT_FOUND'], ['FORBIDDEN'], ['UNAUTHENTICATED']]);
  });
});

describe('public forms', () => {
  it('are set up by right, opened and sent by anybody', async () => {
    const CREATE = mutation('createLeadForm', 'CreateLeadFormInput', 'leadForm { id version slug fields { key required } }');
    const input = { slug: 'api-form', title: 'Ask us', services: [{ key: 'SEO', label: 'Search' }], fields: [{ key: 'NAME', required: true }, { key: 'SERVICES', required: true }, { key: 'WISHED_DATE', required: false }] };
    expect([codes(await callers.analyst.send(CREATE, { input })), codes(await callers.stranger.send(CREATE, { input }))]).toEqual([['FORBIDDEN'], ['UNAUTHENTICATED']]);
    const { createLeadForm } = await callers.manager.ask<{ createLeadForm: { leadForm: { id: string; fields: unknown } } }>(CREATE, { input });
    expect(createLeadForm.leadForm.fields).toEqual([{ key: 'NAME', required: true }, { key: 'SERVICES', required: true }, { key: 'WISHED_DATE', required: false }]);
    expect(codes(await callers.manager.send(CREATE, { input }))).toEqual(['DUPLICATE']);
    const OPEN = '{ leadForm(slug: "api-form") { title organizationName services { key label } fields { key } token } }';
    const { leadForm } = await callers.stranger.ask<{ leadForm: { token: string } }>(OPEN);
    const SUBMIT = mutation('submitLeadForm', 'SubmitLeadFormInput', 'reference');
    const answers = { token: leadForm.token, name: 'A stranger', services: ['SEO'] };
    expect(codes(await callers.stranger.send(SUBMIT, { input: answers }))).toEqual(['PRECONDITION_FAILED']);
    // As if it had been opened a minute ago.
    const filled = { ...answers, token: signForm(api.config.appSecret, { organizationId: organization.id, formId: createLeadForm.leadForm.id }, new Date(Date.now() - 60_000)) };
    const sent = await callers.stranger.ask<{ submitLeadForm: { reference: string } }>(SUBMIT, { input: filled });
    const again = await callers.outsider.ask<{ submitLeadForm: { reference: string } }>(SUBMIT, { input: filled });
    expect(again).toEqual(sent);
    const found = await callers.manager.ask<{ leads: { nodes: unknown[] } }>('query ($search: String) { leads(search: $search) { nodes { displayName requestedServices source owner { id } department { name } } } }', { search: sent.submitLeadForm.reference });
    expect(found.leads.nodes).toEqual([{ displayName: 'A stranger', requestedServices: ['SEO'], source: 'Web form', owner: null, department: { name: 'Sales' } }]);
    const CLOSE = mutation('updateLeadForm', 'UpdateLeadFormInput', 'leadForm { active }');
    expect(codes(await callers.outsider.send(CLOSE, { input: { id: createLeadForm.leadForm.id, version: 1, active: false } }))).toEqual(['NOT_FOUND']);
    await callers.manager.ask(CLOSE, { input: { id: createLeadForm.leadForm.id, version: 1, active: false } });
    expect(codes(await callers.stranger.send(OPEN))).toEqual(['NOT_FOUND']);
  });
});

describe('imports over HTTP', () => {
  const upload = async (client: ApiClient | null, body: string | Buffer, headers: Record<string, string> = {}): Promise<{ status: number; body: { id?: string; errors?: { extensions: { code: string } }[] } }> => {
    const cookie = client ? cookieOf(client) : '';
    const answer = await fetch(`${api.url}/files/imports?name=leads.csv`, { method: 'POST', body: body as never, headers: { 'content-type': 'text/csv', ...(cookie ? { cookie } : {}), ...headers } });
    return { status: answer.status, body: await answer.json() as { id?: string } };
  };

  it('a file goes up, is previewed, started, and its refused rows come down; each step by right', async () => {
    const file = 'Name,Email\nAna,ana@http.example.com\n=cmd,x,y\n';
    expect((await upload(null, file)).status).toBe(401);
    expect((await upload(callers.analyst, file)).status).toBe(403);
    expect((await upload(callers.manager, file, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await upload(callers.manager, 'PK\u0003\u0004')).body.errors?.[0]?.extensions.code).toBe('VALIDATION_FAILED');
    expect((await upload(callers.manager, file, { 'content-type': 'application/zip' })).status).toBe(400);
    const { status, body: { id } } = await upload(callers.manager, file);
    expect(status).toBe(201);
    const preview = await callers.manager.ask('query ($id: ID!) { leadImportPreview(id: $id) { detected { encoding delimiter columns { name samples } mapping { column field } } rows { line values refusedColumns } refused { line problem } rowsRead rowsRefused report { columns { name field filled } } } }', { id });
    expect(preview).toMatchObject({ leadImportPreview: { detected: { encoding: 'UTF_8', delimiter: 'COMMA', mapping: [{ column: 0, field: 'NAME' }, { column: 1, field: 'EMAIL' }] }, rowsRead: 2, rowsRefused: 1, rows: [{ line: 2, values: { name: 'Ana', email: 'ana@http.example.com' } }] } });
    const START = mutation('startLeadImport', 'StartLeadImportInput', 'leadImport { status version }');
    const input = { id, version: 2, settings: { onDuplicate: 'UPDATE', mapping: [{ column: 0, field: 'NAME' }, { column: 1, field: 'EMAIL' }] } };
    const tried = { api, right: callers.manager, wrongPerson: callers.analyst, wrongOrganization: callers.outsider };
    await expectFourCallers({ ...tried, operation: START, variables: { input: { ...input, id: (await upload(callers.manager, file)).body.id } } });
    // Sent twice under one key, as the web does after a lost connection: it starts once and answers the same.
    for (let time = 0; time < 2; time++) {
      const { data } = await callers.manager.send(START, { input }, { 'idempotency-key': 'start-this-import' });
      expect(data).toEqual({ startLeadImport: { leadImport: { status: 'RUNNING', version: 3 }, errors: [] } });
    }
    expect((await owner.query(`SELECT 1 FROM due_work WHERE kind = 'leadImport.run' AND payload->>'importId' = $1`, [id])).rowCount).toBe(1);
    const seen = await callers.manager.ask('query ($id: ID!) { leadImport(id: $id) { fileName status rowsDone allowedMoves { move allowed } detected { preset } refusals { line } } }', { id });
    expect(seen).toMatchObject({ leadImport: { fileName: 'leads.csv', status: 'RUNNING', rowsDone: 0, refusals: [], allowedMoves: [{ move: 'START', allowed: false }, { move: 'CANCEL', allowed: true }] } });
    const CANCEL = mutation('cancelLeadImport', 'CancelLeadImportInput', 'leadImport { status }');
    expect(await expectFourCallers({ ...tried, operation: CANCEL, variables: { input: { id, version: 3 } } })).toMatchObject({ cancelLeadImport: { leadImport: { status: 'CANCELLED' } } });
    const download = await fetch(`${api.url}/files/imports/${id!}/refused.csv`, { headers: { cookie: cookieOf(callers.manager) } });
    expect([download.status, download.headers.get('content-disposition'), await download.text()]).toEqual([200, 'attachment; filename="refused-rows.csv"', 'Line,Problem,Name,Email\r\n']);
    expect((await fetch(`${api.url}/files/imports/${id!}/refused.csv`, { headers: { cookie: cookieOf(callers.outsider) } })).status).toBe(404);
    expect((await fetch(`${api.url}/files/imports/nonsense/refused.csv`, { headers: { cookie: cookieOf(callers.manager) } })).status).toBe(400);
  });

  it('the worker runs it with the present rights of whoever started it', async () => {
    const handler = api.app.nest.get(RunLeadImport, { strict: false });
    const start = async (client: ApiClient, file: string): Promise<string> => {
      const { body: { id } } = await upload(client, file);
      await client.ask(mutation('startLeadImport', 'StartLeadImportInput', 'leadImport { status }'), { input: { id, version: 2 } });
      return id!;
    };
    const run = (importId: string): Promise<void> => handler.handle({ id: importId, payload: { importId }, actor: systemActor(organization.id), attempt: 1, once: () => Promise.reject(new Error('Not asked for.')) });
    const outcome = async (id: string): Promise<unknown> => (await callers.manager.ask<{ leadImport: unknown }>('query ($id: ID!) { leadImport(id: $id) { status rowsCreated failure } }', { id })).leadImport;
    const good = await start(callers.manager, 'Name,Email\nIn the worker,worker@http.example.com\n');
    await Promise.all([run(good), run(good)]);
    expect(await outcome(good)).toEqual({ status: 'DONE', rowsCreated: 1, failure: null });
    const leaver = await organization.addUser({ name: 'Leaving Soon', roles: ['MARKETING'], departmentIds: [organization.departments.marketing] });
    const left = await start(await signInAs(api, leaver.email), 'Name,Email\nToo late,late@http.example.com\n');
    await owner.query(`UPDATE user_account SET status = 'INACTIVE' WHERE id = $1`, [leaver.id]);
    await run(left);
    expect(await outcome(left)).toEqual({ status: 'FAILED', rowsCreated: 0, failure: 'Whoever started it is not with us any more. Somebody else can go on with it.' });
    await callers.manager.ask(mutation('startLeadImport', 'StartLeadImportInput', 'leadImport { owner { name } }'), { input: { id: left, version: 4 } });
    await run(left);
    expect(await outcome(left)).toEqual({ status: 'DONE', rowsCreated: 1, failure: null });
    await run('01900000-0000-7000-8000-000000000000');
  });

  it('takes a large file and refuses one that is too large, before and while it arrives', async () => {
    const { status, body } = await upload(callers.manager, Buffer.alloc(12 * 1024 * 1024, 'Email,City\n'));
    expect(status).toBe(201);
    await callers.manager.ask(mutation('cancelLeadImport', 'CancelLeadImportInput', 'leadImport { status }'), { input: { id: body.id, version: 2 } });
    expect((await upload(callers.manager, Buffer.alloc(50 * 1024 * 1024 + 1, 'a,b\n'))).body.errors?.[0]?.extensions.code).toBe('LIMIT_EXCEEDED');
    const endless = new ReadableStream<Uint8Array>({ pull: (() => { let sent = 0; return (controller: ReadableStreamDefaultController<Uint8Array>) => { if ((sent += 1) > 52) controller.close(); else controller.enqueue(Buffer.alloc(1024 * 1024, 'a,b\n')); }; })() });
    const answer = await fetch(`${api.url}/files/imports?name=x.csv`, { method: 'POST', body: endless, duplex: 'half', headers: { 'content-type': 'text/csv', cookie: cookieOf(callers.manager) } } as RequestInit);
    expect([answer.status, (await answer.json() as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code]).toEqual([400, 'LIMIT_EXCEEDED']);
  });
});

/** The session cookie of a client as a header. */
function cookieOf(client: ApiClient): string {
  return `${ACCESS_COOKIE}=${client.cookie(ACCESS_COOKIE) ?? ''}`;
}

/** What the read engine sends while somebody asks, beside entering the transaction. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const connections = api.app.nest.get(ReadConnections, { strict: false });
  const run = connections.run.bind(connections);
  const sent: string[] = [];
  connections.run = (statements) => {
    sent.push(...statements.filter(({ name }) => name !== 'enter').map(({ text }) => text));
    return run(statements);
  };
  try {
    await work();
  } finally {
    connections.run = run;
  }
  return sent;
}
