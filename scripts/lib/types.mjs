// Type checks: the repository with TypeScript 6, which Nest's tools need, the web application with TypeScript 7.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { nextBin } from './build.mjs';
import { ROOT, node } from './run.mjs';

const compiler = (from) => join(dirname(createRequire(join(ROOT, from)).resolve('typescript/package.json')), 'bin/tsc');

/** API, worker, libraries, commands, tests. */
export const checkServerTypes = () => node([compiler('package.json'), '-p', 'tsconfig.json', '--noEmit']);

/** The web application. Next writes the types of its routes first. */
export async function checkWebTypes() {
  const cwd = join(ROOT, 'apps/web');
  await node([nextBin(), 'typegen'], { cwd, env: { NEXT_TELEMETRY_DISABLED: '1' } });
  await node([compiler('apps/web/package.json'), '-p', '.', '--noEmit'], { cwd });
}
