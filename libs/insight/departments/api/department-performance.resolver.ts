import { Args, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { departmentPerformancePermissions } from '../department-performance.policy.js';
import { DepartmentPerformanceService } from '../department-performance.service.js';
import { DepartmentPerformanceArgs, DepartmentPerformanceObject } from './department-performance.object.js';

/** How departments perform. */
@Resolver()
export class DepartmentPerformanceResolver {
  constructor(private readonly performance: DepartmentPerformanceService) {}

  @Query(() => DepartmentPerformanceObject, { description: 'Figures of a department and those below it.' })
  @Requires(departmentPerformancePermissions.read)
  departmentPerformance(@CurrentActor() actor: Actor, @Args() question: DepartmentPerformanceArgs): Promise<DepartmentPerformanceObject> {
    return this.performance.of(actor, question);
  }
}
