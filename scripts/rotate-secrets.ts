import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigError, readMasterKeys, VariableReader } from '@throughline/platform/config';
import { rewrapDataKeys } from '@throughline/platform/secrets';
import { Client } from 'pg';
import { startPostgres } from './lib/postgres/index.mjs';
import { loadSecrets, newMasterKey, readSecrets, writeSecrets } from './lib/secrets.mjs';

/**
 * Wraps every organization's data key with the first key of MASTER_KEY; all processes must know that key already.
 *
 *   npm run secrets:rotate              with the keys of MASTER_KEY or of the data folder's file
 *   npm run secrets:rotate -- --new     embedded and stopped only: makes a new master key, wraps with it, forgets the old
 */
const makeNew = process.argv.includes('--new');
const given = process.env['DATABASE_URL'];
const dataDir = resolve(process.env['DATA_DIR'] ?? '.data');
mkdirSync(dataDir, { recursive: true });

try {
  if (makeNew && (given || process.env['MASTER_KEY'] || process.env['MASTER_KEY_FILE'])) {
    throw new ConfigError(['MASTER_KEY must be changed where you keep it: put the new key before the old one, restart every process, then run this without --new']);
  }
  const server = given ? null : await startPostgres({ dataDir });
  try {
    if (makeNew && server?.adopted) throw new ConfigError(['MASTER_KEY must not change while Throughline runs: stop it first']);
    const { MASTER_KEY: present } = loadSecrets(dataDir);
    // Both keys are on disk before the first data key is wrapped anew: a crash in between loses nothing.
    const keys = makeNew ? `${newMasterKey()},${present}` : present;
    if (makeNew) writeSecrets(dataDir, { ...readSecrets(dataDir), MASTER_KEY: keys });
    await rotate(given ?? server!.url, keys);
    if (makeNew) writeSecrets(dataDir, { ...readSecrets(dataDir), MASTER_KEY: keys.split(',')[0] ?? keys });
  } finally {
    // A server that was running before belongs to whoever started it.
    if (server && !server.adopted) await server.stop();
  }
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function rotate(url: string, masterKeyVariable: string): Promise<void> {
  const reader = new VariableReader({ MASTER_KEY: masterKeyVariable });
  const masterKeys = readMasterKeys(reader);
  if (reader.problems.length > 0) throw new ConfigError(reader.problems);
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN');
    const { rewrapped, total } = await rewrapDataKeys((sql, parameters) => client.query(sql, parameters), masterKeys);
    await client.query('COMMIT');
    process.stdout.write(`data keys: ${total}\nwrapped anew: ${rewrapped}\n`);
    for (const { id } of masterKeys.slice(1)) process.stdout.write(`no longer needed: the master key ${id} (backups from before still need it)\n`);
  } finally {
    await client.end();
  }
}
