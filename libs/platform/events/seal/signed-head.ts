import type { AuditKey, Signature } from './audit-key.js';

/** How far an organization's chain was at some moment. */
export interface ChainHead {
  organizationId: string;
  position: number;
  /** The chain's link at that position, hexadecimal. */
  hash: string;
}

/** A head with proof that it was so; one line of the file. */
export interface SignedHead extends ChainHead {
  /** ISO, UTC. */
  at: string;
  key: string;
  signature: Signature;
}

/** What is signed: unambiguous, because no part can hold a space. */
const content = ({ organizationId, position, hash, at, key }: Omit<SignedHead, 'signature'>): string =>
  `throughline head 1 ${organizationId} ${position} ${hash} ${at} ${key}`;

export function signHead(key: AuditKey, head: ChainHead, at: Date): SignedHead {
  const unsigned = { ...head, at: at.toISOString(), key: key.id };
  return { ...unsigned, signature: key.sign(content(unsigned)) };
}

/** Whether a line is a head that one of these keys signed. */
export function isGenuine(head: SignedHead, keys: readonly AuditKey[]): boolean {
  return keys.some((key) => key.id === head.key && key.verifies(content(head), head.signature));
}

const FIELDS = { organizationId: 'string', position: 'number', hash: 'string', at: 'string', key: 'string', signature: 'string' } as const;

/** @returns null for a line that is no signed head */
export function parseHead(line: string): SignedHead | null {
  try {
    const head = JSON.parse(line) as Record<string, unknown>;
    return Object.entries(FIELDS).every(([name, type]) => typeof head[name] === type) ? (head as unknown as SignedHead) : null;
  } catch {
    return null;
  }
}
