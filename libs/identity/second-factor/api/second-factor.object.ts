import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, MutationPayload } from '@throughline/platform/graphql';
import { IsNotEmpty, IsString, IsUUID, MaxLength } from 'class-validator';

@ObjectType('SecondFactorEnrolment', { description: 'What an authenticator is set up with; shown once.' })
export class EnrolmentObject {
  @Field(() => String, { description: 'For typing: base32.' })
  secret!: string;

  @Field(() => String, { description: 'For a QR code: otpauth://totp/...' })
  uri!: string;
}

@ObjectType('SecondFactor', { description: 'One\'s own second factor.' })
export class SecondFactorObject {
  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it is in use; null when there is none.' })
  enrolledAt!: Date | null;

  @Field(() => Int, { description: 'Recovery codes that were not used yet.' })
  recoveryCodesLeft!: number;

  @Field(() => Boolean, { description: 'The organization demands one, so it cannot be removed.' })
  demanded!: boolean;
}

@ObjectType({ description: 'The authenticator that waits for its first code.' })
export class BeginSecondFactorPayload extends MutationPayload {
  @Field(() => EnrolmentObject, { nullable: true, description: 'Null when something was refused.' })
  enrolment?: EnrolmentObject | null;
}

@ObjectType({ description: 'The authenticator that is in use now.' })
export class ConfirmSecondFactorPayload extends MutationPayload {
  @Field(() => [String], { nullable: true, description: 'For the day the authenticator is lost; shown once, each good once.' })
  recoveryCodes?: string[] | null;
}

@ObjectType({ description: 'New recovery codes; the earlier ones are worth nothing.' })
export class RenewRecoveryCodesPayload extends MutationPayload {
  @Field(() => [String], { nullable: true, description: 'Shown once, each good once.' })
  recoveryCodes?: string[] | null;
}

@ObjectType({ description: 'Signing in no longer asks for a code.' })
export class RemoveSecondFactorPayload extends MutationPayload {}

@ObjectType({ description: 'The person sets up a new authenticator at their next sign-in, where one is demanded.' })
export class ResetSecondFactorPayload extends MutationPayload {}

@InputType({ description: 'The first code of a new authenticator.' })
export class ConfirmSecondFactorInput {
  @Field(() => String, { description: 'Six digits.' })
  @IsString()
  @IsNotEmpty({ message: 'Enter the code that your authenticator shows.' })
  @MaxLength(40)
  code!: string;
}

@InputType({ description: 'Whose authenticator is lost.' })
export class ResetSecondFactorInput {
  @Field(() => ID, { description: 'The person.' })
  @IsUUID(undefined, { message: 'This is no id.' })
  userId!: string;
}
