import { Injectable } from '@nestjs/common';
import { PasswordHasher } from '@throughline/identity/auth';
import { type PolicyInForce, SecurityPolicies } from '@throughline/identity/security-policy';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import { type Actor, notFound, refuse } from '@throughline/platform/kernel';
import { commonPasswords } from './common-passwords.js';
import { passwordProblem } from './password-rules.js';

/** Somebody's account as mails and rules need it. */
export interface AccountFacts {
  email: string;
  name: string;
  organization: string;
}

/** Somebody's new password, judged and hashed. */
export interface ChosenPassword {
  hash: string;
  /** So many earlier ones the organization keeps. */
  history: number;
}

/** Choosing and storing passwords; every way to a new one goes through here. */
@Injectable()
export class Passwords {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly hasher: PasswordHasher,
    private readonly policies: SecurityPolicies,
  ) {}

  /**
   * Judges a new password by the organization's policy and the person's earlier ones, and hashes it. Takes half a second
   * for each hash it compares with: outside the transaction that stores it.
   *
   * @param path where in the input it stands
   * @throws AppError VALIDATION_FAILED with a sentence for the person
   */
  async choose(actor: Actor, userId: string, password: string, path: string): Promise<ChosenPassword> {
    const { policy, facts, hashes } = await this.unitOfWork.look(actor, async (work) => {
      const inForce = await this.policy(work);
      return { policy: inForce, facts: await this.facts(work, userId), hashes: await this.hashes(work, userId, inForce.passwordHistory) };
    });
    await judge(policy, [facts.email, facts.name, facts.organization], password, path);
    for (const hash of hashes) {
      if (await this.hasher.verify(password, hash)) throw refuse('VALIDATION_FAILED', 'You have used this password before. Choose another.', path);
    }
    return { hash: await this.hasher.hash(password, path), history: policy.passwordHistory };
  }

  /**
   * The same for somebody who has no account yet: judged by the policy, hashed.
   *
   * @returns the hash
   */
  async chooseFor(actor: Actor, { email, name }: { email: string; name: string }, password: string, path: string): Promise<string> {
    const { policy, organization } = await this.unitOfWork.look(actor, async (work) => {
      const [row] = await work.query<{ name: string }>('SELECT name FROM organization WHERE id = $1', [work.actor.organizationId]);
      return { policy: await this.policy(work), organization: row?.name ?? '' };
    });
    await judge(policy, [email, name, organization], password, path);
    return this.hasher.hash(password, path);
  }

  /** Stores a chosen password in the caller's transaction; the one before goes into the history. */
  async store(work: Work, userId: string, { hash, history }: ChosenPassword): Promise<void> {
    // The present one is compared too, so one less is kept.
    await work.query('SELECT app.store_password($1, $2, $3)', [userId, hash, Math.max(0, history - 1)]);
  }

  /** Whether a password is the person's present one; null when they have none. */
  async isPresent(actor: Actor, userId: string, password: string): Promise<boolean | null> {
    const [hash] = await this.unitOfWork.look(actor, (work) => this.hashes(work, userId, 1));
    return hash === undefined ? null : this.hasher.verify(password, hash);
  }

  /** @throws AppError NOT_FOUND */
  async facts(work: Work, userId: string): Promise<AccountFacts> {
    const [row] = await work.query<AccountFacts>(
      `SELECT u.email, u.name, o.name AS organization FROM user_account u JOIN organization o ON o.id = u.organization_id
       WHERE u.organization_id = $1 AND u.id = $2`,
      [work.actor.organizationId, userId],
    );
    if (!row) throw notFound('person');
    return row;
  }

  private async policy(work: Work): Promise<PolicyInForce> {
    const { organizationId } = work.actor;
    const [row] = await work.query<{ version: string }>('SELECT access_version::text AS version FROM organization WHERE id = $1', [organizationId]);
    return this.policies.inForce(organizationId, row?.version ?? '');
  }

  private async hashes(work: Work, userId: string, most: number): Promise<string[]> {
    const rows = await work.query<{ password_hash: string }>('SELECT password_hash FROM app.password_hashes($1, $2)', [userId, most]);
    return rows.map(({ password_hash: hash }) => hash);
  }
}

async function judge(policy: PolicyInForce, known: readonly string[], password: string, path: string): Promise<void> {
  const common = policy.passwordRefuseCommon ? await commonPasswords() : new Set<string>();
  const problem = passwordProblem(password, { minimum: policy.passwordMinLength, common, known });
  if (problem) throw refuse('VALIDATION_FAILED', problem, path);
}
