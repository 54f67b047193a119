import { parseArgs } from 'node:util';
import { createOrganization, deleteOrganization, exportOrganization, findOrganization, OperatorRefusal, resetSecondFactor, setSuspended, setUserLimit, usageOf } from '@throughline/identity/organizations';
import { Client } from 'pg';

/** npm run organization -- <command>: for whoever runs the installation. Needs DATABASE_URL, the owner's; shows no business data. */
const HELP = `npm run organization -- <command>
  create <slug> --name <name> [--currency EUR] [--time-zone Europe/Madrid]
  suspend <slug>            lets nobody in any more, at once
  resume <slug>             lets them in again
  limits <slug> --users 50  how many people it may have; --users none for any number
  usage <slug>              people, rows and bytes
  export <slug> --to <file> everything but secrets, mode 600; encrypted with EXPORT_PASSPHRASE when that is set
  delete <slug> --name <its name>   a suspended one, with everything of it
  reset-second-factor <e-mail>      takes a lost authenticator away; their next sign-in sets up a new one
`;
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const { values, positionals: [command = '', slug = ''] } = parseArgs({
  allowPositionals: true,
  options: { name: { type: 'string' }, currency: { type: 'string' }, 'time-zone': { type: 'string' }, to: { type: 'string' }, users: { type: 'string' } },
});
const url = process.env['DATABASE_URL'];
if (!url || slug === '') {
  process.stderr.write(url ? HELP : 'DATABASE_URL is not set: the owner\'s connection address.\n');
  process.exit(1);
}
const client = new Client({ connectionString: url });
await client.connect();
const sql = { query: async (text: string, parameters?: unknown[]): Promise<unknown> => (await client.query(text, parameters)).rows };
try {
  await client.query('BEGIN');
  await run();
  await client.query('COMMIT');
} catch (error) {
  await client.query('ROLLBACK').catch(() => undefined);
  process.exitCode = 1;
  process.stderr.write(`${error instanceof OperatorRefusal ? error.message : String(error)}\n`);
} finally {
  await client.end();
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
  if (command === 'limits') {
    if (!values.users || !/^(none|[1-9]\d{0,8})$/.test(values.users)) throw new OperatorRefusal('Say how many people: --users 50, or --users none');
    await setUserLimit(sql, organization, values.users === 'none' ? null : Number(values.users));
    return say(`${slug}: ${values.users === 'none' ? 'any number of' : values.users} people`);
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
    const rows = await exportOrganization(sql, organization.id, values.to, process.env['EXPORT_PASSPHRASE'] ?? null);
    return say(`${slug}: ${[...rows.values()].reduce((sum, count) => sum + count, 0)} rows of ${rows.size} tables in ${values.to}`);
  }
  if (command === 'delete') {
    const { rows: queue } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', c.table_schema, c.table_name) AS name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE c.table_schema = 'bullmq' AND c.column_name = 'data' AND t.table_type = 'BASE TABLE'`,
    );
    const removed = await deleteOrganization(sql, organization, values.name ?? '', queue.map(({ name }) => name));
    return say(`${slug}: removed, ${[...removed.values()].reduce((sum, count) => sum + count, 0)} rows of ${removed.size} tables`);
  }
  throw new OperatorRefusal(HELP);
}
