import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Public, SignedIn } from '@throughline/platform/access';
import { Alone, type GraphqlContext } from '@throughline/platform/graphql';
import { type Actor, refuse } from '@throughline/platform/kernel';
import { AuthService } from '../auth.service.js';
import { clearSessionCookies, REFRESH_COOKIE, setSessionCookies, signInRequest } from '../cookies.js';
import { ReauthenticationService } from '../reauthentication.service.js';
import { SessionService } from '../session.service.js';
import { SignInService } from '../sign-in.service.js';
import { ViewerService } from '../viewer.service.js';
import { BeginSignInEnrolmentInput, ConfirmSignInInput, ReauthenticateInput, RefreshSessionInput, SignInInput } from './auth.inputs.js';
import { BeginSignInEnrolmentPayload, ConfirmSignInPayload, ReauthenticatePayload, RefreshSessionPayload, SignInPayload, SignOutPayload } from './auth.payloads.js';
import { SignInAnswers, tokensOf } from './sign-in-answers.js';
import { ViewerObject } from './viewer.object.js';

/** Getting in, staying in, getting out. */
@Resolver()
export class AuthResolver {
  constructor(
    private readonly auth: AuthService,
    private readonly signIns: SignInService,
    private readonly sessions: SessionService,
    private readonly answers: SignInAnswers,
    private readonly reauthentication: ReauthenticationService,
    private readonly viewers: ViewerService,
  ) {}

  @Query(() => ViewerObject, { description: 'Who is signed in.' })
  @SignedIn()
  viewer(@CurrentActor() actor: Actor): Promise<ViewerObject> {
    return this.viewers.viewer(actor);
  }

  @Mutation(() => SignInPayload, { description: 'Opens a session with e-mail and password, or tells what is still to prove.' })
  @Public()
  @Alone()
  async signIn(
    @CurrentActor() { request }: Actor,
    @Args('input', { type: () => SignInInput, description: 'Who, and how to hand over the tokens.' }) input: SignInInput,
    @Context() context: GraphqlContext,
  ): Promise<SignInPayload> {
    return this.answers.answer(await this.auth.signIn(input, signInRequest(request, context.request, input)), input.delivery, context.request, request);
  }

  @Mutation(() => ConfirmSignInPayload, { description: 'Answers a sign-in challenge with a code and opens the session. Each code is accepted once.' })
  @Public()
  @Alone()
  async confirmSignIn(
    @CurrentActor() { request }: Actor,
    @Args('input', { type: () => ConfirmSignInInput, description: 'The challenge and the code.' }) input: ConfirmSignInInput,
    @Context() context: GraphqlContext,
  ): Promise<ConfirmSignInPayload> {
    const outcome = await this.signIns.confirm(input.challenge, input.code, signInRequest(request, context.request, input));
    return this.answers.answer(outcome, input.delivery, context.request, request);
  }

  @Mutation(() => BeginSignInEnrolmentPayload, { description: 'Gives the secret for a challenge of kind ENROL; earlier ones of it are worth nothing.' })
  @Public()
  @Alone()
  async beginSignInEnrolment(
    @CurrentActor() { request }: Actor,
    @Args('input', { type: () => BeginSignInEnrolmentInput, description: 'The challenge.' }) { challenge }: BeginSignInEnrolmentInput,
  ): Promise<BeginSignInEnrolmentPayload> {
    return { enrolment: await this.signIns.beginEnrolment(challenge, request) };
  }

  @Mutation(() => RefreshSessionPayload, { description: 'Exchanges the refresh token for new tokens. Each refresh token is good for one exchange.' })
  @Public()
  @Alone()
  async refreshSession(
    @CurrentActor() { request }: Actor,
    @Context() context: GraphqlContext,
    @Args('input', { type: () => RefreshSessionInput, nullable: true, description: 'For programs, and where the organization asks for approved devices.' }) input?: RefreshSessionInput | null,
  ): Promise<RefreshSessionPayload> {
    const seen = signInRequest(request, context.request, { device: input?.device ?? null });
    // What came as a cookie goes back as a cookie: a script in the page must not get hold of it.
    if (input?.refreshToken) return { tokens: tokensOf(await this.sessions.refresh(input.refreshToken, seen)) };
    const cookie = context.request.cookies[REFRESH_COOKIE];
    if (!cookie) throw refuse('UNAUTHENTICATED', 'Sign in first.');
    setSessionCookies(context.request, await this.sessions.refresh(cookie, seen));
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

  @Mutation(() => ReauthenticatePayload, { description: 'Proves again who is signed in, by password or code: sensitive changes ask for it after ten minutes.' })
  @SignedIn()
  @Alone()
  async reauthenticate(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => ReauthenticateInput, description: 'The proof.' }) input: ReauthenticateInput,
    @Context() { request }: GraphqlContext,
  ): Promise<ReauthenticatePayload> {
    await this.reauthentication.prove(actor, input, signInRequest(actor.request, request).deviceTokens ?? []);
    return {};
  }
}
