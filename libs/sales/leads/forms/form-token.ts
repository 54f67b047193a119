import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { isId, refuse } from '@throughline/platform/kernel';

/** What a token says: which form was opened, when, and a nonce that makes one submission of it. */
export interface OpenedForm {
  organizationId: string;
  formId: string;
  openedAt: Date;
  nonce: string;
}

/** How long an opened form may be sent. */
export const TOKEN_LIFETIME_MS = 24 * 3_600_000;

/** A token that only we can make: `payload.signature`, both base64url. */
export function signForm(secret: string, form: Pick<OpenedForm, 'organizationId' | 'formId'>, now: Date): string {
  const payload = Buffer.from(JSON.stringify([form.organizationId, form.formId, now.getTime(), randomBytes(12).toString('base64url')])).toString('base64url');
  return `${payload}.${signatureOf(secret, payload).toString('base64url')}`;
}

/**
 * @throws AppError VALIDATION_FAILED at `token` when it is altered, foreign or too old
 */
export function openForm(secret: string, token: string, now: Date): OpenedForm {
  const stale = (): Error => refuse('VALIDATION_FAILED', 'This form is too old or was changed on its way. Reload the page and send it again.', 'token');
  const [payload = '', signature = '', ...rest] = token.length <= 500 ? token.split('.') : [];
  const given = Buffer.from(signature, 'base64url');
  const expected = signatureOf(secret, payload);
  if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) throw stale();
  const [organizationId, formId, openedAt, nonce] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [string, string, number, string];
  const age = now.getTime() - openedAt;
  if (!isId(organizationId) || !isId(formId) || age < 0 || age > TOKEN_LIFETIME_MS) throw stale();
  return { organizationId, formId, openedAt: new Date(openedAt), nonce };
}

function signatureOf(secret: string, payload: string): Buffer {
  const key = createHmac('sha256', secret).update('public form token').digest();
  return createHmac('sha256', key).update(payload).digest();
}
