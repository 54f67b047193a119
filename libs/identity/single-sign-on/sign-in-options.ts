import { Injectable } from '@nestjs/common';
import { RequestThrottle } from '@throughline/identity/links';
import { UnitOfWork } from '@throughline/platform/database';
import type { ActorRequest } from '@throughline/platform/kernel';
import { ATTEMPT_PATH } from './attempt-cookie.js';
import { domainOfEmail } from './provider-facts.js';
import type { ProviderKind } from './sign-in-provider.entity.js';

/** A button of the sign-in page. */
export interface SignInOption {
  id: string;
  kind: ProviderKind;
  name: string;
  startAddress: string;
}

/** What the sign-in page offers beside the password; says nothing of accounts. */
@Injectable()
export class SignInOptions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly throttle: RequestThrottle,
  ) {}

  /** @param email only its domain counts @throws AppError RATE_LIMITED */
  async find(email: string | null, slug: string | null, request: ActorRequest): Promise<SignInOption[]> {
    await this.throttle.countAddress('singleSignOn', request.address);
    const domain = email?.includes('@') ? domainOfEmail(email.trim()) : null;
    const row = await this.unitOfWork.lookUp<{ options: Omit<SignInOption, 'startAddress'>[] }>('SELECT app.sign_in_options($1, $2) AS options', [domain, slug]);
    return (row?.options ?? []).map((option) => ({ ...option, startAddress: `${ATTEMPT_PATH}/${option.kind.toLowerCase()}/${option.id}/start` }));
  }
}
