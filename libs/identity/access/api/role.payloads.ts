import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { Connection, MutationPayload } from '@throughline/platform/graphql';
import { ReadArgs } from '@throughline/platform/read';
import { roleRead } from '../role.read.js';
import { RoleObject } from './role.object.js';

@ObjectType({ description: 'A page of roles.' })
export class RoleConnection extends Connection(RoleObject, 'Role') {}

@ArgsType()
export class RolesArgs extends ReadArgs(roleRead) {}

/** The role after the operation. */
@ObjectType({ isAbstract: true })
abstract class OneRole extends MutationPayload {
  @Field(() => RoleObject, { nullable: true, description: 'The role; null when something was refused.' })
  role?: RoleObject | null;
}

@ObjectType({ description: 'What came of creating a role.' })
export class CreateRolePayload extends OneRole {}

@ObjectType({ description: 'What came of changing a role.' })
export class UpdateRolePayload extends OneRole {}

@ObjectType({ description: 'What came of setting a role\'s lines.' })
export class SetRoleGrantsPayload extends OneRole {}

@ObjectType({ description: 'What came of adding a line to a role.' })
export class GrantPermissionPayload extends OneRole {}

@ObjectType({ description: 'What came of taking a line from a role.' })
export class RevokePermissionPayload extends OneRole {}

@ObjectType({ description: 'What came of resetting a role.' })
export class ResetRoleToDefaultsPayload extends OneRole {}

@ObjectType({ description: 'What came of removing a role.' })
export class DeleteRolePayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'The removed role; null when something was refused.' })
  deletedId?: string | null;
}
