import { createHmac } from 'node:crypto';

/** Where each kind of process connects. `app` and `relay` are unprivileged: row-level security binds them. */
export interface DatabaseUrls {
  /** Owns tables and functions; only migrations, seeds and administration commands use it. */
  owner: string;
  /** API and job handlers: sees the rows of one organization at a time. */
  app: string;
  /** Relay and reconciler: sees event, position and job tables of all organizations, nothing else. */
  relay: string;
}

export const APP_ROLE = 'throughline_app';
export const RELAY_ROLE = 'throughline_relay';

/**
 * The password of an unprivileged role, derived from the installation's secret so that every machine that
 * knows the secret can connect and nothing else has to be configured.
 *
 * @param secret APP_SECRET, at least 32 characters
 */
export function rolePassword(secret: string, role: string): string {
  return createHmac('sha256', secret).update(`database role ${role}`).digest('hex');
}

/**
 * Derives the three connection addresses from the owner's.
 *
 * @param ownerUrl postgres://owner:password@host:port/database
 * @param overrides DATABASE_APP_URL and DATABASE_RELAY_URL where an operator made the roles by hand
 */
export function databaseUrls(ownerUrl: string, secret: string, overrides: Partial<DatabaseUrls> = {}): DatabaseUrls {
  const as = (role: string): string => {
    const url = new URL(ownerUrl);
    url.username = role;
    url.password = rolePassword(secret, role);
    return url.toString();
  };
  return { owner: ownerUrl, app: overrides.app ?? as(APP_ROLE), relay: overrides.relay ?? as(RELAY_ROLE) };
}
