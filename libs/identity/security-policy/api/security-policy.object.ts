import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MutationPayload } from '@throughline/platform/graphql';
import { NetworkList } from '../networks.js';
import type { RiskAnswer, SecurityPolicy } from '../security-policy.js';

export const RiskAnswerEnum = { STEP_UP: 'STEP_UP', END: 'END' } as const;
registerEnumType(RiskAnswerEnum, {
  name: 'RiskAnswer',
  description: 'What happens when a session shows up from another program or an impossible place.',
  valuesMap: {
    STEP_UP: { description: 'It asks for a code; without a second factor it ends.' },
    END: { description: 'It ends.' },
  },
});

export const OptionalTierEnum = { EMPLOYEE: 'EMPLOYEE', CLIENT: 'CLIENT' } as const;
registerEnumType(OptionalTierEnum, {
  name: 'OptionalSecondFactorTier',
  description: 'Tiers for which a second factor is the organization\'s choice; administrators always need one.',
  valuesMap: { EMPLOYEE: { description: 'Staff.' }, CLIENT: { description: 'People of customers.' } },
});

@ObjectType('SessionLimits', { description: 'How long sessions of a tier live.' })
export class SessionLimitsObject {
  @Field(() => Int, { description: 'A session ends after so many minutes without use.' })
  idleMinutes!: number;

  @Field(() => Int, { description: 'A session ends so many minutes after sign-in, however much it is used.' })
  longestMinutes!: number;
}

@ObjectType('SecurityPolicy', { description: 'How people of the organization get in and stay in.' })
export class SecurityPolicyObject {
  @Field(() => Int, { description: 'Goes into the next change.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'The address from which you ask now, as the networks are compared with it; null when it is not known.' })
  presentAddress!: string | null;

  @Field(() => Boolean, { description: 'Whether that address lies in one of the allowed networks.' })
  presentAddressInside!: boolean;

  @Field(() => [String], { description: 'Staff get in from these networks only, in CIDR notation.' })
  allowedNetworks!: readonly string[];

  @Field(() => Boolean, { description: 'Administrators too get in from these networks only.' })
  adminsNeedNetwork!: boolean;

  @Field(() => [OptionalTierEnum], { description: 'Who needs a second factor beside administrators, who always do.' })
  secondFactorFor!: readonly (keyof typeof OptionalTierEnum)[];

  @Field(() => Int, { description: 'Characters a password has at least.' })
  passwordMinLength!: number;

  @Field(() => Int, { description: 'So many earlier passwords cannot be chosen again.' })
  passwordHistory!: number;

  @Field(() => Boolean, { description: 'Common and breached passwords are refused.' })
  passwordRefuseCommon!: boolean;

  @Field(() => SessionLimitsObject, { description: 'Sessions of administrators.' })
  adminSessions!: SessionLimitsObject;

  @Field(() => SessionLimitsObject, { description: 'Sessions of staff.' })
  employeeSessions!: SessionLimitsObject;

  @Field(() => SessionLimitsObject, { description: 'Sessions of clients.' })
  clientSessions!: SessionLimitsObject;

  @Field(() => Boolean, { description: 'Staff sign in on approved devices only.' })
  registeredDevicesRequired!: boolean;

  @Field(() => Boolean, { description: 'People may make an account for themselves, with the lowest role.' })
  selfRegistration!: boolean;

  @Field(() => [String], { description: 'Nobody signs in from these countries: two letters of ISO 3166.' })
  blockedCountries!: readonly string[];

  @Field(() => RiskAnswerEnum, { description: 'What happens when a session shows up from another program or an impossible place.' })
  riskAnswer!: RiskAnswer;
}

@ObjectType({ description: 'The policy that was changed.' })
export class UpdateSecurityPolicyPayload extends MutationPayload {
  @Field(() => SecurityPolicyObject, { nullable: true, description: 'As it is now; null when something was refused.' })
  securityPolicy?: SecurityPolicyObject | null;
}

/** @param address from which the reader asks */
export function policyObject({ sessions, ...policy }: SecurityPolicy, address: string | null): SecurityPolicyObject {
  return {
    ...policy, presentAddress: address, presentAddressInside: new NetworkList(policy.allowedNetworks).includes(address),
    adminSessions: sessions.ADMIN, employeeSessions: sessions.EMPLOYEE, clientSessions: sessions.CLIENT,
  };
}
