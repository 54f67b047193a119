import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { setFileLimit } from '../libs/common/files/file-limit.js';
import { exportFiles, hasFiles } from '../libs/common/files/operator/export-files.js';
import { eraseAsOperator } from '../libs/identity/erasure/operator-erasure.js';
import { createOrganization, deleteOrganization, exportOrganization, findOrganization, OperatorRefusal, resetSecondFactor, setSuspended, setUserLimit, usageOf } from '@throughline/identity/organizations';
import { readFileSettings, readMasterKeys, VariableReader } from '@throughline/platform/config';
import { Secrets } from '@throughline/platform/secrets';
import { Storage } from '../libs/platform/storage/storage.js';
import { blobStoreOf } from '../libs/platform/storage/store-of.js';
import { readSecrets } from './lib/secrets.mjs';
import { Client } from 'pg';

/** npm run organization -- <command>: for whoever runs the installation. Needs DATABASE_URL, the owner's; shows no business data. */
const HELP = `npm run organization -- <command>
  create <slug> --name <name> [--currency EUR] [--time-zone Europe/Madrid]
  suspend <slug>            lets nobody in any more, at once
  resume <slug>             lets them in again
  limits <slug> --users 50  how many people it may have; --users none for any number
  limits <slug> --files 200 how many gigabytes its files may take; --files none for FILE_QUOTA_GB
  usage <slug>              people, rows and bytes
  export <slug> --to <file> everything but secrets, mode 600; encrypted with EXPORT_PASSPHRASE when that is set. Its files go, opened, into
                            <file>.files.tar, with a manifest: that needs MASTER_KEY and FILES_DIR, DATA_DIR or S3_BUCKET; --without-files leaves them out
  delete <slug> --name <its name>   a suspended one, with everything of it
  erase-person <slug> --id <id> --reason <why>   takes a lead, a contact or somebody who left out of the history
  reset-second-factor <e-mail>      takes a lost authenticator away; their next sign-in sets up a new one
`;
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const { values, positionals: [command = '', slug = ''] } = parseArgs({
  allowPositionals: true,
  options: { name: { type: 'string' }, currency: { type: 'string' }, 'time-zone': { type: 'string' }, to: { type: 'string' }, id: { type: 'string' }, reason: { type: 'string' }, users: { type: 'string' }, files: { type: 'string' }, 'without-files': { type: 'boolean' } },
});
const url = process.env['DATABASE_URL'];
if (!url || slug === '') {
  process.stderr.write(url ? HELP : 'DATABASE_URL is not set: the owner\'s connection address.\n');
  process.exit(1);
}
const client = new Client({ connectionString: url });
await client.connect();
const sql = { query: async (text: string, parameters?: unknown[]): Promise<unknown> => (await client.query(text, parameters)).rows };
let gone: string | null = null;
try {
  await client.query('BEGIN');
  await run();
  await client.query('COMMIT');
  if (gone) await removeFiles(gone);
} catch (error) {
  await client.query('ROLLBACK').catch(() => undefined);
  process.exitCode = 1;
  process.stderr.write(`${error instanceof OperatorRefusal ? error.message : String(error)}\n`);
} finally {
  await client.end();
}

/** After the rows: their keys are gone with them, so that nobody can read what an interruption leaves. */
async function removeFiles(id: string): Promise<void> {
  const store = blobStoreOf(readFileSettings(new VariableReader(process.env)));
  if (store) say(`${slug}: ${await store.removeAll(id)} pieces of files removed`);
  else say(`${slug}: its files stay where they are, unreadable: set FILES_DIR or DATA_DIR, or S3_BUCKET with its keys, to have them removed`);
}

/**
 * The place of an organization's files; null where it has none.
 *
 * @throws OperatorRefusal when there are files that cannot be opened from here: an export without them would look whole
 */
async function storageOf(id: string): Promise<Storage | null> {
  if (!(await hasFiles(sql, id))) return null;
  const reader = new VariableReader(process.env);
  const { storage } = readFileSettings(reader);
  const kept = process.env['DATA_DIR'] ? readSecrets(resolve(process.env['DATA_DIR']))['MASTER_KEY'] : undefined;
  const masterKeys = readMasterKeys(process.env['MASTER_KEY'] || process.env['MASTER_KEY_FILE'] || !kept ? reader : new VariableReader({ MASTER_KEY: kept }));
  if (!storage || masterKeys.length === 0 || reader.problems.length > 0) {
    throw new OperatorRefusal(`It has files, and they cannot be opened from here: ${reader.problems.join('; ') || 'set FILES_DIR or DATA_DIR, or S3_BUCKET with its keys'}. To export without them: --without-files`);
  }
  return new Storage({ storage }, new Secrets({ masterKeys }));
}

async function exportContents(organizationId: string, storage: Storage, target: string): Promise<void> {
  const { files, missing } = await exportFiles({ sql, organizationId, storage, target, passphrase: process.env['EXPORT_PASSPHRASE'] ?? null });
  say(`${slug}: ${files} files in ${target}${missing > 0 ? `; ${missing} could not be read, its manifest says which` : ''}`);
}

async function run(): Promise<void> {
  if (command === 'create') {
    if (!values.name) throw new OperatorRefusal('Give it a name: --name "North Star"');
    const { id } = await createOrganization(sql, {
      name: values.name, slug, ...(values.currency ? { currency: values.currency } : {}), ...(values['time-zone'] ? { timeZone: values['time-zone'] } : {}),
    });
    return say(`${slug}: created, ${id}`);
  }
  if (command === 'reset-second-factor') {
    const { organization: where, sessions } = await resetSecondFactor(sql, slug);
    return say(`${slug} (${where}): no authenticator any more, ${sessions} sessions ended. Signing in asks for the password and sets up a new one.`);
  }
  const organization = await findOrganization(sql, slug);
  if (command === 'suspend' || command === 'resume') {
    await setSuspended(sql, organization, command === 'suspend');
    return say(`${slug}: ${command === 'suspend' ? 'suspended' : 'active'}`);
  }
  if (command === 'limits' && values.files) {
    if (!/^(none|\d{1,6})$/.test(values.files)) throw new OperatorRefusal('Say how many gigabytes: --files 200, or --files none');
    await setFileLimit(sql, organization.id, values.files === 'none' ? null : Number(values.files) * 1024 ** 3);
    return say(`${slug}: ${values.files === 'none' ? 'as many gigabytes of files as the installation allows' : `${values.files} GB of files`}`);
  }
  if (command === 'limits') {
    if (!values.users || !/^(none|[1-9]\d{0,8})$/.test(values.users)) throw new OperatorRefusal('Say how many people: --users 50, or --users none');
    await setUserLimit(sql, organization, values.users === 'none' ? null : Number(values.users));
    return say(`${slug}: ${values.users === 'none' ? 'any number of' : values.users} people`);
  }
  if (command === 'erase-person') {
    const { subject, events } = await eraseAsOperator(sql, organization.id, values.id ?? '', values.reason ?? '');
    return say(`${slug}: this ${subject}'s values are erased from ${events} events`);
  }
  if (command === 'usage') {
    const { people, lastSignInAt, tables } = await usageOf(sql, organization.id);
    say(`${slug}: ${organization.status.toLowerCase()}, last sign-in ${lastSignInAt?.toISOString() ?? 'never'}`);
    for (const [tier, count] of Object.entries(people)) say(`  ${tier.toLowerCase()}: ${count}`);
    for (const { name, rows, bytes } of tables) say(`  ${name}: ${rows} rows, ${Math.ceil(bytes / 1_024)} kB`);
    return say(`  together: ${Math.ceil(tables.reduce((sum, { bytes }) => sum + bytes, 0) / 1_024)} kB`);
  }
  if (command === 'export') {
    if (!values.to) throw new OperatorRefusal('Say where to: --to north-star.ndjson.gz');
    const storage = values['without-files'] ? null : await storageOf(organization.id);
    const rows = await exportOrganization(sql, organization.id, values.to, process.env['EXPORT_PASSPHRASE'] ?? null);
    if (storage) await exportContents(organization.id, storage, `${values.to}.files.tar`);
    return say(`${slug}: ${[...rows.values()].reduce((sum, count) => sum + count, 0)} rows of ${rows.size} tables in ${values.to}`);
  }
  if (command === 'delete') {
    const { rows: queue } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', c.table_schema, c.table_name) AS name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE c.table_schema = 'bullmq' AND c.column_name = 'data' AND t.table_type = 'BASE TABLE'`,
    );
    const removed = await deleteOrganization(sql, organization, values.name ?? '', queue.map(({ name }) => name));
    say(`${slug}: removed, ${[...removed.values()].reduce((sum, count) => sum + count, 0)} rows of ${removed.size} tables`);
    gone = organization.id;
    return;
  }
  throw new OperatorRefusal(HELP);
}
