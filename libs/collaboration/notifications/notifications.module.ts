import { Module } from '@nestjs/common';
import { AdaptersService } from './adapters/adapters.service.js';
import { DeliveryResolver } from './api/delivery.resolver.js';
import { NotificationResolver } from './api/notification.resolver.js';
import { PreferencesResolver } from './api/preferences.resolver.js';
import { Deliver, SendDigest } from './deliveries/deliver.handler.js';
import { DeliveryPlanner } from './deliveries/delivery-planner.js';
import { DeliveryRepository } from './deliveries/delivery.repository.js';
import { DeliveryService } from './deliveries/delivery.service.js';
import { DeliveryWork } from './deliveries/delivery-work.js';
import { InboxService } from './inbox/inbox.service.js';
import { NotificationRepository } from './inbox/notification.repository.js';
import { ReturnNotification } from './inbox/return-notification.handler.js';
import { PreferencesRepository } from './preferences/preferences.repository.js';
import { PreferencesService } from './preferences/preferences.service.js';
import { PushService } from './preferences/push.service.js';
import { PushSender } from './senders/push.sender.js';
import { SmsSender } from './senders/sms.sender.js';
import { WebhookSender } from './senders/webhook.sender.js';
import { Abouts } from './tell/about.js';
import { AnnouncementService } from './tell/announcement.service.js';
import { Judge } from './tell/judge.js';
import { KeepUp } from './tell/keep-up.consumer.js';
import { NotificationWriter } from './tell/notification-writer.js';
import { Recipients } from './tell/recipients.js';
import { TellPeople } from './tell/tell.consumer.js';
import { Teller } from './tell/teller.js';

/** Who is told what, and how it reaches them (NOT-01, NOT-02). */
@Module({
  providers: [
    NotificationResolver, InboxService, NotificationRepository, ReturnNotification,
    PreferencesResolver, PreferencesService, PreferencesRepository, PushService, AdaptersService,
    DeliveryResolver, DeliveryService, DeliveryRepository, DeliveryPlanner, DeliveryWork, Deliver, SendDigest, PushSender, SmsSender, WebhookSender,
    Teller, TellPeople, KeepUp, Recipients, Abouts, Judge, NotificationWriter, AnnouncementService,
  ],
})
export class NotificationsModule {}
