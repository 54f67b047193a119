import { randomBytes } from 'node:crypto';
import { createTestDatabase, testActor, type TestDatabase } from '@throughline/testing';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { Config, loadConfig, masterKey, type Settings } from '../config/index.js';
import { CommitSignal, UnitOfWork } from '../database/index.js';
import { JobQueue } from '../jobs/index.js';
import { type Actor, newId } from '../kernel/index.js';
import { Secrets } from '../secrets/index.js';
import { ResumeMail } from './jobs/resume-mail.handler.js';
import { SendMail } from './jobs/send-mail.handler.js';
import { sendMail } from './jobs/send-mail.job.js';
import { type Mail, Mailer } from './mailer.js';
import { OutboxService } from './outbox.service.js';
import { SmtpTransport } from './smtp-transport.js';
import { headerOf, partOf } from './testing/letter.js';
import { MailServer } from './testing/mail-server.js';

const KEYS = [masterKey(randomBytes(32))];
const LINK = 'https://crm.example/invitation#canary-token-of-a-link';

describe('outgoing mail', () => {
  let database: TestDatabase;
  let owner: Client;
  let dataSource: DataSource;
  let unitOfWork: UnitOfWork;
  let actor: Actor;
  let server: MailServer;

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const organizationId = newId();
    await owner.query(`INSERT INTO organization (id, name, slug) VALUES ($1, 'Müller, Söhne & <Co>', 'ours')`, [organizationId]);
    dataSource = await new DataSource({ type: 'postgres', url: database.appUrl, extra: { max: 4, pipeline: true } }).initialize();
    unitOfWork = new UnitOfWork(dataSource, new CommitSignal());
    actor = testActor({ organizationId });
    server = await MailServer.start();
  });
  afterAll(async () => {
    await server?.stop();
    await owner?.end();
    await dataSource?.destroy();
    await database?.drop();
  });
  beforeEach(() => {
    server.received.length = 0;
    server.refusals.clear();
  });

  /** A process with these settings. */
  const start = (settings: Partial<Settings> = {}, smtp: string | null = server.url) => {
    const environment = { ...process.env, DATABASE_URL: database.ownerUrl, PUBLIC_URL: 'https://crm.example', ...(smtp ? { SMTP_URL: smtp, MAIL_FROM: 'no-reply@crm.example' } : {}) };
    const config = new Config({ ...loadConfig(environment), masterKeys: KEYS, ...settings });
    const secrets = new Secrets(config);
    const jobs = new JobQueue(unitOfWork);
    const outbox = new OutboxService(unitOfWork, secrets, jobs, config);
    const transport = new SmtpTransport(config);
    return { mailer: new Mailer(config, secrets, jobs), outbox, job: new SendMail(outbox, transport), resume: new ResumeMail(dataSource, outbox, transport) };
  };
  type Process = ReturnType<typeof start>;
  const write = (process: Process, mail: Partial<Mail> = {}): Promise<string> => unitOfWork.run(actor, (work) => process.mailer.send(work, {
    to: 'somebody@client.example', kind: 'test.mail', subject: 'Grüße', text: `Hello\n\n${LINK}`, ...mail,
  }));
  const run = (process: Process, mailId: string, attempt = 1): Promise<void> => process.job.handle({ id: newId(), payload: { mailId }, actor, attempt, once: (body) => unitOfWork.run(actor, body) });
  const row = async (id: string): Promise<Record<string, unknown>> =>
    (await owner.query<Record<string, unknown>>('SELECT status, attempts, last_error AS error, version FROM outgoing_mail WHERE id = $1', [id])).rows[0] ?? {};
  const scheduled = async (id: string): Promise<number> =>
    (await owner.query(`SELECT 1 FROM due_work WHERE kind = 'mail.send' AND payload->>'mailId' = $1`, [id])).rows.length;
  const bodies = async (id: string): Promise<Buffer[]> =>
    (await owner.query<{ sealed: Buffer }>('SELECT sealed FROM outgoing_mail_body WHERE mail_id = $1', [id])).rows.map(({ sealed }) => sealed);

  it('goes to the server as text and HTML, with who it is from and an id of its own', async () => {
    const process = start();
    const id = await write(process, { html: `<p>Hello <a href="${LINK}">there</a></p>` });
    expect(await row(id)).toEqual({ status: 'WAITING', attempts: 0, error: null, version: 1 });
    expect(await scheduled(id)).toBe(1);
    await run(process, id);
    const [mail] = server.received;
    expect(server.received).toHaveLength(1);
    expect(mail).toMatchObject({ from: 'no-reply@crm.example', to: ['somebody@client.example'] });
    const raw = mail?.raw ?? '';
    expect(headerOf(raw, 'Message-ID')).toBe(`<${id}@crm.example>`);
    expect(headerOf(raw, 'To')).toBe('somebody@client.example');
    expect(headerOf(raw, 'From')).toMatch(/ <no-reply@crm\.example>$/);
    expect(headerOf(raw, 'Auto-Submitted')).toBe('auto-generated');
    expect(headerOf(raw, 'Subject')).toBe('=?UTF-8?Q?Gr=C3=BC=C3=9Fe?=');
    expect(partOf(raw, 'text/plain').trim()).toBe(`Hello\r\n\r\n${LINK}`);
    expect(partOf(raw, 'text/html')).toContain(`<a href="${LINK}">there</a>`);
    expect(await row(id)).toMatchObject({ status: 'SENT', attempts: 1, error: null });
    await run(process, id);
    expect(server.received).toHaveLength(1);
  });

  it('comes from the organization\'s own address where the server sends for its domain; else answers go there', async () => {
    const process = start();
    const settings = (address: string | null): Promise<unknown> => owner.query('UPDATE organization_settings SET sender_address = $2 WHERE organization_id = $1', [actor.organizationId, address]);
    for (const [address, from, replyTo] of [['hello@crm.example', 'hello@crm.example', null], ['hello@elsewhere.example', 'no-reply@crm.example', 'hello@elsewhere.example']] as const) {
      await settings(address);
      await run(process, await write(process));
      const mail = server.received.pop();
      expect(mail?.from).toBe(from);
      expect(headerOf(mail?.raw ?? '', 'From')).toContain(`<${from}>`);
      const answers = /^Reply-To:/im.test(mail?.raw ?? '') ? headerOf(mail?.raw ?? '', 'Reply-To') : null;
      if (replyTo) expect(answers).toContain(`<${replyTo}>`);
      else expect(answers).toBeNull();
    }
    await settings(null);
  });

  it('lies sealed until it is sent, and nowhere after that', async () => {
    const process = start();
    const id = await write(process);
    const [sealed] = await bodies(id);
    expect(sealed?.includes('canary')).toBe(false);
    await run(process, id);
    expect(await bodies(id)).toEqual([]);
    const { rows } = await owner.query<{ text: string }>(`SELECT t::text AS text FROM outgoing_mail t UNION ALL SELECT t::text FROM due_work t UNION ALL SELECT t::text FROM event t`);
    expect(rows.filter(({ text }) => text.includes('canary'))).toEqual([]);
  });

  it('is written if and only if the transaction commits', async () => {
    const process = start();
    await expect(unitOfWork.run(actor, async (work) => {
      await process.mailer.send(work, { to: 'a@b.example', kind: 'test.undone', subject: 'x', text: 'x' });
      throw new Error('no');
    })).rejects.toThrow('no');
    expect((await owner.query(`SELECT 1 FROM outgoing_mail WHERE kind = 'test.undone'`)).rows).toEqual([]);
  });

  it('is tried again while the server does not answer, and given up after the last try', async () => {
    const gone = await MailServer.start();
    const process = start({}, gone.url);
    await gone.stop();
    const id = await write(process);
    await expect(run(process, id)).rejects.toThrow('did not take it');
    expect(await row(id)).toMatchObject({ status: 'WAITING', attempts: 1, error: expect.stringContaining('ECONNREFUSED') as string });
    await run(process, id, sendMail.attempts);
    expect(await row(id)).toMatchObject({ status: 'FAILED', attempts: 2 });
    expect(await bodies(id)).toHaveLength(1);
    const { rows } = await owner.query<{ kind: string }>(`SELECT kind FROM event WHERE subject_id = $1`, [id]);
    expect(rows).toEqual([{ kind: 'outgoingMail.failed' }]);
  });

  it('is given up at once when the server refuses the recipient for good, and says why without the address', async () => {
    const process = start();
    server.refusals.set('gone@client.example', 550).set('busy@client.example', 450);
    const [gone, busy] = [await write(process, { to: 'gone@client.example' }), await write(process, { to: 'busy@client.example' })];
    await run(process, gone);
    expect(await row(gone)).toMatchObject({ status: 'FAILED', attempts: 1, error: expect.stringContaining('550') as string });
    expect(String((await row(gone))['error'])).not.toContain('gone@');
    await expect(run(process, busy)).rejects.toThrow('450');
    expect(await row(busy)).toMatchObject({ status: 'WAITING' });
  });

  it('is not sent after its link has expired', async () => {
    const process = start();
    const id = await write(process, { expiresAt: new Date(Date.now() - 1) });
    await run(process, id);
    expect(server.received).toEqual([]);
    expect(await row(id)).toMatchObject({ status: 'FAILED', attempts: 0, error: 'The link in it expired before it could be sent.' });
    await expect(process.outbox.retry(actor, id, 2)).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' });
  });

  it.each([
    { to: 'a@b.example\r\nBcc: c@d.example' }, { to: 'a@b.example, c@d.example' }, { to: 'A <a@b.example>' }, { to: 'a b@c.example' }, { to: 'nobody' },
    { to: `${'x'.repeat(250)}@b.example` }, { subject: 'Hello\r\nBcc: c@d.example' }, { subject: 'Hello\nthere' },
  ])('is refused when it could be more than one mail: %j', async (mail) => {
    await expect(write(start(), mail)).rejects.toThrow(/one bare address|one line/);
  });

  it('takes no header from a name', async () => {
    await owner.query(`UPDATE organization SET name = E'Evil\\r\\nBcc: c@d.example' WHERE id = $1`, [actor.organizationId]);
    const process = start();
    await run(process, await write(process));
    await owner.query(`UPDATE organization SET name = 'Ours' WHERE id = $1`, [actor.organizationId]);
    expect(server.received[0]?.to).toEqual(['somebody@client.example']);
    expect(headerOf(server.received[0]?.raw ?? '', 'Bcc')).toBeUndefined();
  });

  it('signs in with the account of SMTP_URL', async () => {
    const closed = await MailServer.start({ account: { user: 'crm@x', password: 'p:/w' } });
    const right = start({}, `smtp://crm%40x:p%3A%2Fw@127.0.0.1:${closed.port}`);
    await run(right, await write(right));
    expect(closed.received[0]?.user).toBe('crm@x');
    const wrong = start({}, `smtp://crm%40x:wrong-canary@127.0.0.1:${closed.port}`);
    const id = await write(wrong);
    await expect(run(wrong, id)).rejects.toThrow('did not take it');
    expect(JSON.stringify(await row(id))).not.toContain('wrong-canary');
    await closed.stop();
  });

  it('goes to nobody over a connection that is not secure, where that is asked for', async () => {
    const plain = start({}, `${server.url}?tls=required`);
    await expect(run(plain, await write(plain))).rejects.toThrow('did not take it');
    // Offers STARTTLS with a certificate that nobody vouches for.
    const stranger = await MailServer.start({ tls: 'SELF_SIGNED' });
    for (const query of ['', '?tls=required']) {
      const process = start({}, `${stranger.url}${query}`);
      await expect(run(process, await write(process))).rejects.toThrow('certificate');
    }
    const open = start({}, `${stranger.url}?tls=off`);
    await run(open, await write(open));
    expect(stranger.received).toHaveLength(1);
    await stranger.stop();
  });

  it('waits without a server and goes out once there is one', async () => {
    const without = start({ embedded: false }, null);
    const id = await write(without);
    await run(without, id);
    expect(await row(id)).toMatchObject({ status: 'WAITING', attempts: 0, error: 'No mail server is set (SMTP_URL).' });
    await without.resume.run();
    expect(await scheduled(id)).toBe(1);
    await expect(without.outbox.retry(actor, id, 2)).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' });
    const process = start();
    await process.resume.run();
    await process.resume.run();
    expect(await scheduled(id)).toBe(2);
    await run(process, id);
    expect(await row(id)).toMatchObject({ status: 'SENT' });
  });

  it('is kept to be read in an embedded installation without a server; opening it is recorded', async () => {
    const embedded = start({ embedded: true }, null);
    const id = await write(embedded);
    expect(await row(id)).toMatchObject({ status: 'KEPT' });
    expect(await scheduled(id)).toBe(0);
    expect(await embedded.outbox.body(actor, id)).toEqual({ id, text: `Hello\n\n${LINK}`, html: expect.stringContaining(LINK) as string });
    expect((await owner.query(`SELECT actor_id FROM event WHERE subject_id = $1 AND kind = 'outgoingMail.opened'`, [id])).rows).toEqual([{ actor_id: actor.userId }]);
    await expect(start().outbox.body(actor, id)).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' });
  });

  it('cannot be read where it waits for a server, failed or was sent', async () => {
    for (const embedded of [true, false]) {
      const process = start({ embedded });
      const id = await write(process);
      await expect(process.outbox.body(actor, id)).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' });
    }
  });

  it('can be sent again by hand when it failed, not when it was sent, and not over a newer version', async () => {
    const process = start();
    server.refusals.set('gone@client.example', 550);
    const id = await write(process, { to: 'gone@client.example' });
    await run(process, id);
    const { version } = await row(id);
    await expect(process.outbox.retry(actor, id, Number(version) - 1)).rejects.toMatchObject({ code: 'CONFLICT' });
    server.refusals.clear();
    await process.outbox.retry(actor, id, Number(version));
    expect(await scheduled(id)).toBe(2);
    await run(process, id);
    expect(await row(id)).toMatchObject({ status: 'SENT', attempts: 2 });
    await expect(process.outbox.retry(actor, id, 99)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });
});
