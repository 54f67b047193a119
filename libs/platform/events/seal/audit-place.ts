import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AuditKey } from './audit-key.js';

type Variables = Readonly<Record<string, string | undefined>>;

/** Where signed heads lie and what signs them. */
export interface AuditPlace {
  folder: string;
  /** null: nothing is signed yet, and nothing was asked to be made. */
  key: AuditKey | null;
  print: boolean;
}

/**
 * The place of the signed heads, from the environment: `AUDIT_DIR`, else `audit` in `DATA_DIR`; the key from `AUDIT_KEY` or
 * `AUDIT_KEY_FILE` (Ed25519, PEM), else from the folder. `AUDIT_PRINT=1` prints each head as well.
 *
 * @param make whether to make a key where the folder has none
 * @returns null when no folder is configured: a machine that keeps nothing, without a folder that outlives it
 * @throws Error when the key cannot be read or is none
 */
export function auditPlace(variables: Variables, make: boolean): AuditPlace | null {
  const text = (name: string): string | undefined => variables[name]?.trim() || undefined;
  const dataDir = text('DATA_DIR');
  const folder = text('AUDIT_DIR') ?? (dataDir ? join(dataDir, 'audit') : undefined);
  if (!folder) return null;
  const file = text('AUDIT_KEY_FILE');
  // In one line `\n` stands for the line ends of a PEM text.
  const given = text('AUDIT_KEY')?.replaceAll('\\n', '\n') ?? (file ? readFileSync(file, 'utf8') : undefined);
  const key = given ? AuditKey.of(given) : make ? AuditKey.inFolder(folder) : AuditKey.existing(folder);
  return { folder, key, print: text('AUDIT_PRINT') === '1' };
}
