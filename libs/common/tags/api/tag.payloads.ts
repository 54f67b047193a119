import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { Connection, MutationPayload } from '@throughline/platform/graphql';
import { ReadArgs } from '@throughline/platform/read';
import { tagRead } from '../tag.read.js';
import { TagObject } from './tag.object.js';

@ObjectType({ description: 'A page of tags.' })
export class TagConnection extends Connection(TagObject, 'Tag') {}

@ArgsType()
export class TagsArgs extends ReadArgs(tagRead) {}

@ObjectType({ isAbstract: true })
abstract class TagPayload extends MutationPayload {
  @Field(() => TagObject, { nullable: true, description: 'The tag; null when something was refused.' })
  tag?: TagObject | null;
}

@ObjectType({ description: 'The new tag.' })
export class CreateTagPayload extends TagPayload {}

@ObjectType({ description: 'The changed tag.' })
export class UpdateTagPayload extends TagPayload {}

@ObjectType({ description: 'The tag that stays.' })
export class MergeTagsPayload extends TagPayload {}

@ObjectType({ description: 'The tag that is gone.' })
export class DeleteTagPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'Its id; null when something was refused.' })
  id?: string | null;
}
