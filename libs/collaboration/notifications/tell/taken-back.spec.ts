import { insertRow } from '@throughline/platform/database';
import { newId } from '@throughline/platform/kernel';
import { type ApiClient, signInAs } from '@throughline/testing/api';
import { PreferencesService } from '../preferences/preferences.service.js';
import { type NotificationBed, openNotificationBed } from '../testing/notification-bed.js';

describe('what was told of a message that is gone', () => {
  let bed: NotificationBed;
  let channel: string;
  let admin: ApiClient;
  let sequence = 0;
  beforeAll(async () => {
    bed = await openNotificationBed();
    const member = bed.as('TEAM_MEMBER');
    const preferences = bed.api.app.nest.get(PreferencesService, { strict: false });
    const { version } = await preferences.of(member);
    await preferences.update(member, { version, kinds: [{ kind: 'MESSAGE', channels: ['IN_APP', 'EMAIL'] }], digest: 'OFF', quietFrom: null, quietUntil: null, quietDays: [] });
    admin = await signInAs(bed.api, bed.agency.users.ADMIN.email);
  });
  afterAll(() => bed?.close());
  beforeEach(async () => {
    channel = newId();
    sequence = 0;
    await bed.rows(`INSERT INTO channel (id, organization_id, kind, name) VALUES ($1, $2, 'GROUP', 'Bakery crew')`, [channel, bed.agency.id]);
    for (const role of ['TEAM_MEMBER', 'TEAM_LEAD'] as const) {
      await bed.rows('INSERT INTO channel_member (channel_id, user_id, organization_id) VALUES ($1, $2, $3)', [channel, bed.agency.users[role].id, bed.agency.id]);
      await bed.rows('INSERT INTO channel_reader (channel_id, user_id, organization_id) VALUES ($1, $2, $3)', [channel, bed.agency.users[role].id, bed.agency.id]);
    }
  });

  const happens = (kind: string, subject: string, subjectId: string): Promise<void> =>
    bed.unitOfWork.run(bed.as('TEAM_LEAD'), async (work) => work.record({ kind, subject, subjectId, related: [channel], access: { before: {}, after: {} } }));
  /** Says something and lets it go out by mail. */
  const said = async (body: string): Promise<string> => {
    const id = newId();
    await bed.unitOfWork.run(bed.as('TEAM_LEAD'), async (work) => insertRow(work, 'message', { id, channelId: channel, sequence: ++sequence, authorId: bed.agency.users.TEAM_LEAD.id, body, mentions: '[]' }));
    await happens('message.posted', 'message', id);
    await bed.consume();
    expect(await bed.work()).toEqual([]);
    return id;
  };
  interface Mail { id: string; status: string; text: boolean; lastError: string | null }
  const mails = (): Promise<Mail[]> => bed.rows<Mail>(
    `SELECT m.id, m.status, m.last_error AS "lastError", EXISTS (SELECT FROM outgoing_mail_body b WHERE b.mail_id = m.id) AS text FROM outgoing_mail m
     JOIN notification_delivery d ON d.mail_id = m.id JOIN notification n ON n.id = d.notification_id WHERE n.context_id = $1 ORDER BY m.created_at`, [channel]);
  const quoted = async (): Promise<(string | null)[]> => (await bed.rows<{ body: string | null }>('SELECT body FROM notification WHERE context_id = $1', [channel])).map(({ body }) => body);

  it('is taken out of the inbox and of mails, also where the inbox has moved on to the next message', async () => {
    const first = await said('A secret recipe');
    expect([await mails(), await quoted()]).toMatchObject([[{ status: 'KEPT', text: true }], ['A secret recipe']]);
    await said('Good morning');
    expect(await quoted()).toEqual(['Good morning']);
    await bed.rows('UPDATE message SET body = NULL, deleted_at = now() WHERE id = $1', [first]);
    await happens('message.deleted', 'message', first);
    await bed.consume();
    expect(await quoted()).toEqual(['Good morning']);
    const [mail] = await mails();
    expect(mail).toMatchObject({ status: 'FAILED', text: false, lastError: 'What it told of was deleted.' });
    const opened = await admin.send('query ($id: ID!) { outgoingMailBody(id: $id) { text } }', { id: mail!.id });
    expect(opened.errors.map(({ extensions: { code } }) => code)).toEqual(['PRECONDITION_FAILED']);
    const { rows } = await bed.owner.query("SELECT 1 FROM event WHERE kind = 'outgoingMail.withdrawn' AND subject_id = $1", [mail!.id]);
    expect(rows).toHaveLength(1);
  });

  it('goes with messages that a channel does not keep any more, and nothing else does', async () => {
    const old = await said('An old secret');
    await bed.rows('UPDATE notification SET read_at = now()');
    await said('Still kept');
    await bed.rows('DELETE FROM message WHERE id = $1', [old]);
    await happens('channel.messagesExpired', 'channel', channel);
    await bed.consume();
    expect((await quoted()).sort()).toEqual(['Still kept', null]);
    expect((await mails()).map(({ status, text }) => [status, text])).toEqual([['FAILED', false], ['KEPT', true]]);
  });

  it('is not sent by a mail server that was away', async () => {
    const message = await said('Never mind');
    await bed.rows(`UPDATE outgoing_mail SET status = 'WAITING'`);
    await bed.rows('DELETE FROM message WHERE id = $1', [message]);
    await happens('channel.messagesExpired', 'channel', channel);
    await bed.consume();
    const [mail] = await mails();
    expect(mail).toMatchObject({ status: 'FAILED', text: false });
  });
});
