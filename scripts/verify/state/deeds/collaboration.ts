import { until } from '../../../../libs/testing/until.js';
import { uploadFile } from '../uploads.js';
import type { Person, Stage } from '../stage.js';
import type { Deeds } from './deed.js';

export const channelDeeds: Deeds = {
  createChannel: (stage) => group(stage),
  openDirectChannel: (stage) => stage.make('openDirectChannel', { userId: stage.cast.outsider.id }, stage.cast.staff),
  openRecordChannel: async (stage) => stage.make('openRecordChannel', { subject: 'task', recordId: await stage.task() }),
  updateChannel: async (stage) => stage.do('updateChannel', { id: await group(stage), name: stage.text('Group'), topic: stage.text('Topic') }, stage.cast.staff),
  archiveChannel: async (stage) => stage.do('archiveChannel', { id: await group(stage) }, stage.cast.staff),
  restoreChannel: async (stage) => {
    const id = await group(stage);
    await stage.do('archiveChannel', { id }, stage.cast.staff);
    await stage.do('restoreChannel', { id }, stage.cast.staff);
  },
  // The newcomer sees the channel and everything that was said in it.
  addChannelMembers: async (stage) => {
    const id = await group(stage, [stage.cast.doer.id]);
    await say(stage, id, stage.cast.staff);
    await stage.do('addChannelMembers', { id, userIds: [stage.cast.outsider.id] }, stage.cast.staff);
  },
  removeChannelMember: async (stage) => {
    const id = await group(stage);
    await say(stage, id, stage.cast.staff);
    await stage.do('removeChannelMember', { id, userId: stage.cast.outsider.id }, stage.cast.staff);
  },
  setChannelPreferences: async (stage) => stage.do('setChannelPreferences', { id: await group(stage), notify: 'MENTIONS', starred: true }, stage.cast.staff),
  markChannelRead: async (stage) => {
    const id = await group(stage);
    await say(stage, id, stage.cast.staff);
    await say(stage, id, stage.cast.outsider);
    await stage.do('markChannelRead', { id, sequence: '2' }, stage.cast.staff);
  },
  updateChannelSettings: async (stage) => {
    const { channelSettings: { version } } = await stage.ask<{ channelSettings: { version: number } }>('{ channelSettings { version } }');
    await stage.do('updateChannelSettings', { version, retentionDays: 365 });
  },
};

const group = (stage: Stage, memberIds = [stage.cast.outsider.id]): Promise<string> => stage.make('createChannel', { kind: 'GROUP', name: stage.text('Group'), memberIds }, stage.cast.staff);
const say = (stage: Stage, channelId: string, by: Person, more: object = {}): Promise<string> => stage.make('postMessage', { channelId, side: 'INTERNAL', body: stage.text('Said'), ...more }, by);

/** The talk of a project, in which the client takes part. */
const talk = (stage: Stage): Promise<string> =>
  stage.once('talk', async () => stage.make('openRecordChannel', { subject: 'project', recordId: await stage.mainProject() }));
const said = async (stage: Stage, more: object = {}): Promise<string> => say(stage, await talk(stage), stage.cast.staff, more);

export const messageDeeds: Deeds = {
  postMessage: async (stage) => {
    const channelId = await talk(stage);
    const threadId = await say(stage, channelId, stage.cast.client, { side: 'CLIENT' });
    await say(stage, channelId, stage.cast.staff, { side: 'CLIENT', threadId, body: `@[Client](user:${stage.cast.client.id}) ${stage.text()}` });
    await say(stage, channelId, stage.cast.doer, { body: `@[Staff](user:${stage.cast.staff.id}) ${stage.text()}` });
    await say(stage, channelId, stage.cast.staff, { side: 'CLIENT', fileIds: [await uploadFile(stage.cast.staff.api, `${stage.text('file')}.txt`)] });
  },
  editMessage: async (stage) => stage.do('editMessage', { id: await said(stage), body: stage.text('Edited') }, stage.cast.staff),
  deleteMessage: async (stage) => {
    const id = await said(stage, { side: 'CLIENT', fileIds: [await uploadFile(stage.cast.staff.api, `${stage.text('file')}.txt`)] });
    await said(stage, { side: 'CLIENT', threadId: id });
    await stage.do('deleteMessage', { id }, stage.cast.staff);
  },
  setReaction: async (stage) => {
    const id = await said(stage, { side: 'CLIENT' });
    await stage.do('setReaction', { id, emoji: '👍', on: true }, stage.cast.client);
    await stage.do('setReaction', { id, emoji: '👍', on: true }, stage.cast.staff);
    await stage.do('setReaction', { id, emoji: '👍', on: false }, stage.cast.staff);
  },
  pinMessage: async (stage) => stage.do('pinMessage', { id: await said(stage, { side: 'CLIENT' }), pinned: true }, stage.cast.staff),
  publishMessage: async (stage) => {
    const id = await said(stage, { fileIds: [await uploadFile(stage.cast.staff.api, `${stage.text('file')}.txt`)] });
    await said(stage, { threadId: id });
    await stage.do('publishMessage', { id }, stage.cast.staff);
  },
  linkMessage: async (stage) => {
    const id = await said(stage, { side: 'CLIENT' });
    const taskId = await stage.task();
    await stage.do('linkMessage', { id, linkedSubject: 'task', linkedId: taskId }, stage.cast.staff);
    // What it is called is shown with the message.
    await stage.settle();
    await stage.do('updateTask', { id: taskId, title: stage.text('Renamed') });
  },
  createTaskFromMessage: async (stage) => stage.do('createTaskFromMessage', { id: await said(stage), projectId: await stage.mainProject(), name: stage.text('Task') }, stage.cast.staff),
  createTicketFromMessage: async (stage) => stage.do('createTicketFromMessage', { id: await said(stage, { side: 'CLIENT' }), kind: 'COMPLAINT', title: stage.text('Ticket') }),
};

/** A notification of the staff person: somebody gave them a task. */
async function notified(stage: Stage): Promise<string> {
  const taskId = await stage.task();
  const { rows: [row] } = await until('the staff person to be told of a task', async () => {
    const found = await stage.world.owner.query<{ id: string }>('SELECT id FROM notification WHERE user_id = $1 AND record_id = $2', [stage.cast.staff.id, taskId]);
    return found.rows.length > 0 ? found : null;
  });
  return row!.id;
}

const inbox = async (stage: Stage): Promise<{ version: number; browsers: { id: string }[] }> =>
  (await stage.ask<{ notificationPreferences: { version: number; browsers: { id: string }[] } }>('{ notificationPreferences { version browsers { id } } }', {}, stage.cast.staff)).notificationPreferences;

export const notificationDeeds: Deeds = {
  markNotificationsRead: async (stage) => {
    const ids = [await notified(stage)];
    await stage.do('markNotificationsRead', { ids }, stage.cast.staff);
    await stage.do('markNotificationsRead', { ids, read: false }, stage.cast.staff);
  },
  markAllNotificationsRead: async (stage) => {
    await notified(stage);
    await stage.do('markAllNotificationsRead', {}, stage.cast.staff);
  },
  finishNotifications: async (stage) => {
    const ids = [await notified(stage)];
    await stage.do('finishNotifications', { ids }, stage.cast.staff);
    await stage.do('finishNotifications', { ids, done: false }, stage.cast.staff);
  },
  snoozeNotifications: async (stage) => {
    const ids = [await notified(stage)];
    await stage.do('snoozeNotifications', { ids, until: stage.moment(1) }, stage.cast.staff);
    await stage.do('snoozeNotifications', { ids, until: null }, stage.cast.staff);
  },
  sendTestNotification: (stage) => stage.do('sendTestNotification', { channel: 'EMAIL' }, stage.cast.staff),
  retryNotificationDelivery: async (stage) => {
    await stage.do('sendTestNotification', { channel: 'EMAIL' }, stage.cast.staff);
    // Nobody takes mail here: it waits for its next try, and gives up long after this run.
    const id = await stage.value(`UPDATE notification_delivery SET status = 'FAILED', attempts = 8 WHERE id = (SELECT id FROM notification_delivery WHERE user_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1) RETURNING id`, stage.cast.staff.id);
    await stage.do('retryNotificationDelivery', { id });
  },
  updateNotificationPreferences: async (stage) => stage.do('updateNotificationPreferences', { version: (await inbox(stage)).version, digest: 'DAILY', phone: '+41791234567' }, stage.cast.staff),
  registerPush: (stage) => registered(stage),
  removePush: async (stage) => {
    await registered(stage);
    // Nobody listens there: none is left behind.
    for (const { id } of (await inbox(stage)).browsers) await stage.do('removePush', { id }, stage.cast.staff);
  },
  updateNotificationAdapters: (stage) => stage.do('updateNotificationAdapters', { slack: { webhook: 'https://hooks.slack.example/T1/B1/secret', kinds: ['STATUS'], active: false } }),
  announceMaintenance: (stage) => stage.do('announceMaintenance', { title: stage.text('Maintenance'), clients: true }),
  createReminder: async (stage) => {
    const taskId = await stage.task();
    await stage.make('createReminder', { subject: 'task', recordId: taskId, dueAt: stage.moment(1) }, stage.cast.staff);
    // What it is called is shown with the reminder.
    await stage.settle();
    await stage.do('updateTask', { id: taskId, title: stage.text('Renamed') });
  },
  updateReminder: async (stage) => stage.do('updateReminder', { id: await reminder(stage), note: stage.text('Note'), done: true }, stage.cast.staff),
  deleteReminder: async (stage) => stage.do('deleteReminder', { id: await reminder(stage) }, stage.cast.staff),
};

const reminder = (stage: Stage): Promise<string> => stage.make('createReminder', { note: stage.text('Note'), dueAt: stage.moment(1) }, stage.cast.staff);

async function registered(stage: Stage): Promise<string> {
  const { pushKey } = await stage.ask<{ pushKey: string }>('{ pushKey }', {}, stage.cast.staff);
  const payload = await stage.do('registerPush', { endpoint: `https://push.example/${encodeURIComponent(stage.text())}`, p256dh: pushKey, auth: Buffer.alloc(16, 1).toString('base64url'), name: 'Browser' }, stage.cast.staff);
  return String(payload['id']);
}
