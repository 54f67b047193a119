import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MutationPayload } from '@throughline/platform/graphql';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

export const PersonKindEnum = { USER: 'USER', CONTACT: 'CONTACT', LEAD: 'LEAD' } as const;
export type PersonKind = keyof typeof PersonKindEnum;
registerEnumType(PersonKindEnum, {
  name: 'PersonKind',
  description: 'What kind of record a person is.',
  valuesMap: { USER: { description: 'Somebody who has, or had, an account.' }, CONTACT: { description: 'Somebody of a customer.' }, LEAD: { description: 'A lead.' } },
});

@InputType({ description: 'Whose values go out of the history.' })
export class EraseFromHistoryInput {
  @Field(() => PersonKindEnum, { description: 'What kind of record they are.' })
  @IsIn(Object.values(PersonKindEnum))
  kind!: PersonKind;

  @Field(() => ID, { description: 'The person. Of those with an account only who was deactivated.' })
  @IsUUID()
  id!: string;

  @Field(() => String, { description: 'Why, at most 200 characters; stays in the log for ever, so it should name nobody.' })
  @IsString()
  @MaxLength(200)
  reason!: string;
}

@ObjectType({ description: 'What came of erasing somebody.' })
export class EraseFromHistoryPayload extends MutationPayload {
  @Field(() => Int, { nullable: true, description: 'From how many events values were taken; null when something was refused.' })
  events?: number | null;
}

@ObjectType('HistoryRetention', { description: 'How long the history keeps the values it is made of.' })
export class HistoryRetentionObject {
  @Field(() => Int, { description: 'Changes with every edit; 0 before the first.' })
  version!: number;

  @Field(() => Int, { nullable: true, description: 'Days; null = for ever.' })
  days!: number | null;
}

@InputType({ description: 'How long the history keeps values.' })
export class UpdateHistoryRetentionInput {
  @Field(() => Int, { description: 'The version you saw.' })
  @IsInt()
  version!: number;

  @Field(() => Int, { nullable: true, description: 'Days, 90 to 36,500; null or absent = for ever.' })
  @IsOptional()
  @IsInt()
  days?: number | null;
}

@ObjectType({ description: 'How long the history keeps values from now on.' })
export class UpdateHistoryRetentionPayload extends MutationPayload {
  @Field(() => HistoryRetentionObject, { nullable: true, description: 'What was decided; null when something was refused.' })
  retention?: HistoryRetentionObject | null;
}
