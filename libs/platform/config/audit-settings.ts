import { join } from 'node:path';
import type { VariableReader } from './variables.js';

/** Where the signed heads of the event chains lie, outside the database, and what signs them (AUD-02). */
export interface AuditSettings {
  /** null: nothing is signed. */
  folder: string | null;
  /** The Ed25519 key as PEM; null: the folder's own. */
  key: string | null;
  /** Prints each signed head as well. */
  print: boolean;
}

/** `AUDIT_DIR`, else `audit` in `DATA_DIR`; the key from `AUDIT_KEY` or `AUDIT_KEY_FILE`, a public one where heads are only verified; `AUDIT_PRINT=1`. */
export function readAuditSettings(reader: VariableReader): AuditSettings {
  const dataDir = reader.text('DATA_DIR');
  // In one line `\n` stands for the line ends of a PEM text.
  const key = reader.secret('AUDIT_KEY')?.replaceAll('\\n', '\n') ?? null;
  if (key !== null && !/^-----BEGIN (PRIVATE|PUBLIC) KEY-----\n/.test(key)) reader.wrong('AUDIT_KEY', 'must be an Ed25519 key in PEM form (or AUDIT_KEY_FILE)');
  return { folder: reader.text('AUDIT_DIR') ?? (dataDir ? join(dataDir, 'audit') : null), key, print: reader.flag('AUDIT_PRINT') };
}
