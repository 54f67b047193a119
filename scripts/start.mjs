// npm start: from a fresh clone to the running product. Node's own modules only until the packages are installed.
import { checkNode, install, isInstalled } from './lib/install.mjs';
import { fail, say, step } from './lib/say.mjs';

try {
  checkNode();
  say('Throughline');
  if (!isInstalled()) {
    say('  Installing packages (about a minute, once) ...');
    await step('Install packages', install);
  }
  const { buildApi, buildWeb } = await import('./lib/build.mjs');
  const { launch, prepare } = await import('./lib/launch.mjs');
  const settings = await prepare();
  await step('Build API and worker', buildApi);
  await step('Build web application', buildWeb);
  await launch({ ...settings, dev: false });
} catch (error) {
  fail(error);
  process.exit(1);
}
