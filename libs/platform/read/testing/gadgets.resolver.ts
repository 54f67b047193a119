import { Args, ArgsType, ID, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Field, ObjectType } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentActor, Requires } from '../../access/index.js';
import { Connection, MutationPayload } from '../../graphql/index.js';
import type { Actor } from '../../kernel/index.js';
import { columnsOf, loaded, ReadArgs, Reader, Reads, selectionOf } from '../index.js';
import { GadgetConnection, GadgetObject, MakerObject } from './gadgets.objects.js';
import { gadgetPermissions, gadgetRead, makerPermissions, makerRead } from './gadgets.read.js';

@ArgsType()
class GadgetsArgs extends ReadArgs(gadgetRead) {}

@ArgsType()
class MakersArgs extends ReadArgs(makerRead) {}

@ObjectType({ description: 'A page of makers.' })
class MakerConnection extends Connection(MakerObject, 'Maker') {}

@ObjectType({ description: 'What came of touching a gadget.' })
class TouchGadgetPayload extends MutationPayload {
  @Field(() => GadgetObject, { nullable: true, description: 'The gadget.' }) gadget?: GadgetObject | null;
}

/** Root fields over the read engine's own tables, as a feature would write them. */
@Resolver(() => GadgetObject)
export class GadgetResolver {
  constructor(private readonly reader: Reader) {}

  @Query(() => GadgetConnection, { name: 'gadgets', description: 'Gadgets.' })
  @Requires(gadgetPermissions.read)
  @Reads(gadgetRead, 'connection')
  list(@CurrentActor() actor: Actor, @Args() args: GadgetsArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, gadgetRead, args, selectionOf(info));
  }

  @Query(() => GadgetObject, { nullable: true, description: 'One gadget.' })
  @Requires(gadgetPermissions.read)
  @Reads(gadgetRead, 'one')
  gadget(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Id.' }) id: string, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.existing(actor, gadgetRead, id, selectionOf(info));
  }

  @Query(() => MakerConnection, { description: 'Makers.' })
  @Requires(makerPermissions.read)
  @Reads(makerRead, 'connection')
  makers(@CurrentActor() actor: Actor, @Args() args: MakersArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, makerRead, args, selectionOf(info));
  }

  @Query(() => String, { description: 'Not a read.' })
  @Requires(gadgetPermissions.read)
  greeting(): string {
    return 'hello';
  }

  @Mutation(() => TouchGadgetPayload, { description: 'Does nothing and answers the gadget.' })
  @Requires(gadgetPermissions.update)
  async touchGadget(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Id.' }) id: string, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return { gadget: await this.reader.one(actor, gadgetRead, id, selectionOf(info, 'gadget')) };
  }

  @ResolveField(() => String, { nullable: true, description: 'From a resolver.' })
  remote(@Parent() gadget: GadgetObject): string {
    return `is ${String(columnsOf(gadget)['status'])}`;
  }
}

/** The edge that another folder adds. */
@Resolver(() => MakerObject)
export class MakerGadgetsResolver {
  @ResolveField(() => GadgetConnection, { nullable: true, description: 'What they make.' })
  gadgets(@Parent() maker: MakerObject, @Args() _args: GadgetsArgs, @Info() info: GraphQLResolveInfo): unknown {
    return loaded(maker, info);
  }
}
