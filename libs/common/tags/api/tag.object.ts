import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { TagColour } from '../tag.policy.js';

export const TagColourEnum: { readonly [Colour in TagColour]: Colour } = {
  NEUTRAL: 'NEUTRAL', ACCENT: 'ACCENT', SUCCESS: 'SUCCESS', WARNING: 'WARNING', DANGER: 'DANGER', INFO: 'INFO',
};
registerEnumType(TagColourEnum, {
  name: 'TagColour',
  description: 'How a tag looks.',
  valuesMap: {
    NEUTRAL: { description: 'Grey.' }, ACCENT: { description: 'The interface\'s own colour.' }, SUCCESS: { description: 'Green.' },
    WARNING: { description: 'Amber.' }, DANGER: { description: 'Red.' }, INFO: { description: 'Blue.' },
  },
});

@ObjectType('Tag', { description: 'A word that records carry.' })
export class TagObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you edit.' })
  version!: number;

  @Field(() => String, { description: 'The word; records hold it.' })
  name!: string;

  @Field(() => TagColourEnum, { description: 'How it looks.' })
  colour!: TagColour;

  @Field(() => String, { nullable: true, description: 'What it belongs to, for whoever keeps many: "Region".' })
  category!: string | null;

  @Field(() => [String], { description: 'Fields that you may not see.' })
  hiddenFields!: string[];
}

@ObjectType('TagUseOf', { description: 'How many records of a kind carry a tag.' })
export class TagUseOfObject {
  @Field(() => String, { description: 'What people call them: leads.' })
  label!: string;

  @Field(() => Int, { description: 'How many.' })
  records!: number;
}

@ObjectType('TagUse', { description: 'How many records carry a tag.' })
export class TagUseObject {
  @Field(() => ID, { description: 'The tag.' })
  tagId!: string;

  @Field(() => Int, { description: 'Records of every kind together.' })
  records!: number;

  @Field(() => [TagUseOfObject], { description: 'By kind of record; kinds without any are left out.' })
  by!: TagUseOfObject[];
}
