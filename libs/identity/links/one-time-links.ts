import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { insertRow, UnitOfWork, type Work } from '@throughline/platform/database';
import { newId, refuse } from '@throughline/platform/kernel';
import { RequestThrottle } from './request-throttle.js';

export type LinkPurpose = 'INVITATION' | 'PASSWORD_RESET' | 'SIGN_IN';

/** For how long each link works, minutes. */
export const LINK_MINUTES: Readonly<Record<LinkPurpose, number>> = { INVITATION: 7 * 24 * 60, PASSWORD_RESET: 60, SIGN_IN: 15 };

/** Whose link a token is. */
export interface FoundLink {
  organization_id: string;
  user_id: string;
  link_id: string;
}

const DEAD_LINK = 'This link does not work any more: it was used, has expired, or a newer one was sent. Ask for a new one.';

/** Links that let somebody do one thing once. Only a hash is stored; the token is in the mail alone. */
@Injectable()
export class OneTimeLinks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly throttle: RequestThrottle,
  ) {}

  /** Makes a link for a person of the transaction's organization; earlier ones of the same purpose stop working. */
  async issue(work: Work, userId: string, purpose: LinkPurpose): Promise<{ token: string; expiresAt: Date }> {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(Date.now() + LINK_MINUTES[purpose] * 60_000);
    await this.withdraw(work, userId, purpose);
    await work.execute(`DELETE FROM one_time_link WHERE organization_id = $1 AND user_id = $2 AND expires_at < now() - interval '90 days'`, [work.actor.organizationId, userId]);
    await insertRow(work, 'one_time_link', { id: newId(), userId, purpose, tokenHash: hashOf(token), expiresAt });
    return { token, expiresAt };
  }

  async withdraw(work: Work, userId: string, purpose: LinkPurpose): Promise<void> {
    await work.execute(
      'UPDATE one_time_link SET withdrawn_at = now() WHERE organization_id = $1 AND user_id = $2 AND purpose = $3 AND used_at IS NULL AND withdrawn_at IS NULL',
      [work.actor.organizationId, userId, purpose],
    );
  }

  /**
   * Whose link it is, without using it.
   *
   * @throws AppError PRECONDITION_FAILED for a link that does not work (any more), RATE_LIMITED for an address that guesses
   */
  async find(token: string, purpose: LinkPurpose, address: string | null): Promise<FoundLink> {
    const found = await this.unitOfWork.lookUp<FoundLink>('SELECT * FROM app.find_one_time_link($1, $2)', [hashOf(token), purpose]);
    if (found) return found;
    await this.throttle.countAddress('link', address);
    throw deadLink();
  }

  /**
   * Uses a link up, in the transaction that does what it is for: of two at once one wins.
   *
   * @throws AppError PRECONDITION_FAILED
   */
  async use(work: Work, { link_id: id }: FoundLink): Promise<void> {
    const used = await work.execute(
      'UPDATE one_time_link SET used_at = now() WHERE organization_id = $1 AND id = $2 AND used_at IS NULL AND withdrawn_at IS NULL AND expires_at > clock_timestamp()',
      [work.actor.organizationId, id],
    );
    if (used !== 1) throw deadLink();
  }
}

/** One sentence for every link that does not work: what is wrong with it is nobody's business. */
const deadLink = (): Error => refuse('PRECONDITION_FAILED', DEAD_LINK, 'token');

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
