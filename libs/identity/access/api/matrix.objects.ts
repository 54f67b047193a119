import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Effect, Scope } from '@throughline/platform/access';
import { GrantEffectEnum, GrantScopeEnum, RoleGrantObject } from './grant-line.object.js';
import { UserTierEnum } from './role.object.js';

@ObjectType('Permission', { description: 'Something that can be allowed.' })
export class PermissionObject {
  @Field(() => String, { description: 'Its name: deal.win.' })
  name!: string;

  @Field(() => String, { description: 'The action: win.' })
  action!: string;

  @Field(() => String, { description: 'What it means.' })
  meaning!: string;

  @Field(() => [GrantScopeEnum], { description: 'How far you may give it without conditions: nobody gives what they do not hold as far themselves.' })
  grantable!: Scope[];
}

@ObjectType('PermissionSubject', { description: 'A kind of record with its permissions, and what a line about it can say.' })
export class PermissionSubjectObject {
  @Field(() => String, { description: 'Its name: deal.' })
  name!: string;

  @Field(() => String, { description: 'What people call one of them.' })
  label!: string;

  @Field(() => [GrantScopeEnum], { description: 'Scopes that reach something of it, for staff.' })
  scopes!: Scope[];

  @Field(() => [GrantScopeEnum], { description: 'Scopes for roles of clients.' })
  clientScopes!: Scope[];

  @Field(() => [String], { description: 'Fields that a rule can hide.' })
  hideable!: string[];

  @Field(() => [String], { description: 'Fields that a rule can mask.' })
  maskable!: string[];

  @Field(() => [String], { description: 'The states its records can have, for conditions.' })
  states!: string[];

  @Field(() => Boolean, { description: 'Whether conditions can speak of its state.' })
  hasState!: boolean;

  @Field(() => Boolean, { description: 'Whether conditions can speak of its amount.' })
  hasAmount!: boolean;

  @Field(() => [PermissionObject], { description: 'Its permissions.' })
  permissions!: PermissionObject[];
}

@ObjectType('MatrixLine', { description: 'A line in a cell.' })
export class MatrixLineObject extends RoleGrantObject {
  @Field(() => String, { nullable: true, description: 'The role it is inherited from; null: the role\'s own.' })
  inheritedFrom!: string | null;
}

@ObjectType('MatrixCell', { description: 'What a role has of one permission.' })
export class MatrixCellObject {
  @Field(() => String, { description: 'The permission.' })
  permission!: string;

  @Field(() => [MatrixLineObject], { description: 'Its lines, the role\'s own first. A denial wins over all others.' })
  lines!: MatrixLineObject[];
}

@ObjectType('MatrixRole', { description: 'A column of the matrix.' })
export class MatrixRoleObject {
  @Field(() => ID, { description: 'The role.' })
  id!: string;

  @Field(() => Int, { description: 'Its version, for edits.' })
  version!: number;

  @Field(() => String, { description: 'Name for programs.' })
  key!: string;

  @Field(() => String, { description: 'Name for people.' })
  name!: string;

  @Field(() => [UserTierEnum], { description: 'Tiers whose people may hold it.' })
  tiers!: string[];

  @Field(() => Boolean, { description: 'Whether it came with the product.' })
  builtin!: boolean;

  @Field(() => Boolean, { description: 'Whether you may edit its cells.' })
  editable!: boolean;

  @Field(() => [MatrixCellObject], { description: 'Cells with at least one line; the others are empty.' })
  cells!: MatrixCellObject[];
}

@ObjectType('PermissionMatrix', { description: 'Roles by permissions.' })
export class PermissionMatrixObject {
  @Field(() => [PermissionSubjectObject], { description: 'The rows, by what they are about.' })
  subjects!: PermissionSubjectObject[];

  @Field(() => [MatrixRoleObject], { description: 'The columns.' })
  roles!: MatrixRoleObject[];
}

@ObjectType('AccessReason', { description: 'One line that says something about it.' })
export class AccessReasonObject {
  @Field(() => GrantEffectEnum, { description: 'What it does.' })
  effect!: Effect;

  @Field(() => Boolean, { description: 'Whether it applies to this record, now.' })
  applies!: boolean;

  @Field(() => String, { description: 'Where it comes from and why it applies or not.' })
  sentence!: string;
}

@ObjectType('AccessAnswer', { description: 'Whether somebody may, and why.' })
export class AccessAnswerObject {
  @Field(() => Boolean, { description: 'Whether they may; networks are not judged, because they are a fact of a request.' })
  allowed!: boolean;

  @Field(() => String, { description: 'The answer in a sentence.' })
  sentence!: string;

  @Field(() => [AccessReasonObject], { description: 'Every line they hold of it.' })
  reasons!: AccessReasonObject[];

  @Field(() => [String], { description: 'Fields of the record that are hidden from them.' })
  hiddenFields!: string[];

  @Field(() => [String], { description: 'Fields that they see masked.' })
  maskedFields!: string[];
}
