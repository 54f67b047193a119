import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { TAG_COLOURS, type TagColour } from '../tag.policy.js';
import { TagColourEnum } from './tag.object.js';

@InputType({ description: 'A new tag.' })
export class CreateTagInput {
  @Field(() => String, { description: 'The word.' })
  @IsString()
  @MaxLength(100)
  name!: string;

  @Field(() => TagColourEnum, { nullable: true, description: 'How it looks; grey when absent.' })
  @IsOptional()
  @IsIn(TAG_COLOURS)
  colour?: TagColour | null;

  @Field(() => String, { nullable: true, description: 'What it belongs to.' })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  category?: string | null;
}

@InputType({ description: 'What changes of a tag; absent fields stay.' })
export class UpdateTagInput {
  @Field(() => ID, { description: 'The tag.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => String, { nullable: true, description: 'Another word; every record that carries the tag gets it.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  name?: string | null;

  @Field(() => TagColourEnum, { nullable: true, description: 'How it looks.' })
  @IsOptional()
  @IsIn(TAG_COLOURS)
  colour?: TagColour | null;

  @Field(() => String, { nullable: true, description: 'What it belongs to.' })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  category?: string | null;
}

@InputType({ description: 'A tag to remove from every record.' })
export class DeleteTagInput {
  @Field(() => ID, { description: 'The tag.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;
}

@InputType({ description: 'A tag to be replaced by another.' })
export class MergeTagsInput extends DeleteTagInput {
  @Field(() => ID, { description: 'The tag that stays.' })
  @IsUUID()
  intoId!: string;
}
