import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('Organization', { description: 'The company that works with this installation.' })
export class OrganizationObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you edit.' })
  version!: number;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => String, { description: 'Its name in addresses of public pages.' })
  slug!: string;

  @Field(() => String, { description: 'Currency of totals, as ISO 4217 code: USD.' })
  currency!: string;

  @Field(() => String, { description: 'Time zone of its days, as IANA name: Europe/Madrid.' })
  timeZone!: string;

  @Field(() => [String], { description: 'Fields that you may not see, or see masked.' })
  hiddenFields!: string[];
}
