import { Field, InputType } from '@nestjs/graphql';
import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

@InputType({ description: 'Your present password and the new one.' })
export class ChangePasswordInput {
  @Field(() => String, { nullable: true, description: 'The present one; left out only by who has none yet.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  currentPassword?: string | null;

  @Field(() => String, { description: 'The new one; the organization\'s policy says how long it must be.' })
  @IsString()
  @IsNotEmpty({ message: 'Enter a new password.' })
  @MaxLength(1_000)
  newPassword!: string;
}

@InputType({ description: 'Who wants a new password.' })
export class RequestPasswordResetInput {
  @Field(() => String, { description: 'The e-mail address they sign in with.' })
  @IsString()
  @IsNotEmpty({ message: 'Enter your e-mail address.' })
  @MaxLength(254)
  email!: string;
}

@InputType({ description: 'A mailed link and the new password.' })
export class ResetPasswordInput {
  @Field(() => String, { description: 'What stands behind the # in the mailed address.' })
  @IsString()
  @IsNotEmpty({ message: 'This address is not complete. Open the link in the mail again.' })
  @MaxLength(200)
  token!: string;

  @Field(() => String, { description: 'The new password.' })
  @IsString()
  @IsNotEmpty({ message: 'Enter a new password.' })
  @MaxLength(1_000)
  password!: string;
}
