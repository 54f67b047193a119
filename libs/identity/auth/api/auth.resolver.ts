import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Public, SignedIn } from '@throughline/platform/access';
import { Alone, type GraphqlContext } from '@throughline/platform/graphql';
import { type Actor, refuse } from '@throughline/platform/kernel';
import { ACCESS_TOKEN_SECONDS } from '../access-token.js';
import { AuthService } from '../auth.service.js';
import { clearSessionCookies, REFRESH_COOKIE, setSessionCookies } from '../cookies.js';
import { JwtAuthenticator } from '../jwt-authenticator.js';
import { SessionService, type SessionTokens } from '../session.service.js';
import { ViewerService } from '../viewer.service.js';
import { RefreshSessionInput, SignInInput, TokenDelivery } from './auth.inputs.js';
import { RefreshSessionPayload, type SessionTokensObject, SignInPayload, SignOutPayload } from './auth.payloads.js';
import { ViewerObject } from './viewer.object.js';

/** Getting in, staying in, getting out. */
@Resolver()
export class AuthResolver {
  constructor(
    private readonly auth: AuthService,
    private readonly sessions: SessionService,
    private readonly authenticator: JwtAuthenticator,
    private readonly viewers: ViewerService,
  ) {}

  @Query(() => ViewerObject, { description: 'Who is signed in.' })
  @SignedIn()
  viewer(@CurrentActor() actor: Actor): Promise<ViewerObject> {
    return this.viewers.viewer(actor);
  }

  @Mutation(() => SignInPayload, { description: 'Opens a session with e-mail and password.' })
  @Public()
  @Alone()
  async signIn(
    @CurrentActor() { request }: Actor,
    @Args('input', { type: () => SignInInput, description: 'Who, and how to hand over the tokens.' }) input: SignInInput,
    @Context() context: GraphqlContext,
  ): Promise<SignInPayload> {
    const session = await this.auth.signIn(input, request);
    const viewer = await this.viewers.viewer(await this.authenticator.actorOf(session.claims, request));
    if (input.delivery === TokenDelivery.TOKENS) return { viewer, tokens: tokensOf(session) };
    setSessionCookies(context.request, session);
    return { viewer };
  }

  @Mutation(() => RefreshSessionPayload, { description: 'Exchanges the refresh token for new tokens. Each refresh token is good for one exchange.' })
  @Public()
  @Alone()
  async refreshSession(
    @CurrentActor() { request }: Actor,
    @Context() context: GraphqlContext,
    @Args('input', { type: () => RefreshSessionInput, nullable: true, description: 'Programs only.' }) input?: RefreshSessionInput | null,
  ): Promise<RefreshSessionPayload> {
    // What came as a cookie goes back as a cookie: a script in the page must not get hold of it.
    if (input) return { tokens: tokensOf(await this.sessions.refresh(input.refreshToken, request)) };
    const cookie = context.request.cookies[REFRESH_COOKIE];
    if (!cookie) throw refuse('UNAUTHENTICATED', 'Sign in first.');
    setSessionCookies(context.request, await this.sessions.refresh(cookie, request));
    return {};
  }

  @Mutation(() => SignOutPayload, { description: 'Ends the session at once, on every open page.' })
  @Public()
  @Alone()
  async signOut(@CurrentActor() actor: Actor, @Context() context: GraphqlContext): Promise<SignOutPayload> {
    clearSessionCookies(context.request);
    await this.sessions.signOut(actor, context.request.cookies[REFRESH_COOKIE]);
    return {};
  }
}

function tokensOf({ accessToken, refreshToken, refreshSeconds }: SessionTokens): SessionTokensObject {
  return { accessToken, expiresInSeconds: ACCESS_TOKEN_SECONDS, refreshToken, refreshExpiresInSeconds: refreshSeconds };
}
