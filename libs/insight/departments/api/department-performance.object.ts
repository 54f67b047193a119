import { ArgsType, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar } from '@throughline/platform/graphql';
import { IsString, IsUUID } from 'class-validator';
import type { DepartmentPerformance, PerformanceQuestion } from '../department-performance.service.js';

@ObjectType('DepartmentPerformance', { description: 'How a department with those below it did, and what lies before it.' })
export class DepartmentPerformanceObject implements DepartmentPerformance {
  @Field(() => ID, { description: 'The department.' }) departmentId!: string;
  @Field(() => DateScalar, { description: 'The first day.' }) from!: string;
  @Field(() => DateScalar, { description: 'The last day.' }) to!: string;
  @Field(() => Int, { description: 'Active people who belong to it.' }) people!: number;
  @Field(() => Int, { description: 'Tasks completed in the time; of tasks with sub-tasks the parts count.' }) tasksCompleted!: number;
  @Field(() => Int, { description: 'Projects delivered in the time.' }) projectsDelivered!: number;
  @Field(() => Float, { nullable: true, description: 'Share of what was completed or delivered by its due date, 0 to 1; null when nothing had one.' }) onTimeShare!: number | null;
  @Field(() => Int, { description: 'Estimated minutes of open tasks that are due by the last day or have no date.' }) openMinutes!: number;
  @Field(() => Int, { description: 'Minutes its people can work in the time.' }) capacityMinutes!: number;
  @Field(() => Float, { nullable: true, description: 'Open minutes by capacity: 1 is full; null without capacity.' }) load!: number | null;
  @Field(() => Float, { nullable: true, description: 'How satisfied clients are; null until their answers are collected.' }) satisfaction!: number | null;
}

@ArgsType()
export class DepartmentPerformanceArgs implements PerformanceQuestion {
  @Field(() => ID, { description: 'The department.' })
  @IsUUID()
  departmentId!: string;

  @Field(() => DateScalar, { description: 'The first day.' })
  @IsString()
  from!: string;

  @Field(() => DateScalar, { description: 'The last day; at most a year later.' })
  @IsString()
  to!: string;
}
