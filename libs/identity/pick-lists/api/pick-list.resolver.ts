import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, Reads, selectionOf } from '@throughline/platform/read';
import type { GraphQLResolveInfo } from 'graphql';
import { pickListPermissions } from '../pick-list.policy.js';
import { pickListItemRead } from '../pick-list.read.js';
import { PickListService } from '../pick-list.service.js';
import { ArchivePickListItemInput, CreatePickListItemInput, OrderPickListItemsInput, RenamePickListItemInput, RestorePickListItemInput } from './pick-list.inputs.js';
import { PickListItemObject, PickListObject } from './pick-list.object.js';
import {
  ArchivePickListItemPayload, CreatePickListItemPayload, OrderPickListItemsPayload, PickListItemConnection, PickListItemsArgs, RenamePickListItemPayload, RestorePickListItemPayload,
} from './pick-list.payloads.js';

/** Lists of choices. Each list names the permission that changes it; the service asks for it. */
@Resolver(() => PickListItemObject)
export class PickListResolver {
  constructor(
    private readonly lists: PickListService,
    private readonly reader: Reader,
  ) {}

  @Query(() => [PickListObject], { description: 'The lists of choices that fields offer.' })
  @Requires(pickListPermissions.read)
  pickLists(@CurrentActor() actor: Actor): PickListObject[] {
    return this.lists.lists(actor);
  }

  @Query(() => PickListItemConnection, { name: 'pickListItems', description: 'Choices; for a field filter by list and archived.' })
  @Requires(pickListPermissions.read)
  @Reads(pickListItemRead, 'connection')
  items(@CurrentActor() actor: Actor, @Args() args: PickListItemsArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, pickListItemRead, args, selectionOf(info));
  }

  @Mutation(() => CreatePickListItemPayload, { description: 'Adds a choice to the end of a list.' })
  @Requires(pickListPermissions.read)
  async createPickListItem(@CurrentActor() actor: Actor, @Args('input', { description: 'The choice.' }) input: CreatePickListItemInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.lists.create(actor, input), info);
  }

  @Mutation(() => RenamePickListItemPayload, { description: 'Renames a choice; records keep what they hold.' })
  @Requires(pickListPermissions.read)
  async renamePickListItem(@CurrentActor() actor: Actor, @Args('input', { description: 'The choice.' }) input: RenamePickListItemInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.lists.rename(actor, input), info);
  }

  @Mutation(() => ArchivePickListItemPayload, { description: 'Offers a choice no more; records keep it.' })
  @Requires(pickListPermissions.read)
  async archivePickListItem(@CurrentActor() actor: Actor, @Args('input', { description: 'The choice.' }) input: ArchivePickListItemInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.lists.setArchived(actor, input, true), info);
  }

  @Mutation(() => RestorePickListItemPayload, { description: 'Offers an archived choice again.' })
  @Requires(pickListPermissions.read)
  async restorePickListItem(@CurrentActor() actor: Actor, @Args('input', { description: 'The choice.' }) input: RestorePickListItemInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.lists.setArchived(actor, input, false), info);
  }

  @Mutation(() => OrderPickListItemsPayload, { description: 'Puts the choices of a list in order.' })
  @Requires(pickListPermissions.read)
  async orderPickListItems(@CurrentActor() actor: Actor, @Args('input', { description: 'The order.' }) input: OrderPickListItemsInput): Promise<OrderPickListItemsPayload> {
    return { list: await this.lists.order(actor, input) };
  }

  private async answer(actor: Actor, id: string, info: GraphQLResolveInfo): Promise<unknown> {
    return { item: await this.reader.one(actor, pickListItemRead, id, selectionOf(info, 'item')) };
  }
}
