import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, Reads, selectionOf } from '@throughline/platform/read';
import type { GraphQLResolveInfo } from 'graphql';
import { DepartmentArchiveService } from '../department-archive.service.js';
import { departmentPermissions } from '../department.policy.js';
import { departmentRead } from '../department.read.js';
import { DepartmentService } from '../department.service.js';
import { ArchiveDepartmentInput, CreateDepartmentInput, RestoreDepartmentInput, UpdateDepartmentInput } from './department.inputs.js';
import { DepartmentObject } from './department.object.js';
import {
  ArchiveDepartmentPayload, CreateDepartmentPayload, DepartmentConnection, DepartmentsArgs, RestoreDepartmentPayload, UpdateDepartmentPayload,
} from './department.payloads.js';

/** The department tree. */
@Resolver(() => DepartmentObject)
export class DepartmentResolver {
  constructor(
    private readonly departments: DepartmentService,
    private readonly archives: DepartmentArchiveService,
    private readonly reader: Reader,
  ) {}

  @Query(() => DepartmentConnection, { name: 'departments', description: 'The departments; `parentId` makes the tree.' })
  @Requires(departmentPermissions.read)
  @Reads(departmentRead, 'connection')
  list(@CurrentActor() actor: Actor, @Args() args: DepartmentsArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, departmentRead, args, selectionOf(info));
  }

  @Query(() => DepartmentObject, { name: 'department', nullable: true, description: 'One department.' })
  @Requires(departmentPermissions.read)
  @Reads(departmentRead, 'one')
  one(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Its id.' }) id: string, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.existing(actor, departmentRead, id, selectionOf(info));
  }

  @Mutation(() => CreateDepartmentPayload, { description: 'Creates a department.' })
  @Requires(departmentPermissions.create)
  async createDepartment(@CurrentActor() actor: Actor, @Args('input', { description: 'The department.' }) input: CreateDepartmentInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.departments.create(actor, input), info);
  }

  @Mutation(() => UpdateDepartmentPayload, { description: 'Renames, moves or staffs a department. A move moves how far its people\'s roles reach.' })
  @Requires(departmentPermissions.update)
  async updateDepartment(@CurrentActor() actor: Actor, @Args('input', { description: 'The changes.' }) input: UpdateDepartmentInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const { id, version, ...changes } = input;
    return this.answer(actor, await this.departments.update(actor, id, version, changes), info);
  }

  @Mutation(() => ArchiveDepartmentPayload, { description: 'Takes a department out of use; what it still has goes to another one.' })
  @Requires(departmentPermissions.archive)
  async archiveDepartment(@CurrentActor() actor: Actor, @Args('input', { description: 'The department.' }) input: ArchiveDepartmentInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.archives.archive(actor, input), info);
  }

  @Mutation(() => RestoreDepartmentPayload, { description: 'Uses an archived department again.' })
  @Requires(departmentPermissions.archive)
  async restoreDepartment(@CurrentActor() actor: Actor, @Args('input', { description: 'The department.' }) input: RestoreDepartmentInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.archives.restore(actor, input), info);
  }

  private async answer(actor: Actor, id: string, info: GraphQLResolveInfo): Promise<unknown> {
    return { department: await this.reader.one(actor, departmentRead, id, selectionOf(info, 'department')) };
  }
}
