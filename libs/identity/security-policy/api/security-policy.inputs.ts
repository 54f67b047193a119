import { Field, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsBoolean, IsEnum, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import type { PolicyChanges } from '../security-policy.service.js';
import type { PersonTier, RiskAnswer, SessionLimits } from '../security-policy.js';
import { OptionalTierEnum, RiskAnswerEnum } from './security-policy.object.js';

@InputType({ description: 'How long sessions of a tier live: 15 minutes to a year.' })
export class SessionLimitsInput implements SessionLimits {
  @Field(() => Int, { description: 'Minutes without use.' })
  @IsInt()
  idleMinutes!: number;

  @Field(() => Int, { description: 'Minutes after sign-in, however much it is used.' })
  @IsInt()
  longestMinutes!: number;
}

@InputType({ description: 'Changes of the security policy; what is absent stays.' })
export class UpdateSecurityPolicyInput {
  @Field(() => Int, { description: 'The version that the caller saw.' })
  @IsInt()
  version!: number;

  @Field(() => [String], { nullable: true, description: 'Staff get in from these networks only: addresses or CIDR, IPv4 or IPv6.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  allowedNetworks?: string[];

  @Field(() => Boolean, { nullable: true, description: 'Administrators too get in from these networks only.' })
  @IsOptional()
  @IsBoolean()
  adminsNeedNetwork?: boolean;

  @Field(() => [OptionalTierEnum], { nullable: true, description: 'Who needs a second factor beside administrators.' })
  @IsOptional()
  @IsEnum(OptionalTierEnum, { each: true })
  secondFactorFor?: (keyof typeof OptionalTierEnum)[];

  @Field(() => Int, { nullable: true, description: 'Characters a password has at least, 12 to 128.' })
  @IsOptional()
  @IsInt()
  passwordMinLength?: number;

  @Field(() => Int, { nullable: true, description: 'So many earlier passwords cannot be chosen again, 0 to 24.' })
  @IsOptional()
  @IsInt()
  passwordHistory?: number;

  @Field(() => Boolean, { nullable: true, description: 'Refuse common and breached passwords.' })
  @IsOptional()
  @IsBoolean()
  passwordRefuseCommon?: boolean;

  @Field(() => SessionLimitsInput, { nullable: true, description: 'Sessions of administrators; shorter limits count for open sessions too.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => SessionLimitsInput)
  adminSessions?: SessionLimitsInput;

  @Field(() => SessionLimitsInput, { nullable: true, description: 'Sessions of staff.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => SessionLimitsInput)
  employeeSessions?: SessionLimitsInput;

  @Field(() => SessionLimitsInput, { nullable: true, description: 'Sessions of clients.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => SessionLimitsInput)
  clientSessions?: SessionLimitsInput;

  @Field(() => Boolean, { nullable: true, description: 'Staff sign in on approved devices only.' })
  @IsOptional()
  @IsBoolean()
  registeredDevicesRequired?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'People may make an account for themselves, with the lowest role.' })
  @IsOptional()
  @IsBoolean()
  selfRegistration?: boolean;

  @Field(() => [String], { nullable: true, description: 'Nobody signs in from these countries: two letters of ISO 3166.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(250)
  @IsString({ each: true })
  blockedCountries?: string[];

  @Field(() => RiskAnswerEnum, { nullable: true, description: 'What happens when a session shows up from another program or an impossible place.' })
  @IsOptional()
  @IsEnum(RiskAnswerEnum)
  riskAnswer?: RiskAnswer;
}

/** Null is as good as absent: nothing of a policy can be emptied. */
export function policyChanges({ version: _version, adminSessions, employeeSessions, clientSessions, ...rest }: UpdateSecurityPolicyInput): PolicyChanges {
  const sessions = Object.entries({ ADMIN: adminSessions, EMPLOYEE: employeeSessions, CLIENT: clientSessions }).filter(([, limits]) => limits != null);
  const changes = Object.fromEntries(Object.entries(rest).filter(([, value]) => value != null)) as PolicyChanges;
  return { ...changes, ...(sessions.length > 0 ? { sessions: Object.fromEntries(sessions) as Partial<Record<PersonTier, SessionLimits>> } : {}) };
}
