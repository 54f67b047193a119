// npm run dev: the product from its sources; API and worker start again on a change, Next reloads by itself.
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { checkNode, install, isInstalled } from './lib/install.mjs';
import { ROOT } from './lib/run.mjs';
import { fail, say, step } from './lib/say.mjs';

const SETTLE_MS = 150;

/** Restarts API and worker once when files change, however many change together. */
function restartOnChange({ services }) {
  let timer;
  let running = Promise.resolve();
  const restart = (file) => {
    say(`[dev] ${file} changed, starting API and worker again`);
    running = running.then(() => Promise.all([services.api.restart(), services.worker.restart()]));
  };
  for (const folder of ['libs', 'apps/api/src', 'apps/worker/src'].map((path) => join(ROOT, path))) {
    if (!existsSync(folder)) continue;
    watch(folder, { recursive: true }, (_, file) => {
      if (!file?.endsWith('.ts') || file.endsWith('.spec.ts')) return;
      clearTimeout(timer);
      timer = setTimeout(restart, SETTLE_MS, file);
    });
  }
}

try {
  checkNode();
  if (!isInstalled()) await step('Install packages', install);
  const { launch, prepare } = await import('./lib/launch.mjs');
  const settings = await prepare();
  restartOnChange(await launch({ ...settings, dev: true }));
} catch (error) {
  fail(error);
  process.exit(1);
}
