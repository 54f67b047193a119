import { type QueueOptions, createPostgresBackend, createRedisBackend, setDefaultBackendFactory } from 'bullmq';
import type { Config } from '../../config/index.js';

/** The one queue; jobs are told apart by name. */
export const QUEUE = 'work';
/** The schema of the queue's tables; `migrateQueue` makes it. */
export const QUEUE_SCHEMA = 'bullmq';

/** Connections of a queue or worker beside the one it listens on. */
const POOL_SIZE = 4;

/**
 * Chooses where the queue lives, for every queue and worker of this process: Redis where REDIS_URL is set, else PostgreSQL.
 *
 * @returns the options that queue and worker share
 */
export function useQueueBackend(config: Pick<Config, 'redisUrl' | 'databaseUrls'>): Pick<QueueOptions, 'connection' | 'prefix'> {
  if (config.redisUrl) {
    setDefaultBackendFactory(createRedisBackend);
    return { connection: { url: config.redisUrl, keepAlive: 10_000 }, prefix: 'throughline' };
  }
  setDefaultBackendFactory(createPostgresBackend);
  const connection = {
    connectionString: config.databaseUrls.app, schema: QUEUE_SCHEMA, max: POOL_SIZE, application_name: 'throughline queue', keepAlive: true,
  };
  // The module's types speak of Redis; the backend above reads it.
  return { connection: connection as unknown as QueueOptions['connection'] };
}
