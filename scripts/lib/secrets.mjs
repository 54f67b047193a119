import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { secretVariable } from './variables.mjs';

/**
 * The installation's secrets: made at the first start, kept with mode 0600, never defaulted. The environment wins.
 * @param {string} dataDir an existing folder
 * @returns {{ APP_SECRET: string }}
 */
export function loadSecrets(dataDir) {
  const file = join(dataDir, 'secrets.json');
  const given = secretVariable('APP_SECRET');
  if (given) return { APP_SECRET: given };
  if (!existsSync(file)) {
    const secrets = { APP_SECRET: randomBytes(48).toString('base64url') };
    writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  }
  chmodSync(file, 0o600);
  return JSON.parse(readFileSync(file, 'utf8'));
}
