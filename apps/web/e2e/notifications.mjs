import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emailOf } from './browser.mjs';

const LARGE_BYTES = 12_000_000;
const SLOW_BYTES_PER_SECOND = 1_500_000;

/**
 * Work given by one person moves the other's bell at once and is settled by key; a reminder comes when it is due; both are seen on the
 * record they stand on; a file goes on after the network was away and arrives whole.
 */
export async function notifications(browser) {
  const [lead, member] = [await browser.signIn(emailOf('Nina Kowalski')), await browser.signIn(emailOf('Ben Carter'))];
  await assignment(lead, member);
  await reminder(member);
  await preferences(member);
  await presence(lead, member);
  await upload(lead);
  await lead.context().close();
  await member.context().close();
}

async function ask(page, query, variables = {}) {
  const headers = { 'apollo-require-preflight': 'true', ...(query.trim().startsWith('mutation') ? { 'Idempotency-Key': crypto.randomUUID() } : {}) };
  const answer = await page.request.post('/graphql', { data: { query, variables }, headers });
  const { data, errors } = await answer.json();
  const refused = Object.values(data ?? {}).flatMap((payload) => payload?.errors ?? []);
  if (!data || refused.length > 0) throw new Error(JSON.stringify(errors ?? refused));
  return data;
}

const viewerOf = async (page) => (await ask(page, '{ viewer { id name } }')).viewer;
const bell = (page) => page.getByRole('button', { name: /^Notifications/ });
const figureOf = async (page) => Number(/\d+/.exec((await bell(page).getAttribute('aria-label')) ?? '')?.[0] ?? 0);

/** The bell shows more than this, without a reload. */
const ringsBeyond = (page, unread) => bell(page).elementHandle().then(() => page.waitForFunction((least) => {
  const label = document.querySelector('button[aria-label^="Notifications"]')?.getAttribute('aria-label') ?? '';
  return Number(/\d+/.exec(label)?.[0] ?? 0) > least;
}, unread));

/** The page has subscribed to a kind of record and heard the first word. */
async function listens(page, subject) {
  const socket = await page.waitForEvent('websocket', (each) => each.url().endsWith('/graphql'));
  const started = await socket.waitForEvent('framesent', ({ payload }) => payload.includes('"subscribe"') && payload.includes(`"${subject}"`));
  const { id } = JSON.parse(started.payload);
  await socket.waitForEvent('framereceived', ({ payload }) => JSON.parse(payload).id === id);
}

/** A leaf task that this person may give away, not the other's. */
async function taskFor(lead, person) {
  const { tasks } = await ask(lead, '{ tasks(first: 100, filter: { leaf: { eq: true }, open: { eq: true } }) { nodes { id version title assignees { id } } } }');
  const task = tasks.nodes.find(({ assignees }) => !assignees.some(({ id }) => id === person.id));
  if (!task) throw new Error('No open task of somebody else.');
  return task;
}

const assign = (page, task, userId) => ask(page, 'mutation ($input: AssignTaskInput!) { assignTask(input: $input) { errors { code message } } }', { input: { id: task.id, version: task.version, assigneeIds: [...task.assignees.map(({ id }) => id), userId] } });

async function assignment(lead, member) {
  const person = await viewerOf(member);
  const task = await taskFor(lead, person);
  const live = listens(member, 'notification');
  await member.goto('/my-work');
  await live;
  const before = await figureOf(member);
  await assign(lead, task, person.id);
  await ringsBeyond(member, before);

  await bell(member).click();
  const panel = member.getByRole('dialog', { name: 'Notifications' });
  await panel.getByRole('link', { name: new RegExp(escaped(task.title)) }).first().waitFor();
  await panel.getByRole('link', { name: 'Open the inbox' }).click();
  await member.waitForURL(/\/inbox/);
  const row = member.getByRole('main').getByRole('link', { name: new RegExp(escaped(task.title)) }).first();
  await row.waitFor();
  await member.keyboard.press('j');
  await row.and(member.locator(':focus')).waitFor();
  await member.keyboard.press('h');
  await member.getByRole('dialog', { name: 'Put off until' }).getByText('Tomorrow morning').waitFor();
  await member.keyboard.press('1');
  await row.waitFor({ state: 'detached' });
  await member.getByRole('button', { name: 'Put off', exact: true }).click();
  await row.waitFor();
  await member.keyboard.press('j');
  await member.keyboard.press('e');
  await row.waitFor({ state: 'detached' });
  await member.getByRole('button', { name: 'Done', exact: true }).first().click();
  await row.waitFor();
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Set on a record by its key; another one fires and is told beside the page. */
async function reminder(member) {
  const { tasks } = await ask(member, '{ tasks(first: 1) { nodes { id title } } }');
  const task = tasks.nodes[0];
  const note = `Ask about the text ${Date.now().toString(36)}`;
  await member.goto(`/tasks/${task.id}`);
  await member.getByRole('button', { name: 'Remind me' }).waitFor();
  await member.keyboard.press('Shift+R');
  const dialog = member.getByRole('dialog', { name: 'Remind me' });
  await dialog.getByLabel('What for').fill(note);
  await dialog.getByRole('button', { name: /Tomorrow morning/ }).click();
  await dialog.waitFor({ state: 'detached' });
  await member.goto('/inbox?state=REMINDERS');
  await member.getByRole('link', { name: note }).waitFor();

  const soon = `It is time ${Date.now().toString(36)}`;
  await ask(member, 'mutation ($input: CreateReminderInput!) { createReminder(input: $input) { errors { code message } } }', { input: { note: soon, subject: 'task', recordId: task.id, dueAt: new Date(Date.now() + 3_000).toISOString() } });
  const news = member.getByRole('region', { name: 'Urgent news' });
  await news.getByText(soon).first().waitFor({ timeout: 60_000 });
  await news.getByRole('button', { name: /^Done/ }).click();
  await news.getByText(soon).first().waitFor({ state: 'detached' });
}

/** What is switched stays switched. */
async function preferences(member) {
  await member.goto('/settings/notifications');
  const box = member.getByRole('checkbox', { name: 'Changes of state: E-mail' });
  await box.waitFor();
  const before = await box.getAttribute('aria-checked');
  await box.click();
  await member.getByText('Saving', { exact: true }).waitFor();
  await member.getByText('Saved as you switch').waitFor();
  await member.reload();
  await box.waitFor();
  assert.notEqual(await box.getAttribute('aria-checked'), before);
}

/** Each sees the other on the same record, and that somebody edits. */
async function presence(lead, member) {
  const { tasks } = await ask(member, '{ tasks(first: 1) { nodes { id } } }');
  const [first, second] = [await viewerOf(lead), await viewerOf(member)];
  await Promise.all([lead.goto(`/tasks/${tasks.nodes[0].id}`), member.goto(`/tasks/${tasks.nodes[0].id}`)]);
  await lead.getByRole('button', { name: new RegExp(`Also here:.*${escaped(second.name)} is looking`) }).waitFor();
  await member.getByRole('button', { name: new RegExp(`Also here:.*${escaped(first.name)} is looking`) }).waitFor();
  await member.goto('/my-work');
  // A page that is left in a hurry may not get its word out: then what it said runs out by itself.
  await lead.getByRole('button', { name: /^Also here/ }).waitFor({ state: 'detached', timeout: 60_000 });
}

/** 12 MB over a slow line that breaks in the middle. */
async function upload(page) {
  const { tasks } = await ask(page, '{ tasks(first: 1, filter: { open: { eq: true } }) { nodes { id } } }');
  await page.goto(`/tasks/${tasks.nodes[0].id}?tab=files`);
  const name = `minutes-${Date.now().toString(36)}.txt`;
  const folder = await mkdtemp(join(tmpdir(), 'upload-'));
  const buffer = Buffer.alloc(LARGE_BYTES, 'A line of the minutes of a long meeting.\n');
  await writeFile(join(folder, name), buffer);
  const wire = await page.context().newCDPSession(page);
  const line = (offline) => wire.send('Network.emulateNetworkConditions', { offline, latency: 5, downloadThroughput: -1, uploadThroughput: SLOW_BYTES_PER_SECOND });
  await wire.send('Network.enable');
  await line(false);
  const offsets = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
  });
  await page.getByLabel('Add files', { exact: true }).last().waitFor({ state: 'attached' });
  await page.locator('input[type=file]').last().setInputFiles(join(folder, name));
  const bar = page.getByRole('progressbar', { name: `Sending ${name}` });
  await reaches(page, bar, 40);
  await line(true);
  await page.getByText('Waiting for the connection').waitFor();
  await line(false);
  await reaches(page, bar, 60);
  await page.getByRole('button', { name: `Pause ${name}` }).click();
  await page.getByText(/^Paused at/).waitFor();
  await wire.send('Network.disable');
  await page.getByRole('button', { name: `Continue ${name}` }).click();
  const open = page.getByRole('list', { name: 'Files', exact: true }).getByRole('button', { name, exact: true });
  await open.waitFor();
  assert.ok(offsets.length > 2 && offsets.filter((offset) => offset === 0).length === 1, `the file was sent from its beginning again: ${offsets}`);

  await page.locator('button:enabled', { hasText: name }).waitFor();
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: `Download ${name}` }).click()]);
  const hash = createHash('sha256');
  for await (const chunk of await saved.createReadStream()) hash.update(chunk);
  assert.equal(hash.digest('hex'), createHash('sha256').update(buffer).digest('hex'), 'what came back is not what was sent');

  await open.click();
  const preview = page.getByRole('dialog', { name });
  await preview.getByText('A line of the minutes').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: `More for ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete file' }).click();
  await open.waitFor({ state: 'detached' });
  await rm(folder, { recursive: true });
}

/** Waits until this share of a file is there. */
const reaches = (page, bar, share) => bar.elementHandle().then((element) => page.waitForFunction(([each, least]) => Number(each.getAttribute('aria-valuenow')) >= least || !each.isConnected, [element, share]));
