// The product's processes beside PostgreSQL: API, worker, web; started together, stopped in order.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nextBin } from './build.mjs';
import { freePort } from './ports.mjs';
import { ROOT } from './run.mjs';
import { removeRunFile, writeRunFile } from './run-file.mjs';
import { Service } from './service.mjs';
import { Problem, step } from './say.mjs';
import { waitReady } from './wait-ready.mjs';

const TYPESCRIPT = new URL('./typescript.mjs', import.meta.url).href;

/** @typedef {{ host: string, port: number, dataDir: string, env: Record<string, string>, dev: boolean }} Settings */

/** Where people reach it. */
export function addressOf({ host, port }) {
  const name = ['127.0.0.1', '::1', '0.0.0.0', '::', 'localhost'].includes(host) ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/**
 * Starts the processes.
 * @param {Settings} settings
 * @returns {Promise<{ services: Record<string, Service>, ready: () => Promise<void>, stop: () => Promise<void> }>}
 *   `ready` waits until API and web answer, and throws a Problem naming the one that does not
 */
export async function startProduct(settings) {
  const webPort = await freePort();
  const services = define(settings, webPort);
  let stopping;
  const stop = () => (stopping ??= stopAll(services, settings.dataDir));
  const remember = () => {
    if (stopping) return;
    const pids = Object.fromEntries(Object.entries(services).map(([name, service]) => [name, service.pid ?? 0]));
    writeRunFile(settings.dataDir, { address: addressOf(settings), services: pids });
  };
  for (const service of Object.values(services)) {
    service.changed = remember;
    service.start();
  }
  return { services, stop, ready: () => ready(services, settings, webPort) };
}

// What listens on every interface is reached on loopback.
function apiOrigin({ host, port }) {
  const reached = ['0.0.0.0', '::', 'localhost'].includes(host) ? '127.0.0.1' : host;
  return `http://${reached.includes(':') ? `[${reached}]` : reached}:${port}`;
}

function define(settings, webPort) {
  const { host, port, dataDir, env, dev } = settings;
  const shared = {
    ...env,
    DATA_DIR: dataDir,
    NODE_ENV: dev ? 'development' : 'production',
    // Server components hand the visitor's address on; the API believes it only with this.
    LAUNCHER_SECRET: randomBytes(32).toString('base64url'),
  };
  const serverEnv = { ...shared, HOST: host, PORT: String(port), WEB_ORIGIN: `http://127.0.0.1:${webPort}` };
  const webEnv = {
    ...shared,
    PORT: String(webPort),
    API_ORIGIN: apiOrigin(settings),
    NEXT_TELEMETRY_DISABLED: '1',
    // Next needs no database and gets no address of it.
    DATABASE_URL: undefined,
    REDIS_URL: undefined,
    APP_SECRET: undefined,
    AUDIT_KEY: undefined,
    MASTER_KEY: undefined,
    SMTP_URL: undefined,
  };
  const common = { logDir: join(dataDir, 'logs'), echo: dev };
  const server = (name) => new Service({ ...common, name, cwd: ROOT, env: serverEnv, args: entryOf(name, dev) });
  const webArgs = [nextBin(), dev ? 'dev' : 'start', '-p', String(webPort), '-H', '127.0.0.1'];
  return {
    api: server('api'),
    worker: server('worker'),
    web: new Service({ ...common, name: 'web', cwd: join(ROOT, 'apps/web'), env: webEnv, args: webArgs }),
  };
}

function entryOf(name, dev) {
  const file = dev ? `apps/${name}/src/main.ts` : `dist/apps/${name}/src/main.js`;
  if (!existsSync(join(ROOT, file))) throw new Problem(`There is nothing to run for "${name}": ${file} is missing.`);
  return dev ? ['--import', TYPESCRIPT, file] : ['--enable-source-maps', file];
}

async function ready({ api, web }, settings, webPort) {
  const giveUp = (service) => () => service.crashes >= 3;
  await step('Start API and worker', () =>
    waitReady(`${apiOrigin(settings)}/readyz`, { withinMs: 60_000, name: 'The API', giveUp: giveUp(api), log: api.log }),
  );
  await step('Start web application', () =>
    waitReady(`http://127.0.0.1:${webPort}/`, { withinMs: 120_000, name: 'The web application', giveUp: giveUp(web), log: web.log, below: 500 }),
  );
}

// First what writes, at the same time; then what only shows. The database comes after all of them.
async function stopAll({ api, worker, web }, dataDir) {
  await Promise.all([api.stop(20_000), worker.stop(20_000)]);
  await web.stop(3_000);
  removeRunFile(dataDir);
}
