import { ensureBuiltInRoles } from '@throughline/identity/access';
import { createOwnerDataSource } from '../ormconfig.js';

/**
 * npm run roles: gives every organization the built-in roles it lacks, and built-in roles the default grants of
 * permissions that came with an update. Changes nothing else; repeating it changes nothing. Needs DATABASE_URL, the owner's.
 */
const url = process.env['DATABASE_URL'];
if (!url) {
  process.stderr.write('DATABASE_URL is not set: the owner\'s connection address, for example postgres://owner:password@host:5432/throughline\n');
  process.exit(1);
}
const dataSource = await createOwnerDataSource(url).initialize();
try {
  const organizations = await dataSource.query<{ id: string; slug: string }[]>('SELECT id, slug FROM organization ORDER BY slug');
  for (const { id, slug } of organizations) {
    const before = await grants(id);
    await dataSource.transaction((manager) => ensureBuiltInRoles(manager, id));
    process.stdout.write(`${slug}: ${(await grants(id)) - before} grants added\n`);
  }
  process.stdout.write(`organizations: ${organizations.length}\n`);
} finally {
  await dataSource.destroy();
}

async function grants(organizationId: string): Promise<number> {
  const [row] = await dataSource.query<{ count: number }[]>('SELECT count(*)::int AS count FROM role_grant WHERE organization_id = $1', [organizationId]);
  return row?.count ?? 0;
}
