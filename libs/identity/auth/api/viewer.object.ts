import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { UserTierEnum } from '@throughline/identity/access';
import { DepartmentKindEnum, type DepartmentKind } from '@throughline/identity/departments';
import { OrganizationObject } from '@throughline/identity/organizations';
import { DateTimeScalar } from '@throughline/platform/graphql';

@ObjectType('ViewerRole', { description: 'A role that the signed-in person holds.' })
export class ViewerRoleObject {
  @Field(() => ID, { description: 'The role\'s id.' })
  id!: string;

  @Field(() => String, { description: 'Name for programs: SALES_MANAGER.' })
  key!: string;

  @Field(() => String, { description: 'Name for people.' })
  name!: string;
}

@ObjectType('ViewerDepartment', { description: 'A department that the signed-in person belongs to.' })
export class ViewerDepartmentObject {
  @Field(() => ID, { description: 'The department\'s id.' })
  id!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => DepartmentKindEnum, { description: 'What it is for.' })
  kind!: DepartmentKind;
}

export const ViewingKindEnum = { USER: 'USER', ROLE: 'ROLE' } as const;
registerEnumType(ViewingKindEnum, { name: 'ViewingKind', description: 'As whom one views.', valuesMap: { USER: { description: 'A person.' }, ROLE: { description: 'A role.' } } });

@ObjectType('Viewing', { description: 'A session that looks at the product as somebody else may, reading only: show it in a banner with the way out (endViewAs).' })
export class ViewingObject {
  @Field(() => ViewingKindEnum, { description: 'A person or a role.' })
  kind!: 'USER' | 'ROLE';

  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => UserTierEnum, { description: 'What the screens should be drawn for: clients use the portal.' })
  tier!: string;

  @Field(() => ID, { nullable: true, description: 'Clients only: their customer.' })
  customerId!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it ends by itself.' })
  until!: Date;
}

@ObjectType('Viewer', { description: 'The person who is signed in.' })
export class ViewerObject {
  @Field(() => ID, { description: 'The person\'s id.' })
  id!: string;

  @Field(() => String, { description: 'The person\'s name.' })
  name!: string;

  @Field(() => String, { description: 'The e-mail address they sign in with.' })
  email!: string;

  @Field(() => String, { nullable: true, description: 'Position in the company.' })
  title!: string | null;

  @Field(() => UserTierEnum, { description: 'From where and as what they sign in; clients use the portal.' })
  tier!: UserTierEnum;

  @Field(() => OrganizationObject, { description: 'The organization they belong to.' })
  organization!: OrganizationObject;

  @Field(() => [ViewerRoleObject], { description: 'Roles they hold.' })
  roles!: ViewerRoleObject[];

  @Field(() => [ViewerDepartmentObject], { description: 'Departments they belong to.' })
  departments!: ViewerDepartmentObject[];

  @Field(() => [String], { description: 'Permissions they hold somewhere: "deal.win". Each record says itself what may be done with it.' })
  permissions!: string[];

  @Field(() => ID, { nullable: true, description: 'Clients only: their customer.' })
  customerId!: string | null;

  @Field(() => ViewingObject, { nullable: true, description: 'Present while the session views as somebody else; permissions are then theirs.' })
  viewing!: ViewingObject | null;
}
