import { randomFillSync } from 'node:crypto';

/** Random bytes for the next ids: asking the system for 16 at a time costs more than the rest of an id. */
const pool = Buffer.allocUnsafe(16 * 256);
let used = pool.length;

/**
 * A new UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, then random bits, so that ids sort roughly by
 * creation and index pages fill in order.
 *
 * @param now milliseconds since 1970, for tests and seeds that set a date
 */
export function newId(now: number = Date.now()): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  // Written in place: these bytes are used once.
  const bytes = pool.subarray(used, (used += 16));
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text is a UUID of any version: what the database's `uuid` columns accept from callers. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}
