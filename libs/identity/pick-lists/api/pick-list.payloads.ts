import { ArgsType, Field, ObjectType } from '@nestjs/graphql';
import { Connection, MutationPayload } from '@throughline/platform/graphql';
import { ReadArgs } from '@throughline/platform/read';
import { pickListItemRead } from '../pick-list.read.js';
import { PickListItemObject } from './pick-list.object.js';

@ObjectType({ description: 'A page of choices.' })
export class PickListItemConnection extends Connection(PickListItemObject, 'PickListItem') {}

@ArgsType()
export class PickListItemsArgs extends ReadArgs(pickListItemRead) {}

@ObjectType({ isAbstract: true })
abstract class PickListItemPayload extends MutationPayload {
  @Field(() => PickListItemObject, { nullable: true, description: 'The choice; null when something was refused.' })
  item?: PickListItemObject | null;
}

@ObjectType({ description: 'The new choice.' })
export class CreatePickListItemPayload extends PickListItemPayload {}

@ObjectType({ description: 'The renamed choice.' })
export class RenamePickListItemPayload extends PickListItemPayload {}

@ObjectType({ description: 'The choice that is not offered any more.' })
export class ArchivePickListItemPayload extends PickListItemPayload {}

@ObjectType({ description: 'The choice that is offered again.' })
export class RestorePickListItemPayload extends PickListItemPayload {}

@ObjectType({ description: 'The list that was put in order; read its choices anew.' })
export class OrderPickListItemsPayload extends MutationPayload {
  @Field(() => String, { nullable: true, description: 'Key of the list; null when something was refused.' })
  list?: string | null;
}
