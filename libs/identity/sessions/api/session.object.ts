import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar, MutationPayload } from '@throughline/platform/graphql';
import { IsUUID } from 'class-validator';
import type { SignInMethod } from '../session.entity.js';

export const SignInMethodEnum = { PASSWORD: 'PASSWORD', LINK: 'LINK', INVITATION: 'INVITATION', OIDC: 'OIDC', SAML: 'SAML', API_KEY: 'API_KEY' } as const satisfies Record<SignInMethod, SignInMethod>;
registerEnumType(SignInMethodEnum, {
  name: 'SignInMethod',
  description: 'With what somebody got in.',
  valuesMap: {
    PASSWORD: { description: 'E-mail and password.' },
    LINK: { description: 'A link sent by e-mail.' },
    INVITATION: { description: 'An invitation or a password reset.' },
    OIDC: { description: 'Single sign-on by OpenID Connect.' },
    SAML: { description: 'Single sign-on by SAML.' },
    API_KEY: { description: 'A program\'s key.' },
  },
});

@ObjectType('Session', { description: 'Somebody signed in on a device.' })
export class SessionObject {
  @Field(() => ID, { description: 'The session\'s id.' })
  id!: string;

  @Field(() => String, { description: 'What people call the device: "Firefox on Windows".' })
  device!: string;

  @Field(() => String, { nullable: true, description: 'What its program said of itself.' })
  userAgent!: string | null;

  @Field(() => String, { nullable: true, description: 'The address it signed in from.' })
  address!: string | null;

  @Field(() => String, { nullable: true, description: 'The country it was seen in last, by the operator\'s list.' })
  country!: string | null;

  @Field(() => SignInMethodEnum, { description: 'With what they got in.' })
  method!: SignInMethod;

  @Field(() => DateTimeScalar, { description: 'When they signed in.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was renewed last; open pages do so every few minutes.' })
  lastSeenAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends unless it is used.' })
  expiresAt!: Date;

  @Field(() => Boolean, { description: 'The session that asks.' })
  current!: boolean;
}

@InputType({ description: 'Which session to end.' })
export class EndSessionInput {
  @Field(() => ID, { description: 'The session.' })
  @IsUUID(undefined, { message: 'This is no id.' })
  id!: string;
}

@InputType({ description: 'Whose sessions to end.' })
export class EndSessionsOfInput {
  @Field(() => ID, { description: 'The person.' })
  @IsUUID(undefined, { message: 'This is no id.' })
  userId!: string;
}

@ObjectType({ description: 'The session has ended, on every open page.' })
export class EndSessionPayload extends MutationPayload {}

@ObjectType({ description: 'One\'s own other sessions have ended.' })
export class EndOtherSessionsPayload extends MutationPayload {
  @Field(() => Int, { nullable: true, description: 'How many there were.' })
  ended?: number | null;
}

@ObjectType({ description: 'The person is signed out everywhere.' })
export class EndSessionsOfPayload extends MutationPayload {
  @Field(() => Int, { nullable: true, description: 'How many sessions there were.' })
  ended?: number | null;
}
