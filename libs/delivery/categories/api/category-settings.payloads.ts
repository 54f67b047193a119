import { Field, ObjectType } from '@nestjs/graphql';
import { MutationPayload } from '@throughline/platform/graphql';
import { CategoryObject } from './category.object.js';

@ObjectType({ isAbstract: true })
abstract class ServiceCategoryPayload extends MutationPayload {
  @Field(() => CategoryObject, { nullable: true, description: 'The category; null when something was refused.' })
  category?: CategoryObject | null;
}

@ObjectType({ description: 'The new category.' })
export class CreateServiceCategoryPayload extends ServiceCategoryPayload {}

@ObjectType({ description: 'The category after the edit.' })
export class UpdateServiceCategoryPayload extends ServiceCategoryPayload {}

@ObjectType({ description: 'The category that is not offered any more.' })
export class ArchiveServiceCategoryPayload extends ServiceCategoryPayload {}

@ObjectType({ description: 'The category that is offered again.' })
export class RestoreServiceCategoryPayload extends ServiceCategoryPayload {}
