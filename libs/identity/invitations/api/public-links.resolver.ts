import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { SignInAnswers } from '@throughline/identity/auth';
import { CurrentActor, Public } from '@throughline/platform/access';
import { Alone, type GraphqlContext } from '@throughline/platform/graphql';
import type { Actor } from '@throughline/platform/kernel';
import { AcceptanceService } from '../acceptance.service.js';
import { RegistrationService } from '../registration.service.js';
import { SignInLinkService } from '../sign-in-link.service.js';
import { SignUpService } from '../sign-up.service.js';
import { AcceptInvitationInput, RegisterInput, RequestSignInLinkInput, SignInWithLinkInput, SignUpInput } from './invitation.inputs.js';
import { AcceptInvitationPayload, InvitationObject, RegisterPayload, RequestSignInLinkPayload, SignInWithLinkPayload, SignUpPayload } from './invitation.payloads.js';

/** What strangers with a link, or in want of one, may do. */
@Resolver()
export class PublicLinksResolver {
  constructor(
    private readonly acceptances: AcceptanceService,
    private readonly signInLinks: SignInLinkService,
    private readonly registrations: RegistrationService,
    private readonly signUps: SignUpService,
    private readonly answers: SignInAnswers,
  ) {}

  @Query(() => InvitationObject, { nullable: true, description: 'Whom an invitation is for; looking uses nothing up.' })
  @Public()
  invitation(@CurrentActor() { request }: Actor, @Args('token', { type: () => String, description: 'What stands behind the # in the mailed address.' }) token: string): Promise<InvitationObject> {
    return this.acceptances.look(token, request);
  }

  @Mutation(() => AcceptInvitationPayload, { description: 'Sets the password of an invited person and signs them in.' })
  @Public()
  @Alone()
  async acceptInvitation(@CurrentActor() { request }: Actor, @Args('input', { description: 'The link and the password.' }) input: AcceptInvitationInput, @Context() context: GraphqlContext): Promise<AcceptInvitationPayload> {
    return this.answers.answer(await this.acceptances.accept(input.token, input.password, request), input.delivery, context.request, request);
  }

  @Mutation(() => RequestSignInLinkPayload, { description: 'Mails a sign-in link, if it is the address of a client\'s account.' })
  @Public()
  @Alone()
  async requestSignInLink(@CurrentActor() { request }: Actor, @Args('input', { description: 'Whose.' }) input: RequestSignInLinkInput): Promise<RequestSignInLinkPayload> {
    await this.signInLinks.request(input.email, request);
    return {};
  }

  @Mutation(() => SignInWithLinkPayload, { description: 'Opens a session by a mailed link, which works once.' })
  @Public()
  @Alone()
  async signInWithLink(@CurrentActor() { request }: Actor, @Args('input', { description: 'The link.' }) input: SignInWithLinkInput, @Context() context: GraphqlContext): Promise<SignInWithLinkPayload> {
    return this.answers.answer(await this.signInLinks.signIn(input.token, request), input.delivery, context.request, request);
  }

  @Mutation(() => RegisterPayload, { description: 'Makes an account for oneself, where the organization allows it; a mailed link confirms it.' })
  @Public()
  @Alone()
  async register(@CurrentActor() { request }: Actor, @Args('input', { description: 'Who, and where.' }) input: RegisterInput): Promise<RegisterPayload> {
    await this.registrations.register(input, request);
    return {};
  }

  @Mutation(() => SignUpPayload, { description: 'Founds an organization, where the installation allows it; its first administrator is invited by mail.' })
  @Public()
  @Alone()
  async signUp(@CurrentActor() { request }: Actor, @Args('input', { description: 'Who, and what it is called.' }) input: SignUpInput): Promise<SignUpPayload> {
    await this.signUps.signUp(input, request);
    return {};
  }
}
