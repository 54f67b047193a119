import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type AuditKey, HEADS_FILE } from '../seal/audit-key.js';
import { isGenuine, parseHead, type SignedHead } from '../seal/signed-head.js';
import type { Finding } from './findings.js';

/** Heads by organization, in the order of their positions. */
export interface KnownHeads {
  byOrganization: Map<string, SignedHead[]>;
  /** Lines of the files. */
  lines: number;
  findings: Finding[];
}

/** Files of signed heads in a folder and one level below it: machines may each have a folder of their own. */
export function headFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const below = readdirSync(folder).map((name) => join(folder, name)).filter((path) => statSync(path).isDirectory()).map((path) => join(path, HEADS_FILE));
  return [join(folder, HEADS_FILE), ...below].filter((path) => existsSync(path));
}

/**
 * Reads signed heads and checks each signature.
 *
 * @param keys those that may have signed; a line of another key is a finding
 */
export async function readSignedHeads(files: readonly string[], keys: readonly AuditKey[]): Promise<KnownHeads> {
  const known: KnownHeads = { byOrganization: new Map(), lines: 0, findings: [] };
  for (const file of files) {
    let number = 0;
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      number += 1;
      if (line === '') continue;
      known.lines += 1;
      const head = parseHead(line);
      if (!head || !isGenuine(head, keys)) {
        const what = head ? `line ${number} of ${file} was not signed by the audit key` : `line ${number} of ${file} is no signed head`;
        known.findings.push({ damage: 'SIGNATURE_WRONG', organizationId: head?.organizationId ?? null, position: head?.position ?? null, eventId: null, what });
        continue;
      }
      const heads = known.byOrganization.get(head.organizationId);
      if (heads) heads.push(head);
      else known.byOrganization.set(head.organizationId, [head]);
    }
  }
  for (const heads of known.byOrganization.values()) heads.sort((a, b) => a.position - b.position);
  return known;
}
