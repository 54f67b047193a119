import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { emailOf } from './browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** axe finds nothing on the main pages, in both themes. */
export async function accessibility(browser) {
  const problems = [];
  for (const dark of [false, true]) {
    const stranger = await browser.open({ dark });
    await visit(stranger, ['/sign-in', '/start/lantern-oak'], problems, dark);
    const staff = await browser.signIn(emailOf('Ada Lindqvist'), { dark });
    await visit(staff, ['/', '/leads', '/deals', '/deals/list', '/customers', '/tickets', '/projects', '/my-work'], problems, dark);
    const client = await browser.signIn(emailOf('Carla Nunez', 'harbour-bakery'), { dark });
    await visit(client, ['/portal'], problems, dark);
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

async function visit(page, paths, problems, dark) {
  for (const path of paths) {
    await page.goto(path);
    await page.locator('h1').first().waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    await page.evaluate(axe);
    const found = await page.evaluate(() => globalThis.axe.run(globalThis.document, { resultTypes: ['violations'] }));
    for (const violation of found.violations) {
      problems.push(`${path}${dark ? ' (dark)' : ''}: ${violation.id}: ${violation.help}: ${violation.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(' | ')}`);
    }
  }
}
