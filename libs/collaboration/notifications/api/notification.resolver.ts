import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, Reads, type Selection, selectionOf } from '@throughline/platform/read';
import type { GraphQLResolveInfo } from 'graphql';
import { InboxService } from '../inbox/inbox.service.js';
import { notificationPermissions } from '../notification.policy.js';
import { notificationFigures, notificationRead } from '../notification.read.js';
import {
  FinishNotificationsInput, FinishNotificationsPayload, MarkAllNotificationsReadInput, MarkAllNotificationsReadPayload, MarkNotificationsReadInput, MarkNotificationsReadPayload,
  NotificationConnection, type NotificationFilter, NotificationsArgs, SnoozeNotificationsInput, SnoozeNotificationsPayload,
} from './notification.inputs.js';
import { NotificationCountsObject, NotificationObject } from './notification.object.js';

/** The bell and the inbox. */
@Resolver(() => NotificationObject)
export class NotificationResolver {
  constructor(
    private readonly inbox: InboxService,
    private readonly reader: Reader,
  ) {}

  @Query(() => NotificationConnection, { name: 'notifications', description: 'What you are told, the newest first; of records that you may not see any more there is none.' })
  @Requires(notificationPermissions.read)
  list(@CurrentActor() actor: Actor, @Args() { filter, ...page }: NotificationsArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, notificationRead, { ...page, filter: filterOf(filter ?? {}) }, selectionOf(info));
  }

  @Query(() => NotificationObject, { name: 'notification', nullable: true, description: 'One of your notifications.' })
  @Requires(notificationPermissions.read)
  @Reads(notificationRead, 'one')
  one(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Its id.' }) id: string, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.existing(actor, notificationRead, id, selectionOf(info));
  }

  @Query(() => NotificationCountsObject, { name: 'notificationCounts', description: 'What the bell shows.' })
  @Requires(notificationPermissions.read)
  @Reads(notificationFigures, 'figures')
  counts(@CurrentActor() actor: Actor, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.figures(actor, notificationFigures, {}, selectionOf(info));
  }

  @Query(() => [NotificationObject], { name: 'alertPanel', description: 'What needs your attention first: urgent ones that are not done, at most 20, the newest first.' })
  @Requires(notificationPermissions.read)
  async alerts(@CurrentActor() actor: Actor, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.nodes(actor, { ...filterOf({ urgent: true }), state: { in: ['INBOX', 'UNREAD'] } }, 20, selectionOf(info));
  }

  @Mutation(() => MarkNotificationsReadPayload, { description: 'Marks your notifications as read or unread.' })
  @Requires(notificationPermissions.settle)
  async markNotificationsRead(@CurrentActor() actor: Actor, @Args('input', { description: 'Which.' }) input: MarkNotificationsReadInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.inbox.markRead(actor, input.ids, input.read), info);
  }

  @Mutation(() => FinishNotificationsPayload, { description: 'Settles your notifications, or takes that back.' })
  @Requires(notificationPermissions.settle)
  async finishNotifications(@CurrentActor() actor: Actor, @Args('input', { description: 'Which.' }) input: FinishNotificationsInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.inbox.finish(actor, input.ids, input.done), info);
  }

  @Mutation(() => SnoozeNotificationsPayload, { description: 'Puts your notifications away until later; then they come back unread.' })
  @Requires(notificationPermissions.settle)
  async snoozeNotifications(@CurrentActor() actor: Actor, @Args('input', { description: 'Which, and until when.' }) input: SnoozeNotificationsInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.answer(actor, await this.inbox.snooze(actor, input.ids, input.until ?? null), info);
  }

  @Mutation(() => MarkAllNotificationsReadPayload, { description: 'Marks everything in your inbox as read.' })
  @Requires(notificationPermissions.settle)
  async markAllNotificationsRead(@CurrentActor() actor: Actor, @Args('input', { description: 'What.' }) input: MarkAllNotificationsReadInput, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const marked = await this.inbox.markAllRead(actor, input.kind ?? null);
    return { marked, notificationCounts: await this.reader.figures(actor, notificationFigures, {}, selectionOf(info, 'notificationCounts')) };
  }

  private async answer(actor: Actor, ids: string[], info: GraphQLResolveInfo): Promise<unknown> {
    const notifications = await this.nodes(actor, { id: { in: ids } }, ids.length, selectionOf(info, 'notifications'));
    return { notifications, notificationCounts: await this.reader.figures(actor, notificationFigures, {}, selectionOf(info, 'notificationCounts')) };
  }

  private async nodes(actor: Actor, filter: Record<string, unknown>, first: number, selection: Selection): Promise<unknown> {
    const page = await this.reader.connection(actor, notificationRead, { filter, first }, { fields: [{ key: 'nodes', name: 'nodes', args: {}, selection }] });
    return page.nodes;
  }
}

/** What the caller asks for, as the engine's filter. */
function filterOf({ state, kind, urgent }: NotificationFilter): Record<string, unknown> {
  const wanted = state ?? 'INBOX';
  return {
    inApp: { eq: true }, state: wanted === 'INBOX' ? { in: ['INBOX', 'UNREAD'] } : { eq: wanted },
    ...(kind ? { kind: { eq: kind } } : {}), ...(urgent === null || urgent === undefined ? {} : { urgent: { eq: urgent } }),
  };
}
