import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { SqlRunner } from '@throughline/identity/access';
import { writeWithPassphrase } from '@throughline/platform/secrets';
import { tenantTables } from './tenant-tables.js';

/** Who may get in, and the installation's own bookkeeping: of no use elsewhere and a danger in a file. */
const LEFT_OUT = /^(user_credential|session|refresh_token|data_key|due_work|idempotency|number_counter)|(_throttle|_hit|challenge|_link|second_factor|recovery|device|api_key|consumer_|password_history|_body$|answered_)/;
const SECRET = /(hash|secret|token|sealed|password|salt|wrapped|_key$)/;
const PAGE = 1_000;

/**
 * Writes everything an organization would take along: a line of JSON for each row, `{ table, row }`, compressed. Only whoever runs
 * it may read the file (mode 600). Secrets and the means of signing in are left out.
 *
 * @param passphrase encrypts it as well (`writeWithPassphrase`)
 * @returns rows by table
 * @throws Error EEXIST when there is such a file
 */
export async function exportOrganization(sql: SqlRunner, id: string, file: string, passphrase: string | null): Promise<Map<string, number>> {
  const written = new Map<string, number>();
  const target = createWriteStream(file, { mode: 0o600, flags: 'wx' });
  await writeWithPassphrase([Readable.from(rowsOf(sql, id, written)), createGzip()], target, passphrase);
  return written;
}

async function* rowsOf(sql: SqlRunner, id: string, written: Map<string, number>): AsyncGenerator<string> {
  const [organization] = (await sql.query('SELECT to_jsonb(o) AS row FROM organization o WHERE id = $1', [id])) as { row: object }[];
  yield `${JSON.stringify({ table: 'organization', row: organization?.row })}\n`;
  for (const { name, columns } of await tenantTables(sql)) {
    if (LEFT_OUT.test(name)) continue;
    const secret = columns.filter((column) => SECRET.test(column) && column !== 'dedupe_key' && column !== 'name_key');
    const cursor = `export_${name}`;
    await sql.query(`DECLARE "${cursor}" NO SCROLL CURSOR FOR SELECT to_jsonb(t) - $2::text[] AS row FROM "${name}" t WHERE organization_id = $1`, [id, secret]);
    for (;;) {
      const rows = (await sql.query(`FETCH ${PAGE} FROM "${cursor}"`)) as { row: object }[];
      for (const { row } of rows) yield `${JSON.stringify({ table: name, row })}\n`;
      if (rows.length > 0) written.set(name, (written.get(name) ?? 0) + rows.length);
      if (rows.length < PAGE) break;
    }
    await sql.query(`CLOSE "${cursor}"`);
  }
}
