import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import { type Actor, isId, notFound } from '@throughline/platform/kernel';
import { type AccessAnswer, ExplainService } from '../explain/explain.service.js';
import { MatrixService } from '../matrix/matrix.service.js';
import { rolePermissions } from '../role.policy.js';
import { AccessAnswerObject, PermissionMatrixObject } from './matrix.objects.js';

/** What people and roles may do, and why. */
@Resolver()
export class ExplainResolver {
  constructor(
    private readonly explaining: ExplainService,
    private readonly matrices: MatrixService,
  ) {}

  @Query(() => AccessAnswerObject, { description: 'Whether a person may do something, with one record or at all, and why.' })
  @Requires(rolePermissions.explain)
  explainAccess(
    @CurrentActor() actor: Actor,
    @Args('userId', { type: () => ID, description: 'The person.' }) userId: string,
    @Args('permission', { type: () => String, description: 'What: deal.win.' }) permission: string,
    @Args('recordId', { type: () => ID, nullable: true, description: 'With which record.' }) recordId?: string | null,
  ): Promise<AccessAnswer> {
    return this.explaining.explain(actor, { userId: id(userId, 'userId'), permission, recordId: recordId ? id(recordId, 'recordId') : null });
  }

  @Query(() => [ID], { description: 'The active people who may do something with a record, by name, at most 500.' })
  @Requires(rolePermissions.explain)
  whoCanAccess(
    @CurrentActor() actor: Actor,
    @Args('permission', { type: () => String, description: 'What: deal.read.' }) permission: string,
    @Args('recordId', { type: () => ID, description: 'With which record.' }) recordId: string,
  ): Promise<string[]> {
    return this.explaining.who(actor, permission, id(recordId, 'recordId'));
  }

  @Query(() => PermissionMatrixObject, { description: 'Roles by permissions, with what is inherited.' })
  @Requires(rolePermissions.read)
  permissionMatrix(
    @CurrentActor() actor: Actor,
    @Args('roleIds', { type: () => [ID], nullable: true, description: 'Only these roles.' }) roleIds?: string[] | null,
  ): Promise<object> {
    return this.matrices.matrix(actor, roleIds ? roleIds.map((roleId) => id(roleId, 'roleIds')) : null);
  }
}

function id(text: string, path: string): string {
  if (!isId(text)) throw notFound('record', path);
  return text;
}
