import { defineJob } from '@throughline/platform/jobs';

/** At the time that somebody put a notification away until. */
export const returnNotification = defineJob<{ notificationId: string; until: string }>('notification.return', { meaning: 'Brings back a notification that was put away until now.' });
