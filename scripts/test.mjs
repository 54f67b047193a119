// npm test: everything that must hold before a change lands. The last line is `N passed, N failed`.
import { checkNode, install, isInstalled } from './lib/install.mjs';
import { elapsed, fail, say } from './lib/say.mjs';

try {
  checkNode();
  if (!isInstalled()) install();
  const { runAll } = await import('./lib/test/all.mjs');
  process.exitCode = await runAll();
} catch (error) {
  fail(error);
  say(`\nStopped after ${elapsed()}.\n0 passed, 1 failed`);
}
