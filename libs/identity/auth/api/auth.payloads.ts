import { Field, Int, ObjectType } from '@nestjs/graphql';
import { MutationPayload } from '@throughline/platform/graphql';
import { ViewerObject } from './viewer.object.js';

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
}

@ObjectType({ description: 'The session that was opened.' })
export class SignInPayload extends MutationPayload {
  @Field(() => ViewerObject, { nullable: true, description: 'Who is signed in now; null when something was refused.' })
  viewer?: ViewerObject | null;

  @Field(() => SessionTokensObject, { nullable: true, description: 'Only for delivery TOKENS.' })
  tokens?: SessionTokensObject | null;
}

@ObjectType({ description: 'The session that was renewed.' })
export class RefreshSessionPayload extends MutationPayload {
  @Field(() => SessionTokensObject, { nullable: true, description: 'Only when the refresh token was in the input.' })
  tokens?: SessionTokensObject | null;
}

@ObjectType({ description: 'The end of a session.' })
export class SignOutPayload extends MutationPayload {}
