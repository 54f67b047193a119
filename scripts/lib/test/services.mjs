// The servers that suites run against: a PostgreSQL always, a Redis when the machine has one.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { startTestCluster } from '../test-cluster.mjs';
import { startRedis } from './programs.mjs';

/**
 * @returns {Promise<{ env: Record<string, string>, redis: boolean, createDatabase: () => Promise<string>, stop: () => Promise<void> }>}
 *   `env` is what libs/testing reads; `createDatabase` gives the owner's address of a migrated, empty database
 */
export async function startTestServices() {
  const cluster = await startTestCluster();
  const redis = await startRedis();
  const env = { ...cluster.env, ...(redis ? { TEST_REDIS_URL: redis.url } : {}) };
  const createDatabase = async () => {
    const name = `check_${randomBytes(6).toString('hex')}`;
    const client = new pg.Client({ connectionString: cluster.env.TEST_DATABASE_URL });
    await client.connect();
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${cluster.env.TEST_TEMPLATE}`);
    await client.end();
    const url = new URL(cluster.env.TEST_DATABASE_URL);
    url.pathname = `/${name}`;
    return url.href;
  };
  const stop = async () => {
    await redis?.stop();
    await cluster.stop();
  };
  return { env, redis: redis !== undefined, createDatabase, stop };
}
