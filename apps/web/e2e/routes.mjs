// Every route of the application, from the folders of src/app, with records of the demo in place of parameters.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { emailOf } from './browser.mjs';

const APP = join(import.meta.dirname, '../src/app');
/** Sees everything. */
export const FOUNDER = emailOf('Ada Lindqvist');
export const CLIENT = emailOf('Carla Nunez', 'harbour-bakery');

/** How a route with a parameter is filled: the list its record is taken from, or a value. */
const PARAMETERS = {
  '/leads/[id]': { list: 'leads' },
  '/leads/import/[id]': { list: 'leadImports' },
  '/customers/[id]': { list: 'customers' },
  '/deals/[id]': { list: 'deals' },
  '/quotes/[id]': { list: 'quotes' },
  '/tickets/[id]': { list: 'tickets' },
  '/projects/[id]': { list: 'projects' },
  '/tasks/[id]': { list: 'tasks' },
  '/settings/roles/[id]': { list: 'roles' },
  '/settings/people/[id]': { list: 'users' },
  '/settings/departments/[id]': { list: 'departments' },
  '/settings/directory/[id]': { list: 'directory' },
  '/chat/[channel]': { list: 'channels' },
  '/portal/chat/[channel]': { list: 'channels' },
  '/portal/projects/[id]': { list: 'projects' },
  '/start/[form]': { value: 'lantern-oak' },
  '/register/[organization]': { value: 'lantern-oak' },
  // The real one is walked, and looked at, by the journey.
  '/q/[token]': { value: 'nobody-has-this' },
};

/**
 * @typedef {{ pattern: string, path: string, audience: 'staff' | 'portal' | 'public' }} Route
 * @returns {Promise<{ staff: Route[], portal: Route[], public: Route[] }>}
 * @throws Error for a route whose parameter nobody said how to fill, or a list without a record
 */
export async function allRoutes(browser) {
  const people = { staff: await browser.pageOf(FOUNDER), portal: await browser.pageOf(CLIENT) };
  const found = { staff: [], portal: [], public: [] };
  const files = readdirSync(APP, { recursive: true }).filter((file) => /(^|\/)page.tsx$/.test(file));
  for (const file of files.sort()) {
    // The kit's samples exist in development only.
    if (file.startsWith('kit')) continue;
    const audience = file.startsWith('(staff)') ? 'staff' : file.startsWith('(portal)') ? 'portal' : 'public';
    const pattern = `/${dirname(file).split('/').filter((part) => part !== '.' && !part.startsWith('(')).join('/')}`;
    found[audience].push({ pattern, audience, path: await fill(pattern, people[audience]) });
  }
  return found;
}

async function fill(pattern, page) {
  if (!pattern.includes('[')) return pattern;
  const parameter = PARAMETERS[pattern];
  if (!parameter) throw new Error(`e2e/routes.mjs does not say how to fill ${pattern}.`);
  const value = parameter.value ?? (await firstOf(page, parameter.list));
  return pattern.replace(/\[\w+\]/, value);
}

/** The id of a list's first record. */
export async function firstOf(page, list) {
  const query = `{ ${list}(first: 1) { nodes { id } } }`;
  const answer = await page.request.post('/graphql', { data: { query }, headers: { 'apollo-require-preflight': 'true' } });
  const { data, errors } = await answer.json();
  const id = data?.[list].nodes[0]?.id;
  if (!id) throw new Error(`No record in ${list}: ${JSON.stringify(errors ?? [])}`);
  return id;
}
