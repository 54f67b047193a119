import { ApiClient } from '@throughline/testing/api';

/** The policy takes none that is made of the organization's name. */
const CLIENT_PASSWORD = 'eleven quiet bicycles';
const ERRORS = 'errors { code message path }';
const day = (from: number): string => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);

async function userId(client: ApiClient, name: string): Promise<string> {
  const { users } = await client.ask<{ users: { nodes: { id: string; name: string }[] } }>('query ($name: String!) { users(filter: { name: { eq: $name } }) { nodes { id name } } }', { name });
  const found = users.nodes[0];
  if (!found) throw new Error(`${name} is not visible.`);
  return found.id;
}

/** Stage 1. @returns the reference the stranger is given */
export async function enquire(stranger: ApiClient, wait: (ms: number) => Promise<unknown>): Promise<string> {
  const { leadForm } = await stranger.ask<{ leadForm: { token: string } }>('{ leadForm(slug: "lantern-oak") { token title } }');
  // The form refuses those who fill it in faster than a person can.
  await wait(3_500);
  const { submitLeadForm } = await stranger.ask<{ submitLeadForm: { reference: string } }>(
    `mutation ($input: SubmitLeadFormInput!) { submitLeadForm(input: $input) { reference ${ERRORS} } }`,
    { input: {
      token: leadForm.token, name: 'Joana Prado', company: 'Prado Cycles', email: `joana.${Date.now()}@prado-cycles.example`, services: ['WEB'],
      requirements: 'A shop for our bicycles, before spring.', budget: { amountMinor: '900000', currency: 'USD' }, wishedDate: day(90),
    } },
  );
  return submitLeadForm.reference;
}

export interface QualifiedLead { id: string; version: number; score: number; scoreReasons: unknown[] }

/** Stage 2: claim, first contact, qualification. */
export async function qualify(closer: ApiClient, reference: string): Promise<QualifiedLead> {
  const facts = 'id version status score scoreReasons { __typename }';
  const { leads } = await closer.ask<{ leads: { nodes: { id: string }[] } }>('query ($reference: String!) { leads(filter: { reference: { eq: $reference } }) { nodes { id } } }', { reference });
  const id = leads.nodes[0]?.id;
  if (!id) throw new Error('The closer does not find the lead.');
  const { claimLead } = await closer.ask<{ claimLead: { lead: QualifiedLead } }>(`mutation ($input: ClaimLeadInput!) { claimLead(input: $input) { lead { ${facts} } ${ERRORS} } }`, { input: { id } });
  const { contactLead } = await closer.ask<{ contactLead: { lead: QualifiedLead } }>(
    `mutation ($input: ContactLeadInput!) { contactLead(input: $input) { lead { ${facts} } ${ERRORS} } }`,
    { input: { id, version: claimLead.lead.version, kind: 'CALL', reached: true, note: 'She decides herself and has the budget.' } },
  );
  const { qualifyLead } = await closer.ask<{ qualifyLead: { lead: QualifiedLead } }>(
    `mutation ($input: QualifyLeadInput!) { qualifyLead(input: $input) { lead { ${facts} } ${ERRORS} } }`,
    { input: { id, version: contactLead.lead.version, authority: 'YES', need: 'EXPLICIT', timeline: 'IMMEDIATE' } },
  );
  return qualifyLead.lead;
}

export interface ConvertedDeal { id: string; number: string; customerId: string }

/** Stage 3, first half: customer, contact and deal in one transaction. */
export async function convert(agent: ApiClient, lead: { id: string; version: number }): Promise<ConvertedDeal> {
  const { convertLead } = await agent.ask<{ convertLead: { lead: { convertedDeal: { id: string; number: string; customer: { id: string } } } } }>(
    `mutation ($input: ConvertLeadInput!) { convertLead(input: $input) { lead { status convertedDeal { id number customer { id } } } ${ERRORS} } }`,
    { input: { id: lead.id, version: lead.version } },
  );
  const { id, number, customer } = convertLead.lead.convertedDeal;
  return { id, number, customerId: customer.id };
}

/** Stage 3, second half: a quote with lines, sent, signed by the client on the public page. */
export async function sell(agent: ApiClient, stranger: ApiClient, dealId: string): Promise<{ number: string; dealStatus: string }> {
  const { createQuote } = await agent.ask<{ createQuote: { quote: { id: string; version: number; number: string } } }>(
    `mutation ($input: CreateQuoteInput!) { createQuote(input: $input) { quote { id version number } ${ERRORS} } }`,
    { input: { dealId, content: { title: 'Bicycle shop', validUntil: day(30), lines: [
      { description: 'Website, up to ten pages', quantity: '1', unitPriceMinor: '480000' }, { description: 'Shop set-up', quantity: '12.5', unitPriceMinor: '11000', discountBasisPoints: 500 },
    ] } } },
  );
  const { quote } = createQuote;
  const { sendQuote } = await agent.ask<{ sendQuote: { publicPath: string } }>(
    `mutation ($input: QuoteVersionInput!) { sendQuote(input: $input) { publicPath ${ERRORS} } }`, { input: { id: quote.id, version: quote.version } },
  );
  const token = sendQuote.publicPath.replace('/q/', '');
  const { openQuote } = await stranger.ask<{ openQuote: { quote: { version: number } } }>(`mutation ($input: OpenQuoteInput!) { openQuote(input: $input) { quote { version } ${ERRORS} } }`, { input: { token } });
  await stranger.ask(`mutation ($input: AcceptQuoteInput!) { acceptQuote(input: $input) { quote { status } ${ERRORS} } }`, { input: { token, version: openQuote.quote.version, name: 'Joana Prado' } });
  const { deal } = await agent.ask<{ deal: { status: string } }>('query ($id: ID!) { deal(id: $id) { status } }', { id: dealId });
  return { number: quote.number, dealStatus: deal.status };
}

/** The administrator gives the client's person access to the portal. @returns the client, signed in */
export async function invite(admin: ApiClient, customerId: string, url: string): Promise<ApiClient> {
  const { roles } = await admin.ask<{ roles: { nodes: { id: string; key: string }[] } }>('{ roles(first: 50) { nodes { id key } } }');
  const email = `joana.${Date.now()}@prado-cycles.example`;
  await admin.ask(`mutation ($input: CreateUserInput!) { createUser(input: $input) { user { id } ${ERRORS} } }`, {
    input: { name: 'Joana Prado', email, tier: 'CLIENT', customerId, password: CLIENT_PASSWORD, roles: [{ roleId: roles.nodes.find(({ key }) => key === 'CLIENT_OWNER')!.id }] },
  });
  return new ApiClient(url).signIn(email, CLIENT_PASSWORD);
}

/** Stage 4. */
export async function openTicket(manager: ApiClient, dealId: string): Promise<{ id: string; number: string }> {
  const { openOnboardingTicket } = await manager.ask<{ openOnboardingTicket: { ticket: { id: string; number: string } } }>(
    `mutation ($input: OpenOnboardingTicketInput!) { openOnboardingTicket(input: $input) { ticket { id number } ${ERRORS} } }`, { input: { dealId, categoryKey: 'WEB', note: 'Wants to open before spring.' } },
  );
  return openOnboardingTicket.ticket;
}

/** Stage 5. */
export async function validate(manager: ApiClient, ticketId: string, agentName: string): Promise<void> {
  const agentId = await userId(manager, agentName);
  const { ticket } = await manager.ask<{ ticket: { version: number } }>('query ($id: ID!) { ticket(id: $id) { version } }', { id: ticketId });
  await manager.ask(`mutation ($input: ValidateTicketInput!) { validateTicket(input: $input) { ticket { status } ${ERRORS} } }`, {
    input: { id: ticketId, version: ticket.version, agentId, passed: ['CUSTOMER', 'CONTACT', 'SERVICES', 'BUDGET'] },
  });
}

/** Stage 6: every requirement received and verified, then the scope. */
export async function scope(agent: ApiClient, ticketId: string): Promise<{ id: string; number: string; requirements: number }> {
  const MOVE = `mutation ($input: MoveRequirementInput!) { moveTicketRequirement(input: $input) { ticket { version requirements { id version } } ${ERRORS} } }`;
  type Ticket = { version: number; requirements: { id: string; version: number }[] };
  const read = async (): Promise<Ticket> => (await agent.ask<{ ticket: Ticket }>('query ($id: ID!) { ticket(id: $id) { version requirements { id version } } }', { id: ticketId })).ticket;
  for (const { id, version } of (await read()).requirements) {
    await agent.ask(MOVE, { input: { id, version, move: 'RECEIVE', value: 'Sent by mail' } });
    await agent.ask(MOVE, { input: { id, version: version + 1, move: 'VERIFY' } });
  }
  const { version, requirements } = await read();
  const { scopeTicket } = await agent.ask<{ scopeTicket: { projectId: string } }>(
    `mutation ($input: ScopeTicketInput!) { scopeTicket(input: $input) { projectId ticket { status } ${ERRORS} } }`,
    { input: { id: ticketId, version, projectName: 'Prado Cycles shop', scope: 'Ten pages, a shop with forty bicycles, hand-over and training.', startOn: day(1), dueOn: day(60) } },
  );
  const { project } = await agent.ask<{ project: { id: string; number: string } }>('query ($id: ID!) { project(id: $id) { id number } }', { id: scopeTicket.projectId });
  return { ...project, requirements: requirements.length };
}

/** Stage 7: submission, decision record, tasks from the category's template. @returns how many tasks */
export async function approveAndPlan(manager: ApiClient, projectId: string): Promise<number> {
  const read = async (): Promise<number> => (await manager.ask<{ project: { version: number } }>('query ($id: ID!) { project(id: $id) { version } }', { id: projectId })).project.version;
  await manager.ask(`mutation ($input: SubmitProjectInput!) { submitProject(input: $input) { project { status } ${ERRORS} } }`, { input: { id: projectId, version: await read() } });
  await manager.ask(`mutation ($input: ApproveProjectInput!) { approveProject(input: $input) { project { status } ${ERRORS} } }`, {
    input: {
      id: projectId, version: await read(), decision: 'APPROVED', feasibility: 'Done before, twice.', budget: 'Covered by the quote.', resources: 'Ben and Sofia have room.', risk: 'Pictures may come late.', shareWithClient: true,
    },
  });
  const { createTasksFromTemplate } = await manager.ask<{ createTasksFromTemplate: { taskIds: string[] } }>(
    `mutation ($input: CreateTasksFromTemplateInput!) { createTasksFromTemplate(input: $input) { taskIds ${ERRORS} } }`, { input: { projectId, templateKey: 'WEB' } },
  );
  return createTasksFromTemplate.taskIds.length;
}

export interface Leaf { id: string; assignee: string }

/** Stage 8: one more sub-task by hand, then every leaf gets somebody. */
export async function assign(lead: ApiClient, projectId: string, people: string[]): Promise<Leaf[]> {
  const ids = await Promise.all(people.map((name) => userId(lead, name)));
  const { tasks: inner } = await lead.ask<{ tasks: { nodes: { id: string }[] } }>('query ($id: ID!) { tasks(first: 1, filter: { projectId: { eq: $id }, leaf: { eq: false } }) { nodes { id } } }', { id: projectId });
  await lead.ask(`mutation ($input: CreateSubTaskInput!) { createSubTask(input: $input) { task { id } ${ERRORS} } }`, {
    input: { parentId: inner.nodes[0]!.id, title: 'Test on a phone', estimateMinutes: 90, sharedWithClient: true },
  });
  const { tasks } = await lead.ask<{ tasks: { nodes: { id: string; version: number }[] } }>(
    'query ($id: ID!) { tasks(first: 200, filter: { projectId: { eq: $id }, leaf: { eq: true } }) { nodes { id version } } }', { id: projectId },
  );
  const leaves: Leaf[] = [];
  for (const [index, { id, version }] of tasks.nodes.entries()) {
    const who = index % people.length;
    await lead.ask(`mutation ($input: AssignTaskInput!) { assignTask(input: $input) { task { id } ${ERRORS} } }`, { input: { id, version, assigneeIds: [ids[who]] } });
    leaves.push({ id, assignee: people[who]! });
  }
  return leaves;
}

/** Stage 9: start, report half, log an hour, finish; QA accepts where a review is asked for. `told` runs a change that the client must see. */
export async function work(member: ApiClient, reviewer: ApiClient, id: string, told: (change: () => Promise<unknown>) => Promise<void>): Promise<void> {
  const read = async (client: ApiClient): Promise<{ version: number; requiresReview: boolean; status: string }> =>
    (await client.ask<{ task: { version: number; requiresReview: boolean; status: string } }>('query ($id: ID!) { task(id: $id) { version requiresReview status } }', { id })).task;
  const status = async (to: string): Promise<unknown> =>
    member.ask(`mutation ($input: ChangeTaskStatusInput!) { changeTaskStatus(input: $input) { task { id } ${ERRORS} } }`, { input: { id, version: (await read(member)).version, status: to } });
  await status('IN_PROGRESS');
  await told(async () => member.ask(`mutation ($input: ReportTaskProgressInput!) { reportTaskProgress(input: $input) { task { id } ${ERRORS} } }`, {
    input: { id, version: (await read(member)).version, progressBasisPoints: 5_000 },
  }));
  await member.ask(`mutation ($input: LogTimeInput!) { logTime(input: $input) { timeEntry { id } ${ERRORS} } }`, { input: { taskId: id, workedOn: day(0), minutes: 10, note: 'Worked on it' } });
  const { requiresReview, version } = await read(member);
  if (!requiresReview) return told(() => status('COMPLETED'));
  await member.ask(`mutation ($input: SubmitForReviewInput!) { submitForReview(input: $input) { task { id } ${ERRORS} } }`, { input: { id, version } });
  await told(async () => reviewer.ask(`mutation ($input: ReviewTaskInput!) { reviewTask(input: $input) { task { status } ${ERRORS} } }`, {
    input: { id, version: (await read(reviewer)).version, decision: 'ACCEPTED' },
  }));
}

/** QA accepts the tasks whose parts are all done and that ask for a review of the whole. @returns how many */
export async function acceptWholes(reviewer: ApiClient, projectId: string): Promise<number> {
  const { tasks } = await reviewer.ask<{ tasks: { nodes: { id: string; version: number }[] } }>(
    'query ($id: ID!) { tasks(first: 200, filter: { projectId: { eq: $id }, leaf: { eq: false }, status: { eq: REVIEW } }) { nodes { id version } } }', { id: projectId },
  );
  for (const { id, version } of tasks.nodes) {
    await reviewer.ask(`mutation ($input: ReviewTaskInput!) { reviewTask(input: $input) { task { status } ${ERRORS} } }`, { input: { id, version, decision: 'ACCEPTED' } });
  }
  return tasks.nodes.length;
}

/** The project's own figure. */
export async function progressOf(manager: ApiClient, projectId: string): Promise<{ progressBasisPoints: number; status: string }> {
  const { project } = await manager.ask<{ project: { progressBasisPoints: number; status: string } }>('query ($id: ID!) { project(id: $id) { progressBasisPoints status } }', { id: projectId });
  return project;
}
