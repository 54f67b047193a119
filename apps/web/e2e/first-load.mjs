import { gzipSync } from 'node:zlib';
import { allRoutes, CLIENT, FOUNDER } from './routes.mjs';

/** Bytes of script, gzip, that a page's own HTML asks for (ui.md); what comes on demand is not among them. */
const LIMITS = { staff: 260_000, portal: 220_000, public: 240_000 };

/** No route is heavier than its audience allows. */
export async function firstLoad(browser) {
  const routes = await allRoutes(browser);
  const pages = { staff: await browser.pageOf(FOUNDER), portal: await browser.pageOf(CLIENT), public: await browser.open() };
  const sizes = new Map();
  const heavy = [];
  const lines = [];
  for (const { pattern, path, audience } of Object.values(routes).flat()) {
    const { request } = pages[audience];
    const html = await (await request.get(path, { headers: { accept: 'text/html' } })).text();
    const scripts = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)].filter(([tag]) => !/nomodule/i.test(tag)).map(([, source]) => source);
    if (scripts.length === 0) throw new Error(`${path} has no scripts: ${html.slice(0, 200)}`);
    let bytes = 0;
    for (const source of new Set(scripts)) {
      if (!sizes.has(source)) sizes.set(source, gzipSync(await (await request.get(source)).body()).length);
      bytes += sizes.get(source);
    }
    lines.push(`${pattern} ${(bytes / 1_000).toFixed(1)}`);
    if (bytes > LIMITS[audience]) heavy.push(`${pattern}: ${(bytes / 1_000).toFixed(1)} kB of script, more than ${LIMITS[audience] / 1_000}`);
  }
  console.log(`      kB: ${lines.join(' · ')}`);
  if (heavy.length > 0) throw new Error(heavy.join('\n'));
}
