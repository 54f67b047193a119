import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { UserObject } from '@throughline/identity/users';
import { Connection, DateTimeScalar } from '@throughline/platform/graphql';
import { FieldChangeObject } from './field-change.object.js';

@ObjectType('AuditEvent', { description: 'One entry of the log of everything that happened.' })
export class AuditEventObject {
  @Field(() => ID, { description: 'The event\'s number.' }) id!: string;
  @Field(() => String, { description: 'What happened, for programs: "deal.won".' }) kind!: string;
  @Field(() => String, { nullable: true, description: 'What happened, in words.' }) title!: string | null;
  @Field(() => DateTimeScalar, { description: 'When.' }) occurredAt!: Date;
  @Field(() => String, { description: 'What kind of record it is about: "deal".' }) subject!: string;
  @Field(() => ID, { description: 'The record it is about.' }) subjectId!: string;
  @Field(() => String, { nullable: true, description: 'What the record is called now; null when it is gone, has no name or is not visible to you.' }) recordName!: string | null;
  @Field(() => [ID], { description: 'Other records it concerns.' }) related!: string[];
  @Field(() => ID, { nullable: true, description: 'Who did it; null for strangers and the product itself.' }) actorId!: string | null;
  @Field(() => UserObject, { nullable: true, description: 'Who did it, as far as you may see them.' }) actor!: UserObject | null;
  @Field(() => String, { nullable: true, description: 'The name of who did it.' }) actorName!: string | null;
  @Field(() => String, { description: 'As what: ADMIN, EMPLOYEE, CLIENT, SERVICE, SYSTEM (the product itself) or PUBLIC (a stranger).' }) actorTier!: string;
  @Field(() => String, { nullable: true, description: 'The network address it came from.' }) address!: string | null;
  @Field(() => String, { nullable: true, description: 'The program it came from, as it calls itself.' }) userAgent!: string | null;
  @Field(() => String, { description: 'The request it was done in; leads to the process\'s log.' }) requestId!: string;
  @Field(() => Boolean, { description: 'Came by an import.' }) historical!: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Whether it tells of a refusal.' }) refused!: boolean | null;
  @Field(() => [FieldChangeObject], { nullable: true, description: 'The fields that changed, as far as you may see them on the record.' }) changes!: FieldChangeObject[] | null;
  @Field(() => Int, { nullable: true, description: 'How many more fields changed that you may not see.' }) hiddenChanges!: number | null;
}

@ObjectType({ description: 'A page of the audit log.' })
export class AuditEventConnection extends Connection(AuditEventObject, 'AuditEvent') {}
