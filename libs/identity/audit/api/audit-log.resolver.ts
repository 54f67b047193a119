import { Args, Info, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { type ConnectionResult, selectionOf } from '@throughline/platform/read';
import type { GraphQLResolveInfo } from 'graphql';
import { auditPermissions } from '../audit.policy.js';
import { AuditLogService } from '../log/audit-log.service.js';
import { AuditEventConnection, AuditEventObject } from './audit-event.object.js';
import { AuditEventsArgs } from './audit-log.args.js';

@Resolver(() => AuditEventObject)
export class AuditLogResolver {
  constructor(private readonly log: AuditLogService) {}

  @Query(() => AuditEventConnection, { description: 'Everything that happened in the organization, newest first.' })
  @Requires(auditPermissions.read)
  auditEvents(@CurrentActor() actor: Actor, @Args() args: AuditEventsArgs, @Info() info: GraphQLResolveInfo): Promise<ConnectionResult<AuditEventObject>> {
    return this.log.page(actor, args, selectionOf(info));
  }

  @Query(() => [String], { description: 'Every kind of event in the log, for choosing among them.' })
  @Requires(auditPermissions.read)
  auditKinds(@CurrentActor() actor: Actor): Promise<string[]> {
    return this.log.kinds(actor);
  }
}
