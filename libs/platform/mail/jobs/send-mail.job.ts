import { defineJob, defineSchedule } from '../../jobs/index.js';

/** Eight tries within half an hour, the waits doubling from 15 seconds. */
export const sendMail = defineJob<{ mailId: string }>('mail.send', { meaning: 'Hands one outgoing mail to the mail server.', attempts: 8, backOffMs: 15_000 });

export const resumeMail = defineSchedule('mail.resume', { meaning: 'Sends mail that waited because no mail server was set.', everyMs: 60_000 });
