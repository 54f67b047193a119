import { ArgsType, Field, ObjectType } from '@nestjs/graphql';
import { Connection, MutationPayload } from '@throughline/platform/graphql';
import { ReadArgs } from '@throughline/platform/read';
import { departmentRead } from '../department.read.js';
import { DepartmentObject } from './department.object.js';

@ObjectType({ description: 'A page of departments.' })
export class DepartmentConnection extends Connection(DepartmentObject, 'Department') {}

@ArgsType()
export class DepartmentsArgs extends ReadArgs(departmentRead) {}

@ObjectType({ isAbstract: true })
abstract class DepartmentPayload extends MutationPayload {
  @Field(() => DepartmentObject, { nullable: true, description: 'The department; null when something was refused.' })
  department?: DepartmentObject | null;
}

@ObjectType({ description: 'The new department.' })
export class CreateDepartmentPayload extends DepartmentPayload {}

@ObjectType({ description: 'The department after the edit.' })
export class UpdateDepartmentPayload extends DepartmentPayload {}

@ObjectType({ description: 'The archived department.' })
export class ArchiveDepartmentPayload extends DepartmentPayload {}

@ObjectType({ description: 'The department that is used again.' })
export class RestoreDepartmentPayload extends DepartmentPayload {}
