import { setTimeout as delay } from 'node:timers/promises';
import { fromBase32, totpCode } from '../libs/identity/second-factor/totp.js';

/** npm run totp -- <secret>: prints the code that an authenticator with this secret shows now. */
const [secret] = process.argv.slice(2);
if (!secret) {
  console.error('Usage: npm run totp -- <secret in base32>');
  process.exitCode = 1;
} else {
  // A code that is about to end would be too late by the time it is typed.
  const left = 30 - (Math.floor(Date.now() / 1000) % 30);
  if (left < 5) await delay(left * 1000);
  console.log(totpCode(fromBase32(secret)));
}
