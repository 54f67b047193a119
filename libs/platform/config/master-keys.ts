import { createHash } from 'node:crypto';
import type { VariableReader } from './variables.js';

const KEY_BYTES = 32;
const MOST_KEYS = 10;

/** A key of the installation: wraps the data keys of organizations, never data itself. */
export interface MasterKey {
  /** Names the key without telling anything of it: stands beside what it wrapped. */
  id: string;
  bytes: Buffer;
}

/** @param bytes 32 random bytes */
export function masterKey(bytes: Buffer): MasterKey {
  return { id: createHash('sha256').update('throughline master key').update(bytes).digest('hex').slice(0, 16), bytes };
}

/**
 * MASTER_KEY: one key, or several separated by commas or white space while they are being rotated. The first wraps, all
 * unwrap.
 *
 * @returns none when the variable is missing or wrong; the reader has noted why
 */
export function readMasterKeys(reader: VariableReader, name = 'MASTER_KEY'): MasterKey[] {
  const value = reader.secret(name);
  if (value === undefined) {
    reader.wrong(name, `must be set (or ${name}_FILE): ${KEY_BYTES} random bytes as base64 or hex (npm start makes one; by hand: openssl rand -base64 ${KEY_BYTES})`);
    return [];
  }
  const keys = value.split(/[\s,]+/).filter((part) => part !== '').map(decode);
  if (keys.includes(null)) reader.wrong(name, `must consist of keys of ${KEY_BYTES} bytes each, as base64 or hex, separated by commas`);
  const found = keys.filter((bytes) => bytes !== null).map(masterKey);
  if (found.length > MOST_KEYS) reader.wrong(name, `must hold ${MOST_KEYS} keys at most`);
  if (new Set(found.map(({ id }) => id)).size < found.length) reader.wrong(name, 'must not hold the same key twice');
  if (found.some(({ bytes }) => new Set(bytes).size < 8)) reader.wrong(name, 'must hold random keys: this one repeats a few bytes');
  return found;
}

/** base64 and base64url; 64 hexadecimal digits are hex, which base64 of 32 bytes never is (it has 43 or 44 characters). */
function decode(text: string): Buffer | null {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  if (!/^[\w+/-]{43}=?$/.test(text)) return null;
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === KEY_BYTES ? bytes : null;
}
