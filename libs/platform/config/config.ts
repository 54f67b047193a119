import type { DatabaseUrls } from '../database/index.js';
import type { AuditSettings } from './audit-settings.js';
import type { FileScanSettings, FileSettings, StorageSettings } from './file-settings.js';
import type { MailSettings } from './mail-settings.js';
import type { MasterKey } from './master-keys.js';

export type EnvironmentName = 'production' | 'development' | 'test';
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** How many requests one caller may send, averaged over a minute; 0 = no limit (figures and storms). */
export interface RateLimits {
  addressPerMinute: number;
  actorPerMinute: number;
}

/** Everything a process is told from outside, already checked. */
export interface Settings extends FileSettings {
  environment: EnvironmentName;
  /** Started by the launcher with its own database; demo data and demo passwords exist only then. */
  embedded: boolean;
  host: string;
  port: number;
  /** Where people reach the product, without a trailing slash: links in mails, cookies, allowed origins. */
  publicUrl: string;
  /** Origins a browser may call from, `publicUrl` first. */
  allowedOrigins: string[];
  /** Origins that get CORS headers; none by default. */
  corsOrigins: string[];
  /** Where Next listens; null = no web application behind this API. */
  webOrigin: string | null;
  /** Shared with the web server: with it, the visitor's address in a header is believed. */
  launcherSecret: string | null;
  /** A file with countries and reputations of networks; null = none is known. */
  networkList: string | null;
  /** The header, in lower case, in which the outermost trusted proxy names the client's checked certificate; null = none does. */
  certificateHeader: string | null;
  /** Hosts of the operator's own network that requests on somebody's word may go to: `name` or `name:port`. */
  allowedPrivateHosts: string[];
  /** Proxies in front of us that add to X-Forwarded-For; 0 = none is believed. */
  trustedProxyHops: number;
  databaseUrl: string;
  databaseUrls: DatabaseUrls;
  databasePoolSize: number;
  redisUrl: string | null;
  appSecret: string;
  /** The first wraps data keys, all unwrap them (SEC-02). */
  masterKeys: readonly MasterKey[];
  /** Where outgoing mail is handed to; null = nowhere: it waits, or is kept to be read in an embedded installation. */
  mail: MailSettings | null;
  /** Whether strangers may found organizations of their own. */
  publicSignUp: boolean;
  audit: AuditSettings;
  logLevel: LogLevel;
  /** Statements slower than this are logged (without their parameters), milliseconds. */
  slowQueryMs: number;
  rateLimits: RateLimits;
  /** Open WebSockets one address may hold. */
  socketsPerAddress: number;
  /** A subscriber whose last position lies further behind than this is told to load afresh, events. */
  feedHorizon: number;
  /** Between "not ready" and closing, so that load balancers notice, milliseconds. */
  drainDelayMs: number;
}

/** The process's settings as an injectable class; made once by `loadConfig`, never changed. */
export class Config implements Settings {
  readonly environment!: EnvironmentName;
  readonly embedded!: boolean;
  readonly host!: string;
  readonly port!: number;
  readonly publicUrl!: string;
  readonly allowedOrigins!: string[];
  readonly corsOrigins!: string[];
  readonly webOrigin!: string | null;
  readonly launcherSecret!: string | null;
  readonly networkList!: string | null;
  readonly certificateHeader!: string | null;
  readonly allowedPrivateHosts!: string[];
  readonly trustedProxyHops!: number;
  readonly databaseUrl!: string;
  readonly databaseUrls!: DatabaseUrls;
  readonly databasePoolSize!: number;
  readonly redisUrl!: string | null;
  readonly appSecret!: string;
  readonly masterKeys!: readonly MasterKey[];
  readonly mail!: MailSettings | null;
  readonly publicSignUp!: boolean;
  readonly audit!: AuditSettings;
  readonly storage!: StorageSettings | null;
  readonly fileScan!: FileScanSettings | null;
  readonly fileQuotaBytes!: number;
  readonly logLevel!: LogLevel;
  readonly slowQueryMs!: number;
  readonly rateLimits!: RateLimits;
  readonly socketsPerAddress!: number;
  readonly feedHorizon!: number;
  readonly drainDelayMs!: number;

  constructor(settings: Settings) {
    Object.assign(this, settings);
    Object.freeze(this);
  }

  /** Whether people reach us over TLS: decides Secure cookies and HSTS. */
  get secure(): boolean {
    return this.publicUrl.startsWith('https:');
  }

  /** Settings hold secrets: printing them by accident shows nothing. */
  toJSON(): object {
    return { environment: this.environment, publicUrl: this.publicUrl };
  }
}
