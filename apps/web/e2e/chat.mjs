import { strict as assert } from 'node:assert';
import { choose, emailOf } from './browser.mjs';

const MANAGER = emailOf('Nina Kowalski');
const MEMBER = emailOf('Ben Carter');
const CLIENT = emailOf('Carla Nunez', 'harbour-bakery');
const PROJECT = 'Bakery website';

/**
 * Two colleagues talk, one of them loses the network and a reload comes in between: nothing is lost, doubled or out of order. Then one of them
 * talks to a client, who sees her side only.
 */
export async function chat(browser) {
  const stamp = Date.now().toString(36);
  const [nina, ben] = [await browser.signIn(MANAGER), await browser.signIn(MEMBER)];
  await colleagues(browser, nina, ben, stamp);
  await withClient(browser, nina, stamp);
  await nina.context().close();
  await ben.context().close();
}

const log = (page) => page.getByRole('log');
const said = (page, text) => log(page).getByText(text, { exact: true }).last();

async function say(page, text, label = /^Write (in|to) / ) {
  const box = page.getByRole('textbox', { name: label });
  await box.fill(text);
  await box.press('Enter');
}

/** What stands in a list: each message's own words, from the first to the last. */
const words = (page) => log(page).locator('article').evaluateAll((articles) => articles.map((article) => article.getAttribute('aria-label')));

async function colleagues(browser, nina, ben, stamp) {
  const name = `Launch ${stamp}`;
  await nina.goto('/chat');
  await nina.getByRole('button', { name: 'Start talking' }).click();
  await nina.getByRole('menuitem', { name: 'New group…' }).click();
  const form = nina.getByRole('dialog', { name: 'New group' });
  await form.getByLabel('Name').fill(name);
  await choose(form, 'People', 'Ben Carter');
  await form.getByRole('button', { name: 'Start group' }).click();
  await nina.getByRole('heading', { level: 1, name }).waitFor();
  await say(nina, '**Hello** Ben');

  // Ben is elsewhere: the sidebar and the title tell him, and the palette takes him there.
  await ben.goto('/my-work');
  await ben.waitForFunction(() => /^\(\d+\) /.test(document.title));
  await ben.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Chat \d+ unread/ }).waitFor();
  await ben.keyboard.press('Control+k');
  // Enter takes what fits the typed text, also before it has been drawn.
  const palette = ben.getByRole('dialog').getByRole('combobox');
  await palette.fill(name);
  await palette.press('Enter');
  await ben.getByRole('heading', { level: 1, name }).waitFor();
  await log(ben).locator('strong', { hasText: 'Hello' }).waitFor();
  // That he has read it stands with her while she does nothing.
  await nina.getByText('Seen by Ben Carter').waitFor();

  const box = ben.getByRole('textbox', { name: `Write in ${name}` });
  await box.pressSequentially('Hi @Nina K');
  await ben.getByRole('option', { name: /Nina Kowalski/ }).waitFor();
  await nina.getByText('Ben Carter is writing…').waitFor();
  await ben.keyboard.press('Enter');
  await ben.keyboard.press('Enter');
  await log(nina).getByText('@Nina Kowalski').waitFor();

  await box.press('ArrowUp');
  await ben.getByText('Correcting a message').waitFor();
  await box.press('End');
  await box.pressSequentially('and all');
  await box.press('Enter');
  await log(nina).getByText('and all').waitFor();
  const mine = log(nina).locator('article').last();
  await mine.hover();
  await mine.getByRole('button', { name: 'React with 👍' }).click();
  await log(ben).getByRole('button', { name: '👍: Nina Kowalski' }).waitFor();
  await mine.getByRole('button', { name: 'Answer in a thread' }).click();
  await say(nina, 'In the thread', 'Answer');
  await log(ben).getByRole('button', { name: /Nina Kowalski answered: In the thread/ }).waitFor();
  await browser.picture(nina, 'chat-thread');
  await nina.getByRole('complementary', { name: 'Thread' }).getByRole('button', { name: 'Close' }).click();

  await withoutNetwork(ben, nina);
  await acrossReload(ben, nina);
  await browser.picture(ben, 'chat-channel');
}

/** Both go on while one of them has no network; when it is back both have the same in the same order. */
async function withoutNetwork(ben, nina) {
  await ben.context().setOffline(true);
  await say(ben, 'Offline one');
  await say(ben, 'Offline two');
  await ben.getByText('2 messages wait here').waitFor();
  for (const text of ['Meanwhile one', 'Meanwhile two']) {
    await say(nina, text);
    await said(nina, text).waitFor();
  }
  // One's own name is told differently while a message is on its way.
  await log(nina).locator('article[aria-label^="You,"]').first().waitFor({ state: 'detached' });
  assert.equal(await log(nina).getByText('Offline one').count(), 0);
  await ben.context().setOffline(false);
  await said(nina, 'Offline two').waitFor({ timeout: 60_000 });
  await said(ben, 'Meanwhile two').waitFor({ timeout: 60_000 });
  await agree(ben, nina, ['Meanwhile one', 'Meanwhile two', 'Offline one', 'Offline two']);
}

/** What could not be sent is still there after a reload, and goes out once. */
async function acrossReload(ben, nina) {
  const posts = (route) => (route.request().postData()?.includes('PostMessage') ? route.abort('connectionfailed') : route.continue());
  await ben.route('**/graphql', posts);
  await say(ben, 'Before the reload');
  await ben.reload();
  await log(ben).getByText('Before the reload').waitFor();
  await ben.unroute('**/graphql', posts);
  await said(nina, 'Before the reload').waitFor({ timeout: 60_000 });
  await agree(ben, nina, ['Before the reload']);
}

/** @throws AssertionError when two people do not see the same, or something twice or in another order */
async function agree(one, other, texts) {
  // One's own name is told differently while a message is on its way.
  await one.getByRole('log').locator('article[aria-label^="You,"]').first().waitFor({ state: 'detached' });
  await one.waitForFunction((last) => document.querySelector('[role=log]')?.textContent?.includes(last), texts.at(-1));
  const [here, there] = [await words(one), await words(other)];
  for (const text of texts) assert.equal(here.filter((label) => label.endsWith(`: ${text}`)).length, 1, `${text} is there once: ${here.join(' | ')}`);
  const places = texts.map((text) => here.findIndex((label) => label.endsWith(`: ${text}`)));
  assert.deepEqual(places, [...places].sort((first, second) => first - second), 'the order of saying');
  const shared = Math.min(here.length, there.length);
  assert.deepEqual(here.slice(-shared), there.slice(-shared));
}

async function withClient(browser, nina, stamp) {
  const { id, channel } = await projectChannel(nina);
  await nina.goto(`/chat/${channel}`);
  await nina.getByRole('heading', { level: 1, name: PROJECT }).waitFor();
  const secret = `Between us ${stamp}`;
  await say(nina, secret);
  await said(nina, secret).waitFor();
  await nina.getByRole('radio', { name: 'To the client' }).click();
  await nina.getByText(/Carla Nunez.* will read this|The client will read this/).first().waitFor();
  await say(nina, `Dear Carla ${stamp}`, 'Message to the client');
  await said(nina, `Dear Carla ${stamp}`).waitFor();
  assert.equal(await nina.getByRole('radio', { name: 'Internal' }).getAttribute('aria-checked'), 'true', 'the next word is internal again');
  await browser.picture(nina, 'chat-two-sides');

  const carla = await browser.signIn(CLIENT);
  await carla.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Messages/ }).click();
  await carla.getByRole('navigation', { name: 'Channels' }).getByRole('link', { name: new RegExp(PROJECT) }).click();
  await said(carla, `Dear Carla ${stamp}`).waitFor();
  assert.ok(!(await carla.content()).includes(secret), 'a client never gets internal words');
  assert.ok(!/internal/i.test(await log(carla).innerText()), 'nor the word');

  await carla.context().setOffline(true);
  await say(carla, `From the train ${stamp}`);
  await carla.getByText('1 message waits here').waitFor();
  await carla.context().setOffline(false);
  await said(nina, `From the train ${stamp}`).waitFor({ timeout: 60_000 });
  await say(nina, `Second secret ${stamp}`);
  await nina.getByRole('radio', { name: 'To the client' }).click();
  await say(nina, `Received ${stamp}`, 'Message to the client');
  await said(carla, `Received ${stamp}`).waitFor();
  const seen = (await words(carla)).filter((label) => label.includes(stamp)).map((label) => label.replace(/^.*: /, ''));
  assert.deepEqual(seen, [`Dear Carla ${stamp}`, `From the train ${stamp}`, `Received ${stamp}`]);
  await browser.picture(carla, 'chat-portal');

  // The same talk stands on the project's own pages.
  await carla.goto(`/portal/projects/${id}`);
  await said(carla, `Received ${stamp}`).waitFor();
  await nina.goto(`/projects/${id}?tab=chat`);
  await said(nina, `Second secret ${stamp}`).waitFor();
  await browser.picture(nina, 'chat-on-project');
  await carla.context().close();
}

async function projectChannel(page) {
  const query = 'query ($name: String!) { projects(first: 5, search: $name) { nodes { id name } } channels(first: 50, filter: { kind: { eq: PROJECT } }) { nodes { id title recordId } } }';
  const answer = await page.request.post('/graphql', { data: { query, variables: { name: PROJECT } }, headers: { 'apollo-require-preflight': 'true' } });
  const { data, errors } = await answer.json();
  if (!data) throw new Error(JSON.stringify(errors));
  const id = data.projects.nodes.find(({ name }) => name === PROJECT)?.id;
  const channel = data.channels.nodes.find(({ recordId }) => recordId === id)?.id;
  if (!id || !channel) throw new Error(`${PROJECT} has no channel.`);
  return { id, channel };
}
