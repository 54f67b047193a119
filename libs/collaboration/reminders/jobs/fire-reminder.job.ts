import { defineJob } from '@throughline/platform/jobs';

/** At a reminder's time. */
export const fireReminder = defineJob<{ reminderId: string; dueAt: string }>('reminder.fire', { meaning: 'Fires a reminder whose time has come.' });
