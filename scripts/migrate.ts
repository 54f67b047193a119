import { migrateQueue } from '../libs/platform/jobs/queue/migrate-queue.js';
import { createOwnerDataSource } from '../ormconfig.js';

/** Applies every pending migration as the owner (DATABASE_URL); prints the name of each. */
const url = process.env['DATABASE_URL'];
if (!url) {
  console.error('DATABASE_URL is not set: the owner\'s connection address, for example postgres://owner:password@host:5432/throughline');
  process.exit(1);
}
const dataSource = await createOwnerDataSource(url).initialize();
try {
  const applied = await dataSource.runMigrations();
  for (const migration of applied) console.log(`applied ${migration.name}`);
  await migrateQueue(url);
  console.log(`${applied.length} migrations applied`);
} finally {
  await dataSource.destroy();
}
