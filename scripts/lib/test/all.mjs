// The parts of `npm test` in their order: what fails fast comes first.
import { buildApi, buildWeb } from '../build.mjs';
import { ROOT, node } from '../run.mjs';
import { elapsed } from '../say.mjs';
import { checkServerTypes, checkWebTypes } from '../types.mjs';
import { checkMigrations, checkSchema } from './drift.mjs';
import { checkLockFile } from './lock-file.mjs';
import { ProductUnderTest } from './product.mjs';
import { findProgram } from './programs.mjs';
import { startTestServices } from './services.mjs';
import { Stages } from './stages.mjs';
import { browserSuite, hasBrowserSuite, jestSuites } from './suites.mjs';

/** @returns {Promise<number>} the exit code */
export async function runAll() {
  const stages = new Stages();
  await stages.check('Lock file', checkLockFile);
  await stages.check('Lint', async () => void (await node(['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'], { cwd: ROOT })));
  await stages.check('Types of the server', async () => void (await checkServerTypes()));
  await stages.check('Types of the web application', async () => void (await checkWebTypes()));
  await stages.check('Build of API and worker', buildApi);

  let services;
  const started = await stages.check('Migrations on an empty database', async () => void (services = await startTestServices()));
  if (started) {
    try {
      await withDatabase(stages, services);
    } finally {
      await services.stop();
    }
  }

  const built = await stages.check('Build of the web application', buildWeb);
  if (built) await running(stages);
  return stages.finish(elapsed());
}

async function withDatabase(stages, { env, redis, createDatabase }) {
  const database = { ...env, DATABASE_URL: await createDatabase() };
  await stages.check('Schema and typed documents are what the sources say', () => checkSchema(database));
  await stages.check('Entities equal migrations', () => checkMigrations(database));
  if (!redis) stages.skip('The Redis part of the suites', 'redis-server is not installed (Debian: apt-get install redis-server)');
  await stages.suite('Unit, integration and API suites (Jest)', () => jestSuites(env));
}

async function running(stages) {
  const product = new ProductUnderTest();
  try {
    const up = await stages.check('npm start on an empty folder', async () => {
      await product.start();
      await product.expectPage('/readyz');
      await product.expectPage('/');
    });
    if (!up) return;
    await browser(stages, product);
    await stages.check('npm start after kill -9', async () => {
      await product.kill();
      await product.start();
      await product.expectPage('/readyz');
    });
    await stages.check('Ctrl-C stops everything', () => product.stop());
  } finally {
    await product.remove();
  }
}

async function browser(stages, product) {
  const chromium = process.env.CHROMIUM ?? findProgram('chromium', 'chromium-browser', 'google-chrome');
  if (!hasBrowserSuite()) return stages.skip('Browser journeys', 'there is no suite yet');
  if (!chromium) return stages.skip('Browser journeys', 'Chromium is not installed (Debian: apt-get install chromium)');
  await stages.suite('Browser journeys', () => browserSuite({ url: product.url, dataDir: product.dataDir, chromium }));
}
