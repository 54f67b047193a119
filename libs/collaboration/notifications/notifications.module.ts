import { Module } from '@nestjs/common';
import { NotificationResolver } from './api/notification.resolver.js';
import { InboxService } from './inbox/inbox.service.js';
import { NotificationRepository } from './inbox/notification.repository.js';
import { ReturnNotification } from './inbox/return-notification.handler.js';

/** Who is told what, and how it reaches them (NOT-01, NOT-02). */
@Module({ providers: [InboxService, NotificationRepository, NotificationResolver, ReturnNotification] })
export class NotificationsModule {}
