import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { EnrolmentObject } from '@throughline/identity/second-factor';
import { MutationPayload } from '@throughline/platform/graphql';
import { ViewerObject } from './viewer.object.js';

/** What a challenge asks for. */
export const ChallengeKindEnum = { CODE: 'CODE', ENROL: 'ENROL' } as const;
export type ChallengeKind = keyof typeof ChallengeKindEnum;

registerEnumType(ChallengeKindEnum, {
  name: 'SignInChallengeKind',
  description: 'What a sign-in challenge asks for.',
  valuesMap: {
    CODE: { description: 'A code of the authenticator, or a recovery code.' },
    ENROL: { description: 'To set up an authenticator with the secret given, and the first code it shows.' },
  },
});

@ObjectType('SessionTokens', { description: 'What a program carries while it is signed in.' })
export class SessionTokensObject {
  @Field(() => String, { description: 'Sent as "Authorization: Bearer" with every request.' })
  accessToken!: string;

  @Field(() => Int, { description: 'For how long the access token is good.' })
  expiresInSeconds!: number;

  @Field(() => String, { description: 'Good for one refreshSession; the answer brings the next one.' })
  refreshToken!: string;

  @Field(() => Int, { description: 'For how long the refresh token is good.' })
  refreshExpiresInSeconds!: number;

  @Field(() => String, { nullable: true, description: 'After a sign-in on a device that is new to the person: goes into the next sign-ins, so that they are known.' })
  deviceToken?: string | null;
}

@ObjectType('SignInChallenge', { description: 'What is still to prove before there is a session.' })
export class SignInChallengeObject {
  @Field(() => String, { description: 'Goes into confirmSignIn together with a code; good for ten minutes and five attempts.' })
  token!: string;

  @Field(() => ChallengeKindEnum, { description: 'Whether a code is asked for, or a second factor is set up first.' })
  kind!: ChallengeKind;

  @Field(() => EnrolmentObject, { nullable: true, description: 'For kind ENROL: what the authenticator is set up with.' })
  enrolment?: EnrolmentObject | null;
}

@ObjectType({ description: 'The session that was opened, or what is still to prove before there is one.' })
export class SignInPayload extends MutationPayload {
  @Field(() => ViewerObject, { nullable: true, description: 'Who is signed in now; null when something was refused.' })
  viewer?: ViewerObject | null;

  @Field(() => SessionTokensObject, { nullable: true, description: 'Only for delivery TOKENS.' })
  tokens?: SessionTokensObject | null;

  @Field(() => SignInChallengeObject, { nullable: true, description: 'Set when a code has to be given first; then there is no session yet.' })
  challenge?: SignInChallengeObject | null;

  @Field(() => [String], { nullable: true, description: 'When a second factor was set up: for the day the authenticator is lost. Shown once, each good once.' })
  recoveryCodes?: string[] | null;
}

@ObjectType({ description: 'The session that the code opened.' })
export class ConfirmSignInPayload extends SignInPayload {}

@ObjectType({ description: 'The session that was renewed.' })
export class RefreshSessionPayload extends MutationPayload {
  @Field(() => SessionTokensObject, { nullable: true, description: 'Only when the refresh token was in the input.' })
  tokens?: SessionTokensObject | null;
}

@ObjectType({ description: 'The end of a session.' })
export class SignOutPayload extends MutationPayload {}

@ObjectType({ description: 'Whether the proof was good; then sensitive changes are open for ten minutes.' })
export class ReauthenticatePayload extends MutationPayload {}

@ObjectType({ description: 'What the authenticator of a challenge is set up with.' })
export class BeginSignInEnrolmentPayload extends MutationPayload {
  @Field(() => EnrolmentObject, { nullable: true, description: 'Null when something was refused.' })
  enrolment?: EnrolmentObject | null;
}
