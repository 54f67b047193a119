import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RoleGrantObject } from './grant-line.object.js';

/** Tiers of people and keys that sign in within an organization (product.md, "People"). */
export const UserTierEnum = { ADMIN: 'ADMIN', EMPLOYEE: 'EMPLOYEE', CLIENT: 'CLIENT', SERVICE: 'SERVICE' } as const;
export type UserTierEnum = (typeof UserTierEnum)[keyof typeof UserTierEnum];

registerEnumType(UserTierEnum, {
  name: 'UserTier',
  description: 'From where and as what somebody signs in.',
  valuesMap: {
    ADMIN: { description: 'Administrators of the organization.' },
    EMPLOYEE: { description: 'Staff of every department.' },
    CLIENT: { description: 'People of a customer: the portal only.' },
    SERVICE: { description: 'Programs of integrators.' },
  },
});

@ObjectType('Role', { description: 'A named set of permissions.' })
export class RoleObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => Int, { description: 'Changes with every edit.' })
  version!: number;

  @Field(() => String, { description: 'Name for programs: SALES_MANAGER.' })
  key!: string;

  @Field(() => String, { description: 'Name for people.' })
  name!: string;

  @Field(() => String, { description: 'What its holders do.' })
  description!: string;

  @Field(() => Boolean, { description: 'Whether it came with the product.' })
  builtin!: boolean;

  @Field(() => [String], { description: 'Tiers whose people may hold it.' })
  tiers!: string[];

  @Field(() => RoleObject, { nullable: true, description: 'The role whose permissions it inherits.' })
  parent!: RoleObject | null;

  @Field(() => [RoleGrantObject], { nullable: true, description: 'What it grants itself, without what it inherits.' })
  grants!: RoleGrantObject[] | null;

  @Field(() => Int, { nullable: true, description: 'How many people hold it.' })
  holders!: number | null;

  @Field(() => [String], { description: 'Fields that you may not see, or see masked.' })
  hiddenFields!: string[];
}
