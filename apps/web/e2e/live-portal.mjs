import { emailOf } from './browser.mjs';

/**
 * The client keeps a project's page open; a member reports progress; the figure moves without a reload, within a second of the
 * click. Then the client's connection drops while more is done, and the page catches up when it is back.
 */
export async function livePortal(browser) {
  const client = await browser.signIn(emailOf('Carla Nunez', 'harbour-bakery'));
  await client.getByRole('link', { name: /Bakery website/ }).click();
  await client.getByRole('heading', { name: 'Bakery website' }).waitFor();
  const figure = () => client.getByText(/^\d+(\.\d+)? ?%$/).first().textContent();
  await client.evaluate(() => { window.stayed = true; });

  const member = await openTask(browser, 'IN_PROGRESS');
  const before = await figure();
  await report(member, 90);
  const started = performance.now();
  await client.waitForFunction((text) => !document.body.innerText.includes(text ?? ''), before, { timeout: 5_000, polling: 20 });
  console.log(`      the figure moved ${Math.round(performance.now() - started)} ms after the click, from ${before} to ${await figure()}`);
  await browser.picture(client, 'portal-project');

  const seen = await figure();
  await client.context().setOffline(true);
  await member.getByRole('button', { name: /^(Done|Submit for review)$/ }).first().click();
  await member.getByRole('button', { name: /^(Done|In review)/ }).first().waitFor();
  await client.context().setOffline(false);
  await client.waitForFunction((text) => !document.body.innerText.includes(text ?? ''), seen, { timeout: 30_000, polling: 100 });
  if (!(await client.evaluate(() => window.stayed === true))) throw new Error('The page was reloaded.');
}

/** Whoever of the web team has the piece of work that is under way. */
async function openTask(browser) {
  for (const name of ['Ben Carter', 'Sofia Rossi', 'Yusuf Demir']) {
    const page = await browser.signIn(emailOf(name));
    await page.goto('/my-work?status=IN_PROGRESS');
    const link = page.getByRole('row').getByRole('link').first();
    const found = await link.waitFor({ timeout: 6_000 }).then(() => true, () => false);
    if (!found) continue;
    await link.click();
    await page.getByLabel('Done so far').waitFor();
    return page;
  }
  throw new Error('Nobody of the web team has a task in progress.');
}

async function report(page, share) {
  await page.getByLabel('Done so far').fill(String(share));
  await page.getByRole('button', { name: 'Report' }).click();
}
