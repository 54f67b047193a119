import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { SnakeNamingStrategy } from '@throughline/platform/database';
import { type KeyReader, writeWithPassphrase } from '@throughline/platform/secrets';
import type { Storage } from '@throughline/platform/storage';
import { cleanName } from '../content/file-name.js';
import { tarEnd, tarHeader, tarPadding } from './tar.js';

/** Runs a statement as the database's owner, in the operator's transaction. */
export type OwnerSql = { query(text: string, parameters?: unknown[]): Promise<unknown> };

/** What was written. */
export interface ExportedFiles {
  files: number;
  bytes: number;
  /** Files whose content cannot be read; the manifest says which. */
  missing: number;
}

interface Row {
  id: string; subject: string | null; record_id: string | null; name: string; content_type: string; bytes: string;
  created_at: Date; sealed_key: Buffer; parts: { id: string; number: number; bytes: string }[] | null;
}
interface Line { path: string | null; id: string; subject: string | null; recordId: string | null; name: string; contentType: string; bytes: number; sha256: string | null; missing?: string }

const MANIFEST = 'manifest.jsonl';

/**
 * Writes the content of an organization's files, opened, into a tar archive of one's own (mode 600): `project/PRJ-7 Website <id>/plan.pdf`. Each
 * file goes through memory a chunk at a time. A line of JSON for each stands in `manifest.jsonl` at the end, with the hash of what was written.
 *
 * @param passphrase encrypts the archive as well (`writeWithPassphrase`)
 * @throws Error EEXIST when there is such a file; when content turns out to be altered in the middle
 */
export async function exportFiles(options: { sql: OwnerSql; organizationId: string; storage: Storage; target: string; passphrase: string | null }): Promise<ExportedFiles> {
  const written: ExportedFiles = { files: 0, bytes: 0, missing: 0 };
  const target = createWriteStream(options.target, { mode: 0o600, flags: 'wx' });
  await writeWithPassphrase([Readable.from(archive(options, written), { objectMode: false })], target, options.passphrase);
  return written;
}

/** Whether an organization has any files at all. */
export async function hasFiles(sql: OwnerSql, organizationId: string): Promise<boolean> {
  return ((await sql.query("SELECT 1 FROM file WHERE organization_id = $1 AND state IN ('READY', 'CHECKING') LIMIT 1", [organizationId])) as unknown[]).length > 0;
}

async function* archive({ sql, organizationId, storage }: Parameters<typeof exportFiles>[0], written: ExportedFiles): AsyncGenerator<Buffer> {
  const keys: KeyReader = { actor: { organizationId }, query: async <T>(text: string, parameters: unknown[] = []) => (await sql.query(text, parameters)) as T[] };
  const folders = new Folders(sql, organizationId);
  const lines: Line[] = [];
  for await (const row of rowsOf(sql, organizationId)) {
    const line: Line = { path: null, id: row.id, subject: row.subject, recordId: row.record_id, name: row.name, contentType: row.content_type, bytes: Number(row.bytes), sha256: null };
    lines.push(line);
    const opened = await begin(storage, keys, row);
    if ('missing' in opened) {
      written.missing++;
      line.missing = opened.missing;
      continue;
    }
    line.path = folders.unused(`${await folders.of(row)}/${row.name}`);
    const hash = createHash('sha256');
    yield tarHeader({ path: line.path, bytes: line.bytes, at: row.created_at });
    for await (const piece of opened.content) {
      hash.update(piece);
      yield piece;
    }
    yield tarPadding(line.bytes);
    line.sha256 = hash.digest('hex');
    written.files++;
    written.bytes += line.bytes;
  }
  const manifest = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  yield tarHeader({ path: MANIFEST, bytes: manifest.length, at: new Date() });
  yield manifest;
  yield tarPadding(manifest.length);
  yield tarEnd();
}

/** Opens a file as far as its first bytes: what cannot even begin must not stand in the archive. */
async function begin(storage: Storage, keys: KeyReader, row: Row): Promise<{ content: AsyncIterable<Buffer> } | { missing: string }> {
  const parts = (row.parts ?? []).map((part) => ({ ...part, bytes: Number(part.bytes) }));
  if (parts.reduce((sum, { bytes }) => sum + bytes, 0) !== Number(row.bytes)) return { missing: 'Its content has not all arrived.' };
  try {
    const content = storage.read(await storage.openKey(keys, row.sealed_key), { organizationId: keys.actor.organizationId, fileId: row.id, variant: 'CONTENT' }, parts);
    const first = await content.next();
    return { content: from(first, content) };
  } catch (error) {
    return { missing: error instanceof Error ? error.message : 'Its content cannot be read.' };
  }
}

async function* from(first: IteratorResult<Buffer>, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

async function* rowsOf(sql: OwnerSql, organizationId: string): AsyncGenerator<Row> {
  await sql.query(
    `DECLARE export_files NO SCROLL CURSOR FOR SELECT f.id, f.subject, f.record_id, f.name, f.content_type, f.bytes, f.created_at, f.sealed_key,
       (SELECT jsonb_agg(jsonb_build_object('id', p.id, 'number', p.number, 'bytes', p.bytes) ORDER BY p.number) FROM file_part p
        WHERE p.organization_id = f.organization_id AND p.file_id = f.id AND p.variant = 'CONTENT' AND p.sweep_after IS NULL) AS parts
     FROM file f WHERE f.organization_id = $1 AND f.state IN ('READY', 'CHECKING') ORDER BY f.subject NULLS LAST, f.record_id, f.created_at, f.id`, [organizationId]);
  for (let rows: Row[]; (rows = (await sql.query('FETCH 100 FROM export_files')) as Row[]).length > 0;) yield* rows;
  await sql.query('CLOSE export_files');
}

/** Folders by record, called as people call it. */
class Folders {
  private readonly used = new Set<string>();
  private readonly columns = new Map<string, string[]>();
  private last: { record: string; folder: string } | null = null;

  constructor(
    private readonly sql: OwnerSql,
    private readonly organizationId: string,
  ) {}

  async of({ subject, record_id: recordId }: Row): Promise<string> {
    if (!subject || !recordId) return 'waiting';
    if (this.last?.record !== recordId) this.last = { record: recordId, folder: `${subject}/${[await this.nameOf(subject, recordId), recordId].filter((part) => part !== null).join(' ')}` };
    return this.last.folder;
  }

  /** The path, or one like it that no file has yet. */
  unused(path: string): string {
    const ending = /\.[^./]{1,15}$/.exec(path)?.[0] ?? '';
    const stem = path.slice(0, path.length - ending.length);
    let free = path;
    for (let count = 2; this.used.has(free.toLowerCase()); count++) free = `${stem} (${count})${ending}`;
    this.used.add(free.toLowerCase());
    return free;
  }

  private async nameOf(subject: string, recordId: string): Promise<string | null> {
    const table = new SnakeNamingStrategy().tableName(subject, undefined);
    const columns = this.columns.get(table) ?? ((await this.sql.query(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1 AND column_name IN ('number', 'name', 'title')`, [table],
    )) as { name: string }[]).map(({ name }) => name);
    this.columns.set(table, columns);
    if (columns.length === 0) return null;
    const shown = ['number', 'name', 'title'].filter((column) => columns.includes(column)).map((column) => `"${column}"`);
    const [row] = (await this.sql.query(`SELECT concat_ws(' ', ${shown.join(', ')}) AS name FROM "${table}" WHERE organization_id = $1 AND id = $2`, [this.organizationId, recordId])) as { name: string }[];
    return row ? (cleanName(row.name)?.slice(0, 100).trim() ?? null) : null;
  }
}
