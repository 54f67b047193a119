import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type {} from '@fastify/cookie';
import { setSignInCookies } from '@throughline/identity/auth';
import { CurrentActor, Public } from '@throughline/platform/access';
import { Config } from '@throughline/platform/config';
import { type GraphqlRequest, httpRequest } from '@throughline/platform/graphql';
import { factsOf } from '@throughline/platform/http';
import { type Actor, refuse } from '@throughline/platform/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ATTEMPT_COOKIE, ATTEMPT_PATH } from '../attempt-cookie.js';
import { type SignedOn, SingleSignOnService } from '../single-sign-on.service.js';

const SIGN_IN_PAGE = '/sign-in';
/** After a POST the browser must go on with GET. */
const SEE_OTHER = 303;

/** The ways out to providers of single sign-on and back; browsers only, so every answer leads to a page. */
@Controller('api/v1/sign-in')
export class SignOnController {
  constructor(
    private readonly signOn: SingleSignOnService,
    private readonly config: Config,
  ) {}

  @Get('oidc/:provider/start')
  @Public()
  startOidc(@CurrentActor() actor: Actor, @Param('provider') provider: string, @Query('next') next: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(actor, provider, request, reply, (jar) => this.signOn.start('OIDC', provider, pathOf(next), actor.request, jar));
  }

  @Get('oidc/:provider/callback')
  @Public()
  oidcCallback(@CurrentActor() actor: Actor, @Param('provider') provider: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = new URL(request.raw.url ?? '/', 'http://here').searchParams;
    return this.answer(actor, provider, request, reply, async (jar) => this.signedOn(await this.signOn.oidcCallback(provider, query, actor.request, jar), jar));
  }

  @Get('saml/:provider/start')
  @Public()
  startSaml(@CurrentActor() actor: Actor, @Param('provider') provider: string, @Query('next') next: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(actor, provider, request, reply, (jar) => this.signOn.start('SAML', provider, pathOf(next), actor.request, jar));
  }

  /** Comes from the identity provider's page; see `OriginPolicy`. */
  @Post('saml/:provider/assertion')
  @Public()
  samlAssertion(@CurrentActor() actor: Actor, @Param('provider') provider: string, @Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { SAMLResponse: response } = (body ?? {}) as { SAMLResponse?: unknown };
    return this.answer(actor, provider, request, reply, async () => {
      const token = await this.signOn.samlAssertion(provider, typeof response === 'string' ? response : '', actor.request);
      return `${ATTEMPT_PATH}/saml/${provider}/finish?token=${token}`;
    });
  }

  @Get('saml/:provider/finish')
  @Public()
  samlFinish(@CurrentActor() actor: Actor, @Param('provider') provider: string, @Query('token') token: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(actor, provider, request, reply, async (jar) =>
      this.signedOn(await this.signOn.samlFinish(provider, typeof token === 'string' ? token : '', actor.request, jar), jar));
  }

  @Get('saml/:provider/metadata')
  @Public()
  async samlMetadata(@CurrentActor() actor: Actor, @Param('provider') provider: string, @Res() reply: FastifyReply): Promise<void> {
    const xml = await this.signOn.samlMetadata(provider, actor.request).catch((error: unknown) => {
      this.signOn.problemOf(error, provider, actor.request);
      throw refuse('NOT_FOUND', 'There is no such provider.');
    });
    await reply.header('content-type', 'application/samlmetadata+xml; charset=utf-8').send(xml);
  }

  /** Sends the browser on: to where `go` says, or to the sign-in page with what went wrong. */
  private async answer({ request: facts }: Actor, provider: string, request: FastifyRequest, reply: FastifyReply, go: (jar: GraphqlRequest) => Promise<string>): Promise<void> {
    const jar = httpRequest(request, reply, factsOf(request.raw, this.config), this.config);
    const to = await go(jar).catch((error: unknown) => `${SIGN_IN_PAGE}?problem=${this.signOn.problemOf(error, provider, facts)}`);
    // Addresses here carry codes and tokens.
    await reply.header('referrer-policy', 'no-referrer').redirect(to, SEE_OTHER);
  }

  /** Fragments reach no server and no log, so a challenge travels in one. */
  private signedOn({ outcome, next }: SignedOn, jar: GraphqlRequest): string {
    jar.clearCookie(ATTEMPT_COOKIE, { path: ATTEMPT_PATH });
    const query = next ? `?next=${encodeURIComponent(next)}` : '';
    if (outcome.kind === 'SECOND_FACTOR') return `${SIGN_IN_PAGE}${query}#challenge=${outcome.challenge}&kind=${outcome.enrol ? 'ENROL' : 'CODE'}`;
    setSignInCookies(jar, outcome);
    return next ?? '/';
  }
}

/** A path of ours; anything that a browser could read as another origin is left out. */
function pathOf(next: unknown): string | null {
  return typeof next === 'string' && next.length <= 500 && /^\/(?![/\\])[\x21-\x7e]*$/.test(next) && !next.includes('\\') ? next : null;
}
