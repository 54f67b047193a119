import { requireRoom, userAccess } from '@throughline/identity/users';
import { fieldChanges, insertRow, type Work } from '@throughline/platform/database';
import { newId, normalizeEmail, normalizeLine } from '@throughline/platform/kernel';
import { domainOfEmail } from './provider-facts.js';
import type { ProviderInUse } from './provider-in-use.js';
import { SignOnProblem } from './sign-on-problem.js';

/** Somebody as the provider has just described them. */
export interface Described {
  subject: string;
  email: string | null;
  /** Whether the provider vouches for the address. */
  emailVerified: boolean;
  name: string | null;
}

interface Account {
  id: string;
  tier: 'ADMIN' | 'EMPLOYEE' | 'CLIENT' | 'SERVICE';
  status: 'INVITED' | 'ACTIVE' | 'INACTIVE';
  customerId: string | null;
  linked: boolean;
}

/**
 * Whose account it is: by issuer and subject; the first time by the verified address of an account that exists, or of one
 * that the provider may make.
 *
 * @throws SignOnProblem NO_ACCOUNT, EMAIL_NOT_VERIFIED, NOT_ALLOWED (tier, domain)
 */
export async function personOf(work: Work, provider: ProviderInUse, described: Described): Promise<string> {
  const [known] = await accounts(work, 'u.id = (SELECT user_id FROM external_identity e WHERE e.organization_id = $1 AND e.provider_id = $2 AND e.subject = $3)', provider.id, described.subject);
  if (known) return allowed(work, provider, known);
  const email = normalizeEmail(described.email ?? '');
  if (!email || !described.emailVerified) throw new SignOnProblem('EMAIL_NOT_VERIFIED', 'the provider vouches for no address');
  if (provider.emailDomains.length > 0 && !provider.emailDomains.includes(domainOfEmail(email))) throw new SignOnProblem('NOT_ALLOWED', 'the address is of another domain');
  const [account] = await accounts(work, 'u.email = $3', provider.id, email);
  // The address has come to somebody else at the provider: not the person of this account.
  if (account?.linked) throw new SignOnProblem('NO_ACCOUNT', 'the account belongs to another subject');
  const id = account ? await allowed(work, provider, account) : await provision(work, provider, email, described.name);
  if (account?.status === 'INVITED') await activate(work, account);
  await insertRow(work, 'external_identity', { id: newId(), providerId: provider.id, subject: described.subject, userId: id });
  const access = userAccess({ id, customerId: account?.customerId ?? null });
  work.record({ kind: 'user.identityLinked', subject: 'user', subjectId: id, access: { before: access, after: access }, changes: { provider: { before: null, after: provider.name }, subject: { before: null, after: described.subject } } });
  return id;
}

function accounts(work: Work, where: string, providerId: string, value: string): Promise<Account[]> {
  return work.query<Account>(
    `SELECT u.id, u.tier, u.status, u.customer_id AS "customerId",
       EXISTS (SELECT 1 FROM external_identity e WHERE e.organization_id = $1 AND e.provider_id = $2 AND e.user_id = u.id) AS linked
     FROM user_account u WHERE u.organization_id = $1 AND ${where} FOR NO KEY UPDATE OF u`,
    [work.actor.organizationId, providerId, value],
  );
}

async function allowed(work: Work, provider: ProviderInUse, { id, tier, status }: Account): Promise<string> {
  if (!(provider.tiers as readonly string[]).includes(tier)) throw new SignOnProblem('NOT_ALLOWED', `${tier} may not sign in by this provider`);
  if (status === 'INACTIVE') throw new SignOnProblem('NO_ACCOUNT', 'the account is inactive');
  if (tier === 'ADMIN' && !(await isTrustedWith(work, provider, id))) throw new SignOnProblem('NOT_ALLOWED', 'the superadmin has not set this provider up');
  return id;
}

/** Nobody touches the superadmin (ACL-06), and whoever sets up who says who somebody is could be them: only a provider that nobody else has changed lets them in. */
async function isTrustedWith(work: Work, { id: providerId }: ProviderInUse, userId: string): Promise<boolean> {
  const touched = await work.query(
    `SELECT 1 FROM user_role ur JOIN role r ON r.organization_id = ur.organization_id AND r.id = ur.role_id
     WHERE ur.organization_id = $1 AND ur.user_id = $2 AND r.key = 'SUPERADMIN'
       AND EXISTS (SELECT 1 FROM event e WHERE e.organization_id = $1 AND e.subject = 'signInProvider' AND e.subject_id = $3 AND e.actor_id IS DISTINCT FROM $2)`,
    [work.actor.organizationId, userId, providerId],
  );
  return touched.length === 0;
}

/** An invitation is a link to the same address: who proves the address by the provider has no need of it. */
async function activate(work: Work, { id, customerId }: Account): Promise<void> {
  const access = userAccess({ id, customerId });
  await work.execute(`UPDATE user_account SET status = 'ACTIVE', version = version + 1, updated_at = now() WHERE organization_id = $1 AND id = $2`, [work.actor.organizationId, id]);
  work.record({ kind: 'user.invitationAccepted', subject: 'user', subjectId: id, access: { before: access, after: access }, changes: { status: { before: 'INVITED', after: 'ACTIVE' } } });
}

async function provision(work: Work, { provisionRoleId, name: provider }: ProviderInUse, email: string, name: string | null): Promise<string> {
  if (!provisionRoleId) throw new SignOnProblem('NO_ACCOUNT', 'there is no account with this address');
  const [taken] = await work.query('SELECT 1 FROM app.find_sign_in($1)', [email]);
  if (taken) throw new SignOnProblem('NO_ACCOUNT', 'the address belongs to another organization');
  const id = newId();
  const facts = { email, name: normalizeLine(name ?? '') ?? email, tier: 'EMPLOYEE', status: 'ACTIVE' };
  await requireRoom(work);
  await insertRow(work, 'user_account', { id, ...facts });
  await insertRow(work, 'user_role', { id: newId(), userId: id, roleId: provisionRoleId });
  work.record({
    kind: 'user.created', subject: 'user', subjectId: id, access: { before: null, after: userAccess({ id, customerId: null }) },
    changes: { ...fieldChanges({}, { ...facts, roleId: provisionRoleId }), provider: { before: null, after: provider } },
  });
  return id;
}
