import { runMigrations } from 'bullmq';
import { Client } from 'pg';
import { APP_ROLE } from '../../database/index.js';
import { QUEUE, QUEUE_SCHEMA } from './queue-backend.js';

/**
 * Brings the queue's own schema up to date, as the owner, and lets the application's role use it. BullMQ keeps its own
 * list of migrations, so this runs after ours at every start.
 *
 * @param ownerUrl the owner's connection address
 * @returns the schema's version
 */
export async function migrateQueue(ownerUrl: string): Promise<number> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const version = await runMigrations(client, QUEUE_SCHEMA);
    // The queue makes its sequence when it is first used, which the application's role may not: make it here.
    await client.query(`SELECT ${QUEUE_SCHEMA}.next_job_id($1)`, [QUEUE]);
    await client.query(`
      GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE};
      REVOKE INSERT, UPDATE, DELETE ON ${QUEUE_SCHEMA}.migration FROM ${APP_ROLE};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE};
    `);
    return version;
  } finally {
    await client.end();
  }
}
