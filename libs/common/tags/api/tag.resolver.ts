import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, Reads, selectionOf } from '@throughline/platform/read';
import type { GraphQLResolveInfo } from 'graphql';
import { tagPermissions } from '../tag.policy.js';
import { tagRead } from '../tag.read.js';
import { TagService } from '../tag.service.js';
import { CreateTagInput, DeleteTagInput, MergeTagsInput, UpdateTagInput } from './tag.inputs.js';
import { TagObject, TagUseObject } from './tag.object.js';
import { CreateTagPayload, DeleteTagPayload, MergeTagsPayload, TagConnection, TagsArgs, UpdateTagPayload } from './tag.payloads.js';

/** The tags of the organization. */
@Resolver(() => TagObject)
export class TagResolver {
  constructor(
    private readonly tags: TagService,
    private readonly reader: Reader,
  ) {}

  @Query(() => TagConnection, { name: 'tags', description: 'Words that records carry.' })
  @Requires(tagPermissions.read)
  @Reads(tagRead, 'connection')
  list(@CurrentActor() actor: Actor, @Args() args: TagsArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, tagRead, args, selectionOf(info));
  }

  @Query(() => [TagUseObject], { description: 'How many records of the organization carry each tag.' })
  @Requires(tagPermissions.update)
  tagUses(@CurrentActor() actor: Actor): Promise<TagUseObject[]> {
    return this.tags.uses(actor);
  }

  @Mutation(() => CreateTagPayload, { description: 'Adds a tag beforehand.' })
  @Requires(tagPermissions.create)
  async createTag(@CurrentActor() actor: Actor, @Args('input', { description: 'The tag.' }) input: CreateTagInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.tags.create(actor, { ...input, colour: input.colour ?? undefined }), info);
  }

  @Mutation(() => UpdateTagPayload, { description: 'Changes a tag; another name goes onto every record that carries it.' })
  @Requires(tagPermissions.update)
  async updateTag(@CurrentActor() actor: Actor, @Args('input', { description: 'The changes.' }) { id, version, name, colour, category }: UpdateTagInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.tags.update(actor, id, version, { name: name ?? undefined, colour: colour ?? undefined, category }), info);
  }

  @Mutation(() => MergeTagsPayload, { description: 'Puts another tag in the place of one, on every record.' })
  @Requires(tagPermissions.update)
  async mergeTags(@CurrentActor() actor: Actor, @Args('input', { description: 'Which and into which.' }) input: MergeTagsInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.tags.merge(actor, input), info);
  }

  @Mutation(() => DeleteTagPayload, { description: 'Takes a tag from every record.' })
  @Requires(tagPermissions.update)
  async deleteTag(@CurrentActor() actor: Actor, @Args('input', { description: 'Which.' }) input: DeleteTagInput): Promise<{ id: string }> {
    return { id: await this.tags.delete(actor, input) };
  }

  private async answer(actor: Actor, id: string, info: GraphQLResolveInfo): Promise<{ tag: TagObject | null }> {
    return { tag: await this.reader.one(actor, tagRead, id, selectionOf(info, 'tag')) };
  }
}
