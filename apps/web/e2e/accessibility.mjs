import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { emailOf, PHONE, WIDE } from './browser.mjs';
import { allRoutes, CLIENT, firstOf, FOUNDER } from './routes.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One of each role; the founder and a client see every route. */
const ROLES = [
  'Samuel Okafor', 'Iris Novak', 'Tom Brandt', 'Marco Bellini', 'Hannah Weiss', 'Diego Fuentes', 'Olu Adeyemi', 'Nina Kowalski', 'Ben Carter',
  'George Ellis', 'Ingrid Vos', 'Daniel Park', 'Zoe Martin', 'Helen Moore', 'Peter Nagy', 'Lena Fischer',
];
const NOBODYS = '00000000-0000-7000-8000-000000000000';
const BOTH = [WIDE, PHONE];

/** axe finds nothing: on every route, in the states between, and on what each role sees first; light and dark, wide and on a phone. */
export async function accessibility(browser) {
  const problems = [];
  const routes = await allRoutes(browser);

  const stranger = await browser.open();
  for (const { path } of routes.public) await visit(stranger, path, problems);
  await visit(stranger, '/no-such-page', problems);

  const founder = await browser.pageOf(FOUNDER);
  for (const { path } of routes.staff) await visit(founder, path, problems);
  await states(founder, problems);

  const client = await browser.pageOf(CLIENT);
  for (const { path } of routes.portal) await visit(client, path, problems);
  await visit(client, `/portal/projects/${NOBODYS}`, problems);
  await client.getByRole('button', { name: /account$/ }).click();
  await client.getByRole('menu').waitFor();
  await inspect(client, 'portal menu', problems, { include: '[role=menu]' });

  const waiting = [...ROLES];
  const next = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) await mainScreens(browser, name, problems);
  };
  await Promise.all([next(), next(), next()]);
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

/** Home and every entry of somebody's menu. What a role changes is what stands on a page, not its colours: one theme is enough. */
async function mainScreens(browser, name, problems) {
  const person = await browser.signIn(emailOf(name));
  await settled(person);
  const entries = await person.getByRole('navigation', { name: 'Main' }).getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  for (const path of new Set(['/', ...entries])) await visit(person, path, problems, { sizes: [WIDE], who: name, themes: ['light'] });
  await person.context().close();
}

/** What lies between the pages: nothing found, nothing there, no right, a form, a panel, the palette, the keys. */
async function states(founder, problems) {
  for (const path of ['/leads?q=nobody-is-called-this', `/leads/${NOBODYS}`, '/leads?new=1', '/customers?new=1', '/deals?new=1', `/leads?peek=${await firstOf(founder, 'leads')}`]) await visit(founder, path, problems);
  await visit(founder, '/leads', problems, { sizes: [WIDE] });
  await founder.keyboard.press('Control+k');
  await founder.getByRole('dialog').waitFor();
  await inspect(founder, 'palette', problems);
  await founder.keyboard.press('Escape');
  await founder.getByRole('dialog').waitFor({ state: 'detached' });
  await founder.keyboard.press('?');
  await founder.getByRole('dialog').waitFor();
  await inspect(founder, 'keys', problems);
}

async function settled(page) {
  await page.locator('h1').first().waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}

async function visit(page, path, problems, { sizes = BOTH, who = '', themes } = {}) {
  await page.setViewportSize(WIDE);
  await page.goto(path);
  await settled(page);
  if (/[?&]new=1/.test(path)) await page.getByRole('dialog').waitFor();
  for (const size of sizes) {
    await page.setViewportSize(size);
    await inspect(page, `${path}${size === PHONE ? ' (phone)' : ''}${who && ` as ${who}`}`, problems, { themes });
  }
}

/** What axe finds on the page as it stands, in both themes, is added to `problems`. GraphiQL's own editor is the package's. */
export async function inspect(page, what, problems, { include = 'html', themes = ['light', 'dark'] } = {}) {
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
    const found = await page.evaluate((part) => globalThis.axe.run({ include: [[part]], exclude: [['.graphiql-container']] }, { resultTypes: ['violations'] }), include);
    for (const violation of found.violations) {
      problems.push(`${what}, ${colorScheme}: ${violation.id}: ${violation.help}: ${violation.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(' | ')}`);
    }
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null });
}
