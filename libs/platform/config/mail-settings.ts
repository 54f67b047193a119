import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import type { VariableReader } from './variables.js';

/** The mail server that outgoing mail is handed to, and who it is from. */
export interface MailSettings {
  host: string;
  port: number;
  /** TLS from the first byte (smtps). Otherwise `tls` says what becomes of STARTTLS. */
  implicitTls: boolean;
  /** REQUIRED: no STARTTLS, no mail. OFF: never asked for. */
  startTls: 'REQUIRED' | 'OPPORTUNISTIC' | 'OFF';
  user: string | null;
  password: string | null;
  /** Certificates to trust besides the system's, PEM. */
  certificates: string | null;
  /** The sender's bare address. */
  from: string;
  /** Domains the server sends for: an organization may use an address of its own in one of them. Lower case. */
  senderDomains: readonly string[];
}

const DOMAIN = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;
const ADDRESS = /^[^\s@<>",;:()[\]\\]+@[^\s@<>",;:()[\]\\]+$/;

/**
 * SMTP_URL `smtp://user:password@host:587` or `smtps://host`, MAIL_FROM and MAIL_SENDER_DOMAINS. On smtp a server beyond this machine must offer
 * STARTTLS unless `?tls=opportunistic` or `?tls=off` says otherwise; `?ca=<file>` trusts an own authority. Certificates are
 * always checked.
 *
 * @returns null without SMTP_URL
 */
export function readMailSettings(reader: VariableReader): MailSettings | null {
  const from = reader.text('MAIL_FROM');
  if (from !== undefined && !ADDRESS.test(from)) reader.wrong('MAIL_FROM', 'must be a bare e-mail address, for example no-reply@example.com');
  const value = reader.url('SMTP_URL', ['smtp:', 'smtps:'], reader.secret('SMTP_URL'));
  if (value === undefined) return null;
  if (from === undefined) reader.wrong('MAIL_FROM', 'must be set together with SMTP_URL: the address that mails come from');
  const url = new URL(value);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const implicitTls = url.protocol === 'smtps:';
  if (host === '') reader.wrong('SMTP_URL', 'must name a host');
  return {
    host, implicitTls,
    port: Number(url.port || (implicitTls ? 465 : 587)),
    startTls: startTlsOf(reader, url, host),
    user: url.username === '' ? null : decode(reader, url.username),
    password: url.password === '' ? null : decode(reader, url.password),
    certificates: certificatesOf(reader, url),
    from: from ?? '',
    senderDomains: senderDomainsOf(reader, from ?? ''),
  };
}

/** The domain of MAIL_FROM is always among them. */
function senderDomainsOf(reader: VariableReader, from: string): string[] {
  const named = (reader.text('MAIL_SENDER_DOMAINS') ?? '').split(',').map((domain) => domain.trim().toLowerCase()).filter((domain) => domain !== '');
  if (!named.every((domain) => DOMAIN.test(domain))) reader.wrong('MAIL_SENDER_DOMAINS', 'must be domains with commas between them, for example agency.example,studio.example');
  return [...new Set([...named, domainOf(from)])];
}

function startTlsOf(reader: VariableReader, url: URL, host: string): MailSettings['startTls'] {
  for (const name of url.searchParams.keys()) {
    if (name !== 'tls' && name !== 'ca') reader.wrong('SMTP_URL', 'must have no other options than tls and ca');
  }
  const wanted = url.searchParams.get('tls');
  const choices = { required: 'REQUIRED', opportunistic: 'OPPORTUNISTIC', off: 'OFF' } as const;
  if (wanted === null) return isLoopback(host) ? 'OPPORTUNISTIC' : 'REQUIRED';
  if (wanted in choices) return choices[wanted as keyof typeof choices];
  reader.wrong('SMTP_URL', 'must have tls=required, tls=opportunistic or tls=off');
  return 'REQUIRED';
}

function certificatesOf(reader: VariableReader, url: URL): string | null {
  const file = url.searchParams.get('ca');
  if (file === null) return null;
  try {
    return readFileSync(file, 'utf8');
  } catch {
    reader.wrong('SMTP_URL', 'must name a file after ca= that this process can read');
    return null;
  }
}

function decode(reader: VariableReader, text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    reader.wrong('SMTP_URL', 'must have user and password percent-encoded');
    return '';
  }
}

/** What stands behind the last @ of an address, in lower case. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
