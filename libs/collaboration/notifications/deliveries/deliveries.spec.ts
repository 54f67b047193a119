import { type ApiClient, signInAs } from '@throughline/testing/api';
import { AdaptersService } from '../adapters/adapters.service.js';
import type { NotificationChannel, NotificationKind } from '../notification.kinds.js';
import { PreferencesService } from '../preferences/preferences.service.js';
import { PushService } from '../preferences/push.service.js';
import { topicOf } from '../senders/push.sender.js';
import { type NotificationBed, openNotificationBed } from '../testing/notification-bed.js';
import { PushServiceServer } from '../testing/push-service.js';
import { WebhookServer } from '../testing/webhook-server.js';
import { DeliveryService } from './delivery.service.js';
import { DeliveryWork } from './delivery-work.js';

interface Row { id: string; channel: string; status: string; attempts: number; lastError: string | null; kind: string; version: number }

describe('deliveries', () => {
  let bed: NotificationBed;
  let push: PushServiceServer;
  let hooks: WebhookServer;
  let projectId: string;
  let preferences: PreferencesService;
  const member = (): ReturnType<NotificationBed['as']> => bed.as('TEAM_MEMBER');
  beforeAll(async () => {
    [push, hooks, bed] = [await PushServiceServer.start(), await WebhookServer.start(), await openNotificationBed()];
    preferences = bed.api.app.nest.get(PreferencesService, { strict: false });
    projectId = await bed.project();
    await bed.told();
    await bed.rows('DELETE FROM notification_delivery; DELETE FROM due_work');
  });
  afterEach(async () => {
    await bed.rows('UPDATE due_work SET done_at = now() WHERE done_at IS NULL');
    await bed.rows('DELETE FROM notification_delivery; DELETE FROM push_subscription');
    [push.received, push.refused, push.answers, hooks.received, hooks.answers].forEach((list) => list.splice(0));
  });
  afterAll(async () => {
    await bed?.close();
    await push?.stop();
    await hooks?.stop();
  });

  const choose = async (channels: NotificationChannel[], more: object = {}, kind: NotificationKind = 'ASSIGNMENT'): Promise<void> => {
    const { version } = await preferences.of(member());
    await preferences.update(member(), { version, kinds: [{ kind, channels }], digest: 'OFF', quietFrom: null, quietUntil: null, quietDays: [], ...more });
  };
  const browser = async (name: string): Promise<string> => {
    const service = bed.api.app.nest.get(PushService, { strict: false });
    return service.register(member(), { ...push.subscribe(name, await service.publicKey(member())), name });
  };
  /** Assigns a new task to the team member and tells them. @returns the task */
  const assign = async (title = 'Logo'): Promise<string> => {
    const task = await bed.task(projectId, { title });
    await bed.delivery.assignments.assign(bed.as('TEAM_LEAD'), { ...(await bed.version('task', task)), assigneeIds: [bed.agency.users.TEAM_MEMBER.id] });
    await bed.consume();
    return task;
  };
  const deliveries = (): Promise<Row[]> => bed.rows<Row>('SELECT id, channel, status, attempts, last_error AS "lastError", kind, version FROM notification_delivery ORDER BY channel, created_at');
  const brief = async (): Promise<string[]> => (await deliveries()).map(({ channel, status, attempts, lastError }) => `${channel} ${status} ${attempts} ${lastError ?? ''}`.trim());

  it('are one mail for each notification, in the outbox, with its page', async () => {
    await choose(['IN_APP', 'EMAIL']);
    const task = await assign('Poster');
    expect(await bed.work()).toEqual([]);
    expect(await brief()).toEqual(['EMAIL SENT 1']);
    const admin: ApiClient = await signInAs(bed.api, bed.agency.users.ADMIN.email);
    const { outgoingMails } = await admin.ask<{ outgoingMails: { nodes: { id: string; subject: string; recipient: string; kind: string }[] } }>('{ outgoingMails { nodes { id subject recipient kind } } }');
    const mail = outgoingMails.nodes.find(({ kind }) => kind === 'notification.assignment')!;
    expect(mail).toMatchObject({ subject: 'You were assigned (Agency)', recipient: bed.agency.users.TEAM_MEMBER.email });
    const { outgoingMailBody } = await admin.ask<{ outgoingMailBody: { text: string; html: string } }>('query ($id: ID!) { outgoingMailBody(id: $id) { text html } }', { id: mail.id });
    expect(outgoingMailBody.text).toContain('team lead assigned you to Poster');
    expect(outgoingMailBody.text).toContain(`/tasks/${task}`);
    expect(await bed.work()).toEqual([]);
    expect(await bed.rows(`SELECT count(*)::int AS count FROM outgoing_mail WHERE kind = 'notification.assignment'`)).toEqual([{ count: 1 }]);
  });

  it('reach every browser of a person, encrypted for it and signed by the organization', async () => {
    await choose(['IN_APP', 'PUSH']);
    await browser('laptop');
    await browser('phone');
    const task = await assign();
    expect(await bed.work()).toEqual([]);
    expect(push.refused).toEqual([]);
    expect(push.received.map(({ browser: name }) => name).sort()).toEqual(['laptop', 'phone']);
    const [first] = await deliveries();
    const received = push.received.find(({ payload }) => payload['id'] === first!.id)!;
    expect(received).toMatchObject({ audience: push.origin, ttl: 86_400, urgency: 'normal', topic: topicOf(first!.id), payload: { title: 'team lead assigned you to Logo', kind: 'ASSIGNMENT' } });
    expect(received.payload['url']).toContain(`/tasks/${task}`);
    expect(await brief()).toEqual(['PUSH SENT 1', 'PUSH SENT 1']);
  });

  it('forget a browser that is gone, and try no more', async () => {
    await choose(['IN_APP', 'PUSH']);
    await browser('old');
    push.unsubscribe('old');
    await assign();
    expect(await bed.work()).toEqual([]);
    expect(await brief()).toEqual(['PUSH FAILED 1 The other side answered 410.']);
    expect(await bed.rows('SELECT 1 FROM push_subscription')).toEqual([]);
    expect(await bed.rows(`SELECT kind FROM event WHERE subject = 'notificationDelivery' ORDER BY id DESC LIMIT 1`)).toEqual([{ kind: 'notificationDelivery.failed' }]);
  });

  it.each([500, 503, 429, 408])('are tried again after %s, with the same topic, and arrive once', async (status) => {
    await choose(['IN_APP', 'PUSH']);
    await browser('laptop');
    push.answers.push(status);
    await assign();
    expect(await bed.work()).toEqual([`It was not taken: The other side answered ${status}.`]);
    expect(await brief()).toEqual([`PUSH WAITING 1 The other side answered ${status}.`]);
    expect(await bed.work(2)).toEqual([]);
    expect(await brief()).toEqual(['PUSH SENT 2']);
    expect(push.received).toHaveLength(1);
  });

  it('are given up after the last try, shown, and tried again when an administrator asks', async () => {
    await choose(['IN_APP', 'SLACK'], { slackWebhook: `${hooks.origin}/slack` });
    hooks.answers.push(500);
    await assign();
    expect(await bed.work(8)).toEqual([]);
    const [row] = await deliveries();
    expect(row).toMatchObject({ status: 'FAILED', lastError: 'The other side answered 500.' });
    const service = bed.api.app.nest.get(DeliveryService, { strict: false });
    await expect(service.retry(bed.as('ADMIN'), row!.id, row!.version - 1)).rejects.toMatchObject({ code: 'CONFLICT' });
    await service.retry(bed.as('ADMIN'), row!.id, row!.version);
    expect(await bed.work()).toEqual([]);
    expect(await brief()).toEqual(['SLACK SENT 2']);
    expect(hooks.received).toMatchObject([{ path: '/slack', key: row!.id }]);
    await expect(service.retry(bed.as('ADMIN'), row!.id, null)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });

  it.each([400, 401, 403, 404])('are not tried again after %s', async (status) => {
    await choose(['IN_APP', 'TEAMS'], { teamsWebhook: `${hooks.origin}/teams` });
    hooks.answers.push(status);
    await assign();
    expect(await bed.work()).toEqual([]);
    expect(await brief()).toEqual([`TEAMS FAILED 1 The other side answered ${status}.`]);
  });

  it('go to Slack and Teams webhooks of one\'s own, with nothing of what people typed read as marks', async () => {
    await choose(['IN_APP', 'SLACK', 'TEAMS'], { slackWebhook: `${hooks.origin}/slack`, teamsWebhook: `${hooks.origin}/teams` });
    await assign('<!channel> & *Logo*');
    expect(await bed.work()).toEqual([]);
    expect(await brief()).toEqual(['SLACK SENT 1', 'TEAMS SENT 1']);
    const slack = JSON.stringify(hooks.received.find(({ path }) => path === '/slack')!.body);
    expect(slack).toContain('&lt;!channel&gt; &amp; *Logo*');
    expect(slack).not.toContain('<!channel>');
    expect(JSON.stringify(hooks.received.find(({ path }) => path === '/teams')!.body)).toContain(String.raw`\\*Logo\\*`);
  });

  it.each([
    ['a bridge with a key against repetition', { provider: 'GENERIC', token: 'generic-token' }, '/sms', { to: '+34600123456', from: 'Agency' }],
    ['Twilio', { provider: 'TWILIO', account: 'AC123', token: 'twilio-token' }, '/2010-04-01/Accounts/AC123/Messages.json', { To: '+34600123456', From: 'Agency' }],
  ] as const)('go out as text messages through %s', async (_, settings, path, body) => {
    const adapters = bed.api.app.nest.get(AdaptersService, { strict: false });
    await adapters.update(bed.as('ADMIN'), { sms: { ...settings, url: settings.provider === 'GENERIC' ? `${hooks.origin}/sms` : hooks.origin, from: 'Agency', active: true } });
    await choose(['IN_APP', 'SMS'], { phone: '+34 600 123 456' });
    await assign();
    expect(await bed.work()).toEqual([]);
    expect(await brief()).toEqual(['SMS SENT 1']);
    const [row] = await deliveries();
    expect(hooks.received).toMatchObject([{ path, body, key: settings.provider === 'GENERIC' ? row!.id : null }]);
  });

  it('go to the organization\'s channel once, whoever is told', async () => {
    const adapters = bed.api.app.nest.get(AdaptersService, { strict: false });
    await expect(adapters.update(bed.as('ADMIN'), { slack: { webhook: `${hooks.origin}/slack`, kinds: ['SECURITY'], active: true } })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    await adapters.update(bed.as('ADMIN'), { slack: { webhook: `${hooks.origin}/slack`, kinds: ['ASSIGNMENT'], active: true } });
    await choose(['IN_APP']);
    const task = await bed.task(projectId);
    await bed.delivery.assignments.assign(bed.as('TEAM_LEAD'), { ...(await bed.version('task', task)), assigneeIds: [bed.agency.users.TEAM_MEMBER.id, bed.agency.users.DEPARTMENT_MANAGER.id] });
    await bed.consume();
    expect(await bed.work()).toEqual([]);
    expect(hooks.received.map(({ path }) => path)).toEqual(['/slack']);
    await adapters.update(bed.as('ADMIN'), { slack: null });
    expect(await adapters.list(bed.as('ADMIN'))).toMatchObject([{ adapter: 'SMS' }]);
  });

  it('wait for the end of the night, and are not needed when it was read before', async () => {
    const hour = new Date().getUTCHours();
    const text = (at: number): string => `${String((at + 24) % 24).padStart(2, '0')}:00`;
    await choose(['IN_APP', 'SLACK'], { slackWebhook: `${hooks.origin}/slack`, quietFrom: text(hour), quietUntil: text(hour + 2), timeZone: 'UTC' });
    await assign();
    expect(await bed.work()).toEqual([]);
    expect(await brief()).toEqual(['SLACK WAITING 0']);
    await bed.rows('UPDATE notification SET read_at = now()');
    expect(await bed.work(1, new Date(Date.now() + 3 * 3_600_000))).toEqual([]);
    expect(await brief()).toEqual(['SLACK SKIPPED 0 It was read in the meantime.']);
    expect(hooks.received).toEqual([]);
  });

  it('are gathered into one mail, without what cannot be seen any more', async () => {
    await choose(['IN_APP', 'EMAIL'], { digest: 'HOURLY' });
    const titles = ['One', 'Two', 'Three'];
    const tasks: string[] = [];
    for (const title of titles) tasks.push(await assign(title));
    await bed.rows(`UPDATE task SET department_id = NULL WHERE id = $1`, [tasks[1]]);
    await bed.rows('DELETE FROM task_assignee WHERE task_id = $1', [tasks[1]]);
    expect(await bed.work()).toEqual([]);
    expect(await brief()).toEqual(Array(3).fill('EMAIL WAITING 0'));
    expect(await bed.work(1, new Date(Date.now() + 2 * 3_600_000))).toEqual([]);
    const [mail] = await bed.rows<{ id: string; subject: string }>(`SELECT id, subject FROM outgoing_mail WHERE kind = 'notification.digest'`);
    expect(mail).toMatchObject({ subject: '2 notifications (Agency)' });
    expect((await brief()).sort()).toEqual(['EMAIL SENT 1', 'EMAIL SENT 1', 'EMAIL SKIPPED 0 They may not see the record any more.']);
  });

  it('are not sent by two workers at once, and by another one when the first has died', async () => {
    await choose(['IN_APP', 'SLACK'], { slackWebhook: `${hooks.origin}/slack` });
    await assign();
    const work = bed.api.app.nest.get(DeliveryWork, { strict: false });
    const [row] = await deliveries();
    expect(await work.take(bed.as('ADMIN'), row!.id)).not.toBeNull();
    expect(await bed.work()).toEqual(['Another worker is sending it.']);
    expect(hooks.received).toEqual([]);
    await bed.rows(`UPDATE notification_delivery SET last_attempt_at = now() - interval '1 minute'`);
    expect(await bed.work(2)).toEqual([]);
    expect(hooks.received).toMatchObject([{ key: row!.id }]);
    expect(await brief()).toEqual(['SLACK SENT 2']);
  });

  it('never reach addresses of the operator\'s own network that he did not name', async () => {
    await choose(['IN_APP', 'SLACK'], { slackWebhook: 'https://10.0.0.1/hook' });
    await assign();
    expect(await bed.work()).toEqual([]);
    expect(await brief()).toEqual(['SLACK FAILED 1 Its address is not one that may be reached.']);
  });
});
