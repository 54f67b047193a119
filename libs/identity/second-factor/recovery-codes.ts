import { createHmac, randomBytes } from 'node:crypto';
import { base32 } from './totp.js';

export const RECOVERY_CODES = 10;
/** 80 bits: enough that a stolen table of hashes helps nobody. */
const BYTES = 10;

/** New codes as people keep them: `ABCD-EFGH-IJKL-MNOP`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => base32(randomBytes(BYTES)).replace(/(.{4})(?=.)/g, '$1-'));
}

/** What a typed code is looked up by; null when it cannot be one. */
export function recoveryCodeHash(appSecret: string, userId: string, typed: string): Buffer | null {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '');
  if (!/^[A-Z2-7]{16}$/.test(letters)) return null;
  return createHmac('sha256', appSecret).update(JSON.stringify(['recovery code', userId, letters])).digest();
}
