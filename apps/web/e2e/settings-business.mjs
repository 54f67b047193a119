import { emailOf } from './browser.mjs';

/** What the nine stages run on: an article, a stage of the pipeline, a service with its checklist, a public form. */
export async function settingsBusiness(browser) {
  const sales = await browser.pageOf(emailOf('Iris Novak'));
  const mark = Date.now().toString(36);
  await article(sales, mark);
  await stage(sales, mark);
  await form(sales, mark);
  await scoring(sales);
  await tags(sales, mark);
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

/** Points are changed, what would become of real leads is seen before it is saved, and the rule is put back from its history. */
async function scoring(page) {
  await page.goto('/settings/scoring');
  const rule = page.getByRole('button', { name: 'Names a company. Change' });
  const setPoints = async (points) => {
    await rule.click();
    const dialog = page.getByRole('dialog', { name: 'Names a company' });
    await dialog.getByLabel('Points').fill(points);
    await dialog.getByRole('button', { name: 'Change rule' }).click();
    await dialog.waitFor({ state: 'hidden' });
  };
  await setPoints('30');
  await page.getByRole('region', { name: 'What would change' }).getByText('open leads would get another score').waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Rules saved').waitFor();
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByRole('button', { name: /^Restore values before/ }).first().click();
  await page.getByRole('button', { name: 'Restore 1 field' }).click();
  await page.getByText('The value is restored').waitFor();
  await page.getByRole('button', { name: 'Close' }).last().click();
  await rule.locator('xpath=ancestor::li').getByText('+4').waitFor();
}

/** A word is written on a lead, gets a colour in the settings, and goes from the lead with the tag. */
async function tags(page, mark) {
  const word = `Fair ${mark}`;
  await page.goto('/leads');
  await page.getByRole('row').nth(1).getByRole('link').first().click();
  await page.getByRole('button', { name: /^Add( a tag)?$/ }).click();
  await page.getByRole('combobox', { name: 'Another tag' }).click();
  await page.getByRole('listbox').waitFor();
  await page.keyboard.type(word);
  await page.getByRole('option', { name: new RegExp(word) }).click();
  await page.getByRole('button', { name: `Take off ${word}` }).waitFor();
  const lead = page.url();
  await page.goto('/settings/tags');
  await page.getByRole('button', { name: `${word}. Change` }).click();
  const dialog = page.getByRole('dialog', { name: word });
  await dialog.getByLabel('Word').fill(`${word} B`);
  await dialog.getByRole('button', { name: 'Save tag' }).click();
  await page.getByRole('button', { name: `Delete ${word} B` }).click();
  const asking = page.getByRole('alertdialog').or(page.getByRole('dialog', { name: `Delete ${word} B?` })).first();
  await asking.getByRole('textbox').fill(`${word} B`);
  await asking.getByRole('button', { name: 'Delete tag' }).click();
  await page.getByText(`${word} B is deleted`).waitFor();
  await page.goto(lead);
  await page.getByRole('button', { name: /^Add( a tag)?$/ }).waitFor();
  if (await page.getByRole('button', { name: `Take off ${word} B` }).count()) throw new Error('The tag is still on the lead.');
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
