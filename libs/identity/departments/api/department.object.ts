import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '@throughline/platform/graphql';
import { DEPARTMENT_KINDS, type DepartmentKind } from '../department.entity.js';

export const DepartmentKindEnum = Object.fromEntries(DEPARTMENT_KINDS.map((kind) => [kind, kind])) as { [Kind in DepartmentKind]: Kind };
registerEnumType(DepartmentKindEnum, {
  name: 'DepartmentKind',
  description: 'What a department is for.',
  valuesMap: {
    SALES: { description: 'Wins clients.' },
    SUPPORT: { description: 'Takes on won work and answers clients.' },
    DELIVERY: { description: 'Does the work of projects.' },
    QA: { description: 'Reviews work before clients see it.' },
    MARKETING: { description: 'Brings in leads.' },
    CLIENT_SERVICES: { description: 'Looks after clients.' },
    HR: { description: 'Looks after the people who work here.' },
    ACCOUNTING: { description: 'Invoices, payments, commissions.' },
    ADMINISTRATION: { description: 'Runs the organization.' },
  },
});

@ObjectType('Team', { description: 'People of a department who work together.' })
export class TeamObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you edit.' })
  version!: number;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => DepartmentObject, { nullable: true, description: 'The department it belongs to.' })
  department!: DepartmentObject | null;

  @Field(() => [String], { description: 'Fields that you may not see, or see masked.' })
  hiddenFields!: string[];
}

@ObjectType('Department', { description: 'A node of the organization\'s tree.' })
export class DepartmentObject {
  @Field(() => ID, { description: 'The record\'s id.' })
  id!: string;

  @Field(() => Int, { description: 'Changes with every edit; pass the one you saw when you edit.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was created.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last edited.' })
  updatedAt!: Date;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => DepartmentKindEnum, { description: 'What it is for.' })
  kind!: DepartmentKind;

  @Field(() => [Int], { description: 'Which of the nine stages it serves, 1 to 9.' })
  stages!: number[];

  @Field(() => Boolean, { description: 'Whether it is not used any more.' })
  archived!: boolean;

  @Field(() => ID, { nullable: true, description: 'Id of the department above; null at the top.' })
  parentId!: string | null;

  @Field(() => DepartmentObject, { nullable: true, description: 'The department above; null at the top or when you may not see it.' })
  parent!: DepartmentObject | null;

  @Field(() => [DepartmentObject], { description: 'The departments directly below.' })
  children!: DepartmentObject[];

  @Field(() => [TeamObject], { description: 'Its teams.' })
  teams!: TeamObject[];

  @Field(() => [String], { description: 'Fields that you may not see, or see masked.' })
  hiddenFields!: string[];
}
