// `.data/run.json`: which processes belong to this installation, for the next start after a kill -9.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandOf, isAlive } from './postgres/postmaster.mjs';
import { Problem } from './say.mjs';

const GRACE_MS = 12_000;
const pathOf = (dataDir) => join(dataDir, 'run.json');

/** Remembers the launcher and its processes. @param {{ address: string, services: Record<string, number> }} state */
export function writeRunFile(dataDir, state) {
  const draft = `${pathOf(dataDir)}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ launcher: process.pid, ...state }));
  renameSync(draft, pathOf(dataDir));
}

export const removeRunFile = (dataDir) => rmSync(pathOf(dataDir), { force: true });

/**
 * Makes sure that nothing of an earlier run is left; processes whose launcher was killed get the time to notice it themselves.
 * @returns {Promise<number>} how many had to be ended
 * @throws Problem when the earlier run is well and still there
 */
export async function endEarlierRun(dataDir) {
  if (!existsSync(pathOf(dataDir))) return 0;
  const { launcher, address, services } = JSON.parse(readFileSync(pathOf(dataDir), 'utf8'));
  if (launcher !== process.pid && isAlive(launcher) && /scripts[\\/](start|dev)\.mjs/.test(commandOf(launcher))) {
    throw new Problem(`Throughline already runs on this folder (process ${launcher}), at ${address}. Stop it first, or set DATA_DIR to another folder.`);
  }
  // The guard in its command line tells a process of ours from another program that was given the same id.
  const left = Object.values(services).filter((pid) => isAlive(pid) && commandOf(pid).includes('parent-guard.mjs'));
  const alive = () => left.filter((pid) => isAlive(pid) && commandOf(pid) !== '');
  for (const pid of left) process.kill(pid, 'SIGTERM');
  for (const from = Date.now(); alive().length > 0 && Date.now() - from < GRACE_MS; ) await sleep(50);
  for (const pid of alive()) process.kill(pid, 'SIGKILL');
  while (alive().length > 0) await sleep(50);
  return left.length;
}
