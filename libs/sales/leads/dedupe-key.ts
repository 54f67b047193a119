import { comparableName, normalizeEmail, normalizePhone } from '@throughline/platform/kernel';

/** What may identify a lead; raw or normalized. */
export interface Identity {
  externalId?: string | null;
  email?: string | null;
  phone?: string | null;
  name?: string | null;
  company?: string | null;
}

/**
 * What makes two rows the same lead: the external id, else the e-mail address, else the telephone number, else name and
 * company together. Equal keys mean the same lead; an import never creates a second one.
 *
 * @returns null when nothing identifies it: such a lead is refused
 */
export function dedupeKey(identity: Identity): string | null {
  const externalId = identity.externalId?.trim();
  if (externalId) return `id:${externalId}`;
  const email = normalizeEmail(identity.email);
  if (email) return `email:${email}`;
  const phone = normalizePhone(identity.phone);
  if (phone) return `phone:${phone}`;
  const name = comparableName(identity.name);
  const company = comparableName(identity.company);
  return name === '' && company === '' ? null : `name:${name}|${company}`;
}
