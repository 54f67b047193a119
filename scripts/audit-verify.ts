import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigError, readAuditSettings, VariableReader } from '@throughline/platform/config';
import { auditPlace, describeFinding, headFiles, verifyLog } from '@throughline/platform/events';
import { Client } from 'pg';
import { startPostgres } from './lib/postgres/index.mjs';

/**
 * Verifies the event log: recomputes every organization's hash chain, compares it with the heads that were signed outside the
 * database, and names the first bad row of each. Changes nothing. Uses the database of DATABASE_URL, else the embedded one in
 * DATA_DIR, running or not. Ends with 1 when something is not as it was written.
 *
 *   npm run audit:verify
 *
 * AUDIT_DIR, AUDIT_KEY(_FILE): as the worker has them; a public key is enough. By default the audit folder in DATA_DIR.
 */
const given = process.env['DATABASE_URL'];
const dataDir = resolve(process.env['DATA_DIR'] ?? '.data');
const reader = new VariableReader({ ...process.env, ...(given && !process.env['DATA_DIR'] ? {} : { DATA_DIR: dataDir }) });
const settings = readAuditSettings(reader);
if (reader.problems.length > 0) throw new ConfigError(reader.problems);
const place = auditPlace(settings, false);
const files = place ? headFiles(place.folder) : [];

if (!given && !hasCluster(dataDir)) {
  console.log(`There is no data in ${dataDir} yet: nothing to verify.`);
  process.exitCode = files.length > 0 ? 1 : 0;
  if (files.length > 0) console.log(`But there are signed heads in ${place?.folder ?? ''}: the database is gone.`);
} else {
  await verify();
}

async function verify(): Promise<void> {
  const server = given ? null : await startPostgres({ dataDir });
  const client = new Client({ connectionString: given ?? server!.url });
  try {
    await client.connect();
    const { rows: [found] } = await client.query<{ migrated: boolean }>(`SELECT to_regclass('event_position') IS NOT NULL AS migrated`);
    if (!found?.migrated) {
      console.log('The database has no tables yet: nothing to verify.');
      process.exitCode = files.length > 0 ? 1 : 0;
      return;
    }
    await report(client);
  } finally {
    await client.end();
    // A server that was running before belongs to whoever started it.
    if (server && !server.adopted) await server.stop();
  }
}

async function report(client: Client): Promise<void> {
  const started = Date.now();
  const result = await verifyLog(client, { files, keys: place?.key ? [place.key] : [] });
  for (const finding of result.findings) console.log(describeFinding(finding));
  console.log(`organizations: ${result.organizations}`);
  console.log(`events: ${result.events}`);
  console.log(`events before a signed head: ${result.signedEvents}`);
  console.log(`signed heads: ${result.signedHeads}`);
  console.log(`seconds: ${((Date.now() - started) / 1000).toFixed(1)}`);
  // Of the whole process, the program itself included.
  console.log(`peak memory MB: ${(process.resourceUsage().maxRSS / 1000).toFixed(0)}`);
  console.log(`findings: ${result.findings.length}`);
  if (result.signedHeads === 0) console.log('No head has been signed yet: a chain that was computed anew as a whole would not be noticed.');
  process.exitCode = result.findings.length === 0 ? 0 : 1;
}

/** The embedded cluster, or at least its password, lies in a file named after its version: `pg18`. */
function hasCluster(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).some((name) => /^pg\d+/.test(name));
}
