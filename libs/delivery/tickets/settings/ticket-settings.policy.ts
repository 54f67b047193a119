import { definePermissions, defineSubject } from '@throughline/platform/access';

export const ticketSettingsSubject = defineSubject({ name: 'ticketSettings', table: 'ticket_settings', label: 'ticket settings', columns: {} });

export const ticketSettingsPermissions = definePermissions('ticketSettings', {
  read: 'See how tickets are opened by themselves',
  update: 'Decide whether tickets are opened by themselves',
});
