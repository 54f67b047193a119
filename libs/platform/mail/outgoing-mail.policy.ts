import { definePermissions, defineSubject } from '../access/index.js';

/** Mail belongs to the organization as a whole: no column narrows it. */
export const outgoingMailSubject = defineSubject({ name: 'outgoingMail', table: 'outgoing_mail', label: 'mail', columns: {} });

export const outgoingMailPermissions = definePermissions('outgoingMail', {
  read: 'See what mail was sent, to whom, and what failed',
  open: 'Open the text of mails that are kept because no mail server is set',
  retry: 'Send a mail again that failed',
});
