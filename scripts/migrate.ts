import { ensureBuiltInRoles } from '@throughline/identity/access';
import { databaseUrls } from '../libs/platform/database/database-urls.js';
import { alignRolePassword } from '../libs/platform/database/role-passwords.js';
import { migrateQueue } from '../libs/platform/jobs/queue/migrate-queue.js';
import { createOwnerDataSource } from '../ormconfig.js';

/**
 * Applies every pending migration as the owner (DATABASE_URL) and prints the name of each; then gives every organization the default
 * grants of permissions that came with the update (as `npm run roles`).
 */
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
  // Roles that an operator made by hand keep the passwords they were given.
  const { app, relay } = databaseUrls(url, process.env['APP_SECRET'] ?? '');
  const derived = [...(process.env['DATABASE_APP_URL'] ? [] : [app]), ...(process.env['DATABASE_RELAY_URL'] ? [] : [relay])];
  for (const address of derived) if (await alignRolePassword(url, address)) console.log(`new password for ${new URL(address).username}: APP_SECRET has changed`);
  const organizations = await dataSource.query<{ id: string }[]>('SELECT id FROM organization');
  for (const { id } of organizations) await dataSource.transaction((manager) => ensureBuiltInRoles(manager, id));
  console.log(`${applied.length} migrations applied`);
} finally {
  await dataSource.destroy();
}
