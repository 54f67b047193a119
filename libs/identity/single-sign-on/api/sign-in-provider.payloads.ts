import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Connection, MutationPayload } from '@throughline/platform/graphql';
import { ReadArgs } from '@throughline/platform/read';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsUUID, MaxLength } from 'class-validator';
import type { ProviderKind, ProviderTier } from '../sign-in-provider.entity.js';
import { signInProviderRead } from '../sign-in-provider.read.js';
import { SignInProviderKindEnum, SignInProviderObject, SignInProviderTierEnum } from './sign-in-provider.object.js';

@ObjectType({ description: 'A page of sign-in providers.' })
export class SignInProviderConnection extends Connection(SignInProviderObject, 'SignInProvider') {}

@ArgsType()
export class SignInProvidersArgs extends ReadArgs(signInProviderRead) {}

@InputType({ isAbstract: true })
abstract class ProviderInput {
  @Field(() => String, { nullable: true, description: 'OIDC: the client id.' })
  @IsOptional()
  @MaxLength(500)
  clientId?: string | null;

  @Field(() => String, { nullable: true, description: 'OIDC: the client secret; kept sealed, shown to nobody. Absent: the one there is; null: none, a public client.' })
  @IsOptional()
  @MaxLength(2_000)
  clientSecret?: string | null;

  @Field(() => String, { nullable: true, description: 'SAML: where people are sent (HTTP-Redirect binding).' })
  @IsOptional()
  @MaxLength(2_000)
  signInAddress?: string | null;

  @Field(() => String, { nullable: true, description: 'SAML: the XML that the identity provider publishes. Gives entity id, sign-in address and certificates where they are absent.' })
  @IsOptional()
  @MaxLength(200_000)
  metadata?: string | null;

  @Field(() => [String], { nullable: true, description: 'SAML: certificates with which assertions are signed, PEM; several while they change.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5)
  @MaxLength(10_000, { each: true })
  certificates?: string[];

  @Field(() => [String], { nullable: true, description: 'E-mail domains of the people who sign in by it. SAML asks for at least one.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @MaxLength(253, { each: true })
  emailDomains?: string[];

  @Field(() => [SignInProviderTierEnum], { nullable: true, description: 'Who may sign in by it; employees when absent.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(3)
  @IsIn(Object.values(SignInProviderTierEnum), { each: true })
  tiers?: ProviderTier[];

  @Field(() => Boolean, { nullable: true, description: 'Whether its word that a second factor was given counts.' })
  @IsOptional()
  @IsBoolean()
  trustsSecondFactor?: boolean;

  @Field(() => ID, { nullable: true, description: 'Makes accounts with this role for people of its domains; null = makes none.' })
  @IsOptional()
  @IsUUID()
  provisionRoleId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is in use; true when absent.' })
  @IsOptional()
  @IsBoolean()
  active?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'SAML: whether only assertions encrypted to us are believed; false when absent.' })
  @IsOptional()
  @IsBoolean()
  requiresEncryption?: boolean;
}

@InputType({ description: 'A new provider of single sign-on.' })
export class CreateSignInProviderInput extends ProviderInput {
  @Field(() => SignInProviderKindEnum, { description: 'How it is spoken to; stays.' })
  @IsIn(Object.values(SignInProviderKindEnum))
  kind!: ProviderKind;

  @Field(() => String, { description: 'Stands on the button of the sign-in page.' })
  @MaxLength(100)
  name!: string;

  @Field(() => String, { nullable: true, description: 'OIDC: the issuer\'s address. SAML: the identity provider\'s entity id, unless the metadata gives it.' })
  @IsOptional()
  @MaxLength(2_000)
  issuer?: string | null;
}

@InputType({ description: 'Changed facts of a provider; what is absent stays.' })
export class UpdateSignInProviderInput extends ProviderInput {
  @Field(() => ID, { description: 'The provider.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  @IsOptional()
  @MaxLength(100)
  name?: string;

  @Field(() => String, { nullable: true, description: 'Its issuer; with another one everybody is matched anew.' })
  @IsOptional()
  @MaxLength(2_000)
  issuer?: string;
}

@InputType({ description: 'The SAML provider that gets a new key.' })
export class RotateSignInProviderKeyInput {
  @Field(() => ID, { description: 'The provider.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether what is encrypted to the key before still opens for 30 days. Say no when that key may be known to others.' })
  @IsBoolean()
  acceptFormer!: boolean;
}

@InputType({ description: 'The provider to remove.' })
export class DeleteSignInProviderInput {
  @Field(() => ID, { description: 'The provider.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;
}

@ObjectType({ isAbstract: true })
abstract class ProviderPayload extends MutationPayload {
  @Field(() => SignInProviderObject, { nullable: true, description: 'The provider; null when something was refused.' })
  signInProvider?: SignInProviderObject | null;
}

@ObjectType({ description: 'The provider that was added.' })
export class CreateSignInProviderPayload extends ProviderPayload {}

@ObjectType({ description: 'The provider that was changed.' })
export class UpdateSignInProviderPayload extends ProviderPayload {}

@ObjectType({ description: 'The provider with its new key.' })
export class RotateSignInProviderKeyPayload extends ProviderPayload {}

@ObjectType({ description: 'The provider that was removed.' })
export class DeleteSignInProviderPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'Its id; null when something was refused.' })
  id?: string | null;
}
