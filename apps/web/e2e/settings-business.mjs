import { emailOf } from './browser.mjs';

/** What the nine stages run on: an article, a stage of the pipeline, a service with its checklist, a public form. */
export async function settingsBusiness(browser) {
  const sales = await browser.pageOf(emailOf('Iris Novak'));
  const mark = Date.now().toString(36);
  await article(sales, mark);
  await stage(sales, mark);
  await form(sales, mark);
  await service(await browser.pageOf(emailOf('Hannah Weiss')), mark);
}

async function article(page, mark) {
  const name = `Care plan ${mark}`;
  await page.goto('/settings/catalogue?new=1');
  const dialog = page.getByRole('dialog', { name: 'New article' });
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Article number').fill(`CARE-${mark}`);
  await dialog.getByLabel('Price').fill('120');
  await dialog.getByRole('button', { name: 'Add to the catalogue' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name }).click();
  const open = page.getByRole('dialog', { name });
  await open.getByLabel('Price').fill('135');
  await open.getByRole('button', { name: 'Save article' }).click();
  await page.getByRole('row', { name }).getByText('$135.00').waitFor();
}

async function stage(page, mark) {
  await page.goto('/settings/pipelines');
  const stages = page.getByLabel('Stage *');
  await stages.first().waitFor();
  const before = await stages.count();
  await page.getByRole('button', { name: 'Add a stage' }).click();
  await stages.nth(before).fill(`Trial ${mark}`);
  // From behind the closed stages to its place among the open ones.
  for (let place = before + 1; place > before - 1; place--) await page.getByRole('button', { name: `Move stage ${place} up` }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Pipeline saved').waitFor();
  await page.goto('/deals');
  await page.getByText(`Trial ${mark}`).first().waitFor();
}

async function form(page, mark) {
  await page.goto('/settings/forms?new=1');
  const dialog = page.getByRole('dialog', { name: 'New form' });
  await dialog.getByLabel('Heading').fill(`Spring offer ${mark}`);
  await dialog.getByLabel('Address').fill(`spring-${mark}`);
  await dialog.getByRole('button', { name: 'Add a service' }).click();
  await dialog.getByLabel('What visitors read').fill('Spring cleaning of a website');
  await dialog.getByRole('button', { name: 'Create form' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.goto(`/start/spring-${mark}`);
  await page.getByRole('heading', { name: `Spring offer ${mark}` }).waitFor();
  await page.getByText('Spring cleaning of a website').waitFor();
}

async function service(page, mark) {
  const name = `Ads ${mark}`;
  await page.goto('/settings/services');
  await page.getByRole('button', { name: 'New service' }).click();
  const dialog = page.getByRole('dialog', { name: 'New service' });
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('button', { name: 'Add a line' }).click();
  await dialog.getByLabel('What is needed').fill('Access to the ads account');
  await dialog.getByRole('button', { name: 'Create service' }).click();
  await page.getByRole('listitem').filter({ hasText: name }).getByText('1 on the checklist, 1 needed').waitFor();
  await page.getByRole('button', { name: `Archive ${name}` }).click();
  await page.getByRole('button', { name: `Restore ${name}` }).waitFor();
}
