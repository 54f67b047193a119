import { newId } from '@throughline/platform/kernel';
import { seedOrganization } from '@throughline/testing';
import { type ApiClient, codesOf, expectFourCallers, signInAs } from '@throughline/testing/api';
import { InboxService } from '../../../libs/collaboration/notifications/inbox/inbox.service.js';
import { type NotificationBed, openNotificationBed } from '../../../libs/collaboration/notifications/testing/notification-bed.js';
import { ReadConnections } from '../../../libs/platform/read/session/read-connections.js';

const FIELDS = 'id version kind reason title body subject recordId contextId actor { id name } times urgent unread readAt doneAt snoozedUntil createdAt hiddenFields';
const LIST = `query ($filter: NotificationFilter) { notifications(filter: $filter) { totalCount nodes { ${FIELDS} } pageInfo { hasNextPage } } }`;
const COUNTS = '{ notificationCounts { unread urgent snoozed byKind { kind count } } }';
const operation = (name: string, input: string, answer = `notifications { ${FIELDS} } notificationCounts { unread }`): string => `mutation ($input: ${input}!) { ${name}(input: $input) { ${answer} errors { code message path } } }`;
const READ = operation('markNotificationsRead', 'MarkNotificationsReadInput');
const FINISH = operation('finishNotifications', 'FinishNotificationsInput');
const SNOOZE = operation('snoozeNotifications', 'SnoozeNotificationsInput');
const READ_ALL = operation('markAllNotificationsRead', 'MarkAllNotificationsReadInput', 'marked notificationCounts { unread }');
const PREFERENCES = 'version kinds { kind channels { channel on fixed } } digest digestAt quietFrom quietUntil quietDays timeZone phone hasSlackWebhook hasTeamsWebhook browsers { id name } smsAvailable';
const UPDATE = operation('updateNotificationPreferences', 'UpdateNotificationPreferencesInput', `notificationPreferences { ${PREFERENCES} }`);
const ADAPTERS = operation('updateNotificationAdapters', 'UpdateNotificationAdaptersInput', 'notificationAdapters { adapter active kinds host from provider failures }');
const RETRY = operation('retryNotificationDelivery', 'RetryNotificationDeliveryInput', 'notificationDelivery { id status version }');
const ANNOUNCE = operation('announceMaintenance', 'AnnounceMaintenanceInput', 'announced');
const TEST = operation('sendTestNotification', 'SendTestNotificationInput', 'deliveries');
const REGISTER = operation('registerPush', 'RegisterPushInput', 'id notificationPreferences { browsers { id name } }');
const REMOVE = operation('removePush', 'RemovePushInput', 'id notificationPreferences { browsers { id } }');
const CREATE_REMINDER = operation('createReminder', 'CreateReminderInput', 'reminder { id version subject recordId recordName note dueAt firedAt doneAt }');
const UPDATE_REMINDER = operation('updateReminder', 'UpdateReminderInput', 'reminder { id version note dueAt firedAt doneAt }');
const DELETE_REMINDER = operation('deleteReminder', 'DeleteReminderInput', 'id');

interface Notification { id: string; version: number; kind: string; title: string; unread: boolean; doneAt: string | null; snoozedUntil: string | null; recordId: string | null }
interface Page { notifications: { totalCount: number; nodes: Notification[] } }
interface Preferences { version: number; kinds: { kind: string; channels: { channel: string; on: boolean; fixed: boolean }[] }[]; browsers: { id: string }[] }

describe('notifications over the wire', () => {
  let bed: NotificationBed;
  let member: ApiClient;
  let lead: ApiClient;
  let admin: ApiClient;
  let elsewhere: ApiClient;
  let otherAdmin: ApiClient;
  let client: ApiClient;
  let projectId: string;
  beforeAll(async () => {
    bed = await openNotificationBed();
    const { api, agency } = bed;
    const other = await seedOrganization(api.database, 'Elsewhere');
    member = await signInAs(api, agency.users.TEAM_MEMBER.email);
    lead = await signInAs(api, agency.users.TEAM_LEAD.email);
    admin = await signInAs(api, agency.users.ADMIN.email);
    elsewhere = await signInAs(api, other.users.TEAM_MEMBER.email);
    otherAdmin = await signInAs(api, other.users.ADMIN.email);
    client = await signInAs(api, (await agency.addUser({ name: 'Cleo Client', roles: ['CLIENT_MEMBER'], customerId: bed.customerId })).email);
    projectId = await bed.project();
    await bed.told();
  });
  afterAll(() => bed?.close());
  beforeEach(async () => void (await bed.rows('DELETE FROM notification_delivery; DELETE FROM notification')));

  const assigned = async (...titles: string[]): Promise<Notification[]> => {
    for (const title of titles) {
      const task = await bed.task(projectId, { title });
      await bed.delivery.assignments.assign(bed.as('TEAM_LEAD'), { ...(await bed.version('task', task)), assigneeIds: [bed.agency.users.TEAM_MEMBER.id] });
    }
    await bed.consume();
    return (await member.ask<Page>(LIST, {})).notifications.nodes;
  };
  const inbox = async (who: ApiClient, filter: object | null = null): Promise<string[]> => (await who.ask<Page>(LIST, { filter })).notifications.nodes.map(({ title }) => title);
  /** Nobody else touches what is a person's own. */
  const own = (): { api: NotificationBed['api']; right: ApiClient; wrongPerson: ApiClient; wrongOrganization: ApiClient; codes: { wrongPerson: 'NOT_FOUND' } } =>
    ({ api: bed.api, right: member, wrongPerson: lead, wrongOrganization: elsewhere, codes: { wrongPerson: 'NOT_FOUND' } });

  it('list what their person is told, and nothing of anybody else, whatever they may otherwise', async () => {
    const [first] = await assigned('Logo');
    expect(first).toMatchObject({
      kind: 'ASSIGNMENT', reason: 'You were assigned', title: 'team lead assigned you to Logo', subject: 'task', contextId: projectId, actor: { name: 'team lead' }, times: 1, urgent: false, unread: true,
    });
    for (const nobody of [lead, admin, elsewhere, client]) expect(await inbox(nobody)).toEqual([]);
    for (const nobody of [lead, admin, elsewhere, client]) expect(codesOf(await nobody.send('query ($id: ID!) { notification(id: $id) { id } }', { id: first!.id }))).toEqual(['NOT_FOUND']);
    expect(await member.ask(COUNTS)).toEqual({ notificationCounts: { unread: 1, urgent: 0, snoozed: 0, byKind: [{ kind: 'ASSIGNMENT', count: 1 }] } });
    expect(await admin.ask(COUNTS)).toEqual({ notificationCounts: { unread: 0, urgent: 0, snoozed: 0, byKind: [] } });
  });

  it('vanish with the right to see the record, from the list and from the counts', async () => {
    const [row] = await assigned('Secret');
    await bed.rows('UPDATE task SET department_id = NULL WHERE id = $1', [row!.recordId]);
    await bed.rows('DELETE FROM task_assignee WHERE task_id = $1', [row!.recordId]);
    expect(await inbox(member)).toEqual([]);
    expect(await member.ask(COUNTS)).toEqual({ notificationCounts: { unread: 0, urgent: 0, snoozed: 0, byKind: [] } });
    expect(codesOf(await member.send(READ, { input: { ids: [row!.id] } }))).toEqual(['NOT_FOUND']);
  });

  it('take one statement a list, and one for the bell, however many there are', async () => {
    await assigned('One', 'Two', 'Three');
    const connections = jest.spyOn(bed.api.app.nest.get(ReadConnections, { strict: false }), 'run');
    for (const document of [LIST, COUNTS, '{ alertPanel { id title actor { name } } }']) {
      connections.mockClear();
      await member.ask(document, {});
      expect(connections.mock.calls.flatMap(([statements]) => statements.filter(({ name }) => name !== 'enter'))).toHaveLength(1);
    }
    connections.mockRestore();
  });

  it('are read, and unread again', async () => {
    const [row] = await assigned('Logo');
    const { markNotificationsRead } = await expectFourCallers<{ markNotificationsRead: { notifications: Notification[]; notificationCounts: { unread: number } } }>({ ...own(), operation: READ, variables: { input: { ids: [row!.id] } } });
    expect(markNotificationsRead).toMatchObject({ notifications: [{ unread: false, version: 2 }], notificationCounts: { unread: 0 } });
    expect(await inbox(member, { state: 'UNREAD' })).toEqual([]);
    expect(await inbox(member, { state: 'INBOX' })).toHaveLength(1);
    await member.ask(READ, { input: { ids: [row!.id], read: false } });
    expect(await inbox(member, { state: 'UNREAD', kind: 'ASSIGNMENT' })).toHaveLength(1);
    expect(await inbox(member, { state: 'UNREAD', kind: 'MENTION' })).toEqual([]);
  });

  it('are settled, and open again', async () => {
    const [row] = await assigned('Logo');
    const { finishNotifications } = await expectFourCallers<{ finishNotifications: { notifications: Notification[] } }>({ ...own(), operation: FINISH, variables: { input: { ids: [row!.id] } } });
    expect(finishNotifications.notifications).toMatchObject([{ unread: false, doneAt: expect.any(String) as string }]);
    expect(await inbox(member)).toEqual([]);
    expect(await inbox(member, { state: 'DONE' })).toHaveLength(1);
    await member.ask(FINISH, { input: { ids: [row!.id], done: false } });
    expect(await inbox(member)).toHaveLength(1);
  });

  it('are put away until a time, and come back once', async () => {
    const [row] = await assigned('Logo');
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const { snoozeNotifications } = await expectFourCallers<{ snoozeNotifications: { notifications: Notification[] } }>({ ...own(), operation: SNOOZE, variables: { input: { ids: [row!.id], until } } });
    expect(snoozeNotifications.notifications[0]!.snoozedUntil).toBe(until);
    await member.ask(READ, { input: { ids: [row!.id] } });
    expect(await inbox(member)).toEqual([]);
    expect(await inbox(member, { state: 'SNOOZED' })).toHaveLength(1);
    expect(await bed.work(1, new Date(Date.now() + 2 * 3_600_000))).toEqual([]);
    expect(await inbox(member, { state: 'UNREAD' })).toHaveLength(1);
    const service = bed.api.app.nest.get(InboxService, { strict: false });
    await bed.unitOfWork.run(bed.as('ADMIN'), (work) => service.comeBack(work, row!.id, until));
    expect(await bed.rows(`SELECT count(*)::int AS count FROM event WHERE kind = 'notification.returned' AND subject_id = $1`, [row!.id])).toEqual([{ count: 1 }]);
    expect(codesOf(await member.send(SNOOZE, { input: { ids: [row!.id], until: '2020-01-01T00:00:00Z' } }))).toEqual(['VALIDATION_FAILED']);
    await member.ask(FINISH, { input: { ids: [row!.id] } });
    expect(codesOf(await member.send(SNOOZE, { input: { ids: [row!.id], until } }))).toEqual(['PRECONDITION_FAILED']);
  });

  it('are all read at once, one\'s own only', async () => {
    await assigned('One', 'Two');
    expect(await lead.ask(READ_ALL, { input: {} })).toEqual({ markAllNotificationsRead: { marked: 0, notificationCounts: { unread: 0 }, errors: [] } });
    expect(await member.ask(READ_ALL, { input: { kind: 'MENTION' } })).toMatchObject({ markAllNotificationsRead: { marked: 0 } });
    expect(await member.ask(READ_ALL, { input: {} })).toEqual({ markAllNotificationsRead: { marked: 2, notificationCounts: { unread: 0 }, errors: [] } });
    expect(codesOf(await client.send(READ_ALL, { input: {} }))).toEqual([]);
  });

  it('show what is urgent in the alert panel until it is done', async () => {
    await bed.unitOfWork.run(bed.as('ADMIN'), async (work) => work.record({ kind: 'user.lockedOut', subject: 'user', subjectId: bed.agency.users.TEAM_MEMBER.id, access: { before: {}, after: {} } }));
    await bed.consume();
    const { alertPanel: [alert] } = await member.ask<{ alertPanel: Notification[] }>('{ alertPanel { id title urgent } }');
    expect(alert).toMatchObject({ title: 'Your account was locked after wrong passwords', urgent: true });
    await member.ask(FINISH, { input: { ids: [alert!.id] } });
    expect(await member.ask('{ alertPanel { id } }')).toEqual({ alertPanel: [] });
  });

  it('come as their person decides, and as by default before', async () => {
    const ask = async (who: ApiClient): Promise<Preferences> => (await who.ask<{ notificationPreferences: Preferences }>(`{ notificationPreferences { ${PREFERENCES} } }`)).notificationPreferences;
    const on = ({ kinds }: Preferences, kind: string): string[] => kinds.find((row) => row.kind === kind)!.channels.filter((row) => row.on).map(({ channel }) => channel);
    const before = await ask(member);
    expect(before).toMatchObject({ version: 1, digest: 'OFF', digestAt: '08:00', quietFrom: null, quietUntil: null, quietDays: [], timeZone: 'UTC', phone: null, hasSlackWebhook: false, smsAvailable: false });
    expect(on(before, 'ASSIGNMENT')).toEqual(['IN_APP', 'EMAIL', 'PUSH']);
    const changes = {
      version: 1, kinds: [{ kind: 'ASSIGNMENT', channels: ['PUSH'] }, { kind: 'SECURITY', channels: [] }], digest: 'DAILY', digestAt: '07:30', quietFrom: '22:00', quietUntil: '06:15', quietDays: [6, 5], timeZone: 'Europe/Madrid', phone: '+34 600 123 456',
    };
    const { updateNotificationPreferences: { notificationPreferences: after } } = await member.ask<{ updateNotificationPreferences: { notificationPreferences: Preferences } }>(UPDATE, { input: changes });
    expect(after).toMatchObject({ version: 2, digest: 'DAILY', digestAt: '07:30', quietFrom: '22:00', quietUntil: '06:15', quietDays: [5, 6], timeZone: 'Europe/Madrid', phone: '+34600123456' });
    expect([on(after, 'ASSIGNMENT'), on(after, 'SECURITY'), on(after, 'MENTION')]).toEqual([['PUSH'], ['IN_APP'], ['IN_APP', 'EMAIL', 'PUSH']]);
    expect(await assigned('Unseen')).toEqual([]);
    expect((await ask(lead)).version).toBe(1);
    const stored = await bed.rows<{ phone: Buffer }>('SELECT phone FROM notification_preference');
    expect(stored[0]!.phone.toString('latin1')).not.toContain('600123456');
    expect(codesOf(await member.send(UPDATE, { input: { version: 1, digest: 'OFF' } }))).toEqual(['CONFLICT']);
    await member.ask(UPDATE, { input: { version: 2, kinds: [{ kind: 'ASSIGNMENT', channels: ['IN_APP'] }], phone: null, quietFrom: null, quietUntil: null } });
  });

  it.each([
    ['half of the quiet hours', { quietFrom: '22:00' }, 'quietUntil'],
    ['no time', { digestAt: '8 am' }, 'digestAt'],
    ['no day', { quietDays: [7] }, 'quietDays'],
    ['no zone', { timeZone: 'Mars/Base' }, 'timeZone'],
    ['no phone', { phone: '600' }, 'phone'],
    ['no address', { slackWebhook: 'hooks.slack.com/x' }, 'slackWebhook'],
    ['plain http', { teamsWebhook: 'http://example.com/x' }, 'teamsWebhook'],
  ])('do not come by %s', async (_, wrong, path) => {
    const { version } = (await lead.ask<{ notificationPreferences: Preferences }>('{ notificationPreferences { version } }')).notificationPreferences;
    const { data } = await lead.send<{ updateNotificationPreferences: { errors: { code: string; path: string[] }[] } }>(UPDATE, { input: { version, ...wrong } });
    expect(data!.updateNotificationPreferences.errors).toMatchObject([{ code: 'VALIDATION_FAILED', path: [path] }]);
  });

  it('are pushed to browsers of one\'s own', async () => {
    const { pushKey } = await member.ask<{ pushKey: string }>('{ pushKey }');
    expect(Buffer.from(pushKey, 'base64url')).toHaveLength(65);
    expect(await lead.ask('{ pushKey }')).toEqual({ pushKey });
    expect(await elsewhere.ask('{ pushKey }')).not.toEqual({ pushKey });
    const input = { endpoint: 'https://push.example/one', p256dh: pushKey, auth: Buffer.alloc(16, 1).toString('base64url'), name: 'Firefox on Linux' };
    const { registerPush: { id } } = await member.ask<{ registerPush: { id: string } }>(REGISTER, { input });
    expect(await member.ask('{ notificationPreferences { browsers { id name } } }')).toEqual({ notificationPreferences: { browsers: [{ id, name: 'Firefox on Linux' }] } });
    expect(codesOf(await member.send(REGISTER, { input: { ...input, auth: 'short' } }))).toEqual(['VALIDATION_FAILED']);
    expect(codesOf(await member.send(REGISTER, { input: { ...input, endpoint: 'ftp://x' } }))).toEqual(['VALIDATION_FAILED']);
    await expectFourCallers({ ...own(), operation: REMOVE, variables: { input: { id } } });
    expect(await member.ask('{ notificationPreferences { browsers { id } } }')).toEqual({ notificationPreferences: { browsers: [] } });
  });

  it('go to Slack, Teams and phones where an administrator says so', async () => {
    const input = { slack: { webhook: 'https://hooks.slack.example/T1/B1/secret-of-slack', kinds: ['STATUS'] } };
    const { updateNotificationAdapters } = await expectFourCallers<{ updateNotificationAdapters: object }>({ api: bed.api, operation: ADAPTERS, variables: { input }, right: admin, wrongPerson: member, wrongOrganization: otherAdmin, separately: bed.agency.id });
    expect(updateNotificationAdapters).toMatchObject({ notificationAdapters: [{ adapter: 'SLACK', active: true, kinds: ['STATUS'], host: 'hooks.slack.example', failures: 0 }] });
    expect(codesOf(await member.send('{ notificationAdapters { host } }'))).toEqual(['FORBIDDEN']);
    expect(JSON.stringify(await bed.rows('SELECT encode(sealed, $$escape$$) AS sealed FROM notification_adapter'))).not.toContain('secret-of-slack');
    expect(bed.api.log()).not.toContain('secret-of-slack');
    for (const wrong of [{ slack: { webhook: 'nonsense', kinds: [] } }, { slack: { kinds: ['MENTION'] } }, { sms: { provider: 'TWILIO', from: '+1', token: 'x' } }, { sms: { provider: 'GENERIC', from: '+1', token: 'x' } }]) {
      expect(codesOf(await admin.send(ADAPTERS, { input: wrong }))).toEqual(['VALIDATION_FAILED']);
    }
    await admin.ask(ADAPTERS, { input: { slack: null } });
    expect(await admin.ask('{ notificationAdapters { host } }')).toEqual({ notificationAdapters: [] });
  });

  it('that failed are shown to administrators, without what they said, and tried again', async () => {
    await member.ask(UPDATE, { input: { version: (await member.ask<{ notificationPreferences: Preferences }>('{ notificationPreferences { version } }')).notificationPreferences.version, kinds: [{ kind: 'ASSIGNMENT', channels: ['IN_APP', 'EMAIL'] }] } });
    await assigned('Logo');
    await bed.rows(`UPDATE notification_delivery SET status = 'FAILED', last_error = 'The other side answered 500.', attempts = 8`);
    const document = '{ notificationDeliveries(filter: { status: { eq: FAILED } }) { totalCount nodes { id version channel kind user { name } attempts lastError } } }';
    const { notificationDeliveries: { nodes: [row] } } = await admin.ask<{ notificationDeliveries: { nodes: { id: string; version: number }[] } }>(document);
    expect(row).toMatchObject({ channel: 'EMAIL', kind: 'ASSIGNMENT', user: { name: 'team member' }, attempts: 8, lastError: 'The other side answered 500.' });
    expect(codesOf(await member.send(document))).toEqual(['FORBIDDEN']);
    await expectFourCallers({ api: bed.api, operation: RETRY, variables: { input: { id: row!.id, version: row!.version } }, right: admin, wrongPerson: member, wrongOrganization: otherAdmin });
    expect(await bed.rows('SELECT status FROM notification_delivery')).toEqual([{ status: 'WAITING' }]);
  });

  it('announce maintenance to everybody', async () => {
    await expectFourCallers({ api: bed.api, operation: ANNOUNCE, variables: { input: { title: 'Update tonight', startsAt: '2026-12-01T22:00:00Z', endsAt: '2026-12-01T23:00:00Z' } }, right: admin, wrongPerson: member, wrongOrganization: otherAdmin, separately: bed.agency.id });
    await bed.consume();
    const { notifications: { nodes } } = await member.ask<Page>(LIST, { filter: { kind: 'MAINTENANCE' } });
    expect(nodes).toMatchObject([{ title: 'Update tonight', body: '2026-12-01 22:00 to 2026-12-01 23:00 (UTC)', subject: null, actor: { name: 'admin' } }]);
    expect(await inbox(client)).toEqual([]);
    expect(codesOf(await admin.send(ANNOUNCE, { input: { title: ' ' } }))).toEqual(['VALIDATION_FAILED']);
  });

  it('are tried out on a channel of one\'s own', async () => {
    expect(codesOf(await member.send(TEST, { input: { channel: 'SMS' } }))).toEqual(['PRECONDITION_FAILED']);
    expect(await member.ask(TEST, { input: { channel: 'EMAIL' } })).toEqual({ sendTestNotification: { deliveries: 1, errors: [] } });
    expect(await bed.work()).toEqual([]);
    expect(await bed.rows('SELECT channel, status FROM notification_delivery')).toEqual([{ channel: 'EMAIL', status: 'SENT' }]);
    expect(await inbox(member)).toEqual(['This is a test of your notifications']);
  });

  describe('with reminders', () => {
    const dueAt = new Date(Date.now() + 86_400_000).toISOString();

    it('set on a record that one sees, changed and removed, one\'s own only', async () => {
      const task = await bed.task(projectId, { title: 'Poster', sharedWithClient: false });
      const { createReminder: { reminder } } = await expectFourCallers<{ createReminder: { reminder: { id: string; version: number } } }>({
        api: bed.api, operation: CREATE_REMINDER, variables: { input: { subject: 'task', recordId: task, dueAt } }, right: member, wrongPerson: client, wrongOrganization: elsewhere, codes: { wrongPerson: 'NOT_FOUND' },
      });
      expect(reminder).toMatchObject({ version: 1, subject: 'task', recordId: task, recordName: 'Poster', note: null, dueAt, firedAt: null, doneAt: null });
      const { updateReminder } = await expectFourCallers<{ updateReminder: { reminder: object } }>({ ...own(), operation: UPDATE_REMINDER, variables: { input: { id: reminder.id, version: 1, note: 'Ask for the font', done: true } } });
      expect(updateReminder.reminder).toMatchObject({ version: 2, note: 'Ask for the font', doneAt: expect.any(String) as string });
      const list = '{ reminders(filter: { done: { eq: true } }) { totalCount nodes { id recordName } } }';
      expect(await member.ask(list)).toEqual({ reminders: { totalCount: 1, nodes: [{ id: reminder.id, recordName: 'Poster' }] } });
      expect(await admin.ask(list)).toEqual({ reminders: { totalCount: 0, nodes: [] } });
      expect(codesOf(await member.send(UPDATE_REMINDER, { input: { id: reminder.id, version: 1, note: 'x' } }))).toEqual(['CONFLICT']);
      await expectFourCallers({ ...own(), operation: DELETE_REMINDER, variables: { input: { id: reminder.id } } });
    });

    it.each([
      ['nothing to remember', {}, 'VALIDATION_FAILED'],
      ['a time that is over', { note: 'x', dueAt: '2020-01-01T00:00:00Z' }, 'VALIDATION_FAILED'],
      ['a type that nobody can be reminded of', { subject: 'role', recordId: newId() }, 'VALIDATION_FAILED'],
      ['a record that is not there', { subject: 'task', recordId: newId() }, 'NOT_FOUND'],
    ])('not on %s', async (_, input, code) => {
      expect(codesOf(await member.send(CREATE_REMINDER, { input: { dueAt, ...input } }))).toEqual([code]);
    });

    it('listed with their records\' names in two statements, however many there are', async () => {
      for (const title of ['A', 'B', 'C']) await member.ask(CREATE_REMINDER, { input: { subject: 'task', recordId: await bed.task(projectId, { title }), dueAt } });
      const connections = jest.spyOn(bed.api.app.nest.get(ReadConnections, { strict: false }), 'run');
      const transactions = jest.spyOn(bed.unitOfWork, 'run');
      const { reminders } = await member.ask<{ reminders: { nodes: { recordName: string }[] } }>('{ reminders { nodes { recordName } } }');
      expect(reminders.nodes.map(({ recordName }) => recordName).sort()).toEqual(['A', 'B', 'C']);
      expect(connections.mock.calls.flatMap(([statements]) => statements.filter(({ name }) => name !== 'enter'))).toHaveLength(1);
      expect(transactions).toHaveBeenCalledTimes(1);
      for (const spy of [connections, transactions]) spy.mockRestore();
    });

    it('named also in the answer to a request with an Idempotency-Key, and in its repetition', async () => {
      const input = { subject: 'task', recordId: await bed.task(projectId, { title: 'Flyer' }), dueAt };
      const answers = [];
      for (const _ of ['first', 'again']) answers.push(await member.send(CREATE_REMINDER, { input }, { 'idempotency-key': 'remind-me-of-the-flyer' }));
      for (const answer of answers) expect(answer.data).toMatchObject({ createReminder: { reminder: { recordName: 'Flyer' } } });
      expect(answers[1]?.data).toEqual(answers[0]?.data);
    });
  });
});
