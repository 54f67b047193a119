// Permissions changed in the matrix, explained, looked at as somebody else, and taken back.
import assert from 'node:assert/strict';
import { choose, emailOf, WIDE } from './browser.mjs';

const FOUNDER = emailOf('Ada Lindqvist');
const PASSWORD = 'lantern-oak-demo';

/** An administrator gives a role a permission, sees why somebody may use it, sees the product as they do, and is kept from locking herself out. */
export async function settingsAccess(browser) {
  const page = await browser.pageOf(FOUNDER);
  await page.setViewportSize(WIDE);
  const name = `Night desk ${Date.now().toString(36)}`;
  await createRole(page, name);
  await edit(page, name);
  await browser.picture(page, 'settings-roles');
  await explain(page);
  await browser.picture(page, 'settings-explain');
  await ofRecord(page);
  await handedOver(page);
  await viewAs(browser, page);
  await keptIn(browser, page);
  await remove(page, name);
}

async function createRole(page, name) {
  await page.goto('/settings/roles?new=1');
  const dialog = page.getByRole('dialog', { name: 'New role' });
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Name').press('Control+Enter');
  await proveIfAsked(page);
  await page.waitForURL(/\/settings\/roles\/[0-9a-f-]{36}$/);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByRole('heading', { name: 'History' }).waitFor();
  await page.getByRole('heading', { level: 2, name: 'Created' }).waitFor();
}

/** By keyboard alone: to the cell, its menu, the scope; then the bar. */
async function edit(page, name) {
  await page.getByRole('link', { name: 'Permissions' }).click();
  const search = page.getByRole('searchbox', { name: 'Search permissions' });
  await search.fill('lead.read');
  const cell = page.getByRole('button', { name: new RegExp(`^${name}: .*: No$`) });
  await cell.focus();
  await cell.press('Enter');
  await page.getByRole('menuitemradio', { name: /^Department/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: new RegExp(`^${name}: .*:\\s+Department\\s*, not saved yet$`) }).waitFor();
  const bar = page.getByRole('region', { name: 'Unsaved changes' });
  assert.match(await bar.innerText(), /1 change in/);
  await bar.getByRole('button', { name: 'Save' }).click();
  const confirm = page.getByRole('dialog', { name: /Save 1 change/ });
  await confirm.getByRole('textbox').fill(name);
  await confirm.getByRole('button', { name: 'Save permissions' }).click();
  await proveIfAsked(page);
  await bar.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: new RegExp(`^${name}: .*:\\s+Department$`) }).waitFor();
}

async function explain(page) {
  await page.goto('/settings/explain');
  await choose(page.getByRole('main'), 'Person', 'Tom Brandt');
  await choose(page.getByRole('main'), 'May they', 'Qualify leads');
  const answer = page.getByRole('region', { name: 'Answer' });
  await answer.getByRole('heading', { name: 'Yes' }).waitFor();
  assert.match(await answer.innerText(), /The role Sales Closer grants it for the records of/);
}

/** From a record's own page to who may see it. */
async function ofRecord(page) {
  await page.goto('/customers');
  await page.locator('a[href^="/customers/"]').first().click();
  await page.getByRole('link', { name: 'Who may see this, and why?' }).click();
  await page.waitForURL(/\/settings\/explain\?permission=customer\.read&record=/);
  await choose(page.getByRole('main'), 'Person', 'Tom Brandt');
  await page.getByRole('region', { name: 'Answer' }).getByRole('heading', { name: 'Yes' }).waitFor();
}

/** A customer goes to another department with something to check; it stands in the list under its name, and is taken over there. */
async function handedOver(page) {
  const step = `Look after them ${Date.now().toString(36)}`;
  await page.goto('/customers');
  const link = page.locator('a[href^="/customers/"]').first();
  const name = (await link.innerText()).trim();
  await link.click();
  await page.getByRole('button', { name: 'Hand over' }).click();
  const dialog = page.getByRole('dialog', { name: /Hand over/ });
  await dialog.getByLabel(/^What comes next/).fill(step);
  await choose(dialog, 'Department', 'Client Services');
  await dialog.getByRole('button', { name: 'Hand over' }).click();
  await page.getByText(step).first().waitFor();
  await page.goto('/hand-offs');
  const row = page.getByRole('row').filter({ hasText: step });
  assert.ok((await row.innerText()).includes(name), 'the list names the customer');
  await row.getByRole('link').first().click();
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.getByText('Taken over').first().waitFor();
}

/** From the explainer: read-only, on every page, until it is stopped. */
async function viewAs(browser, page) {
  await page.goto('/settings/explain');
  await choose(page.getByRole('main'), 'Person', 'Tom Brandt');
  await page.getByRole('button', { name: 'View as Tom Brandt' }).click();
  const dialog = page.getByRole('dialog', { name: 'View as Tom Brandt' });
  await dialog.getByLabel('Why').fill('Does Tom see the new leads?');
  await dialog.getByRole('button', { name: 'Start viewing' }).click();
  await proveIfAsked(page);
  const banner = page.getByRole('region', { name: 'Viewing as somebody else' });
  await banner.waitFor();
  assert.match(await banner.innerText(), /viewing as Tom Brandt.*Nothing can be changed/s);
  await page.goto('/leads');
  await banner.waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  assert.ok((await page.locator('a[href^="/leads/"]').count()) > 0, 'Tom\'s leads are shown');
  await browser.picture(page, 'settings-view-as');
  await banner.getByRole('button', { name: 'Stop viewing' }).click();
  await banner.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Settings' }).first().waitFor();
}

/** Shutting out one's own network is refused, with the way on. */
async function keptIn(browser, page) {
  await page.goto('/settings/security-policy');
  const networks = page.getByRole('list', { name: 'Allowed networks' });
  await networks.waitFor();
  await page.getByText('inside the networks that are saved').waitFor();
  await page.getByRole('switch', { name: /Administrators too/ }).click();
  for (let left = await networks.getByRole('button').count(); left > 0; left--) await networks.getByRole('button').first().click();
  await page.getByLabel('Add a network').fill('203.0.113.0/24');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.locator('form', { has: networks }).getByRole('button', { name: 'Save' }).click();
  await proveIfAsked(page);
  await page.getByRole('alert').filter({ hasText: 'You would lock yourself out' }).waitFor();
  await browser.picture(page, 'settings-locked-out');
  await page.locator('form', { has: networks }).getByRole('button', { name: 'Undo changes' }).click();
}

async function remove(page, name) {
  await page.goto('/settings/roles');
  await page.getByRole('columnheader').getByRole('link', { name }).click();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Delete role' }).click();
  const dialog = page.getByRole('dialog', { name: `Delete ${name}?` });
  await dialog.getByRole('textbox').fill(name);
  await dialog.getByRole('button', { name: 'Delete role' }).click();
  await proveIfAsked(page);
  await page.waitForURL('**/settings/roles');
  await page.getByRole('grid').waitFor();
}

/** Sensitive changes ask who it is, unless it was proven within ten minutes. */
async function proveIfAsked(page) {
  const dialog = page.getByRole('dialog', { name: 'Is it still you?' });
  const asked = await dialog.waitFor({ timeout: 1_500 }).then(() => true, () => false);
  if (!asked) return;
  await dialog.locator('input[type=password]').fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await dialog.waitFor({ state: 'detached' });
}
