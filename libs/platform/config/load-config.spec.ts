import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from './load-config.js';
import { ConfigError, type Variables } from './variables.js';

const SECRET = 's'.repeat(32);
const KEY = Buffer.from('the first master key of a suite!').toString('base64');
const OTHER_KEY = Buffer.from('a second master key of the suite');
const minimal = { APP_SECRET: SECRET, MASTER_KEY: KEY, DATABASE_URL: 'postgres://owner:pw@127.0.0.1:5432/db' };

const problemsOf = (variables: Variables): string[] => {
  try {
    loadConfig(variables);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

describe('loadConfig', () => {
  it('takes safe defaults for everything but the secrets', () => {
    const config = loadConfig(minimal);
    expect(config).toMatchObject({
      environment: 'production', embedded: false, host: '127.0.0.1', port: 3000, publicUrl: 'http://localhost:3000',
      webOrigin: null, launcherSecret: null, trustedProxyHops: 0, redisUrl: null, corsOrigins: [], secure: false, publicSignUp: false,
    });
    expect(config.allowedOrigins).toEqual(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000']);
    expect(new URL(config.databaseUrls.app).username).toBe('throughline_app');
  });

  it('names every missing variable in one go', () => {
    expect(problemsOf({})).toEqual([
      'APP_SECRET must be set (or APP_SECRET_FILE): 32 characters or more, from a random source.',
      "DATABASE_URL must be set: the owner's address, postgres://user:password@host:5432/database.",
      'MASTER_KEY must be set (or MASTER_KEY_FILE): 32 random bytes as base64 or hex (npm start makes one; by hand: openssl rand -base64 32).',
    ]);
  });

  it.each([
    [{ APP_SECRET: 'short' }, 'APP_SECRET must have 32 characters or more.'],
    [{ DATABASE_URL: 'mysql://x/y' }, 'DATABASE_URL must be an address that starts with postgres:// or postgresql://.'],
    [{ PORT: '65536' }, 'PORT must be a whole number from 0 to 65535.'],
    [{ PORT: '3000x' }, 'PORT must be a whole number from 0 to 65535.'],
    [{ NODE_ENV: 'prod' }, 'NODE_ENV must be one of production, development, test.'],
    [{ EMBEDDED: 'yes' }, 'EMBEDDED must be one of 1, 0, true, false.'],
    [{ PUBLIC_URL: 'https://a.example/crm' }, 'PUBLIC_URL must be an address without a path, for example https://crm.example.com.'],
    [{ WEB_ORIGIN: 'localhost:3001' }, 'WEB_ORIGIN must be an address that starts with http:// or https://.'],
    [{ REDIS_URL: 'http://x' }, 'REDIS_URL must be an address that starts with redis:// or rediss://.'],
    [{ APP_SECRET_FILE: '/x' }, 'APP_SECRET must not be set together with APP_SECRET_FILE.'],
    [{ MASTER_KEY: 'c2hvcnQ=' }, 'MASTER_KEY must consist of keys of 32 bytes each, as base64 or hex, separated by commas.'],
    [{ MASTER_KEY: `${KEY},${KEY}` }, 'MASTER_KEY must not hold the same key twice.'],
    [{ MASTER_KEY: '0'.repeat(64) }, 'MASTER_KEY must hold random keys: this one repeats a few bytes.'],
    [{ SMTP_URL: 'http://x' }, 'SMTP_URL must be an address that starts with smtp:// or smtps://.'],
    [{ SMTP_URL: 'smtp://mail.example' }, 'MAIL_FROM must be set together with SMTP_URL: the address that mails come from.'],
    [{ MAIL_FROM: 'Agency <no-reply@agency.example>' }, 'MAIL_FROM must be a bare e-mail address, for example no-reply@example.com.'],
    [{ SMTP_URL: 'smtp://mail.example?tls=never' }, 'SMTP_URL must have tls=required, tls=opportunistic or tls=off.'],
    [{ SMTP_URL: 'smtp://mail.example?ca=/nowhere' }, 'SMTP_URL must name a file after ca= that this process can read.'],
    [{ SMTP_URL: 'smtp://mail.example?rejectUnauthorized=false' }, 'SMTP_URL must have no other options than tls and ca.'],
    [{ AUDIT_KEY: 'a-canary' }, 'AUDIT_KEY must be an Ed25519 key in PEM form (or AUDIT_KEY_FILE).'],
    [{ AUDIT_PRINT: 'yes' }, 'AUDIT_PRINT must be one of 1, 0, true, false.'],
    [{ AUDIT_KEY_FILE: '/nowhere' }, 'AUDIT_KEY_FILE must name a file that this process can read.'],
    [{ LAUNCHER_SECRET: 'short' }, 'LAUNCHER_SECRET must have 32 characters or more.'],
    [{ TRUSTED_PROXY_HOPS: '-1' }, 'TRUSTED_PROXY_HOPS must be a whole number from 0 to 10.'],
    [{ CORS_ORIGINS: 'https://ok.example, nonsense' }, 'CORS_ORIGINS must be an address that starts with http:// or https://.'],
  ])('refuses %j', (variables, problem) => {
    expect(problemsOf({ ...minimal, ...variables })).toContain(problem);
  });

  it('never repeats a secret in its message', () => {
    expect(() => loadConfig({ ...minimal, APP_SECRET: 'tiny-canary', DATABASE_URL: 'canary://u:canary@h' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('canary') as string }),
    );
    expect(JSON.stringify(loadConfig(minimal))).not.toContain(SECRET);
  });

  it('takes several master keys, as base64, base64url or hex, and tells them apart by an id that says nothing of them', () => {
    const { masterKeys } = loadConfig({ ...minimal, MASTER_KEY: `${OTHER_KEY.toString('hex')},\n${KEY}` });
    expect(masterKeys.map(({ bytes }) => bytes.toString())).toEqual(['a second master key of the suite', 'the first master key of a suite!']);
    expect(masterKeys.map(({ id }) => id)).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/), expect.stringMatching(/^[0-9a-f]{16}$/)]);
    expect(loadConfig({ ...minimal, MASTER_KEY: OTHER_KEY.toString('base64url') }).masterKeys[0]?.id).toBe(masterKeys[0]?.id);
  });

  it.each([
    ['smtp://u%40x:p%3A@mail.example', { host: 'mail.example', port: 587, implicitTls: false, startTls: 'REQUIRED', user: 'u@x', password: 'p:' }],
    ['smtps://mail.example', { port: 465, implicitTls: true, user: null, password: null }],
    ['smtp://127.0.0.1:2525', { host: '127.0.0.1', port: 2525, startTls: 'OPPORTUNISTIC' }],
    ['smtp://[::1]:25', { host: '::1', startTls: 'OPPORTUNISTIC' }],
    ['smtp://mail.example?tls=off', { startTls: 'OFF' }],
  ])('hands mail to %s', (SMTP_URL, settings) => {
    expect(loadConfig({ ...minimal, SMTP_URL, MAIL_FROM: 'no-reply@agency.example' }).mail).toMatchObject({ ...settings, from: 'no-reply@agency.example', senderDomains: ['agency.example'] });
  });

  it('knows which domains the mail server sends for', () => {
    const mail = { ...minimal, SMTP_URL: 'smtp://127.0.0.1', MAIL_FROM: 'no-reply@Agency.example' };
    expect(loadConfig({ ...mail, MAIL_SENDER_DOMAINS: 'Studio.example, web.studio.example,' }).mail?.senderDomains).toEqual(['studio.example', 'web.studio.example', 'agency.example']);
    expect(() => loadConfig({ ...mail, MAIL_SENDER_DOMAINS: 'somebody@studio.example' })).toThrow('MAIL_SENDER_DOMAINS must be domains with commas between them, for example agency.example,studio.example');
  });

  it.each([
    [{}, { folder: null, key: null, print: false }],
    [{ DATA_DIR: '/data' }, { folder: '/data/audit', key: null, print: false }],
    [{ DATA_DIR: '/data', AUDIT_DIR: '/heads', AUDIT_PRINT: '1', AUDIT_KEY: '-----BEGIN PUBLIC KEY-----\\nAAAA\\n-----END PUBLIC KEY-----' },
      { folder: '/heads', key: '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----', print: true }],
  ])('signs the heads of the event chains where %j says', (variables, audit) => {
    expect(loadConfig({ ...minimal, ...variables }).audit).toEqual(audit);
  });

  it('reads secrets from files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'config-'));
    writeFileSync(join(folder, 'secret'), `${SECRET}\n`);
    const { APP_SECRET: _, ...rest } = minimal;
    expect(loadConfig({ ...rest, APP_SECRET_FILE: join(folder, 'secret') }).appSecret).toBe(SECRET);
    expect(problemsOf({ ...rest, APP_SECRET_FILE: join(folder, 'missing') })).toContain('APP_SECRET_FILE must name a file that this process can read.');
    rmSync(folder, { recursive: true });
  });

  it.each([['192.168.1.5', '192.168.1.5'], ['fd00::5', '[fd00::5]']])('on %s is reached at %s, over plain http only by name', (host, name) => {
    const config = loadConfig({ ...minimal, HOST: host, PLAIN_HTTP_HOST: name });
    expect(config.publicUrl).toBe(`http://${name}:3000`);
    expect(config.allowedOrigins).toContain(`http://${name}:3000`);
    const refused = [`PUBLIC_URL must start with https:// beyond this machine. To serve plain http in a network you trust, set PLAIN_HTTP_HOST=${name}.`];
    expect(problemsOf({ ...minimal, HOST: host })).toEqual(refused);
    expect(problemsOf({ ...minimal, HOST: host, PLAIN_HTTP_HOST: 'another' })).toEqual(refused);
    expect(problemsOf({ ...minimal, HOST: host, PUBLIC_URL: 'https://crm.example' })).toEqual([]);
  });

  it.each(['0.0.0.0', '::'])('listens everywhere (%s) only with an address for people', (host) => {
    expect(problemsOf({ ...minimal, HOST: host })).toEqual(['PUBLIC_URL must be set when HOST listens to the network: the https:// address that people use.']);
    expect(problemsOf({ ...minimal, HOST: host, PUBLIC_URL: 'https://crm.example' })).toEqual([]);
    expect(problemsOf({ ...minimal, HOST: host, PUBLIC_URL: 'http://crm.lan', PLAIN_HTTP_HOST: 'crm.lan' })).toEqual([]);
  });

  it('allows only the public origin when it is not loopback, and is secure over TLS', () => {
    const config = loadConfig({ ...minimal, PUBLIC_URL: 'https://crm.example.com', CORS_ORIGINS: 'https://partner.example' });
    expect(config.allowedOrigins).toEqual(['https://crm.example.com', 'https://partner.example']);
    expect(config.secure).toBe(true);
  });
});
