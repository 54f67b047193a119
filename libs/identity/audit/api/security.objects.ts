import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar, MutationPayload } from '@throughline/platform/graphql';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { MONITORED_KEYS, type MonitoredKey } from '../security-kinds.js';
import type { MonitoredAddress, MonitoredCount, MonitoredHour, MonitoredPerson, MonitoredTotal, SecurityOverview } from '../monitor/security-overview.service.js';
import type { SecurityThreshold } from '../monitor/thresholds.service.js';
import { ReviewDecision, type ReviewedAccess, type ReviewPage } from '../review/access-review.service.js';

export const MonitoredEnum = Object.fromEntries(MONITORED_KEYS.map((key) => [key, key])) as { [Key in MonitoredKey]: Key };
registerEnumType(MonitoredEnum, { name: 'SecurityConcern', description: 'What the security monitor counts.', valuesMap: {
  SIGN_IN_REFUSED: { description: 'Wrong passwords and codes, used-up tokens.' }, LOCKED_OUT: { description: 'Too many attempts.' }, NETWORK_REFUSED: { description: 'From a network that is not allowed.' },
  DEVICE_REFUSED: { description: 'From a device that is not registered.' }, NEW_DEVICE: { description: 'From a device that was not seen before.' }, ACCESS_REFUSED: { description: 'Operations without the right.' },
  PRIVILEGES_CHANGED: { description: 'Roles, grants, policies, keys, views as others.' }, EXPORTED: { description: 'Data taken out.' }, SENSITIVE_READ: { description: 'Sensitive records and unmasked fields read.' },
  ALERT: { description: 'Alerts.' },
} });
registerEnumType(ReviewDecision, { name: 'AccessReviewDecision', description: 'What a reviewer decides about a role.', valuesMap: {
  CONFIRMED: { description: 'They still need it.' }, REVOKED: { description: 'It was taken away.' },
} });

@ObjectType('SecurityCount', { description: 'How often something happened.' })
export class SecurityCountObject implements MonitoredCount {
  @Field(() => MonitoredEnum, { description: 'What.' }) key!: MonitoredKey;
  @Field(() => Int, { description: 'How often.' }) count!: number;
}

@ObjectType('SecurityTotal', { description: 'How often something happened in the whole time.' })
export class SecurityTotalObject extends SecurityCountObject implements MonitoredTotal {
  @Field(() => Int, { description: 'How often in as much time before.' }) before!: number;
  @Field(() => [String], { description: 'The kinds of entries of the audit log that are counted.' }) kinds!: string[];
}

@ObjectType('SecurityHour', { description: 'How often something happened in one hour.' })
export class SecurityHourObject extends SecurityCountObject implements MonitoredHour {
  @Field(() => DateTimeScalar, { description: 'When the hour began.' }) at!: Date;
}

@ObjectType('SecurityPerson', { description: 'Somebody it happened with.' })
export class SecurityPersonObject implements MonitoredPerson {
  @Field(() => ID, { description: 'The person.' }) userId!: string;
  @Field(() => String, { nullable: true, description: 'Their name, as far as you may see it.' }) name!: string | null;
  @Field(() => Int, { description: 'Everything together.' }) total!: number;
  @Field(() => [SecurityCountObject], { description: 'By what it was.' }) counts!: SecurityCountObject[];
}

@ObjectType('SecurityAddress', { description: 'An address it came from.' })
export class SecurityAddressObject implements MonitoredAddress {
  @Field(() => String, { description: 'The network address.' }) address!: string;
  @Field(() => Int, { description: 'Everything together.' }) total!: number;
  @Field(() => [SecurityCountObject], { description: 'By what it was.' }) counts!: SecurityCountObject[];
}

@ObjectType('SecurityOverview', { description: 'What threatened the organization lately. `recordChanges(subjects: ["security"])` tells when to load it again.' })
export class SecurityOverviewObject implements SecurityOverview {
  @Field(() => Int, { description: 'Hours back from now.' }) hours!: number;
  @Field(() => [SecurityTotalObject], { description: 'Of everything that is watched, zero or not.' }) totals!: SecurityTotalObject[];
  @Field(() => [SecurityHourObject], { description: 'Hour by hour, where something happened.' }) perHour!: SecurityHourObject[];
  @Field(() => [SecurityPersonObject], { description: 'The ten people with the most.' }) people!: SecurityPersonObject[];
  @Field(() => [SecurityAddressObject], { description: 'The ten addresses with the most.' }) addresses!: SecurityAddressObject[];
}

@ObjectType('SecurityThreshold', { description: 'When administrators are alerted.' })
export class SecurityThresholdObject implements SecurityThreshold {
  @Field(() => MonitoredEnum, { description: 'Of what.' }) key!: MonitoredKey;
  @Field(() => Int, { description: 'From so many on.' }) most!: number;
  @Field(() => Int, { description: 'Within so many minutes; no second alert in that time.' }) minutes!: number;
  @Field(() => Boolean, { description: 'Whether it alerts at all.' }) active!: boolean;
  @Field(() => Int, { description: 'To be passed when it is changed; 0: never was.' }) version!: number;
}

@InputType({ description: 'A new threshold.' })
export class UpdateSecurityThresholdInput implements SecurityThreshold {
  @Field(() => MonitoredEnum, { description: 'Of what.' }) @IsIn(MONITORED_KEYS) key!: MonitoredKey;
  @Field(() => Int, { description: 'From so many on.' }) @IsInt() @Min(1) @Max(1_000_000) most!: number;
  @Field(() => Int, { description: 'Within so many minutes, at most a week.' }) @IsInt() @Min(1) @Max(10_080) minutes!: number;
  @Field(() => Boolean, { description: 'Whether it alerts at all.' }) @IsBoolean() active!: boolean;
  @Field(() => Int, { description: 'The version you saw.' }) @IsInt() version!: number;
}

@ObjectType({ description: 'The threshold after the change.' })
export class UpdateSecurityThresholdPayload extends MutationPayload {
  @Field(() => SecurityThresholdObject, { nullable: true, description: 'The threshold.' }) threshold?: SecurityThresholdObject | null;
}

@ObjectType('ReviewedAccess', { description: 'Somebody\'s role, as a reviewer looks at it.' })
export class ReviewedAccessObject implements ReviewedAccess {
  @Field(() => ID, { description: 'The assignment.' }) id!: string;
  @Field(() => ID, { description: 'The person.' }) userId!: string;
  @Field(() => String, { description: 'Their name.' }) userName!: string;
  @Field(() => String, { description: 'Their e-mail address.' }) userEmail!: string;
  @Field(() => String, { description: 'Their tier.' }) userTier!: string;
  @Field(() => String, { description: 'Whether the account is in use.' }) userStatus!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When they last signed in.' }) lastSignInAt!: Date | null;
  @Field(() => Boolean, { description: 'Did not sign in for 60 days.' }) dormant!: boolean;
  @Field(() => ID, { description: 'The role.' }) roleId!: string;
  @Field(() => String, { description: 'What the role is called.' }) roleName!: string;
  @Field(() => String, { nullable: true, description: 'The department it is bound to.' }) departmentName!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when they hold it.' }) since!: Date | null;
  @Field(() => ReviewDecision, { nullable: true, description: 'What was decided last.' }) decision!: ReviewDecision | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When that was.' }) decidedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Who decided it.' }) decidedByName!: string | null;
  @Field(() => Boolean, { description: 'Nobody has looked at it for 90 days.' }) due!: boolean;
}

@ObjectType('AccessReview', { description: 'Who holds which role.' })
export class AccessReviewObject implements ReviewPage {
  @Field(() => [ReviewedAccessObject], { description: 'The entries of this page.' }) nodes!: ReviewedAccessObject[];
  @Field(() => ID, { nullable: true, description: 'What to pass as `after` for more; null when there are none.' }) olderThan!: string | null;
  @Field(() => Int, { description: 'How many there are.' }) totalCount!: number;
  @Field(() => Int, { description: 'How many have to be looked at.' }) dueCount!: number;
  @Field(() => Int, { description: 'How many belong to people who do not sign in.' }) dormantCount!: number;
}

@InputType({ description: 'A decision about somebody\'s role.' })
export class DecideAccessReviewInput {
  @Field(() => ID, { description: 'The assignment.' }) @IsUUID() id!: string;
  @Field(() => ReviewDecision, { description: 'What is decided.' }) @IsIn(Object.values(ReviewDecision)) decision!: ReviewDecision;
  @Field(() => String, { nullable: true, description: 'Why.' }) @IsOptional() @IsString() @MaxLength(1000) note?: string | null;
}

@ObjectType({ description: 'What came of a decision.' })
export class DecideAccessReviewPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'The assignment.' }) id?: string | null;
}
