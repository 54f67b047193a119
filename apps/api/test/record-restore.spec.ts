import { CategoryService } from '@throughline/delivery/categories';
import { restorableCatalogue } from '@throughline/identity/audit';
import { permissionCatalogue } from '@throughline/platform/access';
import { modelOfSubject } from '@throughline/platform/read';
import { PipelineService } from '@throughline/sales/deals';
import { testActor, type TestOrganization } from '@throughline/testing';
import { type ApiClient, bootTwoOrganizations, codesOf, signInAs, type TwoOrganizations } from '@throughline/testing/api';

const HISTORY = 'query ($subject: String!, $id: ID!) { recordHistory(subject: $subject, id: $id) { version entries { id kind restorable } } }';
const RESTORE = 'mutation ($input: RestoreRecordFieldsInput!) { restoreRecordFields(input: $input) { id errors { code message path details } } }';

/** Subjects with a permission to edit of which nothing is brought back, and why. */
const NOT_RESTORED: Readonly<Record<string, string>> = {
  file: 'Renamed where it hangs; its content never changes.',
  signInProvider: 'Its events hold no secret; half of a connection is none.',
  timeEntry: 'It has no page; its minutes are corrected where they were written.',
};

interface History { recordHistory: { version: number; entries: { id: string; kind: string; restorable: string[] }[] } }
interface Versioned { id: string; version: number }

describe('restoring earlier values', () => {
  let setUp: TwoOrganizations;
  let agency: TestOrganization;
  let admin: ApiClient;

  beforeAll(async () => {
    setUp = await bootTwoOrganizations();
    agency = setUp.agency;
    const actor = testActor({ organizationId: agency.id });
    const { nest } = setUp.api.app;
    await nest.get(PipelineService, { strict: false }).ensureDefault(actor);
    await nest.get(CategoryService, { strict: false }).ensureDefaults(actor, { WEB: agency.departments.web });
    admin = await signInAs(setUp.api, agency.users.ADMIN.email);
  });
  afterAll(() => setUp?.close());

  const run = async <Shape>(name: string, type: string, field: string, selection: string, input: object): Promise<Shape> =>
    (await admin.ask<Answer<Shape>>(`mutation ($input: ${type}!) { ${name}(input: $input) { ${field} { ${selection} } errors { code message path } } }`, { input }))[name]![field]!;
  const read = async <Shape>(query: string, id: string): Promise<Shape> => admin.ask<Shape>(`query ($id: ID!) { ${query} }`, { id });
  /** Brings back every value that the latest edit replaced. @returns the fields that were brought back */
  const restoreLatest = async (subject: string, id: string): Promise<string[]> => {
    const { recordHistory: { version, entries } } = await admin.ask<History>(HISTORY, { subject, id });
    const entry = entries.find(({ restorable }) => restorable.length > 0)!;
    await admin.ask(RESTORE, { input: { subject, id, version, eventId: entry.id, fields: entry.restorable } });
    return [...entry.restorable].sort();
  };

  it('works for everything that is edited, or there is a reason why not', () => {
    const edited = permissionCatalogue().filter(({ name, subject }) => name.endsWith('.update') && modelOfSubject(subject)?.key.type === 'uuid').map(({ subject }) => subject);
    const restorable = new Set(restorableCatalogue().map(({ subject }) => subject));
    expect(edited.filter((subject) => !restorable.has(subject)).sort()).toEqual(Object.keys(NOT_RESTORED).sort());
  });

  it('gives a ticket back what it said, and never moves it', async () => {
    const deal = await run<Versioned>('createDeal', 'CreateDealInput', 'deal', 'id version', { name: 'Bakery website', customerId: await agency.addCustomer() });
    await run('winDeal', 'DecideDealInput', 'deal', 'id', { id: deal.id, version: deal.version, reason: 'Yes' });
    const { id } = await run<Versioned>('openOnboardingTicket', 'OpenOnboardingTicketInput', 'ticket', 'id', { dealId: deal.id, categoryKey: 'WEB', note: 'They hurry' });
    await run('updateTicket', 'UpdateTicketInput', 'ticket', 'id', { id, version: 1, title: 'Other', description: null, priority: 'LOW' });
    await run('moveTicket', 'MoveTicketInput', 'ticket', 'id', { id, version: 2, move: 'REJECT', reason: 'Wrong client' });
    const { recordHistory: { entries } } = await admin.ask<History>(HISTORY, { subject: 'ticket', id });
    expect(entries.map(({ kind, restorable }) => [kind, restorable.length])).toEqual([['ticket.status_changed', 0], ['ticket.updated', 3], ['ticket.opened', 0]]);
    expect(await restoreLatest('ticket', id)).toEqual(['description', 'priority', 'title']);
    expect(await read('ticket(id: $id) { title description priority status }', id)).toEqual({ ticket: { title: 'Website: Bakery website', description: 'They hurry', priority: 'NORMAL', status: 'REJECTED' } });
  });

  it('gives a milestone back its name and day', async () => {
    const project = await run<Versioned>('createProject', 'CreateProjectInput', 'project', 'id', { name: 'Site', customerId: await agency.addCustomer(), departmentId: agency.departments.web });
    const { id } = await run<Versioned>('createMilestone', 'CreateMilestoneInput', 'milestone', 'id', { projectId: project.id, name: 'Draft', dueOn: '2027-01-31' });
    await run('updateMilestone', 'UpdateMilestoneInput', 'milestone', 'id', { id, version: 1, name: 'Launch', dueOn: null });
    expect(await restoreLatest('milestone', id)).toEqual(['dueOn', 'name']);
    expect(await read('project(id: $id) { milestones { name dueOn } }', project.id)).toEqual({ project: { milestones: [{ name: 'Draft', dueOn: '2027-01-31' }] } });
  });

  it('gives a draft quote back its lines, counted anew; one that was sent stays as it was sent', async () => {
    const deal = await run<Versioned>('createDeal', 'CreateDealInput', 'deal', 'id', { name: 'Shop', customerId: await agency.addCustomer() });
    const content = (title: string, amount: string): object => ({ title, validUntil: '2099-01-01', lines: [{ description: title, quantity: '2', unitPriceMinor: amount }] });
    const { id } = await run<Versioned>('createQuote', 'CreateQuoteInput', 'quote', 'id', { dealId: deal.id, content: content('First', '50000') });
    await run('updateQuote', 'UpdateQuoteInput', 'quote', 'id', { id, version: 1, content: content('Second', '10') });
    expect(await restoreLatest('quote', id)).toEqual(['lines', 'title']);
    expect(await read('quote(id: $id) { title total { amountMinor } lines { description quantity } }', id)).toEqual({ quote: { title: 'First', total: { amountMinor: '100000' }, lines: [{ description: 'First', quantity: expect.stringMatching(/^2(\.0+)?$/) as string }] } });
    await run('sendQuote', 'QuoteVersionInput', 'quote', 'id', { id, version: 3 });
    const { recordHistory: { version, entries } } = await admin.ask<History>(HISTORY, { subject: 'quote', id });
    const entry = entries.find(({ restorable }) => restorable.length > 0)!;
    expect(codesOf(await admin.send(RESTORE, { input: { subject: 'quote', id, version, eventId: entry.id, fields: ['title'] } }))).toEqual(['ILLEGAL_TRANSITION']);
  });

  it('gives a pipeline back its stages, removed ones as new ones', async () => {
    const made = await run<Versioned & { stages: { id: string; name: string; isWon: boolean; isLost: boolean; probability: number }[] }>('createPipeline', 'CreatePipelineInput', 'pipeline', 'id version stages { id name isWon isLost probability }', { name: 'Renewals' });
    const kept = made.stages.filter(({ name }) => name !== 'Proposal').map(({ id, name, isWon, isLost, probability }) => ({ id, name, kind: isWon ? 'WON' : isLost ? 'LOST' : 'OPEN', ...(isWon || isLost ? {} : { probability }) }));
    await run('updatePipeline', 'UpdatePipelineInput', 'pipeline', 'id', { id: made.id, version: 1, name: 'Second sales', stages: kept });
    expect(await restoreLatest('pipeline', made.id)).toEqual(['name', 'stages']);
    const { pipelines } = await admin.ask<{ pipelines: { nodes: { id: string; name: string; stages: { id: string; name: string }[] }[] } }>('{ pipelines(first: 50) { nodes { id name stages { id name } } } }');
    const after = pipelines.nodes.find(({ id }) => id === made.id)!;
    expect([after.name, after.stages.map(({ name }) => name)]).toEqual(['Renewals', made.stages.map(({ name }) => name)]);
    const of = (name: string, stages: readonly { id: string; name: string }[]): string => stages.find((stage) => stage.name === name)!.id;
    expect([of('Won', after.stages) === of('Won', made.stages), of('Proposal', after.stages) === of('Proposal', made.stages)]).toEqual([true, false]);
  });

  it('gives settings back: articles, services, roles, teams', async () => {
    const product = await run<Versioned>('createProduct', 'CreateProductInput', 'product', 'id version', { sku: 'A-1', name: 'Care', unit: 'month', price: { amountMinor: '9900', currency: 'USD' }, taxBasisPoints: 0 });
    await run('updateProduct', 'UpdateProductInput', 'product', 'id', { id: product.id, version: 1, name: 'Much care', price: { amountMinor: '1', currency: 'USD' } });
    expect(await restoreLatest('product', product.id)).toEqual(['name', 'priceMinor']);
    expect(await read('product(id: $id) { name price { amountMinor } }', product.id)).toEqual({ product: { name: 'Care', price: { amountMinor: '9900' } } });

    const category = await run<Versioned>('createServiceCategory', 'CreateServiceCategoryInput', 'category', 'id version', { name: 'Print', checklist: [{ title: 'Logo', kind: 'DOCUMENT', required: true }] });
    await run('updateServiceCategory', 'UpdateServiceCategoryInput', 'category', 'id', { id: category.id, version: 1, name: 'Press', checklist: [] });
    expect(await restoreLatest('serviceCategory', category.id)).toEqual(['checklist', 'name']);

    const role = await run<Versioned>('createRole', 'CreateRoleInput', 'role', 'id version', { name: 'Night desk', tiers: ['EMPLOYEE'] });
    await run('updateRole', 'UpdateRoleInput', 'role', 'id', { id: role.id, version: 1, name: 'Day desk' });
    expect(await restoreLatest('role', role.id)).toEqual(['name']);

    const team = await run<Versioned>('createTeam', 'CreateTeamInput', 'team', 'id version', { name: 'Blue', departmentId: agency.departments.web, memberIds: [agency.users.TEAM_MEMBER.id] });
    await run('updateTeam', 'UpdateTeamInput', 'team', 'id', { id: team.id, version: 1, name: 'Red', memberIds: [] });
    expect(await restoreLatest('team', team.id)).toEqual(['memberIds', 'name']);
  });
});

/** An answer by operation and field. */
type Answer<Shape> = Record<string, Record<string, Shape>>;
