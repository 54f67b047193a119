import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';
import { Reader, Reads, selectionOf } from '@throughline/platform/read';
import type { GraphQLResolveInfo } from 'graphql';
import { notificationDeliveryRead } from '../deliveries/delivery.read.js';
import { DeliveryService } from '../deliveries/delivery.service.js';
import { notificationDeliveryPermissions, notificationPermissions } from '../notification.policy.js';
import { AnnouncementService } from '../tell/announcement.service.js';
import {
  AnnounceMaintenanceInput, AnnounceMaintenancePayload, NotificationDeliveriesArgs, RetryNotificationDeliveryInput, RetryNotificationDeliveryPayload, SendTestNotificationInput,
  SendTestNotificationPayload,
} from './delivery.inputs.js';
import { NotificationDeliveryConnection, NotificationDeliveryObject } from './delivery.object.js';

/** What became of notifications outside the product, and what administrators tell everybody. */
@Resolver(() => NotificationDeliveryObject)
export class DeliveryResolver {
  constructor(
    private readonly deliveries: DeliveryService,
    private readonly announcements: AnnouncementService,
    private readonly reader: Reader,
  ) {}

  @Query(() => NotificationDeliveryConnection, { name: 'notificationDeliveries', description: 'Notifications that were sent out, wait or failed; without what they said.' })
  @Requires(notificationDeliveryPermissions.read)
  @Reads(notificationDeliveryRead, 'connection')
  list(@CurrentActor() actor: Actor, @Args() args: NotificationDeliveriesArgs, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.connection(actor, notificationDeliveryRead, args, selectionOf(info));
  }

  @Mutation(() => RetryNotificationDeliveryPayload, { description: 'Tries a delivery again that failed.' })
  @Requires(notificationDeliveryPermissions.retry)
  async retryNotificationDelivery(
    @CurrentActor() actor: Actor, @Args('input', { description: 'Which.' }) input: RetryNotificationDeliveryInput, @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const id = await this.deliveries.retry(actor, input.id, input.version ?? null);
    return { notificationDelivery: await this.reader.one(actor, notificationDeliveryRead, id, selectionOf(info, 'notificationDelivery')) };
  }

  @Mutation(() => SendTestNotificationPayload, { description: 'Sends you a test on one of your channels.' })
  @Requires(notificationPermissions.read)
  async sendTestNotification(@CurrentActor() actor: Actor, @Args('input', { description: 'The channel.' }) { channel }: SendTestNotificationInput): Promise<SendTestNotificationPayload> {
    return { deliveries: await this.announcements.test(actor, channel) };
  }

  @Mutation(() => AnnounceMaintenancePayload, { description: 'Tells everybody of maintenance.' })
  @Requires(notificationPermissions.announce)
  async announceMaintenance(@CurrentActor() actor: Actor, @Args('input', { description: 'What will happen.' }) input: AnnounceMaintenanceInput): Promise<AnnounceMaintenancePayload> {
    await this.announcements.announce(actor, input);
    return { announced: true };
  }
}
