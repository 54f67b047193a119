import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { Connection, MutationPayload } from '@throughline/platform/graphql';
import { ReadArgs } from '@throughline/platform/read';
import { userRead } from '../user.read.js';
import { UserObject } from './user.object.js';

@ObjectType({ description: 'A page of people.' })
export class UserConnection extends Connection(UserObject, 'User') {}

@ArgsType()
export class UsersArgs extends ReadArgs(userRead) {}

@ObjectType({ isAbstract: true })
abstract class UserPayload extends MutationPayload {
  @Field(() => UserObject, { nullable: true, description: 'The person; null when something was refused.' })
  user?: UserObject | null;
}

@ObjectType({ description: 'The new person.' })
export class CreateUserPayload extends UserPayload {}

@ObjectType({ description: 'The person after the edit.' })
export class UpdateUserPayload extends UserPayload {}

@ObjectType({ description: 'The person who has left.' })
export class DeactivateUserPayload extends UserPayload {}

@ObjectType({ description: 'The person who is back.' })
export class ReactivateUserPayload extends UserPayload {}

@ObjectType({ description: 'The person with the new roles.' })
export class SetUserRolesPayload extends UserPayload {}

@ObjectType('OpenRecords', { description: 'Open records of one kind that somebody holds.' })
export class OpenRecordsObject {
  @Field(() => String, { description: 'The kind: DEALS.' })
  kind!: string;

  @Field(() => String, { description: 'What they are: open deals.' })
  label!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}
