import { Field, ID, InputType, Int, OmitType } from '@nestjs/graphql';
import { TokenDelivery } from '@throughline/identity/auth';
import { CreateUserInput } from '@throughline/identity/users';
import { IsEnum, IsInt, IsNotEmpty, IsString, IsUUID, MaxLength } from 'class-validator';

@InputType({ description: 'Somebody to invite; they choose their password themselves.' })
export class InviteUserInput extends OmitType(CreateUserInput, ['password'] as const) {}

@InputType({ description: 'Whose invitation is sent again.' })
export class ResendInvitationInput {
  @Field(() => ID, { description: 'The person.' })
  @IsUUID()
  id!: string;
}

@InputType({ description: 'Whose invitation is withdrawn.' })
export class WithdrawInvitationInput {
  @Field(() => ID, { description: 'The person.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;
}

@InputType({ description: 'A mailed link and how to hand over the session.' })
export class SignInWithLinkInput {
  @Field(() => String, { description: 'What stands behind the # in the mailed address.' })
  @IsString()
  @IsNotEmpty({ message: 'This address is not complete. Open the link in the mail again.' })
  @MaxLength(200)
  token!: string;

  @Field(() => TokenDelivery, { defaultValue: TokenDelivery.COOKIES, description: 'How to hand over the tokens.' })
  @IsEnum(TokenDelivery)
  delivery: TokenDelivery = TokenDelivery.COOKIES;
}

@InputType({ description: 'A mailed invitation and the password that its person chooses.' })
export class AcceptInvitationInput extends SignInWithLinkInput {
  @Field(() => String, { description: 'The password.' })
  @IsString()
  @IsNotEmpty({ message: 'Choose a password.' })
  @MaxLength(1_000)
  password!: string;
}

@InputType({ description: 'Who wants a sign-in link.' })
export class RequestSignInLinkInput {
  @Field(() => String, { description: 'The e-mail address of the account.' })
  @IsString()
  @IsNotEmpty({ message: 'Enter your e-mail address.' })
  @MaxLength(254)
  email!: string;
}

@InputType({ description: 'Somebody who makes an account for themselves.' })
export class RegisterInput {
  @Field(() => String, { description: 'The organization\'s name in addresses.' })
  @IsString()
  @IsNotEmpty({ message: 'Enter the organization.' })
  @MaxLength(100)
  organization!: string;

  @Field(() => String, { description: 'Their name.' })
  @IsString()
  @IsNotEmpty({ message: 'Enter your name.' })
  @MaxLength(200)
  name!: string;

  @Field(() => String, { description: 'The e-mail address to sign in with; a link goes there.' })
  @IsString()
  @IsNotEmpty({ message: 'Enter your e-mail address.' })
  @MaxLength(254)
  email!: string;
}

@InputType({ description: 'Somebody who founds an organization.' })
export class SignUpInput {
  @Field(() => String, { description: 'What the organization is called.' })
  @IsString()
  @IsNotEmpty({ message: 'Enter what your organization is called.' })
  @MaxLength(200)
  organization!: string;

  @Field(() => String, { description: 'The name of its first administrator.' })
  @IsString()
  @IsNotEmpty({ message: 'Enter your name.' })
  @MaxLength(200)
  name!: string;

  @Field(() => String, { description: 'Their e-mail address; a link goes there.' })
  @IsString()
  @IsNotEmpty({ message: 'Enter your e-mail address.' })
  @MaxLength(254)
  email!: string;
}
