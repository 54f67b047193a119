import { setTimeout as delay } from 'node:timers/promises';
import { systemActor } from '@throughline/platform/access';
import { loadConfig } from '@throughline/platform/config';
import { Work } from '@throughline/platform/database';
import { Secrets } from '@throughline/platform/secrets';
import { Client, type PoolClient } from 'pg';
import { fromBase32, totpCode } from '../identity/second-factor/totp.js';

/** The authenticator of every administrator that `seedOrganization` makes, in base32. */
export const TEST_TOTP_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

/** Gives somebody the authenticator of the tests; a transaction of the owner must be under way. */
export async function enrolTestAuthenticator(client: Client, organizationId: string, userId: string): Promise<void> {
  const secrets = new Secrets(loadConfig({ ...process.env, DATABASE_URL: 'postgres://unused', NODE_ENV: 'test' }));
  const work = new Work(systemActor(organizationId), client as unknown as PoolClient, Promise.resolve());
  const sealed = await secrets.seal(work, 'totp.secret', fromBase32(TEST_TOTP_SECRET));
  await client.query('INSERT INTO second_factor (user_id, organization_id, secret_sealed, enrolled_at) VALUES ($1, $2, $3, now())', [userId, organizationId, sealed]);
}

/** The code that an authenticator shows now. */
export const testCode = (secret: string = TEST_TOTP_SECRET): string => totpCode(fromBase32(secret));

/** Waits until authenticators show another code. */
export const nextCode = (): Promise<void> => delay(30_000 - (Date.now() % 30_000));

/** Lets a code be accepted again, so that tests need not wait half a minute between two sign-ins of one person. */
export async function forgetUsedCodes(ownerUrl: string, email: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('UPDATE second_factor SET last_step = NULL WHERE user_id = (SELECT id FROM user_account WHERE email = $1)', [email.trim().toLowerCase()]);
  } finally {
    await client.end();
  }
}
