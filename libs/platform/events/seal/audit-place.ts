import type { AuditSettings } from '../../config/index.js';
import { AuditKey } from './audit-key.js';

/** Where signed heads lie and what signs them. */
export interface AuditPlace {
  folder: string;
  /** null: nothing is signed yet, and nothing was asked to be made. */
  key: AuditKey | null;
  print: boolean;
}

/**
 * The place of the signed heads, with the key that settings name, else the folder's.
 *
 * @param make whether to make a key where the folder has none
 * @returns null when no folder is configured: a machine that keeps nothing, without a folder that outlives it
 * @throws Error when the key is none
 */
export function auditPlace({ folder, key: pem, print }: AuditSettings, make: boolean): AuditPlace | null {
  if (folder === null) return null;
  const key = pem !== null ? AuditKey.of(pem) : make ? AuditKey.inFolder(folder) : AuditKey.existing(folder);
  return { folder, key, print };
}
