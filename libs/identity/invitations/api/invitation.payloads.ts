import { Field, ObjectType } from '@nestjs/graphql';
import { SignInPayload } from '@throughline/identity/auth';
import { UserObject } from '@throughline/identity/users';
import { MutationPayload } from '@throughline/platform/graphql';

@ObjectType('Invitation', { description: 'What the page of an invitation says before it is accepted.' })
export class InvitationObject {
  @Field(() => String, { description: 'Who invites.' })
  organizationName!: string;

  @Field(() => String, { description: 'Who is invited.' })
  name!: string;

  @Field(() => String, { description: 'The address they will sign in with.' })
  email!: string;
}

@ObjectType({ isAbstract: true })
abstract class InvitedUserPayload extends MutationPayload {
  @Field(() => UserObject, { nullable: true, description: 'The person; null when something was refused.' })
  user?: UserObject | null;
}

@ObjectType({ description: 'The person who was invited.' })
export class InviteUserPayload extends InvitedUserPayload {}

@ObjectType({ description: 'The person whose invitation was sent again.' })
export class ResendInvitationPayload extends InvitedUserPayload {}

@ObjectType({ description: 'The person whose invitation was withdrawn.' })
export class WithdrawInvitationPayload extends InvitedUserPayload {}

@ObjectType({ description: 'The session of the person who accepted, or what is still to prove before there is one.' })
export class AcceptInvitationPayload extends SignInPayload {}

@ObjectType({ description: 'Says the same whether there is such an account or not.' })
export class RequestSignInLinkPayload extends MutationPayload {}

@ObjectType({ description: 'The session that the link opened, or what is still to prove before there is one.' })
export class SignInWithLinkPayload extends SignInPayload {}

@ObjectType({ description: 'Says the same whether the address has an account already or not.' })
export class RegisterPayload extends MutationPayload {}

@ObjectType({ description: 'Says the same whether the address has an account already or not.' })
export class SignUpPayload extends MutationPayload {}
