import { Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DepartmentObject, TeamObject } from '@throughline/identity/departments';
import { loaded } from '@throughline/platform/read';
import type { GraphQLResolveInfo } from 'graphql';
import { UserObject } from './user.object.js';

/** Whose department it is: people stand to the right of departments, so the edges are added from here. */
@Resolver(() => DepartmentObject)
export class DepartmentPeopleResolver {
  @ResolveField(() => UserObject, { nullable: true, description: 'Who manages it.' })
  manager(@Parent() department: DepartmentObject, @Info() info: GraphQLResolveInfo): UserObject | null {
    return loaded(department, info);
  }

  @ResolveField(() => [UserObject], { description: 'The people who belong to it.' })
  members(@Parent() department: DepartmentObject, @Info() info: GraphQLResolveInfo): UserObject[] {
    return loaded(department, info);
  }
}

/** Who works in a team. */
@Resolver(() => TeamObject)
export class TeamPeopleResolver {
  @ResolveField(() => UserObject, { nullable: true, description: 'Who leads it.' })
  lead(@Parent() team: TeamObject, @Info() info: GraphQLResolveInfo): UserObject | null {
    return loaded(team, info);
  }

  @ResolveField(() => [UserObject], { description: 'The people who work in it.' })
  members(@Parent() team: TeamObject, @Info() info: GraphQLResolveInfo): UserObject[] {
    return loaded(team, info);
  }
}
