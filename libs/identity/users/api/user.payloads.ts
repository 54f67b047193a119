import { ArgsType, Field, ObjectType } from '@nestjs/graphql';
import { Connection, MutationPayload } from '@throughline/platform/graphql';
import { ReadArgs } from '@throughline/platform/read';
import { userRead } from '../user.read.js';
import { UserObject } from './user.object.js';

@ObjectType({ description: 'A page of people.' })
export class UserConnection extends Connection(UserObject, 'User') {}

@ArgsType()
export class UsersArgs extends ReadArgs(userRead) {}

@ObjectType({ description: 'The person after the operation.' })
export class UserPayload extends MutationPayload {
  @Field(() => UserObject, { nullable: true, description: 'The person; null when something was refused.' })
  user?: UserObject | null;
}
