import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FEATURES = join(process.cwd(), 'apps/web/src/features');

it('every page of a record has its history', () => {
  const pages = readdirSync(FEATURES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx')).map((file) => ({ file, text: readFileSync(join(FEATURES, file), 'utf8') }))
    .filter(({ text }) => text.includes('<RecordPage'));
  expect(pages.length).toBeGreaterThan(8);
  expect(pages.filter(({ text }) => !/recordTabs\(|<RecordHistory/.test(text)).map(({ file }) => file)).toEqual([]);
});
