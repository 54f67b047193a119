import { Field, InputType, registerEnumType } from '@nestjs/graphql';
import { DeviceProofInput } from '@throughline/identity/devices';
import { Type } from 'class-transformer';
import { IsEnum, IsNotEmpty, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';

/** How a session's tokens reach the client. */
export const TokenDelivery = { COOKIES: 'COOKIES', TOKENS: 'TOKENS' } as const;
export type TokenDelivery = (typeof TokenDelivery)[keyof typeof TokenDelivery];

registerEnumType(TokenDelivery, {
  name: 'TokenDelivery',
  description: 'How a session\'s tokens reach the client.',
  valuesMap: {
    COOKIES: { description: 'As cookies that scripts cannot read: for browsers.' },
    TOKENS: { description: 'In the answer, for programs, which send the access token as "Authorization: Bearer".' },
  },
});

/** What every way of opening a session says beside the proof. */
@InputType({ isAbstract: true })
abstract class OpensSessionInput {
  @Field(() => TokenDelivery, { defaultValue: TokenDelivery.COOKIES, description: 'How to hand over the tokens.' })
  @IsEnum(TokenDelivery)
  delivery: TokenDelivery = TokenDelivery.COOKIES;

  @Field(() => String, { nullable: true, description: 'Programs only: the device token that an earlier sign-in gave.' })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  deviceToken?: string | null;

  @Field(() => DeviceProofInput, { nullable: true, description: 'Where the organization asks for approved devices.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => DeviceProofInput)
  device?: DeviceProofInput | null;
}

@InputType({ description: 'What somebody signs in with.' })
export class SignInInput extends OpensSessionInput {
  @Field(() => String, { description: 'The e-mail address.' })
  @IsString()
  @IsNotEmpty({ message: 'Enter your e-mail address.' })
  @MaxLength(254)
  email!: string;

  @Field(() => String, { description: 'The password.' })
  @IsString()
  @IsNotEmpty({ message: 'Enter your password.' })
  @MaxLength(1_000)
  password!: string;
}

@InputType({ description: 'The answer to a challenge.' })
export class ConfirmSignInInput extends OpensSessionInput {
  @Field(() => String, { description: 'The challenge\'s token.' })
  @IsString()
  @MaxLength(100)
  challenge!: string;

  @Field(() => String, { description: 'A code of the authenticator, or a recovery code.' })
  @IsString()
  @IsNotEmpty({ message: 'Enter the code that your authenticator shows.' })
  @MaxLength(40)
  code!: string;
}

@InputType({ description: 'A challenge of kind ENROL whose secret did not come with it: after single sign-on or an e-mailed link.' })
export class BeginSignInEnrolmentInput {
  @Field(() => String, { description: 'The challenge\'s token.' })
  @IsString()
  @MaxLength(100)
  challenge!: string;
}

@InputType({ description: 'What a session is renewed with. Browsers need none of it: their token is a cookie.' })
export class RefreshSessionInput {
  @Field(() => String, { nullable: true, description: 'For programs: the refresh token that the last answer gave.' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  refreshToken?: string | null;

  @Field(() => DeviceProofInput, { nullable: true, description: 'Where the organization asks for approved devices: which one this is.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => DeviceProofInput)
  device?: DeviceProofInput | null;
}

@InputType({ description: 'What somebody proves again that they are themselves with: one of the two.' })
export class ReauthenticateInput {
  @Field(() => String, { nullable: true, description: 'The password.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  password?: string | null;

  @Field(() => String, { nullable: true, description: 'A code of the authenticator, or a recovery code.' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  code?: string | null;
}
