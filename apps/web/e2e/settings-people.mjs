import { createHmac } from 'node:crypto';
import { strict as assert } from 'node:assert';
import { choose, emailOf } from './browser.mjs';
import { FOUNDER } from './routes.mjs';

const PASSWORD = 'lantern-oak-demo';

/** Somebody is invited, gets another role and is withdrawn; a leaver's records go to a successor; a department moves; time off is asked for and decided; one's own second factor and devices. */
export async function settingsPeople(browser) {
  const founder = await browser.pageOf(FOUNDER);
  await invitation(founder);
  await leaving(founder);
  await departments(founder);
  await timeOff(browser, founder);
  await ownAccount(browser);
}

/** Proves once more who it is, when that is asked for. */
async function proven(page, done) {
  const asked = page.getByRole('dialog', { name: 'Is it still you?' });
  const first = await Promise.race([asked.waitFor().then(() => 'ASKED'), done.waitFor().then(() => 'DONE')]);
  if (first === 'ASKED') {
    await asked.locator('input[type=password]').fill(PASSWORD);
    await asked.getByRole('button', { name: 'Continue' }).click();
    await done.waitFor();
  }
}

const pick = async (page, scope, label, option) => {
  await scope.getByLabel(new RegExp(`^${label}( \\*)?$`)).click();
  await page.getByRole('option', { name: option, exact: true }).first().click();
};

async function invitation(page) {
  const name = `Nora Ellery ${Date.now().toString(36)}`;
  await page.goto('/settings/people');
  await page.getByRole('button', { name: 'Invite' }).first().click();
  const form = page.getByRole('dialog', { name: 'Invite somebody' });
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('E-mail').fill(`${name.toLowerCase().replaceAll(' ', '.')}@lantern-oak.example`);
  await form.getByLabel('Sales', { exact: true }).click();
  await pick(page, form, 'Role 1', /^Sales Agent/);
  await form.getByRole('button', { name: 'Send invitation' }).click();
  const title = page.getByRole('heading', { level: 1, name });
  await proven(page, title);
  await page.getByText('Invited; the link works until').waitFor();

  await page.getByRole('button', { name: 'Send invitation again' }).click();
  await page.getByText(`${name} got a new link`).waitFor();

  await page.getByRole('button', { name: 'Change roles' }).click();
  const roles = page.getByRole('dialog', { name: `Roles of ${name}` });
  await roles.getByRole('button', { name: 'Add another role' }).click();
  await pick(page, roles, 'Role 2', /^Team Member/);
  await pick(page, roles, 'Where role 2 holds', 'Delivery');
  await roles.getByRole('button', { name: `Save roles of ${name}` }).click();
  await page.getByText('In Delivery and below').waitFor();

  await page.getByRole('button', { name: `More for ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Withdraw the invitation…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw invitation' }).click();
  await page.getByRole('button', { name: 'Let in again' }).waitFor();
}

/** Somebody with open records cannot just go: a colleague takes over, and the leaver holds nothing afterwards. */
async function leaving(page) {
  const leaver = await somebodyWithWork(page);
  await page.goto(`/settings/people/${leaver.id}`);
  await page.getByRole('button', { name: `More for ${leaver.name}` }).click();
  await page.getByRole('menuitem', { name: 'Deactivate…' }).click();
  const form = page.getByRole('dialog', { name: `Deactivate ${leaver.name}` });
  await form.getByText('They still hold').waitFor();
  await form.getByLabel(`Type “${leaver.name}” to confirm`).fill('Somebody else');
  await form.getByRole('button', { name: `Deactivate ${leaver.name}` }).click();
  await form.getByText(`Type “${leaver.name}”.`, { exact: true }).waitFor();
  await choose(form, 'Successor', 'Samuel Okafor');
  await form.getByLabel(`Type “${leaver.name}” to confirm`).fill(leaver.name);
  await form.getByRole('button', { name: `Deactivate ${leaver.name}` }).click();
  const back = page.getByRole('button', { name: 'Let in again' });
  await proven(page, back);
  assert.deepEqual(await openRecords(page, leaver.id), [], 'the leaver still holds records');
  await back.click();
  await page.getByRole('dialog').getByRole('button', { name: `Let ${leaver.name} in` }).click();
  await back.waitFor({ state: 'detached' });
}

async function ask(page, query, variables = {}) {
  const answer = await page.request.post('/graphql', { data: { query, variables }, headers: { 'apollo-require-preflight': 'true' } });
  const { data, errors } = await answer.json();
  if (!data) throw new Error(JSON.stringify(errors));
  return data;
}

const openRecords = async (page, userId) => (await ask(page, 'query ($userId: ID!) { userOpenRecords(userId: $userId) { kind count } }', { userId })).userOpenRecords;

async function somebodyWithWork(page) {
  const { users } = await ask(page, '{ users(first: 100, filter: { status: { eq: ACTIVE }, tier: { eq: EMPLOYEE } }) { nodes { id name } } }');
  for (const user of users.nodes) if (user.name !== 'Samuel Okafor' && (await openRecords(page, user.id)).length > 0) return user;
  throw new Error('Nobody of the demo holds open records.');
}

/** A department is created, dragged under another one, chosen back to the top, archived and used again. */
async function departments(page) {
  const name = `Night shift ${Date.now().toString(36)}`;
  await page.goto('/settings/departments');
  await page.getByRole('button', { name: 'New department' }).click();
  const form = page.getByRole('dialog', { name: 'New department' });
  await form.getByLabel('Name').fill(name);
  await pick(page, form, 'What it is for', 'Support');
  await form.getByRole('button', { name: 'Create department' }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByRole('link', { name: 'Departments' }).last().click();

  const handle = page.getByRole('button', { name: `Move ${name}`, exact: true });
  const target = page.getByRole('link', { name: 'HR', exact: true });
  await handle.scrollIntoViewIfNeeded();
  const [from, to] = [await handle.boundingBox(), await target.boundingBox()];
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y - 10, { steps: 4 });
  await page.mouse.move(to.x + 20, to.y + to.height / 2, { steps: 12 });
  await page.mouse.up();
  await page.getByText(`${name} stands under HR now`).waitFor();

  await page.getByRole('button', { name: `More for ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Move under…' }).click();
  const move = page.getByRole('dialog', { name: `Move ${name}` });
  await choose(move, 'Under', 'The top');
  await move.getByRole('button', { name: 'Move department' }).click();
  await page.getByText(`${name} stands at the top now`).waitFor();

  await page.getByRole('link', { name, exact: true }).click();
  await page.getByText('Tasks completed').waitFor();
  await page.getByRole('button', { name: 'Archive…' }).click();
  const archive = page.getByRole('dialog', { name: `Archive ${name}` });
  await archive.getByLabel(`Type “${name}” to confirm`).fill(name);
  await archive.getByRole('button', { name: `Archive ${name}` }).click();
  await page.getByRole('button', { name: 'Use it again' }).click();
  await page.getByRole('button', { name: 'Archive…' }).waitFor();
}

/** Somebody asks for days off; whoever looks after people finds them in one list and answers there. */
async function timeOff(browser, founder) {
  const member = await browser.signIn(emailOf('Emi Sato'));
  await member.goto('/settings/profile');
  await member.getByRole('button', { name: 'Ask for time off' }).click();
  const form = member.getByRole('dialog', { name: 'Ask for time off' });
  const day = new Date(Date.now() + (30 + Math.floor(Math.random() * 300)) * 86_400_000).toISOString().slice(0, 10);
  await form.getByLabel(/^First day/).fill(day);
  await form.getByLabel(/^Last day/).fill(day);
  await pick(member, form, 'What it is for', /./);
  await form.getByRole('button', { name: 'Ask for it' }).click();
  await form.waitFor({ state: 'detached' });
  await member.context().close();

  await founder.goto('/settings/time-off');
  await founder.getByRole('button', { name: 'Approve for Emi Sato' }).first().click();
  await founder.getByText(`Emi Sato is away from ${day}`).waitFor();
}

/** Two-step sign-in by the key that can be typed, and the other device signed out. */
async function ownAccount(browser) {
  const email = emailOf('Emi Sato');
  const [here, there] = [await browser.signIn(email), await browser.signIn(email)];
  await here.goto('/settings/sign-in');
  await here.getByRole('button', { name: 'Turn on' }).click();
  const dialog = here.getByRole('dialog', { name: 'Set up your authenticator' });
  await proven(here, dialog);
  await dialog.getByText('It cannot be scanned').click();
  const key = (await dialog.locator('code').innerText()).replace(/\s/g, '');
  await dialog.getByLabel(/^Code/).fill(codeOf(key));
  await dialog.getByRole('button', { name: 'Turn on' }).click();
  const codes = here.getByRole('dialog', { name: 'Two-step sign-in is on' });
  await codes.waitFor();
  assert.equal(await codes.getByRole('listitem').count(), 10);
  await codes.getByRole('button', { name: 'I have saved them' }).click();
  await here.getByText('10 recovery codes are left').waitFor();
  await here.getByRole('button', { name: 'Turn off' }).click();
  await here.getByRole('dialog').getByRole('button', { name: 'Turn off' }).click();
  await here.getByRole('button', { name: 'Turn on' }).waitFor();

  await here.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await here.getByRole('dialog').getByRole('button', { name: /^Sign out \d/ }).click();
  await here.getByText('You are signed in on this device only.').waitFor();
  await there.goto('/settings/profile');
  await there.waitForURL(/\/sign-in/);
  await here.context().close();
  await there.context().close();
}

/** The code of a key in base32 now (RFC 6238). */
function codeOf(key) {
  const bits = [...key].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac('sha1', bytes).update(counter).digest();
  return String((mac.readUInt32BE(mac[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
