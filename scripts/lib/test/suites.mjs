// Jest and the browser journeys, with their counts.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, run } from '../run.mjs';
import { runJest } from '../run-jest.mjs';

/**
 * Every `*.spec.ts`. Suites ask libs/testing whether there is a Redis.
 * @param {Record<string, string>} env of the test servers
 * @returns {Promise<{ passed: number, failed: number }>} a suite that could not be loaded counts as one failure, a skipped test too
 */
export async function jestSuites(env) {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-jest-'));
  const report = join(folder, 'report.json');
  const code = await runJest(['--json', `--outputFile=${report}`], env, { quiet: true });
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
  rmSync(folder, { recursive: true, force: true });
  const failed = numFailedTests + numPendingTests + numTodoTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}

export const BROWSER_SUITE = 'apps/web/e2e/run.mjs';
export const hasBrowserSuite = () => existsSync(join(ROOT, BROWSER_SUITE));

/**
 * The journeys by clicking, against a running product. The suite prints `N passed, N failed` last.
 * @param {{ url: string, dataDir: string, chromium: string }} target
 */
export async function browserSuite({ url, dataDir, chromium }) {
  const env = { BASE_URL: url, DATA_DIR: dataDir, CHROMIUM: chromium };
  const { code, output } = await run(process.execPath, [BROWSER_SUITE], { env, show: true });
  const counts = /^(\d+) passed, (\d+) failed$/m.exec(output.trim().split('\n').at(-1) ?? '');
  if (!counts) return { passed: 0, failed: 1 };
  const failed = Number(counts[2]);
  return { passed: Number(counts[1]), failed: failed === 0 && code !== 0 ? 1 : failed };
}
