import { ArgsType, Field, ObjectType } from '@nestjs/graphql';
import { Connection, MutationPayload } from '@throughline/platform/graphql';
import { ReadArgs } from '@throughline/platform/read';
import { departmentRead } from '../department.read.js';
import { DepartmentObject } from './department.object.js';

@ObjectType({ description: 'A page of departments.' })
export class DepartmentConnection extends Connection(DepartmentObject, 'Department') {}

@ArgsType()
export class DepartmentsArgs extends ReadArgs(departmentRead) {}

@ObjectType({ description: 'The department after the operation.' })
export class DepartmentPayload extends MutationPayload {
  @Field(() => DepartmentObject, { nullable: true, description: 'The department; null when something was refused.' })
  department?: DepartmentObject | null;
}
