// The launcher's database: the one DATABASE_URL names, else the embedded one.
import { node, ROOT } from './run.mjs';
import { startPostgres } from './postgres/index.mjs';
import { Problem, elapsed, say, step } from './say.mjs';
import { secretVariable } from './variables.mjs';

const WATCH_MS = 500;

/**
 * @param {string} dataDir
 * @returns {Promise<{ url: string, embedded: boolean, created: boolean, stop: () => Promise<void> }>}
 */
export async function openDatabase(dataDir) {
  const url = secretVariable('DATABASE_URL');
  if (url) {
    say(`  Database of DATABASE_URL: ${withoutPassword(url)}`);
    return { url, embedded: false, created: false, stop: async () => {} };
  }
  const settings = { synchronous_commit: 'on', log_min_duration_statement: '2000' };
  let server;
  await step('Start PostgreSQL', async () => {
    server = await startPostgres({ dataDir, settings });
    return server.adopted ? 'was still running' : undefined;
  });
  const { url: address, port } = server;
  let reviving = false;
  let revival = Promise.resolve();
  // It is no child when it was adopted, so it is looked at rather than waited for. The port stays: the others reconnect to it.
  const watch = setInterval(() => {
    if (reviving || server.alive()) return;
    say(`[${elapsed()}] postgres ended, starting it again on port ${port}`);
    reviving = true;
    revival = startPostgres({ dataDir, settings, port })
      .then((next) => (server = next))
      .catch((error) => say(`[${elapsed()}] postgres: ${error.message}`))
      .finally(() => (reviving = false));
  }, WATCH_MS);
  const stop = async () => {
    clearInterval(watch);
    await revival;
    await server.stop();
  };
  return { url: address, embedded: true, created: server.created, stop };
}

function withoutPassword(url) {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    throw new Problem('DATABASE_URL is not an address like postgres://user:password@host:5432/database.');
  }
}

/**
 * Runs one of the product's commands (migrate, seed) with the owner's address.
 * @param {string[]} command what Node runs
 * @param {Record<string, string>} env
 * @returns {Promise<string | undefined>} the last line it printed for people, when it is short
 */
export async function runCommand(command, env) {
  const output = await node(command, { cwd: ROOT, env });
  return output.split('\n').findLast((line) => line.length > 0 && line.length <= 80 && !/^\s*[{(]/.test(line));
}
