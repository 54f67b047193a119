import { refuse } from '@throughline/platform/kernel';

/**
 * An address that messages may be sent to.
 *
 * @param allowedHosts of the operator's own network, which may be plain http
 * @throws AppError VALIDATION_FAILED at `path`
 */
export function webhookAddress(text: string, path: string, allowedHosts: readonly string[]): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isNamed = url !== null && (allowedHosts.includes(url.hostname) || allowedHosts.includes(url.host));
  if (!url || (url.protocol !== 'https:' && !(url.protocol === 'http:' && isNamed))) throw refuse('VALIDATION_FAILED', 'Paste the whole address, beginning with https://.', path);
  if (url.username || url.password) throw refuse('VALIDATION_FAILED', 'The address must not carry a user or password.', path);
  return url.href;
}
