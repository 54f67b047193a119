import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { Client } from 'pg';
import { recountWorkTrees } from '@throughline/delivery/progress';
import { startPostgres } from './lib/postgres/index.mjs';

/**
 * Compares every sum, counter and derived status of every work tree with a recount from its leaves; changes nothing. Uses the
 * database of DATABASE_URL, else the embedded one in DATA_DIR, running or not. Ends with 1 when something differs.
 *
 *   npm run recount
 */
const given = process.env['DATABASE_URL'];
const dataDir = resolve(process.env['DATA_DIR'] ?? '.data');
mkdirSync(dataDir, { recursive: true });
const server = given ? null : await startPostgres({ dataDir });
try {
  const client = new Client({ connectionString: given ?? server!.url });
  await client.connect();
  try {
    const { rows: [found] } = await client.query<{ migrated: boolean }>(`SELECT to_regclass('task') IS NOT NULL AS migrated`);
    const result = found?.migrated ? await recountWorkTrees(client) : { nodes: 0, differences: [] };
    for (const { node, id, column, stored, expected } of result.differences) console.log(`${node} ${id}: ${column} is ${stored}, should be ${expected}`);
    console.log(`nodes: ${result.nodes}`);
    console.log(`differences: ${result.differences.length}`);
    process.exitCode = result.differences.length === 0 ? 0 : 1;
  } finally {
    await client.end();
  }
} finally {
  // A server that was running before belongs to whoever started it.
  if (server && !server.adopted) await server.stop();
}
