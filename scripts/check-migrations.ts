import type { DataSource } from 'typeorm';
import { createOwnerDataSource } from '../ormconfig.js';
import { entityDrift, tenancyGaps } from './lib/schema/database-checks.js';

/**
 * Applies every migration to the database of DATABASE_URL (empty, or migrated already) and compares it with the
 * entities and with the rules of tenancy. Prints what does not fit, one a line; exits with 1 when something does not.
 */
const url = process.env['DATABASE_URL'];
if (!url) {
  process.stderr.write('DATABASE_URL is not set: the owner\'s address of an empty database.\n');
  process.exit(1);
}
const dataSource = await createOwnerDataSource(url).initialize();
try {
  const problems = await check(dataSource);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.stdout.write(`differences: ${problems.length}\n`);
  if (problems.length > 0) process.exitCode = 1;
} finally {
  await dataSource.destroy();
}

async function check(source: DataSource): Promise<string[]> {
  await source.runMigrations();
  return [...(await entityDrift(source)), ...(await tenancyGaps(source))];
}
