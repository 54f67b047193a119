import { randomBytes } from 'node:crypto';
import type { MasterKey } from '../config/index.js';
import { decrypt, encrypt } from './envelope.js';

/** An organization's data key as it lies in the database. */
export interface WrappedDataKey {
  id: string;
  organization_id: string;
  /** Which master key unwraps it. */
  master_key_id: string;
  wrapped: Buffer;
}

export const newDataKeyBytes = (): Buffer => randomBytes(32);

/** Wraps a data key with the first master key; organization and id are authenticated, so rows cannot be swapped. */
export function wrapDataKey(masterKeys: readonly MasterKey[], id: string, organizationId: string, bytes: Buffer): WrappedDataKey {
  const [first] = masterKeys;
  if (!first) throw new Error('There is no master key.');
  return { id, organization_id: organizationId, master_key_id: first.id, wrapped: encrypt(first.bytes, ['data key', organizationId, id], bytes) };
}

/** @throws Error naming the id of the master key when it is not configured, or when the row was altered */
export function unwrapDataKey(masterKeys: readonly MasterKey[], row: WrappedDataKey): Buffer {
  const key = masterKeys.find(({ id }) => id === row.master_key_id);
  if (!key) throw new Error(`MASTER_KEY lacks the key ${row.master_key_id}, with which data key ${row.id} is wrapped.`);
  return decrypt(key.bytes, ['data key', row.organization_id, row.id], row.wrapped);
}
