import { databaseUrls } from '../database/index.js';
import { readAuditSettings } from './audit-settings.js';
import { Config, LOG_LEVELS, type Settings } from './config.js';
import { readFileSettings } from './file-settings.js';
import { readMailSettings } from './mail-settings.js';
import { readMasterKeys } from './master-keys.js';
import { ConfigError, VariableReader, type Variables } from './variables.js';

const SECRET_LENGTH = 32;
const POSTGRES = ['postgres:', 'postgresql:'];

/**
 * Reads and checks the environment.
 *
 * @throws ConfigError with one line per variable that is missing or wrong, naming what it must be
 */
export function loadConfig(variables: Variables = process.env): Config {
  const reader = new VariableReader(variables);
  const port = reader.integer('PORT', 3000, 0, 65_535);
  const host = reader.text('HOST') ?? '127.0.0.1';
  const publicUrl = reader.origin('PUBLIC_URL') ?? `http://${publicName(host)}:${port}`;
  const settings = {
    environment: reader.choice('NODE_ENV', ['production', 'development', 'test'], 'production'),
    embedded: reader.flag('EMBEDDED'),
    host,
    port,
    publicUrl,
    webOrigin: reader.origin('WEB_ORIGIN') ?? null,
    corsOrigins: reader.origins('CORS_ORIGINS'),
    trustedProxyHops: reader.integer('TRUSTED_PROXY_HOPS', 0, 0, 10),
    databasePoolSize: reader.integer('DATABASE_POOL_SIZE', 20, 1, 500),
    logLevel: reader.choice('LOG_LEVEL', LOG_LEVELS, 'info'),
    slowQueryMs: reader.integer('SLOW_QUERY_MS', 500, 1, 3_600_000),
    socketsPerAddress: reader.integer('SOCKETS_PER_ADDRESS', 500, 1, 1_000_000),
    feedHorizon: reader.integer('FEED_HORIZON', 10_000, 100, 1_000_000),
    drainDelayMs: reader.integer('DRAIN_DELAY_SECONDS', 0, 0, 20) * 1000,
    rateLimits: {
      addressPerMinute: reader.integer('RATE_LIMIT_ADDRESS_PER_MINUTE', 6000, 0, 10_000_000),
      actorPerMinute: reader.integer('RATE_LIMIT_ACTOR_PER_MINUTE', 1800, 0, 10_000_000),
    },
    launcherSecret: longSecret(reader, 'LAUNCHER_SECRET', false),
    allowedPrivateHosts: (reader.text('ALLOWED_PRIVATE_HOSTS') ?? '').split(',').map((name) => name.trim().toLowerCase()).filter((name) => name !== ''),
    networkList: reader.text('NETWORK_LIST') ?? null,
    certificateHeader: reader.text('CLIENT_CERTIFICATE_HEADER')?.toLowerCase() ?? null,
    mail: readMailSettings(reader),
    publicSignUp: reader.flag('PUBLIC_SIGN_UP'),
    ...readFileSettings(reader),
    audit: readAuditSettings(reader),
    redisUrl: reader.url('REDIS_URL', ['redis:', 'rediss:'], reader.secret('REDIS_URL')) ?? null,
    ...secrets(reader),
  };
  checkTransport(reader, settings);
  if (reader.problems.length > 0) throw new ConfigError(reader.problems);
  return new Config({ ...settings, allowedOrigins: allowedOrigins(settings) });
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Over plain http cookies and passwords can be read on the way: beyond loopback only where an operator allows a host by its name. */
function checkTransport(reader: VariableReader, { host, publicUrl }: Pick<Settings, 'host' | 'publicUrl'>): void {
  const { protocol, hostname } = new URL(publicUrl);
  const allowed = reader.text('PLAIN_HTTP_HOST');
  const everywhere = ['0.0.0.0', '::'].includes(host);
  if (protocol === 'https:' || hostname === allowed) return;
  if (!LOOPBACK.has(hostname)) {
    reader.wrong('PUBLIC_URL', `must start with https:// beyond this machine. To serve plain http in a network you trust, set PLAIN_HTTP_HOST=${hostname}`);
  } else if (everywhere) {
    reader.wrong('PUBLIC_URL', 'must be set when HOST listens to the network: the https:// address that people use');
  }
}

function secrets(reader: VariableReader): Pick<Settings, 'appSecret' | 'databaseUrl' | 'databaseUrls' | 'masterKeys'> {
  const appSecret = longSecret(reader, 'APP_SECRET', true) ?? '';
  const given = reader.secret('DATABASE_URL');
  if (given === undefined) reader.wrong('DATABASE_URL', 'must be set: the owner\'s address, postgres://user:password@host:5432/database');
  const databaseUrl = reader.url('DATABASE_URL', POSTGRES, given) ?? 'postgres://missing';
  const app = reader.url('DATABASE_APP_URL', POSTGRES, reader.secret('DATABASE_APP_URL'));
  const relay = reader.url('DATABASE_RELAY_URL', POSTGRES, reader.secret('DATABASE_RELAY_URL'));
  const overrides = { ...(app ? { app } : {}), ...(relay ? { relay } : {}) };
  const masterKeys = readMasterKeys(reader);
  return { appSecret, masterKeys, databaseUrl, databaseUrls: databaseUrls(databaseUrl, appSecret, overrides) };
}

/** Secrets have no default: a known signing key would let anybody in. */
function longSecret(reader: VariableReader, name: string, required: boolean): string | null {
  const value = reader.secret(name);
  if (value === undefined) {
    if (required) reader.wrong(name, `must be set (or ${name}_FILE): ${SECRET_LENGTH} characters or more, from a random source`);
    return null;
  }
  if (value.length < SECRET_LENGTH) reader.wrong(name, `must have ${SECRET_LENGTH} characters or more`);
  return value;
}

/** What listens on loopback or everywhere is called `localhost` unless `PUBLIC_URL` says otherwise. */
function publicName(host: string): string {
  if (['127.0.0.1', '::1', '0.0.0.0', '::', 'localhost'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/** On loopback the same page is reached under several names. */
function allowedOrigins({ publicUrl, corsOrigins, port }: Pick<Settings, 'publicUrl' | 'corsOrigins' | 'port'>): string[] {
  const url = new URL(publicUrl);
  const local = ['localhost', '127.0.0.1', '[::1]'];
  const names = url.protocol === 'http:' && local.includes(url.hostname)
    ? local.map((name) => `http://${name}:${url.port || String(port)}`)
    : [];
  return [...new Set([url.origin, ...names, ...corsOrigins])];
}
