import { inspect } from './accessibility.mjs';
import { choose, emailOf } from './browser.mjs';

const PROJECT = 'Studio booking site';
/** A person nobody has heard of, of a customer that is known. */
const STRANGER = `Jia Ling ${Math.floor(Math.random() * 90_000 + 10_000)}`;
const COMPANY = 'Lumen Yoga';

/** The nine stages, each by the one who does it, from a stranger's form to the client watching. */
export async function journey(browser) {
  await enquire(browser);
  await qualify(browser);
  const path = await sell(browser);
  await handOver(browser, path);
  await validate(browser);
  await scope(browser);
  await approveAndPlan(browser);
  const task = await assign(browser);
  await work(browser, task);
  await watch(browser);
}

/** Stage 1: a stranger fills in the public form on a phone. */
async function enquire(browser) {
  const stranger = await browser.open({ phone: true });
  await stranger.goto('/start/lantern-oak');
  const opened = performance.now();
  await stranger.getByLabel(/Your name/).fill(STRANGER);
  await stranger.getByLabel(/Company/).fill(COMPANY);
  await stranger.getByLabel(/E-mail/).fill(`jia.${Date.now()}@lumen-yoga.example`);
  await stranger.getByText('A website').click();
  await stranger.getByLabel(/What do you need/).fill('A site where people book their classes.');
  await stranger.getByLabel(/Budget/).fill('4800');
  await browser.picture(stranger, 'public-form');
  // Who is faster than a person is taken for a program.
  await stranger.waitForFunction((end) => performance.now() > end, await stranger.evaluate((spent) => performance.now() - spent + 4_000, performance.now() - opened));
  await stranger.getByRole('button', { name: /Send/ }).click();
  await stranger.getByText('Thank you, it arrived').waitFor();
}

/** Stage 2: the closer takes it, speaks to the person, qualifies. */
async function qualify(browser) {
  const closer = await browser.signIn(emailOf('Tom Brandt'));
  await closer.goto('/leads');
  await closer.getByRole('link', { name: new RegExp(STRANGER) }).first().click();
  await closer.getByRole('button', { name: 'Take it' }).click();
  await closer.getByRole('button', { name: 'Log contact' }).click();
  const contact = closer.getByRole('dialog');
  await contact.getByRole('checkbox').first().waitFor();
  if (!(await contact.getByRole('checkbox').first().isChecked())) await contact.getByRole('checkbox').first().click();
  await contact.getByRole('button', { name: 'Log contact' }).click();
  await contact.waitFor({ state: 'detached' });
  await closer.getByRole('button', { name: 'Qualify', exact: true }).click();
  const dialog = closer.getByRole('dialog');
  for (const field of ['Does this person decide?', 'Is there a need?', 'When should it start?']) {
    await dialog.getByLabel(field).click();
    await closer.getByRole('option').first().click();
  }
  await dialog.getByRole('button', { name: 'Qualify' }).click();
  await closer.getByRole('button', { name: /^Status: Qualified/ }).waitFor();
  await browser.picture(closer, 'lead');
}

/** Stage 3: converted to the customer that is known, quoted, signed on the public page, won. @returns the deal's path */
async function sell(browser) {
  const agent = await browser.signIn(emailOf('Marco Bellini'));
  await agent.goto('/leads');
  await agent.getByRole('link', { name: new RegExp(STRANGER) }).first().click();
  await agent.getByRole('button', { name: 'Convert', exact: true }).click();
  const dialog = agent.getByRole('dialog');
  await dialog.getByRole('radio', { name: new RegExp(COMPANY) }).check();
  await dialog.getByLabel(/^Deal/).fill(PROJECT);
  await dialog.getByRole('button', { name: 'Convert', exact: true }).click();
  await agent.waitForURL(/\/deals\/[0-9a-f-]{36}/);
  const path = new URL(agent.url()).pathname;
  await agent.getByRole('button', { name: 'Write a quote' }).click();
  const quote = agent.getByRole('dialog');
  await quote.getByLabel('Description').fill('Website with class booking');
  await quote.getByLabel('Price of one').fill('4800');
  await quote.getByRole('button', { name: 'Save draft' }).click();
  await agent.waitForURL(/\/quotes\//);
  await browser.picture(agent, 'quote');
  await agent.getByRole('button', { name: 'Send to client' }).click();
  const link = await agent.getByLabel('The client\'s link').inputValue();

  const client = await browser.open({ phone: true });
  await client.goto(new URL(link).pathname);
  await client.getByRole('button', { name: 'Accept and sign' }).waitFor();
  await expectNoViolation(client, 'public quote');
  await client.getByLabel(/Your full name/).fill('Jia Chen');
  await client.getByRole('button', { name: 'Accept and sign' }).click();
  await client.getByRole('heading', { name: /Accepted/ }).waitFor();
  await expectNoViolation(client, 'accepted quote');
  await browser.picture(client, 'public-quote');
  await agent.goto(path);
  await agent.getByRole('button', { name: /^Status: Won/ }).waitFor();
  await browser.picture(agent, 'deal');
  return path;
}

/** The public quote has an address only here. */
async function expectNoViolation(page, what) {
  const problems = [];
  await inspect(page, what, problems);
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

/** Stage 4. */
async function handOver(browser, path) {
  const manager = await browser.signIn(emailOf('Iris Novak'));
  await manager.goto(path);
  await manager.getByRole('button', { name: 'Open onboarding ticket' }).click();
  const dialog = manager.getByRole('dialog');
  await dialog.getByLabel('Kind of service').click();
  await manager.getByRole('option', { name: 'Website' }).click();
  await dialog.getByRole('button', { name: 'Open ticket' }).click();
  await manager.waitForURL(/\/tickets\//);
}

const openTicket = async (page) => {
  await page.goto('/tickets');
  await page.getByRole('link', { name: new RegExp(PROJECT) }).first().click();
  await page.getByRole('heading', { name: new RegExp(PROJECT) }).waitFor();
};

/** Stage 5. */
async function validate(browser) {
  const manager = await browser.signIn(emailOf('Hannah Weiss'));
  await openTicket(manager);
  await manager.getByRole('button', { name: 'Validate', exact: true }).click();
  const dialog = manager.getByRole('dialog');
  await dialog.getByRole('checkbox').first().waitFor();
  for (const box of await dialog.getByRole('checkbox').all()) await box.click();
  await choose(dialog, 'Agent', 'Diego Fuentes');
  await dialog.getByRole('button', { name: 'Validate and assign' }).click();
  await manager.getByRole('button', { name: /^Status: Assigned/ }).waitFor();
}

/** Stage 6: every required item received and verified, then the scope. */
async function scope(browser) {
  const agent = await browser.signIn(emailOf('Diego Fuentes'));
  await openTicket(agent);
  await agent.getByRole('button', { name: 'Received' }).first().waitFor();
  for (let left = await agent.getByRole('button', { name: 'Received' }).count(); left > 0; left--) {
    await agent.getByRole('button', { name: 'Received' }).first().click();
    const dialog = agent.getByRole('dialog');
    await dialog.getByLabel(/What did the client give/).fill('Sent by mail');
    await dialog.getByRole('button', { name: 'Mark as received' }).click();
    await dialog.waitFor({ state: 'detached' });
    await agent.getByRole('button', { name: 'Verify' }).first().click();
    await agent.getByRole('button', { name: 'Verify' }).waitFor({ state: 'detached' });
  }
  await browser.picture(agent, 'ticket');
  await agent.getByRole('button', { name: 'Fix the scope' }).click();
  const dialog = agent.getByRole('dialog');
  await dialog.getByLabel('Name of the project').fill(PROJECT);
  await dialog.getByLabel(/What will be delivered/).fill('Five pages and the booking of classes.');
  await dialog.getByRole('button', { name: 'Create draft project' }).click();
  await dialog.waitFor({ state: 'detached' });
}

const openProject = async (page) => {
  await page.goto('/projects');
  await page.getByRole('link', { name: PROJECT }).first().click();
  await page.getByRole('heading', { level: 1, name: PROJECT }).waitFor();
};

/** Stage 7. */
async function approveAndPlan(browser) {
  const manager = await browser.signIn(emailOf('Olu Adeyemi'));
  await openProject(manager);
  await manager.getByRole('button', { name: /^Status: Draft/ }).click();
  await manager.getByRole('menuitem', { name: /Submit/ }).click();
  await manager.getByRole('button', { name: 'Decide' }).click();
  const dialog = manager.getByRole('dialog');
  for (const field of ['Feasibility', 'Budget', 'Resources', 'Risk']) await dialog.getByLabel(field).fill('Looks good.');
  await dialog.getByRole('button', { name: 'Record decision' }).click();
  await dialog.waitFor({ state: 'detached' });
  await manager.getByRole('button', { name: 'Plan from template' }).click();
  await manager.getByRole('dialog').getByRole('button', { name: 'Create tasks' }).click();
  await manager.getByRole('dialog').waitFor({ state: 'detached' });
  await manager.getByRole('list').getByRole('link').first().waitFor();
  await browser.picture(manager, 'project');
}

/** Stage 8: a sub-task of the first task, for Ben. @returns the sub-task's path */
async function assign(browser) {
  const lead = await browser.signIn(emailOf('Nina Kowalski'));
  await openProject(lead);
  await lead.locator('a[href^="/tasks/"]').first().click();
  await lead.getByRole('button', { name: 'Add sub-task' }).click();
  const dialog = lead.getByRole('dialog');
  await dialog.getByLabel('What is to be done').fill('Sketch the timetable');
  await choose(dialog, 'Assigned to', 'Ben Carter');
  await dialog.getByRole('button', { name: 'Add sub-task' }).click();
  await dialog.waitFor({ state: 'detached' });
  await lead.getByRole('link', { name: /Sketch the timetable/ }).click();
  await lead.getByRole('heading', { name: 'Sketch the timetable' }).waitFor();
  return new URL(lead.url()).pathname;
}

/** Stage 9: the member starts, logs time and finishes. */
async function work(browser, task) {
  const member = await browser.signIn(emailOf('Ben Carter'));
  await member.goto('/my-work');
  await member.getByRole('link', { name: 'Sketch the timetable' }).first().click();
  await member.waitForURL(new RegExp(task));
  await member.getByRole('button', { name: 'Start', exact: true }).click();
  await member.getByRole('button', { name: /^Status: In progress/ }).waitFor();
  await member.getByRole('button', { name: 'Log time' }).click();
  await member.getByRole('dialog').getByRole('button', { name: 'Log time' }).click();
  await member.getByRole('dialog').waitFor({ state: 'detached' });
  await member.getByRole('button', { name: 'Done', exact: true }).click();
  await member.getByRole('button', { name: /^Status: Done/ }).waitFor();
  await browser.picture(member, 'task');
}

/** The client sees the project and its figure. */
async function watch(browser) {
  const client = await browser.signIn(emailOf('Jia Chen', 'lumen-yoga'), { phone: true });
  await client.getByRole('link', { name: new RegExp(PROJECT) }).click();
  await client.getByRole('heading', { level: 1, name: PROJECT }).waitFor();
  await client.getByText(/^[1-9]\d*(\.\d+)? ?%$/).first().waitFor();
  await browser.picture(client, 'portal-phone');
}
