import { emailOf } from './browser.mjs';

/**
 * The client keeps a project's page open; a member reports progress; the figure moves without a reload. Then the client's
 * connection drops while more is done, and the page catches up when it is back.
 */
export async function livePortal(browser) {
  const client = await browser.signIn(emailOf('Carla Nunez', 'harbour-bakery'));
  await client.getByRole('link', { name: /Bakery website/ }).click();
  const bar = client.getByRole('button', { name: /^Progress of Bakery website/ });
  const figure = async () => /(\d+(\.\d+)?) ?%/.exec(await bar.innerText())?.[0];
  await bar.waitFor();
  await client.evaluate(() => { globalThis.stayed = true; });

  const member = await openTask(browser);
  const first = await figure();
  const clicked = performance.now();
  await report(member);
  const second = await changed(figure, first, 5_000);
  console.log(`      from ${first} to ${second}, ${Math.round(performance.now() - clicked)} ms after the member's click`);
  await browser.picture(client, 'portal-project');

  await client.context().setOffline(true);
  await member.getByRole('button', { name: /^(Done|Submit for review)$/ }).first().click();
  await member.getByRole('button', { name: /^Status: (Done|In review)/ }).waitFor();
  await client.context().setOffline(false);
  const third = await changed(figure, second, 45_000);
  console.log(`      caught up after the lost connection: ${third}`);
  if (!(await client.evaluate(() => globalThis.stayed === true))) throw new Error('The page was reloaded.');
}

/** Waits for another figure. @throws Error when it stays the same */
async function changed(figure, before, within) {
  const end = performance.now() + within;
  for (let now = await figure(); ; now = await figure()) {
    if (now !== before) return now;
    if (performance.now() > end) throw new Error(`The figure stayed at ${before} for ${within} ms.`);
  }
}

/** Whoever of the web team has a piece of work under way. */
async function openTask(browser) {
  for (const name of ['Ben Carter', 'Sofia Rossi', 'Yusuf Demir']) {
    const page = await browser.signIn(emailOf(name));
    await page.goto('/my-work?status=IN_PROGRESS');
    const link = page.locator('a[href^="/tasks/"]').first();
    const found = await link.waitFor({ timeout: 8_000 }).then(() => true, () => false);
    if (!found) continue;
    await link.click();
    await page.getByLabel('Done so far').waitFor();
    return page;
  }
  throw new Error('Nobody of the web team has a task in progress.');
}

/** Reports less than a whole more or less than before, so that the figure must move. */
async function report(page) {
  const slider = page.getByLabel('Done so far');
  await slider.fill(Number(await slider.inputValue()) >= 50 ? '10' : '90');
  await page.getByRole('button', { name: 'Report' }).click();
}
