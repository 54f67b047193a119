import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsBoolean, IsInt, IsNotEmpty, IsOptional, IsUUID, ValidateNested } from 'class-validator';

@InputType({ description: 'Who takes over one kind of records.' })
export class TransferInput {
  @Field(() => String, { description: 'The kind, as in userOpenRecords: DEALS.' })
  @IsNotEmpty()
  kind!: string;

  @Field(() => ID, { description: 'The colleague who takes them over.' })
  @IsUUID()
  toId!: string;
}

@InputType({ description: 'Who leaves, and who takes over what.' })
export class DeactivateUserInput {
  @Field(() => ID, { description: 'The person.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => ID, { nullable: true, description: 'Takes over every kind of records that transfers does not name.' })
  @IsOptional()
  @IsUUID()
  transferAllToId?: string | null;

  @Field(() => [TransferInput], { nullable: true, description: 'Who takes over which kind of records.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => TransferInput)
  transfers?: TransferInput[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Leaves open records where they are; for access that must end at once.' })
  @IsOptional()
  @IsBoolean()
  leaveRecords?: boolean | null;
}

@InputType({ description: 'The person to let in again.' })
export class ReactivateUserInput {
  @Field(() => ID, { description: 'The person.' })
  @IsUUID()
  id!: string;

  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;
}
