import { strict as assert } from 'node:assert';
import { emailOf } from './browser.mjs';

/**
 * What a colleague does appears in the stream without a reload and waits there to be shown, also what was done while the network was away;
 * somebody of another department is told nothing of it.
 */
export async function activity(browser) {
  const [lead, member, outsider] = [await browser.signIn(emailOf('Nina Kowalski')), await browser.signIn(emailOf('Ben Carter')), await browser.signIn(emailOf('Emi Sato'))];
  const { projects } = await ask(lead, '{ projects(first: 1, filter: { status: { eq: IN_PROGRESS } }) { nodes { id name } } }');
  const project = projects.nodes[0];
  await Promise.all([opened(member), opened(outsider)]);
  const mark = Date.now().toString(36);
  const title = (number) => `Measure the banner ${mark}-${number}`;

  await create(lead, project, title(1));
  await create(lead, project, title(2));
  const pill = member.getByRole('button', { name: /^\d+ new$/ });
  await member.getByRole('button', { name: /^([2-9]|\d\d+) new$/ }).waitFor();
  assert.equal(await member.getByText(title(1)).count(), 0, 'what is new came by itself');
  await member.keyboard.press('n');
  // What other suites let her create within the hour stands in the same line.
  const created = /Nina Kowalski created \d+ tasks/;
  const line = member.getByRole('listitem').filter({ hasText: created }).first();
  await line.getByRole('link', { name: new RegExp(escaped(project.name)) }).waitFor();
  await line.getByRole('button', { name: /^Show all \d+$/ }).click();
  for (const number of [1, 2]) await line.getByRole('link', { name: title(number) }).waitFor();
  await browser.picture(member, 'activity');

  await member.context().setOffline(true);
  await create(lead, project, title(3));
  await member.context().setOffline(false);
  await pill.waitFor({ timeout: 60_000 });
  await pill.click();
  await line.getByRole('link', { name: title(3) }).waitFor();

  // By now it would have been told.
  await outsider.reload();
  await outsider.getByRole('heading', { name: 'Activity', level: 1 }).waitFor();
  const { activity: seen } = await ask(outsider, 'query ($id: ID!) { activity(filter: { recordId: $id }) { nodes { id } } }', { id: project.id });
  assert.deepEqual(seen.nodes, []);
  assert.equal(await outsider.getByText(created).count(), 0);

  const { viewer } = await ask(lead, '{ viewer { id } }');
  await member.goto(`/activity?person=${viewer.id}&kind=task`);
  await member.getByText(created).first().waitFor();
  await member.goto(`/activity?person=${viewer.id}&kind=product`);
  await member.getByText('No changes match').waitFor();
}

/** The stream is open and listens: from where its page was read, so that nothing falls between. */
async function opened(page) {
  const socket = page.waitForEvent('websocket', (each) => each.url().endsWith('/graphql'));
  await page.goto('/activity');
  await (await socket).waitForEvent('framesent', ({ payload }) => payload.includes('"subscribe"') && payload.includes('"taskRequest"'));
}

const create = (page, project, title) => ask(page, 'mutation ($input: CreateTaskInput!) { createTask(input: $input) { errors { code message } } }', { input: { projectId: project.id, title, estimateMinutes: 60 } });
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

async function ask(page, query, variables = {}) {
  const headers = { 'apollo-require-preflight': 'true', ...(query.trim().startsWith('mutation') ? { 'Idempotency-Key': crypto.randomUUID() } : {}) };
  const answer = await page.request.post('/graphql', { data: { query, variables }, headers });
  const { data, errors } = await answer.json();
  const refused = Object.values(data ?? {}).flatMap((payload) => payload?.errors ?? []);
  if (!data || refused.length > 0) throw new Error(JSON.stringify(errors ?? refused));
  return data;
}
