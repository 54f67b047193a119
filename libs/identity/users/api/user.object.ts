import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RoleObject, UserGrantObject, UserTierEnum } from '@throughline/identity/access';
import { DepartmentObject, TeamObject } from '@throughline/identity/departments';
import { DateTimeScalar } from '@throughline/platform/graphql';
import type { UserStatus } from '../user-account.entity.js';

export const UserStatusEnum = { INVITED: 'INVITED', ACTIVE: 'ACTIVE', INACTIVE: 'INACTIVE' } as const satisfies { [Status in UserStatus]: Status };
registerEnumType(UserStatusEnum, {
  name: 'UserStatus',
  description: 'Whether somebody can sign in.',
  valuesMap: {
    INVITED: { description: 'Has no password yet.' },
    ACTIVE: { description: 'Can sign in.' },
    INACTIVE: { description: 'Has left and cannot sign in.' },
  },
});

@ObjectType('UserRole', { description: 'A role that a person holds.' })
export class UserRoleObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => RoleObject, { nullable: true, description: 'The role.' })
  role!: RoleObject | null;

  @Field(() => DepartmentObject, { nullable: true, description: 'The only department (and those below) where it holds; null: wherever the person belongs.' })
  department!: DepartmentObject | null;
}

@ObjectType('User', { description: 'Somebody who can sign in: staff or a person of a customer.' })
export class UserObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you edit.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When the account was created.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last edited.' })
  updatedAt!: Date;

  @Field(() => String, { description: 'The person\'s name.' })
  name!: string;

  @Field(() => String, { description: 'The e-mail address to sign in with.' })
  email!: string;

  @Field(() => String, { nullable: true, description: 'Position in the company.' })
  title!: string | null;

  @Field(() => UserTierEnum, { description: 'From where and as what they sign in.' })
  tier!: UserTierEnum;

  @Field(() => UserStatusEnum, { description: 'Whether they can sign in.' })
  status!: UserStatus;

  @Field(() => ID, { nullable: true, description: 'Clients only: their customer.' })
  customerId!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When they last signed in.' })
  lastSignInAt!: Date | null;

  @Field(() => [DepartmentObject], { description: 'Departments they belong to.' })
  departments!: DepartmentObject[];

  @Field(() => [TeamObject], { description: 'Teams they work in.' })
  teams!: TeamObject[];

  @Field(() => [UserRoleObject], { description: 'Roles they hold.' })
  roles!: UserRoleObject[];

  @Field(() => [UserGrantObject], { nullable: true, description: 'Exceptions from their roles, as far as you may see them; also those that have run out.' })
  exceptions!: UserGrantObject[] | null;

  @Field(() => [String], { description: 'Fields that you may not see, or see masked.' })
  hiddenFields!: string[];
}
