import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, selectionOf } from '@throughline/platform/read';
import type { GraphQLResolveInfo } from 'graphql';
import { categoryPermissions } from '../category.policy.js';
import { categoryRead } from '../category.read.js';
import { CategorySettingsService } from '../category-settings.service.js';
import { CategoryObject } from './category.object.js';
import { ArchiveServiceCategoryInput, CreateServiceCategoryInput, RestoreServiceCategoryInput, UpdateServiceCategoryInput } from './category-settings.inputs.js';
import { ArchiveServiceCategoryPayload, CreateServiceCategoryPayload, RestoreServiceCategoryPayload, UpdateServiceCategoryPayload } from './category-settings.payloads.js';

/** Service categories as settings. */
@Resolver(() => CategoryObject)
export class CategorySettingsResolver {
  constructor(
    private readonly categories: CategorySettingsService,
    private readonly reader: Reader,
  ) {}

  @Mutation(() => CreateServiceCategoryPayload, { description: 'Creates a service category.' })
  @Requires(categoryPermissions.update)
  async createServiceCategory(@CurrentActor() actor: Actor, @Args('input', { description: 'The category.' }) input: CreateServiceCategoryInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.categories.create(actor, { ...input, checklist: input.checklist ?? undefined }), info);
  }

  @Mutation(() => UpdateServiceCategoryPayload, { description: 'Changes a service category and its checklist.' })
  @Requires(categoryPermissions.update)
  async updateServiceCategory(@CurrentActor() actor: Actor, @Args('input', { description: 'The changes.' }) input: UpdateServiceCategoryInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { id, version, name, checklist, ...places } = input;
    return this.answer(actor, await this.categories.update(actor, id, version, { ...places, name: name ?? undefined, checklist: checklist ?? undefined }), info);
  }

  @Mutation(() => ArchiveServiceCategoryPayload, { description: 'Offers a service category no more; what names it stays.' })
  @Requires(categoryPermissions.update)
  async archiveServiceCategory(@CurrentActor() actor: Actor, @Args('input', { description: 'The category.' }) input: ArchiveServiceCategoryInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.categories.setArchived(actor, input, true), info);
  }

  @Mutation(() => RestoreServiceCategoryPayload, { description: 'Offers an archived service category again.' })
  @Requires(categoryPermissions.update)
  async restoreServiceCategory(@CurrentActor() actor: Actor, @Args('input', { description: 'The category.' }) input: RestoreServiceCategoryInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.categories.setArchived(actor, input, false), info);
  }

  private async answer(actor: Actor, id: string, info: GraphQLResolveInfo): Promise<unknown> {
    return { category: await this.reader.one(actor, categoryRead, id, selectionOf(info, 'category')) };
  }
}
