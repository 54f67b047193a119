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

/** What an organization looks like to everybody. */
export interface SignInLook {
  name: string;
  logo: string | null;
  logoText: string | null;
  brandColour: string | null;
  accentColour: string | null;
}

/** What the sign-in page offers beside the password; says nothing of accounts. */
@Injectable()
export class SignInOptions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly throttle: RequestThrottle,
  ) {}

  /** @param slug of the organization; the only one of the installation when absent @returns null for any other @throws AppError RATE_LIMITED */
  async look(slug: string | null, request: ActorRequest): Promise<SignInLook | null> {
    await this.throttle.countAddress('singleSignOn', request.address);
    return (await this.unitOfWork.lookUp<{ look: SignInLook | null }>('SELECT app.sign_in_look($1) AS look', [slug]))?.look ?? null;
  }

  /** @param email only its domain counts @throws AppError RATE_LIMITED */
  async find(email: string | null, slug: string | null, request: ActorRequest): Promise<SignInOption[]> {
    await this.throttle.countAddress('singleSignOn', request.address);
    const domain = email?.includes('@') ? domainOfEmail(email.trim()) : null;
    const row = await this.unitOfWork.lookUp<{ options: Omit<SignInOption, 'startAddress'>[] }>('SELECT app.sign_in_options($1, $2) AS options', [domain, slug]);
    return (row?.options ?? []).map((option) => ({ ...option, startAddress: `${ATTEMPT_PATH}/${option.kind.toLowerCase()}/${option.id}/start` }));
  }
}
