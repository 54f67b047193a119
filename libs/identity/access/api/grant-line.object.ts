import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Effect, Scope } from '@throughline/platform/access';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';

export const GrantScopeEnum = { OWN: 'OWN', ASSIGNED: 'ASSIGNED', TEAM: 'TEAM', DEPARTMENT: 'DEPARTMENT', ORGANIZATION: 'ORGANIZATION', CUSTOMER: 'CUSTOMER' } as const satisfies { [Each in Scope]: Each };
registerEnumType(GrantScopeEnum, {
  name: 'GrantScope',
  description: 'Which records a grant reaches.',
  valuesMap: {
    OWN: { description: 'Those the person owns.' }, ASSIGNED: { description: 'Those they own or work on.' }, TEAM: { description: 'Those of their teams.' },
    DEPARTMENT: { description: 'Those of their departments and all below; of the role\'s department where it is bound to one.' },
    ORGANIZATION: { description: 'All of the organization.' }, CUSTOMER: { description: 'Those of the client\'s own customer; the clients\' only scope.' },
  },
});

export const GrantEffectEnum = { ALLOW: 'ALLOW', DENY: 'DENY', MASK: 'MASK' } as const satisfies { [Each in Effect]: Each };
registerEnumType(GrantEffectEnum, {
  name: 'GrantEffect',
  description: 'What a grant does.',
  valuesMap: {
    ALLOW: { description: 'Allows; with fields, these only.' }, DENY: { description: 'Denies, whatever else allows; with fields, hides these or makes them read-only.' },
    MASK: { description: 'Shows the fields masked.' },
  },
});

@ObjectType('GrantHours', { description: 'A time of the week in the organization\'s zone.' })
@InputType('GrantHoursInput', { description: 'A time of the week in the organization\'s zone.' })
export class GrantHoursObject {
  @Field(() => [Int], { description: 'Days on which it begins: 1 Monday to 7 Sunday.' })
  @IsArray()
  @ArrayMaxSize(7)
  @IsInt({ each: true })
  days!: number[];

  @Field(() => String, { description: 'From when: 08:30.' })
  @IsString()
  @MaxLength(5)
  from!: string;

  @Field(() => String, { description: 'Until when; before `from` means the next morning.' })
  @IsString()
  @MaxLength(5)
  to!: string;
}

@ObjectType('GrantConditions', { description: 'What must be so for a grant to count; all that are given.' })
export class GrantConditionsObject {
  @Field(() => [String], { nullable: true, description: 'The caller\'s address lies in one of these networks (CIDR).' })
  networks!: string[] | null;

  @Field(() => [GrantHoursObject], { nullable: true, description: 'It is one of these times.' })
  hours!: GrantHoursObject[] | null;

  @Field(() => [String], { nullable: true, description: 'The record\'s state is one of these.' })
  states!: string[] | null;

  @Field(() => String, { nullable: true, description: 'The record\'s amount in minor units is at least this.' })
  amountAtLeast!: string | null;

  @Field(() => String, { nullable: true, description: 'The record\'s amount in minor units is at most this.' })
  amountAtMost!: string | null;
}

@ObjectType('RoleGrant', { description: 'One line of a role.' })
export class RoleGrantObject {
  @Field(() => ID, { description: 'The line\'s id.' })
  id!: string;

  @Field(() => String, { description: 'The permission: deal.win.' })
  permission!: string;

  @Field(() => GrantScopeEnum, { description: 'Which records it reaches.' })
  scope!: Scope;

  @Field(() => GrantEffectEnum, { description: 'What it does.' })
  effect!: Effect;

  @Field(() => [String], { nullable: true, description: 'Only these fields; all when null.' })
  fields!: string[] | null;

  @Field(() => GrantConditionsObject, { nullable: true, description: 'What must be so; null = nothing.' })
  conditions!: GrantConditionsObject | null;
}

@InputType({ description: 'What must be so for a grant to count; all that are given.' })
export class GrantConditionsInput {
  @Field(() => [String], { nullable: true, description: 'Networks in CIDR notation.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @MaxLength(50, { each: true })
  networks?: string[] | null;

  @Field(() => [GrantHoursObject], { nullable: true, description: 'Times of the week.' })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => GrantHoursObject)
  hours?: GrantHoursObject[] | null;

  @Field(() => [String], { nullable: true, description: 'States of the record.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @MaxLength(50, { each: true })
  states?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Least amount in minor units.' })
  @IsOptional()
  @Matches(/^\d{1,18}$/, { message: 'An amount is a whole number of minor units (cents).' })
  amountAtLeast?: string | null;

  @Field(() => String, { nullable: true, description: 'Greatest amount in minor units.' })
  @IsOptional()
  @Matches(/^\d{1,18}$/, { message: 'An amount is a whole number of minor units (cents).' })
  amountAtMost?: string | null;
}

@InputType({ description: 'A line of a role, or an exception.' })
export class GrantLineInput {
  @Field(() => String, { description: 'The permission: deal.win.' })
  @MaxLength(100)
  permission!: string;

  @Field(() => GrantScopeEnum, { description: 'Which records it reaches.' })
  @IsIn(Object.values(GrantScopeEnum))
  scope!: Scope;

  @Field(() => GrantEffectEnum, { nullable: true, description: 'ALLOW when absent.' })
  @IsOptional()
  @IsIn(Object.values(GrantEffectEnum))
  effect?: Effect | null;

  @Field(() => [String], { nullable: true, description: 'Only these fields.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @MaxLength(100, { each: true })
  fields?: string[] | null;

  @Field(() => GrantConditionsInput, { nullable: true, description: 'What must be so.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => GrantConditionsInput)
  conditions?: GrantConditionsInput | null;
}
