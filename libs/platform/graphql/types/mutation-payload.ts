import { Field, ObjectType } from '@nestjs/graphql';
import { UserError } from './user-error.object.js';

/**
 * The base of every mutation's payload: `class QualifyLeadPayload extends MutationPayload { lead }`. Resolvers return
 * only their record; `errors` is filled from refusals and is empty on success.
 */
@ObjectType({ isAbstract: true })
export abstract class MutationPayload {
  @Field(() => [UserError], { description: 'What was wrong; nothing was changed unless this is empty.' })
  errors?: UserError[];
}
