import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { FirstAdminService } from '@throughline/identity/invitations';
import { createOrganization } from '@throughline/identity/organizations';
import { loadConfig } from '@throughline/platform/config';
import { AppError } from '@throughline/platform/kernel';
import { createLogger } from '@throughline/platform/observability';
import { createApiApp } from '../apps/api/src/create-api-app.js';
import { createOwnerDataSource } from '../ormconfig.js';

const USAGE = 'npm run invite:admin -- --organization <slug> --name <person> --email <address> [--create <name of a new organization>]';

/** Invites the superadmin of an organization that has none; makes the organization first, where --create says so. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { organization: { type: 'string' }, name: { type: 'string' }, email: { type: 'string' }, create: { type: 'string' } } });
  const { organization, name, email, create } = values;
  if (!organization || !name || !email) throw new Error(`Usage: ${USAGE}`);
  const config = loadConfig();
  const id = await organizationOf(config.databaseUrl, organization, create);
  const { nest } = await createApiApp(config, { logger: createLogger('warn', 'invite') });
  try {
    const address = await nest.get(FirstAdminService, { strict: false }).invite(id, { name, email });
    console.log(`${email} is invited as superadmin of "${organization}".`);
    console.log(config.mail ? 'The mail with the link is on its way.' : `No mail server is set. Hand this link over; it works once, for 7 days:\n${address}`);
  } finally {
    await nest.close();
  }
}

/** As the database's owner: the application's own role makes no organizations. */
async function organizationOf(url: string, slug: string, create: string | undefined): Promise<string> {
  const owner = await createOwnerDataSource(url).initialize();
  try {
    const [found] = await owner.query<{ id: string }[]>('SELECT id FROM organization WHERE slug = $1', [slug]);
    if (found && create) throw new Error(`There is an organization "${slug}" already.`);
    if (found) return found.id;
    if (!create) throw new Error(`There is no organization "${slug}". To make it: --create "Its name".`);
    return (await owner.transaction((manager) => createOrganization(manager, { name: create, slug }))).id;
  } finally {
    await owner.destroy();
  }
}

main().catch((error: unknown) => {
  const problems = error instanceof AppError ? error.problems.map(({ message }) => message).join('\n') : null;
  process.stderr.write(`${problems ?? (error instanceof Error ? error.message : String(error))}\n`);
  process.exitCode = 1;
});
