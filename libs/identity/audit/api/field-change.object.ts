import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { JsonScalar } from '@throughline/platform/graphql';
import { ChangeValueKind } from '../describe/change-value.js';
import type { DescribedChange } from '../describe/change-describer.js';

registerEnumType(ChangeValueKind, {
  name: 'ChangeValueKind',
  description: 'How to show a changed value.',
  valuesMap: {
    TEXT: { description: 'Text, or a list of texts.' },
    NUMBER: { description: 'A number.' },
    MONEY: { description: 'An amount in minor units, in the record\'s currency.' },
    BOOLEAN: { description: 'Yes or no.' },
    DATE: { description: 'A day.' },
    DATE_TIME: { description: 'A moment, UTC.' },
    CHOICE: { description: 'One of a set of constants.' },
    RECORD: { description: 'Ids of records; the text has their names.' },
    OTHER: { description: 'Anything else, as JSON.' },
  },
});

@ObjectType('FieldChange', { description: 'One field that an event changed. Fields that you may not see on the record are left out.' })
export class FieldChangeObject implements DescribedChange {
  @Field(() => String, { description: 'Name of the field.' }) field!: string;
  @Field(() => String, { description: 'The name as people read it.' }) label!: string;
  @Field(() => ChangeValueKind, { description: 'How to show the values.' }) kind!: ChangeValueKind;
  @Field(() => JsonScalar, { nullable: true, description: 'The value before, as stored.' }) before!: unknown;
  @Field(() => JsonScalar, { nullable: true, description: 'The value after, as stored.' }) after!: unknown;
  @Field(() => Boolean, { description: 'The values were taken out of the history; both are null.' }) erased!: boolean;
  @Field(() => String, { nullable: true, description: 'The value before as people read it; dates as stored.' }) beforeText!: string | null;
  @Field(() => String, { nullable: true, description: 'The value after as people read it; dates as stored.' }) afterText!: string | null;
}
