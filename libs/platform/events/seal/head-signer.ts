import { appendFile, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Logger } from '../../observability/index.js';
import { type AuditKey, HEADS_FILE } from './audit-key.js';
import { type ChainHead, parseHead, signHead } from './signed-head.js';

export interface SignerParts {
  key: AuditKey;
  /** The folder of the file; other files of other machines may lie beside it. */
  folder: string;
  /** The relay's role: sees every organization's head. */
  connectionString: string;
  logger: Logger;
  /** Prints each signed head as well, for log keepers outside. */
  print: boolean;
}

/** So much of the file's end tells which heads are signed already; what is not found there is signed once more, which harms nothing. */
const TAIL_BYTES = 1_000_000;

/** Signs the heads of all chains that moved and appends them to a file outside the database (AUD-02). */
export class HeadSigner {
  private readonly signed = new Map<string, number>();
  private started = false;
  private running: Promise<number> | null = null;

  constructor(private readonly parts: SignerParts) {}

  /** @returns how many heads were signed; a call while another runs waits for that one and goes again */
  async sign(): Promise<number> {
    await this.running?.catch(() => undefined);
    this.running = this.signAll().finally(() => (this.running = null));
    return this.running;
  }

  private async signAll(): Promise<number> {
    const { key, folder, logger, print } = this.parts;
    const file = join(folder, HEADS_FILE);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (!this.started) for (const { organizationId, position } of await lastHeads(file)) this.signed.set(organizationId, position);
    this.started = true;
    const moved = (await this.heads()).filter(({ organizationId, position }) => position !== this.signed.get(organizationId));
    if (moved.length === 0) return 0;
    const at = new Date();
    const heads = moved.map((head) => signHead(key, head, at));
    await appendDurably(file, heads.map((head) => `${JSON.stringify(head)}\n`).join(''));
    for (const { organizationId, position } of heads) this.signed.set(organizationId, position);
    if (print) for (const head of heads) logger.info({ head }, 'audit: signed head');
    return heads.length;
  }

  private async heads(): Promise<ChainHead[]> {
    const client = new Client({ connectionString: this.parts.connectionString, application_name: 'throughline audit', connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    await client.connect();
    try {
      const { rows } = await client.query<{ organization_id: string; position: string; hash: string }>(
        `SELECT organization_id, position, encode(hash, 'hex') AS hash FROM organization_position WHERE position > 0 ORDER BY organization_id`,
      );
      return rows.map((row) => ({ organizationId: row.organization_id, position: Number(row.position), hash: row.hash }));
    } finally {
      await client.end();
    }
  }
}

/** On disk before it counts as signed: a head that a crash loses would open the chain's tail to tampering. */
async function appendDurably(file: string, text: string): Promise<void> {
  await appendFile(file, text, { mode: 0o600, flush: true });
}

async function lastHeads(file: string): Promise<ChainHead[]> {
  const handle = await open(file, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!handle) return [];
  try {
    const { size } = await handle.stat();
    const from = Math.max(0, size - TAIL_BYTES);
    const { buffer } = await handle.read(Buffer.alloc(size - from), 0, size - from, from);
    return buffer.toString('utf8').split('\n').map(parseHead).filter((head) => head !== null);
  } finally {
    await handle.close();
  }
}
