import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateScalar, DateTimeScalar } from '@throughline/platform/graphql';
import { type Weekday, WEEKDAYS } from '../business-hours.js';
import { NUMBERED_RECORDS, type NumberedRecord } from '../organization-settings.entity.js';

export const WeekdayEnum = Object.fromEntries(WEEKDAYS.map((day) => [day, day])) as { [Day in Weekday]: Day };
registerEnumType(WeekdayEnum, {
  name: 'Weekday',
  description: 'A day of the week.',
  valuesMap: {
    MONDAY: { description: 'The first day.' }, TUESDAY: { description: 'The second day.' }, WEDNESDAY: { description: 'The third day.' }, THURSDAY: { description: 'The fourth day.' },
    FRIDAY: { description: 'The fifth day.' }, SATURDAY: { description: 'The sixth day.' }, SUNDAY: { description: 'The last day.' },
  },
});

export const NumberedRecordEnum = Object.fromEntries(Object.keys(NUMBERED_RECORDS).map((record) => [record, record])) as { [Kind in NumberedRecord]: Kind };
registerEnumType(NumberedRecordEnum, {
  name: 'NumberedRecord',
  description: 'Records with numbers that people read.',
  valuesMap: { DEAL: { description: 'Deals.' }, QUOTE: { description: 'Quotes.' }, TICKET: { description: 'Onboarding tickets.' }, PROJECT: { description: 'Projects.' } },
});

@ObjectType('OpeningTime', { description: 'A time of the week at which the organization works.' })
export class OpeningTimeObject {
  @Field(() => WeekdayEnum, { description: 'The day.' })
  day!: Weekday;

  @Field(() => String, { description: 'When work begins, local time: 09:00.' })
  opens!: string;

  @Field(() => String, { description: 'When it ends, local time; 24:00 at the latest.' })
  closes!: string;
}

@ObjectType('Holiday', { description: 'A day on which the organization does not work.' })
export class HolidayObject {
  @Field(() => DateScalar, { description: 'The day.' })
  date!: string;

  @Field(() => String, { description: 'What it is.' })
  name!: string;
}

@ObjectType('NumberPrefix', { description: 'How the numbers of one kind of record begin.' })
export class NumberPrefixObject {
  @Field(() => NumberedRecordEnum, { description: 'The kind of record.' })
  record!: NumberedRecord;

  @Field(() => String, { description: 'One to six capital letters: DEAL makes DEAL-1042.' })
  prefix!: string;
}

@ObjectType('OrganizationSettings', { description: 'What an organization sets for itself.' })
export class OrganizationSettingsObject {
  @Field(() => ID, { description: 'The organization\'s id.' })
  id!: string;

  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you edit.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When they were last edited.' })
  updatedAt!: Date;

  @Field(() => String, { description: 'What the organization is called.' })
  name!: string;

  @Field(() => String, { description: 'Currency of totals, as ISO 4217 code: USD.' })
  currency!: string;

  @Field(() => String, { nullable: true, description: 'Why the currency cannot be changed; null while it can.' })
  currencyLockedBecause!: string | null;

  @Field(() => String, { description: 'Time zone of its days, as IANA name: Europe/Madrid.' })
  timeZone!: string;

  @Field(() => String, { nullable: true, description: 'Main colour as #rrggbb; null for the product\'s own.' })
  brandColour!: string | null;

  @Field(() => String, { nullable: true, description: 'Second colour as #rrggbb; null for the product\'s own.' })
  accentColour!: string | null;

  @Field(() => String, { nullable: true, description: 'Stands for the logo where there is no image.' })
  logoText!: string | null;

  @Field(() => String, { nullable: true, description: 'Where mails come from; null for the installation\'s own address.' })
  senderAddress!: string | null;

  @Field(() => String, { nullable: true, description: 'The logo as the address of an image: data:image/png;base64,...' })
  logo!: string | null;

  @Field(() => [OpeningTimeObject], { description: 'When the organization works; times that are promised count these only.' })
  businessHours!: OpeningTimeObject[];

  @Field(() => [HolidayObject], { description: 'Days off, in order.' })
  holidays!: HolidayObject[];

  @Field(() => [NumberPrefixObject], { description: 'How numbers begin. Counters go on when a prefix changes.' })
  numberPrefixes!: NumberPrefixObject[];

  @Field(() => Int, { description: 'Minutes of business within which a hand-off is to be accepted.' })
  handOffMinutes!: number;
}
