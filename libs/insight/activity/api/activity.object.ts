import { Field, ID, ObjectType } from '@nestjs/graphql';
import { FieldChangeObject } from '@throughline/identity/audit';
import { DateTimeScalar, PageInfo } from '@throughline/platform/graphql';
import type { ActivityEntry, ActivityPage } from '../activity.service.js';

@ObjectType('ActivityEntry', { description: 'Something that somebody did on a record that you see.' })
export class ActivityEntryObject implements ActivityEntry {
  @Field(() => ID, { description: 'The event\'s number.' }) id!: string;
  @Field(() => String, { description: 'Where it stands in the organization\'s log: what `recordChanges` calls its position.' }) position!: string;
  @Field(() => String, { description: 'What happened, for programs: "task.completed".' }) kind!: string;
  @Field(() => String, { description: 'What somebody did, between their name and the record\'s: "completed", "changed the stage of".' }) phrase!: string;
  @Field(() => String, { description: 'What kind of record: "task".' }) subject!: string;
  @Field(() => ID, { description: 'The record.' }) recordId!: string;
  @Field(() => String, { nullable: true, description: 'What the record is called now; null where it has no name, or none that you may see.' }) recordName!: string | null;
  @Field(() => String, { nullable: true, description: 'What kind of record it is part of: a task of a "project"; null where it is part of none that you see.' }) contextSubject!: string | null;
  @Field(() => ID, { nullable: true, description: 'The record it is part of.' }) contextId!: string | null;
  @Field(() => String, { nullable: true, description: 'What that record is called.' }) contextName!: string | null;
  @Field(() => ID, { nullable: true, description: 'Who did it; null for a visitor, the product itself, or somebody you may not see.' }) actorId!: string | null;
  @Field(() => String, { nullable: true, description: 'Their name.' }) actorName!: string | null;
  @Field(() => String, { description: 'As what: ADMIN, EMPLOYEE, CLIENT, SERVICE, SYSTEM (the product itself) or PUBLIC (a visitor).' }) actorTier!: string;
  @Field(() => DateTimeScalar, { description: 'When.' }) occurredAt!: Date;
  @Field(() => [FieldChangeObject], { description: 'Numbers, amounts, dates, states and references that changed, as far as you may see them. Texts stay in the record\'s history.' }) changes!: FieldChangeObject[];
  @Field(() => [String], { description: 'Names of all fields that changed and that you may see, as people read them.' }) changedFields!: string[];
}

@ObjectType({ description: 'A page of what the team did, newest first. It may be short although more follows: it tells how far it looked.' })
export class ActivityConnection implements ActivityPage {
  @Field(() => String, { description: 'Where the log stood when the page was read: with it as `after`, `recordChanges` tells everything since.' }) position!: string;
  @Field(() => [ActivityEntryObject], { description: 'The entries of this page.' }) nodes!: ActivityEntryObject[];
  @Field(() => PageInfo, { description: 'Where this page ends; its cursor is a position of the log.' }) pageInfo!: PageInfo;
}
