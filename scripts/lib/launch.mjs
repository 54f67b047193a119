// What `npm start` and `npm run dev` have in common, from the configuration to the running processes.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { serverFiles } from './build.mjs';
import { openDatabase, runCommand } from './database.mjs';
import { buildIfChanged } from './inputs.mjs';
import { canListen } from './ports.mjs';
import { addressOf, startProduct } from './product.mjs';
import { ROOT } from './run.mjs';
import { endEarlierRun } from './run-file.mjs';
import { Problem, duration, elapsed, say, step } from './say.mjs';
import { loadSecrets } from './secrets.mjs';
import { secretVariable, withoutFiles } from './variables.mjs';

const TYPESCRIPT = new URL('./typescript.mjs', import.meta.url).href;

const FOREVER = new Promise(() => {});

/**
 * Reads PORT, HOST and DATA_DIR, makes the data folder, ends what an earlier run left.
 * @throws Problem for a port that cannot be used
 */
export async function prepare() {
  const port = Number(process.env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Problem(`PORT must be a number from 1 to 65535, not "${process.env.PORT}".`);
  const host = process.env.HOST || '127.0.0.1';
  const dataDir = resolve(ROOT, process.env.DATA_DIR ?? '.data');
  mkdirSync(dataDir, { recursive: true });
  const ended = await endEarlierRun(dataDir);
  if (ended > 0) say(`  Ended ${ended} processes that an earlier run had left.`);
  if (!(await canListen(port, host))) throw new Problem(`Port ${port} on ${host} is in use or not allowed. Choose another: PORT=3001 npm start`);
  return { port, host, dataDir };
}

/**
 * Database, migrations, seed, processes; then stays until a signal or until the database is lost.
 * @param {{ port: number, host: string, dataDir: string, dev: boolean }} options
 */
export async function launch(options) {
  const { dataDir, dev } = options;
  let product;
  const opening = openDatabase(dataDir);
  // 20 s for API and worker, 3 for the web server, 6 for the database: under 30 in the worst case.
  const stop = once(async () => {
    const database = await opening.catch(() => undefined);
    await product?.stop();
    await database?.stop();
  });
  let ending = false;
  const end = once(async (why) => {
    ending = true;
    say(`\n${why}, stopping ...`);
    const from = Date.now();
    await stop();
    say(`Stopped in ${duration(Date.now() - from)}.`);
    process.exit(0);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(signal === 'SIGINT' ? 'Interrupted' : signal));
  try {
    const database = await opening;
    const env = {
      ...withoutFiles(),
      ...loadSecrets(dataDir),
      DATABASE_URL: database.url,
      REDIS_URL: secretVariable('REDIS_URL'),
      SMTP_URL: secretVariable('SMTP_URL'),
      EMBEDDED: database.embedded ? '1' : '0',
      DATA_DIR: dataDir,
    };
    const command = (name) => (dev ? ['--import', TYPESCRIPT, `scripts/${name}.ts`] : ['--enable-source-maps', `dist/scripts/${name}.js`]);
    await step('Apply migrations', () => runCommand(command('migrate'), env));
    // Demo data and demo passwords exist only in the embedded database.
    if (database.embedded) await step('Demo data', () => seed(dataDir, database.created, () => runCommand(command('seed'), env)));
    else say('  No demo data: the database is not the embedded one.');
    if (ending) return await FOREVER;
    product = await startProduct({ ...options, env });
    await product.ready();
    announce(options, database.embedded);
    return product;
  } catch (error) {
    // Whatever fails because it is being stopped is no failure; the process ends itself in a moment.
    if (ending) return await FOREVER;
    await stop();
    throw error;
  }
}

// The seed finds out by itself what is there, which takes seconds: not again while neither it nor the database has changed.
function seed(dataDir, created, build) {
  const mark = join(dataDir, 'demo-data');
  if (created) rmSync(mark, { force: true });
  return buildIfChanged({ mark, files: serverFiles(), build });
}

function announce({ host, port, dataDir }, embedded) {
  const file = join(dataDir, 'demo-sign-ins.json');
  say(`\nThroughline is ready at ${process.env.PUBLIC_URL || addressOf({ host, port })} after ${elapsed()}. Ctrl-C stops it.`);
  if (embedded && existsSync(file)) {
    const people = JSON.parse(readFileSync(file, 'utf8'));
    const width = (key) => Math.max(...people.map((person) => String(person[key]).length)) + 2;
    say('\nDemo sign-ins:');
    for (const { role, email, password } of people) say(`  ${String(role).padEnd(width('role'))}${email.padEnd(width('email'))}${password}`);
    const secret = people.find(({ authenticator }) => authenticator)?.authenticator;
    if (secret) say(`\nAdministrators need a code too: npm run totp -- ${secret} (or enter this key in an authenticator app)`);
  }
  say(`\nLogs: ${join(dataDir, 'logs')}`);
}

function once(work) {
  let promise;
  return (...args) => (promise ??= work(...args));
}
