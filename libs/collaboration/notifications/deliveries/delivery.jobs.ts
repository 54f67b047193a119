import { defineJob } from '@throughline/platform/jobs';

/** Eight tries within half an hour, the waits doubling from 15 seconds. */
export const deliver = defineJob<{ deliveryId: string }>('notification.deliver', { meaning: 'Sends one notification out of the product.', attempts: 8, backOffMs: 15_000 });

/** All mails of one person that wait for this moment, as one. */
export const sendDigest = defineJob<{ userId: string; dueAt: string }>('notification.digest', { meaning: 'Sends one person\'s collected notifications as one mail.', attempts: 8, backOffMs: 15_000 });
