/**
 * The one place where what people type becomes what is stored (DAT-06): every way in (forms, API, imports, mail) calls
 * these, so that equal things compare equal. Each returns null for what it cannot make sense of; the caller decides
 * whether that is an error.
 */

// Lone surrogates are no characters either, and PostgreSQL's jsonb refuses them.
const UNPRINTABLE = /[\p{Surrogate}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0080-\u009f\u200b\u200e\u200f\u2060\ufeff]/gu;

/** One line of text: composed characters, no control or invisible characters, single spaces; null when nothing is left. */
export function normalizeLine(text: string | null | undefined): string | null {
  const line = (text ?? '').normalize('NFC').replace(UNPRINTABLE, '').replace(/\s+/g, ' ').trim();
  return line === '' ? null : line;
}

/** Several lines of text: as `normalizeLine`, but line breaks stay (as \n) and at most one empty line in a row. */
export function normalizeText(text: string | null | undefined): string | null {
  const clean = (text ?? '').normalize('NFC').replace(/\r\n?/g, '\n').replace(UNPRINTABLE, '')
    .replace(/[^\S\n]+/g, ' ').replace(/ ?\n ?/g, '\n').replace(/\n{3,}/g, '\n\n').trim();
  return clean === '' ? null : clean;
}

const ADDRESS = /^[^\s@<>()[\],;:\\"]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;

/**
 * An e-mail address in lower case without a display name (`Ana <Ana@Example.org>` is `ana@example.org`).
 *
 * @returns null when it is no address that mail could be sent to
 */
export function normalizeEmail(text: string | null | undefined): string | null {
  const line = normalizeLine(text);
  if (!line) return null;
  const bracketed = /<([^<>]+)>$/.exec(line)?.[1] ?? line;
  const address = bracketed.replace(/^mailto:/i, '').trim().toLowerCase();
  const local = address.slice(0, address.indexOf('@'));
  if (address.length > 254 || local.length > 64 || local.startsWith('.') || local.endsWith('.') || local.includes('..')) return null;
  return ADDRESS.test(address) ? address : null;
}

/**
 * A telephone number in E.164 (`+` and at most 15 digits). A number without its country keeps its digits only, because
 * guessing a country would make two people one.
 *
 * @param callingCode digits of the country to assume for national numbers: `44`
 * @returns null for anything that is no telephone number; an extension is dropped
 */
export function normalizePhone(text: string | null | undefined, callingCode?: string): string | null {
  const line = normalizeLine(text)?.replace(/^tel:/i, '').replace(/(?:;|,)?\s*(?:ext\.?|extension|x|#)\s*\d+$/i, '');
  if (!line || /[^\d+().\-\s/]/.test(line)) return null;
  // "+44 (0)20" carries the trunk zero that must not be dialled from abroad.
  const digits = line.replace(/^(\s*\+\s*\d[\d\s]*)\(0\)/, '$1').replace(/[^\d+]/g, '').replace(/^00/, '+');
  if (!/^\+?\d{6,15}$/.test(digits)) return null;
  if (digits.startsWith('+')) return /^\+[1-9]/.test(digits) ? digits : null;
  if (!callingCode) return digits;
  const international = `+${callingCode}${digits.replace(/^0/, '')}`;
  return international.length <= 16 ? international : null;
}

/**
 * A web address with its scheme, host in lower case, without a trailing slash.
 *
 * @returns null when it is no http(s) address of a host with a dot
 */
export function normalizeWebsite(text: string | null | undefined): string | null {
  const line = normalizeLine(text);
  if (!line || line.includes(' ') || line.length > 2_000) return null;
  const candidate = /^[a-z][a-z0-9+.-]*:\/\//i.test(line) ? line : `https://${line}`;
  if (!URL.canParse(candidate)) return null;
  const url = new URL(candidate);
  const host = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]\.?$/;
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '' || !host.test(url.hostname)) return null;
  return url.search === '' && url.hash === '' ? url.href.replace(/\/+$/, '') : url.href;
}

/** The domain of a web or e-mail address without `www.`, for telling companies apart; null when there is none. */
export function domainOf(address: string | null | undefined): string | null {
  const email = normalizeEmail(address);
  if (email) return email.slice(email.lastIndexOf('@') + 1);
  const website = normalizeWebsite(address);
  return website ? new URL(website).hostname.replace(/^www\./, '') : null;
}

/** A name reduced to what makes it that name: `Müller & Söhne, GmbH` is `muller sohne gmbh`. Empty when nothing is left. */
export function comparableName(text: string | null | undefined): string {
  return (normalizeLine(text) ?? '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
