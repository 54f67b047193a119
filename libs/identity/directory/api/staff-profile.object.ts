import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { type Weekday, WeekdayEnum } from '@throughline/identity/organizations';
import { PickListItemObject } from '@throughline/identity/pick-lists';
import { UserObject } from '@throughline/identity/users';
import { DateScalar, DateTimeScalar } from '@throughline/platform/graphql';
import type { Availability } from '../availability.service.js';
import { TimeOffObject } from './time-off.object.js';

@ObjectType('StaffSkill', { description: 'Something that somebody can do.' })
export class StaffSkillObject {
  @Field(() => ID, { description: 'The record\'s id.' }) id!: string;
  @Field(() => PickListItemObject, { nullable: true, description: 'The skill.' }) skill!: PickListItemObject | null;
  @Field(() => Int, { description: 'How well, 1 (beginner) to 5 (teaches others).' }) level!: number;
}

@ObjectType('StaffProfile', { description: 'What colleagues and planning know of somebody who works here.' })
export class StaffProfileObject {
  @Field(() => ID, { description: 'The person\'s id.' }) id!: string;
  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you edit.' }) version!: number;
  @Field(() => DateTimeScalar, { description: 'When it was last edited.' }) updatedAt!: Date;
  @Field(() => UserObject, { nullable: true, description: 'The person: name, address, position, departments and teams.' }) user!: UserObject | null;
  @Field(() => String, { nullable: true, description: 'One or two letters that stand for a picture.' }) initials!: string | null;
  @Field(() => String, { nullable: true, description: 'Telephone number.' }) phone!: string | null;
  @Field(() => String, { nullable: true, description: 'Where they work.' }) location!: string | null;
  @Field(() => String, { nullable: true, description: 'What they say about themselves.' }) about!: string | null;
  @Field(() => [StaffSkillObject], { description: 'What they can do, the best first.' }) skills!: StaffSkillObject[];
  @Field(() => Int, { nullable: true, description: 'Capacity in minutes a week: 2400 is 40 hours.' }) weeklyMinutes!: number | null;
  @Field(() => [WeekdayEnum], { nullable: true, description: 'Days on which they work.' }) workDays!: Weekday[] | null;
  @Field(() => DateScalar, { nullable: true, description: 'The last day of the time off they are on today; null when they are there.' }) awayUntil!: string | null;
  @Field(() => [TimeOffObject], { description: 'Their time off as far as you may see it, the latest first; 50 at most.' }) timeOff!: TimeOffObject[];
  @Field(() => [String], { description: 'Fields that you may not see, or see masked.' }) hiddenFields!: string[];
}

@ObjectType('StaffAvailability', { description: 'How much somebody can work in a time.' })
export class StaffAvailabilityObject implements Availability {
  @Field(() => ID, { description: 'The person\'s id.' }) userId!: string;
  @Field(() => Int, { description: 'Minutes on their work days, without holidays and approved time off.' }) minutes!: number;
}
