// npm run invite:admin -- --organization <slug> --name <person> --email <address> [--create <name>]: the first administrator of an organization.
import { runWithDatabase } from './lib/with-database.mjs';

await runWithDatabase('invite-admin.ts');
