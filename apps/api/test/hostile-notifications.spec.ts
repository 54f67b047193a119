import { newId } from '@throughline/platform/kernel';
import { type ApiClient, codesOf, signInAs } from '@throughline/testing/api';
import { type NotificationBed, openNotificationBed } from '../../../libs/collaboration/notifications/testing/notification-bed.js';
import { WebhookServer } from '../../../libs/collaboration/notifications/testing/webhook-server.js';

const operation = (name: string, answer: string): string => `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${answer} errors { code message path } } }`;
const UPDATE = operation('updateNotificationPreferences', 'notificationPreferences { version phone browsers { createdAt } }');
const TEST = operation('sendTestNotification', 'deliveries');
const REMIND = operation('createReminder', 'reminder { id }');

/** Using what tells people things to reach, or to annoy, whom one must not. */
describe('hostile: notifications', () => {
  let bed: NotificationBed;
  let member: ApiClient;
  let lead: ApiClient;
  beforeAll(async () => {
    bed = await openNotificationBed();
    member = await signInAs(bed.api, bed.agency.users.TEAM_MEMBER.email);
    lead = await signInAs(bed.api, bed.agency.users.TEAM_LEAD.email);
    await bed.told();
  });
  afterAll(() => bed?.close());

  it('a phone number is sealed wherever it lies, also what a repeated request would answer', async () => {
    const key = { 'idempotency-key': `phone-${newId()}` };
    const input = { version: 1, phone: '+34 600 123 456' };
    const first = await member.send<{ updateNotificationPreferences: { notificationPreferences: { phone: string } } }>(UPDATE, { input }, key);
    expect(first.data?.updateNotificationPreferences.notificationPreferences.phone).toBe('+34600123456');
    const [{ found }] = await bed.rows<{ found: number }>(`SELECT count(*)::int AS found FROM idempotency_key WHERE result::text LIKE '%600123456%'`) as [{ found: number }];
    expect(found).toBe(0);
    const again = await member.send<{ updateNotificationPreferences: { notificationPreferences: { phone: string } } }>(UPDATE, { input }, key);
    expect(again.data?.updateNotificationPreferences.notificationPreferences.phone).toBe('+34600123456');
  });

  it('nobody has somebody else\'s phone ring all day: tests are few, and text messages bounded', async () => {
    const admin = await signInAs(bed.api, bed.agency.users.ADMIN.email);
    const server = await WebhookServer.start();
    try {
      await admin.ask(operation('updateNotificationAdapters', '__typename'), { input: { sms: { provider: 'GENERIC', url: `${server.origin}/sms`, from: 'Agency', token: 'generic-token', active: true } } });
      const { notificationPreferences: { version } } = await lead.ask<{ notificationPreferences: { version: number } }>('{ notificationPreferences { version } }');
      await lead.ask(UPDATE, { input: { version, phone: '+34600999999', kinds: [{ kind: 'REMINDER', channels: ['IN_APP', 'SMS'] }] } });
      const told: string[] = [];
      for (let time = 0; time < 12; time += 1) told.push(...codesOf(await lead.send(TEST, { input: { channel: 'SMS' } })));
      expect(told.length).toBeGreaterThanOrEqual(2);
      expect(new Set(told)).toEqual(new Set(['RATE_LIMITED']));
      const { id } = bed.agency.users.TEAM_LEAD;
      await bed.rows(
        `INSERT INTO reminder (id, organization_id, user_id, note, due_at) SELECT gen_random_uuid(), $1, $2, 'Call me ' || n, now() FROM generate_series(1, 60) n`, [bed.agency.id, id]);
      await bed.unitOfWork.run(bed.as('TEAM_LEAD'), async (work) => {
        for (const reminder of await work.query<{ id: string; note: string }>('SELECT id, note FROM reminder WHERE user_id = $1', [id])) {
          work.record({ kind: 'reminder.fired', subject: 'reminder', subjectId: reminder.id, access: { before: { ownerId: id }, after: { ownerId: id } }, changes: { note: { before: null, after: reminder.note } } });
        }
      });
      await bed.consume();
      await bed.work();
      expect(server.received.length).toBeGreaterThan(0);
      expect(server.received.length).toBeLessThanOrEqual(40);
    } finally {
      await server.stop();
    }
  });

  it('nothing goes to addresses inside, however they are written', async () => {
    const addresses = ['https://127.0.0.2/x', 'https://2130706434/x', 'https://0x7f000002/x', 'https://[::ffff:127.0.0.2]/x', 'https://[::1]/x', 'https://169.254.169.254/latest/meta-data', 'https://[fd00::1]/x', 'https://0/x', 'https://[::127.0.0.2]/x', 'https://[64:ff9b::7f00:2]/x'];
    for (const webhook of addresses) {
      const { notificationPreferences: { version } } = await member.ask<{ notificationPreferences: { version: number } }>('{ notificationPreferences { version } }');
      const { errors, data } = await member.send<{ updateNotificationPreferences: { errors: { code: string }[] } }>(UPDATE, { input: { version, slackWebhook: webhook } });
      if (codesOf({ errors, data } as never).length > 0) continue;
      await bed.rows('DELETE FROM request_throttle');
      await member.ask(TEST, { input: { channel: 'SLACK' } });
      await bed.work();
      const [delivery] = await bed.rows<{ status: string; last_error: string }>(`SELECT status, last_error FROM notification_delivery WHERE channel = 'SLACK' ORDER BY created_at DESC, id DESC LIMIT 1`);
      expect([webhook, delivery]).toEqual([webhook, { status: 'FAILED', last_error: 'Its address is not one that may be reached.' }]);
    }
  });

  it('people\'s own reminders, browsers and notifications are nobody else\'s', async () => {
    const { createReminder: { reminder } } = await member.ask<{ createReminder: { reminder: { id: string } } }>(REMIND, { input: { note: 'Mine', dueAt: new Date(Date.now() + 86_400_000).toISOString() } });
    const told = [
      ...codesOf(await lead.send(operation('deleteReminder', 'id'), { input: { id: reminder.id } })),
      ...codesOf(await lead.send(operation('snoozeNotifications', '__typename'), { input: { ids: [newId()], until: new Date(Date.now() + 86_400_000).toISOString() } })),
      ...codesOf(await lead.send(operation('removePush', 'id'), { input: { id: newId() } })),
    ];
    expect(told).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
  });
});
