import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsUUID, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import type { StageKind, WantedStage } from '../pipeline-settings.service.js';

export const PipelineStageKindEnum = { OPEN: 'OPEN', WON: 'WON', LOST: 'LOST' } as const satisfies { [Kind in StageKind]: Kind };
registerEnumType(PipelineStageKindEnum, {
  name: 'PipelineStageKind',
  description: 'Which deals a stage is for.',
  valuesMap: { OPEN: { description: 'Deals on the way.' }, WON: { description: 'Won deals.' }, LOST: { description: 'Lost deals.' } },
});

@InputType({ description: 'A stage of a pipeline.' })
export class PipelineStageInput implements WantedStage {
  @Field(() => ID, { nullable: true, description: 'A present stage; a new one when absent.' })
  @IsOptional()
  @IsUUID()
  id?: string | null;

  @Field(() => String, { description: 'Its name.' })
  @MaxLength(100)
  name!: string;

  @Field(() => PipelineStageKindEnum, { description: 'Which deals it is for; fixed once it exists.' })
  @IsIn(Object.values(PipelineStageKindEnum))
  kind!: StageKind;

  @Field(() => Int, { nullable: true, description: 'The chance of winning in percent; needed for open stages, 100 and 0 for the others.' })
  @IsOptional()
  @Min(0, { message: 'A chance goes from 0 to 100 percent.' })
  @Max(100, { message: 'A chance goes from 0 to 100 percent.' })
  probability?: number | null;

  @Field(() => Int, { nullable: true, description: 'After how many days without a move a deal here counts as neglected.' })
  @IsOptional()
  @Min(1, { message: 'A deal is neglected after one day at the earliest.' })
  @Max(3_650)
  rotDays?: number | null;

  @Field(() => String, { nullable: true, description: 'Its colour as #rrggbb.' })
  @IsOptional()
  @Matches(/^#[0-9a-f]{6}$/i, { message: 'Write the colour as # and six digits: #1f4b99.' })
  colour?: string | null;
}

@InputType({ description: 'A new pipeline.' })
export class CreatePipelineInput {
  @Field(() => String, { description: 'Its name.' })
  @MaxLength(100)
  name!: string;

  @Field(() => [PipelineStageInput], { nullable: true, description: 'Its stages in order; the usual ones when absent.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => PipelineStageInput)
  stages?: PipelineStageInput[] | null;
}

@InputType({ description: 'Changes of a pipeline; what is absent stays.' })
export class UpdatePipelineInput {
  @Field(() => ID, { description: 'The pipeline.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  @IsOptional()
  @MaxLength(100)
  name?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'true: new deals start here.' })
  @IsOptional()
  @IsBoolean()
  isDefault?: boolean | null;

  @Field(() => [PipelineStageInput], { nullable: true, description: 'All stages in order; those left out are removed.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => PipelineStageInput)
  stages?: PipelineStageInput[] | null;
}

@InputType({ description: 'The pipeline to delete.' })
export class DeletePipelineInput {
  @Field(() => ID, { description: 'The pipeline.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;
}
