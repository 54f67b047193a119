import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsInt, IsNotEmpty, IsUUID, MaxLength } from 'class-validator';

@InputType({ description: 'A new choice.' })
export class CreatePickListItemInput {
  @Field(() => String, { description: 'Key of the list: LEAD_SOURCE.' })
  @IsNotEmpty()
  list!: string;

  @Field(() => String, { description: 'What it is called.' })
  @MaxLength(100)
  label!: string;
}

@InputType({ description: 'A choice.' })
export class PickListItemInput {
  @Field(() => ID, { description: 'The choice.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;
}

@InputType({ description: 'Another name for a choice. Records that hold the old one keep it.' })
export class RenamePickListItemInput extends PickListItemInput {
  @Field(() => String, { description: 'What it is called.' })
  @MaxLength(100)
  label!: string;
}

@InputType({ description: 'The choice to offer no more.' })
export class ArchivePickListItemInput extends PickListItemInput {}

@InputType({ description: 'The choice to offer again.' })
export class RestorePickListItemInput extends PickListItemInput {}

@InputType({ description: 'The order of a list.' })
export class OrderPickListItemsInput {
  @Field(() => String, { description: 'Key of the list.' })
  @IsNotEmpty()
  list!: string;

  @Field(() => [ID], { description: 'Its choices in order; those left out follow as they are.' })
  @IsArray()
  @ArrayMaxSize(1_000)
  @IsUUID(undefined, { each: true })
  ids!: string[];
}
