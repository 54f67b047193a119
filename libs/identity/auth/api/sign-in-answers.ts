import { Injectable } from '@nestjs/common';
import type { GraphqlRequest } from '@throughline/platform/graphql';
import type { ActorRequest } from '@throughline/platform/kernel';
import { ACCESS_TOKEN_SECONDS } from '../access-token.js';
import { setSignInCookies } from '../cookies.js';
import { JwtAuthenticator } from '../jwt-authenticator.js';
import type { SessionTokens } from '../session.service.js';
import type { SignInOutcome } from '../sign-in.service.js';
import { ViewerService } from '../viewer.service.js';
import { TokenDelivery } from './auth.inputs.js';
import type { SessionTokensObject, SignInPayload } from './auth.payloads.js';

/** Puts the outcome of any way of signing in on the answer: password, link, invitation, code. */
@Injectable()
export class SignInAnswers {
  constructor(
    private readonly authenticator: JwtAuthenticator,
    private readonly viewers: ViewerService,
  ) {}

  /** @param request cookies go on its answer, unless the tokens were asked for */
  async answer(outcome: SignInOutcome, delivery: TokenDelivery, request: GraphqlRequest, facts: ActorRequest): Promise<SignInPayload> {
    if (outcome.kind === 'SECOND_FACTOR') return { challenge: { token: outcome.challenge, kind: outcome.enrol ? 'ENROL' : 'CODE', enrolment: outcome.enrolment } };
    const viewer = await this.viewers.viewer(await this.authenticator.actorOf(outcome.tokens.claims, facts));
    const { recoveryCodes } = outcome;
    if (delivery === TokenDelivery.TOKENS) return { viewer, recoveryCodes, tokens: { ...tokensOf(outcome.tokens), deviceToken: outcome.deviceToken } };
    setSignInCookies(request, outcome);
    return { viewer, recoveryCodes };
  }
}

export function tokensOf({ accessToken, refreshToken, refreshSeconds }: SessionTokens): SessionTokensObject {
  return { accessToken, expiresInSeconds: ACCESS_TOKEN_SECONDS, refreshToken, refreshExpiresInSeconds: refreshSeconds };
}
