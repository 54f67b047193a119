// One Chromium, one browsing context a person; screenshots of what they saw go to artifacts/screenshots.
import { createHmac } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chromium } from 'playwright-core';

const BASE_URL = process.env.BASE_URL ?? 'http://localhost:3000';
const SHOTS = join(import.meta.dirname, '../../../artifacts/screenshots');
const PASSWORD = 'lantern-oak-demo';
/** The bytes of the demo administrators' authenticator (scripts/seed/agency.ts has them in base32). */
const AUTHENTICATOR = 'lantern-oak-demo-sec';
const STEP_MS = 30_000;
export const WIDE = { width: 1440, height: 900 };
export const PHONE = { width: 360, height: 740 };
/** Debian's Chromium as root, without calls to the network. */
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export async function openBrowser() {
  mkdirSync(SHOTS, { recursive: true });
  const chrome = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGUMENTS });
  const pages = [];
  const open = async ({ phone = false, dark = false } = {}) => {
    const context = await chrome.newContext({ baseURL: BASE_URL, viewport: phone ? PHONE : WIDE, colorScheme: dark ? 'dark' : 'light' });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    pages.push(page);
    return page;
  };
  const kept = new Map();
  const suite = {
    open,
    /** The one page of somebody that suites share, signed in once: administrators give a code each time, and none is taken twice. @param {string} email */
    async pageOf(email) {
      if (!kept.has(email)) kept.set(email, await suite.signIn(email));
      return kept.get(email);
    },
    /** Somebody of the demo agency, signed in. @param {string} email */
    async signIn(email, options) {
      const page = await open(options);
      await page.goto('/sign-in');
      await page.getByLabel('E-mail').fill(email);
      await page.locator('input[type=password]').fill(PASSWORD);
      await page.getByRole('button', { name: 'Sign in' }).click();
      const inside = page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
      const asked = page.getByLabel('Code').waitFor().then(() => true, () => false);
      if (await Promise.race([inside.then(() => false), asked])) {
        await page.getByLabel('Code').fill(await code(email));
        await page.getByRole('button', { name: 'Continue' }).click();
      }
      await inside;
      return page;
    },
    /** Saves what a page shows, wide and on a phone. */
    async picture(page, name) {
      const size = page.viewportSize();
      await page.setViewportSize(PHONE);
      await page.screenshot({ path: join(SHOTS, `${name}-360.png`) });
      await page.setViewportSize(size);
      await page.screenshot({ path: join(SHOTS, `${name}-${size.width}.png`) });
    },
    /** Whatever is open, for the one who has to find out why. */
    async shoot(name) {
      for (const [index, page] of pages.entries()) if (!page.isClosed()) await page.screenshot({ path: join(SHOTS, `${name}-${index}.png`) }).catch(() => undefined);
    },
    /** Closes what a suite left open, but for the shared pages: who still has a record open somewhere is still seen at it. */
    async leave() {
      const shared = new Set(kept.values());
      await Promise.all(pages.filter((page) => !shared.has(page)).map((page) => page.context().close()));
    },
    close: () => chrome.close(),
  };
  return suite;
}

/** `Tom Brandt` of the agency, or of a client's domain. */
export function emailOf(name, domain = 'lantern-oak') {
  return `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@${domain}.example`;
}

/** Chooses somebody or something in a field that searches. */
export async function choose(scope, label, text) {
  const page = scope.page();
  await scope.getByLabel(label, { exact: true }).click();
  const option = page.getByRole('option', { name: new RegExp(text) }).first();
  await page.getByRole('listbox').waitFor();
  await page.keyboard.type(text);
  await option.click();
}

const usedSteps = new Map();

/** The demo administrators' code; the next one when this person has used the present one. @param {string} email */
async function code(email) {
  while (usedSteps.get(email) === Math.floor(Date.now() / STEP_MS)) await delay(1_000);
  const step = Math.floor(Date.now() / STEP_MS);
  usedSteps.set(email, step);
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', AUTHENTICATOR).update(counter).digest();
  return String((mac.readUInt32BE(mac[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
