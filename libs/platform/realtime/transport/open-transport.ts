import type { Config } from '../../config/index.js';
import type { Logger } from '../../observability/index.js';
import { EngineTransport } from './engine-transport.js';
import { PostgresPubSub } from './postgres-pubsub.js';
import { RedisEngine } from './redis-pubsub.js';
import type { Transport } from './transport.js';

/**
 * The transport of this process: Redis where REDIS_URL is set, else PostgreSQL.
 *
 * @param role whose connection: API and job handlers `app`, the relay's own process also uses `app`; nothing but
 *   channel names and positions passes through it
 */
export function openTransport(config: Pick<Config, 'redisUrl' | 'databaseUrls'>, logger: Logger): Transport {
  const onTrouble = (error: Error): void => logger.warn({ err: error }, 'transport: connection lost, trying again');
  if (config.redisUrl) return new EngineTransport(new RedisEngine({ url: config.redisUrl, onTrouble }));
  return new EngineTransport(new PostgresPubSub({ connectionString: config.databaseUrls.app, onTrouble }));
}
