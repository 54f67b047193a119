import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { secretVariable } from './variables.mjs';

/** What an installation needs and nobody should have to invent. */
const MAKERS = {
  APP_SECRET: () => randomBytes(48).toString('base64url'),
  MASTER_KEY: newMasterKey,
};

/** Everything that is sealed in the database hangs on it (SEC-02). */
export function newMasterKey() {
  return randomBytes(32).toString('base64url');
}

/**
 * The installation's secrets: made at the first start, kept with mode 0600, never defaulted. The environment wins.
 * @param {string} dataDir an existing folder
 * @returns {{ APP_SECRET: string, MASTER_KEY: string }}
 */
export function loadSecrets(dataDir) {
  const given = Object.fromEntries(Object.keys(MAKERS).map((name) => [name, secretVariable(name)]).filter(([, value]) => value));
  const stored = readSecrets(dataDir);
  const made = Object.fromEntries(Object.keys(MAKERS).filter((name) => !given[name] && !stored[name]).map((name) => [name, MAKERS[name]()]));
  if (Object.keys(made).length > 0) writeSecrets(dataDir, { ...stored, ...made });
  return { ...stored, ...made, ...given };
}

/** What the file of a data folder holds; {} without one. */
export function readSecrets(dataDir) {
  const file = fileOf(dataDir);
  if (!existsSync(file)) return {};
  chmodSync(file, 0o600);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Replaces the file in one step: a crash leaves the old one or the new one. */
export function writeSecrets(dataDir, secrets) {
  const file = fileOf(dataDir);
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  chmodSync(`${file}.new`, 0o600);
  renameSync(`${file}.new`, file);
}

const fileOf = (dataDir) => join(dataDir, 'secrets.json');
