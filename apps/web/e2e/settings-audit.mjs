import { readFileSync } from 'node:fs';
import { emailOf } from './browser.mjs';
import { firstOf, FOUNDER } from './routes.mjs';

/** A change is told in the record's history, restored from there, found in the audit log, and the log goes out with the same filter. */
export async function settingsAudit(browser) {
  const page = await browser.pageOf(FOUNDER);
  const id = await firstOf(page, 'customers');
  await page.goto(`/customers/${id}?tab=history`);
  await page.getByRole('tab', { name: 'History', selected: true }).waitFor();
  const industry = await graphql(page, 'query ($id: ID!) { customer(id: $id) { industry version } }', { id });
  const changed = `Audited ${Date.now()}`;
  await graphql(page, 'mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { errors { message } } }', { input: { id, version: industry.customer.version, industry: changed } });
  // Live: nobody reloads.
  await page.getByRole('tabpanel').getByText(changed).waitFor();
  await page.getByRole('button', { name: 'Restore values before “Updated”' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Restore earlier values' });
  await dialog.getByText('Will be again').waitFor();
  await browser.picture(page, 'history-restore');
  await dialog.getByRole('button', { name: 'Restore 1 field' }).click();
  await dialog.waitFor({ state: 'detached' });
  const restored = await graphql(page, 'query ($id: ID!) { customer(id: $id) { industry } }', { id });
  if (restored.customer.industry !== industry.customer.industry) throw new Error(`The industry is ${restored.customer.industry}, not ${industry.customer.industry} again.`);
  await page.getByRole('tabpanel').getByRole('heading', { name: 'Fields restored' }).first().waitFor();

  await page.getByRole('link', { name: 'Open in the audit log' }).click();
  await page.waitForURL(/\/settings\/audit\?record=/);
  await page.getByRole('button', { name: 'Updated' }).first().click();
  const entry = page.getByRole('complementary', { name: /^Updated,/ });
  await entry.getByText('127.0.0.1').first().waitFor();
  await browser.picture(page, 'audit-log');
  await page.getByRole('button', { name: 'Export' }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /CSV/ }).click()]);
  const csv = readFileSync(await file.path(), 'utf8');
  if (!csv.includes(changed) || csv.includes('lead.created')) throw new Error('The export does not hold what the list is narrowed to.');

  await refusedSignIn(page);
  await page.goto('/settings/security');
  const figure = page.getByRole('link', { name: /failed sign-ins, open in the audit log/ });
  await figure.waitFor();
  await browser.picture(page, 'security-monitor');
  await figure.click();
  await page.waitForURL(/\/settings\/audit\?.*kind=/);
  await page.getByRole('button', { name: /Sign in refused/ }).first().waitFor();

  await page.goto('/settings/access-review');
  await page.getByRole('button', { name: /^Confirm Tom Brandt/ }).click();
  const decide = page.getByRole('dialog', { name: /^Tom Brandt stays/ });
  await decide.getByRole('button', { name: 'Confirm', exact: true }).click();
  await decide.waitFor({ state: 'detached' });
  await page.getByText(/by Ada Lindqvist/).first().waitFor();
  await browser.picture(page, 'access-review');
}

async function graphql(page, query, variables) {
  const answer = await page.request.post('/graphql', { data: { query, variables }, headers: { 'apollo-require-preflight': 'true' } });
  const { data, errors } = await answer.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

async function refusedSignIn(page) {
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { errors { code } } }';
  await page.request.post('/graphql', { data: { query, variables: { input: { email: emailOf('Priya Raman'), password: 'not the password' } } }, headers: { 'apollo-require-preflight': 'true' } });
}
