import { readFileSync } from 'node:fs';
import { Problem } from './say.mjs';

/** Variables that may hold secrets, and may therefore be given as a file: `APP_SECRET_FILE`. */
const SECRETS = ['APP_SECRET', 'MASTER_KEY', 'DATABASE_URL', 'REDIS_URL', 'SMTP_URL'];

/**
 * A variable of the environment or of the file that `<name>_FILE` names.
 * @returns {string | undefined}
 * @throws Problem when the file cannot be read
 */
export function secretVariable(name) {
  const file = process.env[`${name}_FILE`];
  if (process.env[name] || !file) return process.env[name] || undefined;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new Problem(`${name}_FILE must name a file that can be read: ${file}`);
  }
}

/** Takes the file forms out of the environment of our processes, which get the values themselves. */
export const withoutFiles = () => Object.fromEntries(SECRETS.map((name) => [`${name}_FILE`, undefined]));
