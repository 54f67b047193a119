// Builds API and worker (SWC, into dist/) and the web application (Next, into apps/web/.next/).
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildIfChanged, filesBelow } from './inputs.mjs';
import { ROOT, node } from './run.mjs';

const SERVER = ['libs', 'apps/api/src', 'apps/worker/src', 'scripts', 'ormconfig.ts', 'nest-cli.json', 'tsconfig.json', 'apps/api/tsconfig.app.json', 'package-lock.json'];
const NOT_BUILT = /\.(spec\.ts|mjs|cjs|d\.mts)$/;

/** What API, worker and their commands are made of. */
export const serverFiles = () => filesBelow(SERVER).filter((file) => !NOT_BUILT.test(file));

/** API, worker and their commands. Returns a remark when nothing had changed. */
export function buildApi() {
  const files = serverFiles();
  const build = async () => {
    rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
    await node(['node_modules/@nestjs/cli/bin/nest.js', 'build', 'api']);
    // What the code reads beside itself (tables, fonts, texts) goes where the compiled code looks for it.
    for (const file of files) {
      const path = relative(ROOT, file);
      if (/^(libs|apps|scripts)\b/.test(path) && !/\.m?ts$|tsconfig/.test(path)) cpSync(file, join(ROOT, 'dist', path));
    }
  };
  return buildIfChanged({ mark: join(ROOT, 'dist/.inputs'), files, build });
}

/** The web application. Returns a remark when nothing had changed, or when it does not exist. */
export function buildWeb() {
  const web = join(ROOT, 'apps/web');
  const next = nextBin();
  const files = filesBelow(['apps/web', 'package-lock.json']);
  const build = async () => void (await node([next, 'build'], { cwd: web, env: { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' } }));
  return buildIfChanged({ mark: join(web, '.next/.inputs'), files, build });
}

/** Next's program, wherever npm put the package. */
export function nextBin() {
  const places = ['apps/web/node_modules', 'node_modules'].map((folder) => join(ROOT, folder, 'next/dist/bin/next'));
  return places.find((place) => existsSync(place)) ?? places[1];
}
