import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { emailOf } from './browser.mjs';

const ROWS = 6_240;
/** A busy machine writes some hundred rows a second; an idle one several thousand. */
const WITHIN_MS = 180_000;

/** 6,240 real leads come in by the screen, each column accounted for; the same file again brings nobody twice. */
export async function importLeads(browser) {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-leads-'));
  const file = join(folder, 'leads.csv');
  try {
    const csv = gunzipSync(readFileSync(join(import.meta.dirname, 'data/leads.csv.gz')));
    writeFileSync(file, csv);
    const expected = columnsOf(csv);
    const manager = await browser.signIn(emailOf('Iris Novak'));
    const before = await leadCount(manager);

    await importFile(manager, browser, file, 'first');
    expectEqual('figures', await figures(manager), { 'New leads': ROWS, 'Filled in': 0, 'There already': 0, Refused: 0, Rows: ROWS });
    const reported = await reportedColumns(manager);
    expectEqual('number of columns', reported.length, expected.length);
    for (const [index, column] of expected.entries()) expectEqual('column', reported[index], column);
    await browser.picture(manager, 'import-report');
    await manager.getByRole('link', { name: ROWS.toLocaleString('en'), exact: true }).click();
    await manager.getByText(`${ROWS.toLocaleString('en')} leads`).waitFor();
    await browser.picture(manager, 'import-leads');

    await importFile(manager, browser, file, 'second');
    expectEqual('figures of the second import', await figures(manager), { 'New leads': 0, 'Filled in': 0, 'There already': ROWS, Refused: 0, Rows: ROWS });
    expectEqual('leads', await leadCount(manager), before + ROWS);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the report must say of each column, counted from the file itself: with a value, and empty. */
function columnsOf(csv) {
  const [header, ...records] = parse(csv, { relax_column_count: true });
  if (records.length !== ROWS) throw new Error(`The file has ${records.length} rows.`);
  return header.map((name, column) => {
    const filled = records.filter((record) => !['', 'select'].includes((record[column] ?? '').trim().toLowerCase())).length;
    // The last one has neither a name nor a value.
    return { name: name || `Column ${column + 1}`, filled, empty: ROWS - filled, refused: 0 };
  });
}

async function importFile(page, browser, file, which) {
  await page.goto('/leads/import');
  await page.locator('input[type=file]').setInputFiles(file);
  await page.waitForURL(/\/leads\/import\/[0-9a-f-]{36}/);
  await page.getByText(/Recognized as the public X Education data/).waitFor();
  const start = page.getByRole('button', { name: `Import about ${ROWS.toLocaleString('en')} rows` });
  await start.waitFor();
  if (which === 'first') await browser.picture(page, 'import-mapping');
  const clicked = performance.now();
  await start.click();
  await page.getByText('Done', { exact: true }).first().waitFor({ timeout: WITHIN_MS });
  const seconds = (performance.now() - clicked) / 1_000;
  console.log(`      ${which} import: ${ROWS} rows in ${seconds.toFixed(1)} s, ${Math.round(ROWS / seconds)} rows/s`);
}

const number = (text) => (text.trim() === '–' ? 0 : Number(text.replaceAll(',', '')));

async function figures(page) {
  const words = await page.locator('dl > div').filter({ has: page.locator('dt') }).evaluateAll((boxes) => boxes.map((box) => [box.querySelector('dt').textContent, box.querySelector('dd').textContent]));
  return Object.fromEntries(words.map(([label, value]) => [label, number(value)]));
}

async function reportedColumns(page) {
  const rows = await page.locator('table tbody tr').evaluateAll((found) => found.map((row) => [...row.cells].map((cell) => cell.textContent)));
  return rows.map(([name, , filled, empty, refused]) => ({ name, filled: number(filled), empty: number(empty), refused: number(refused) }));
}

async function leadCount(page) {
  await page.goto('/leads');
  const words = page.getByText(/^[\d,]+ leads$/);
  await words.waitFor();
  return number((await words.innerText()).replace(' leads', ''));
}

function expectEqual(what, got, expected) {
  if (JSON.stringify(got) !== JSON.stringify(expected)) throw new Error(`${what}: got ${JSON.stringify(got)}, expected ${JSON.stringify(expected)}`);
}
