import 'reflect-metadata';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { RightsService } from '@throughline/identity/access';
import { systemActor } from '@throughline/platform/access';
import { loadConfig } from '@throughline/platform/config';
import { UnitOfWork } from '@throughline/platform/database';
import { type Actor, AppError } from '@throughline/platform/kernel';
import { createLogger } from '@throughline/platform/observability';
import { type DuplicatePolicy, ImportRunner, ImportService, type ImportProgress, type NotConvertedStatus, UploadService } from '@throughline/sales/leads';
import { createApiApp } from '../apps/api/src/create-api-app.js';

const USAGE = 'npm run import:leads -- <file.csv> --organization <slug> --as <email> [--duplicates skip|update] [--not-converted new|contacted|lost]';

/** Imports a file as somebody, with their rights, through the services that the web application uses. */
async function main(): Promise<void> {
  const { file, organization, as, settings } = readArguments();
  const { nest } = await createApiApp(loadConfig(), { logger: createLogger('warn', 'import') });
  const get = <T>(type: new (...parameters: never[]) => T): T => nest.get(type, { strict: false });
  try {
    const actor = await actorOf(get(UnitOfWork), get(RightsService), organization, as);
    const from = Date.now();
    const id = await get(UploadService).store(actor, basename(file), createReadStream(file, { highWaterMark: 256 * 1024 }));
    const { detected } = await get(ImportService).preview(actor, id, settings);
    console.log(`${basename(file)}: ${detected.encoding}, ${detected.columns.length} columns, ${detected.preset ?? 'no known export'}`);
    await get(ImportService).start(actor, { id, version: await versionOf(get(UnitOfWork), actor, id), settings }, 'CALLER');
    let last: ImportProgress | undefined;
    let told = Date.now();
    await get(ImportRunner).run(actor, id, (progress) => {
      last = progress;
      if (Date.now() - told < 2_000) return;
      told = Date.now();
      console.log(`  ${progress.rowsDone} of about ${progress.rowsTotal ?? progress.rowsDone} rows`);
    });
    const seconds = (Date.now() - from) / 1_000;
    await report(get(UnitOfWork), actor, id);
    const rows = last?.rowsDone ?? 0;
    console.log(`${rows} rows in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s, ${Math.round(process.memoryUsage().rss / 1_048_576)} MB`);
  } finally {
    await nest.close();
  }
}

function readArguments(): { file: string; organization: string; as: string; settings: { onDuplicate: DuplicatePolicy; notConverted: NotConvertedStatus } } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { organization: { type: 'string' }, as: { type: 'string' }, duplicates: { type: 'string', default: 'skip' }, 'not-converted': { type: 'string', default: 'new' } },
  });
  const [file] = positionals;
  if (!file || !values.organization || !values.as) throw new Error(`Usage: ${USAGE}`);
  const onDuplicate = values.duplicates.toUpperCase();
  const notConverted = values['not-converted'].toUpperCase();
  if (!['SKIP', 'UPDATE'].includes(onDuplicate) || !['NEW', 'CONTACTED', 'LOST'].includes(notConverted)) throw new Error(`Usage: ${USAGE}`);
  return { file, organization: values.organization, as: values.as, settings: { onDuplicate: onDuplicate as DuplicatePolicy, notConverted: notConverted as NotConvertedStatus } };
}

async function actorOf(unitOfWork: UnitOfWork, rights: RightsService, slug: string, email: string): Promise<Actor> {
  const organization = await unitOfWork.lookUp<{ id: string | null }>('SELECT app.find_organization($1) AS id', [slug]);
  if (!organization?.id) throw new Error(`There is no active organization "${slug}".`);
  const system = systemActor(organization.id, 'import:leads');
  const [person] = await unitOfWork.run(system, (work) => work.query<{ id: string }>(
    `SELECT id FROM user_account WHERE organization_id = $1 AND email = lower($2) AND status = 'ACTIVE'`, [organization.id, email],
  ));
  if (!person) throw new Error(`"${email}" is nobody active in "${slug}".`);
  const held = await rights.reload({ organizationId: organization.id, userId: person.id, sessionId: null, requestId: system.request.id });
  return { ...held, organizationId: organization.id, userId: person.id, sessionId: null, request: system.request };
}

async function versionOf(unitOfWork: UnitOfWork, actor: Actor, id: string): Promise<number> {
  const [row] = await unitOfWork.run(actor, (work) => work.query<{ version: number }>('SELECT version FROM lead_import WHERE organization_id = $1 AND id = $2', [actor.organizationId, id]));
  return row!.version;
}

interface Outcome {
  status: string;
  failure: string | null;
  rows_created: number;
  rows_updated: number;
  rows_unchanged: number;
  rows_skipped: number;
  rows_refused: number;
  report: { columns: { name: string; field: string | null; filled: number; empty: number; refused: number }[]; refusals: { problem: string; rows: number }[] } | null;
}

async function report(unitOfWork: UnitOfWork, actor: Actor, id: string): Promise<void> {
  const [row] = await unitOfWork.run(actor, (work) => work.query<Outcome>('SELECT * FROM lead_import WHERE organization_id = $1 AND id = $2', [actor.organizationId, id]));
  const { report: told, ...outcome } = row!;
  const columns = told?.columns ?? [];
  const line = (label: string, names: string[]): void => console.log(`  ${label.padEnd(10)}${names.length} columns${names.length > 0 ? `: ${names.join(', ')}` : ''}`);
  line('mapped', columns.filter(({ field }) => field).map(({ name, field }) => `${name} -> ${field}`));
  line('kept', columns.filter(({ field, filled }) => !field && filled > 0).map(({ name }) => name));
  line('empty', columns.filter(({ filled }) => filled === 0).map(({ name }) => name));
  line('refused', columns.filter(({ refused }) => refused > 0).map(({ name, refused }) => `${name} (${refused} values)`));
  for (const { problem, rows } of told?.refusals ?? []) console.log(`  ${rows} rows refused: ${problem}`);
  console.log(`${outcome.status}: created ${outcome.rows_created}, updated ${outcome.rows_updated}, unchanged ${outcome.rows_unchanged}, skipped ${outcome.rows_skipped}, refused ${outcome.rows_refused}`);
  if (outcome.failure) throw new Error(outcome.failure);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof AppError || error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
