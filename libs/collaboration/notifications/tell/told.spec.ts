import { HandOffService } from '@throughline/identity/hand-offs';
import { insertRow } from '@throughline/platform/database';
import { newId } from '@throughline/platform/kernel';
import { type NotificationBed, openNotificationBed, type ToldRow } from '../testing/notification-bed.js';

describe('who is told', () => {
  let bed: NotificationBed;
  let projectId: string;
  beforeAll(async () => {
    bed = await openNotificationBed();
    projectId = await bed.project();
    await bed.told();
  });
  afterAll(() => bed?.close());

  const brief = ({ who, kind, title }: ToldRow): string => `${who} ${kind}: ${title}`;
  const told = async (): Promise<string[]> => (await bed.told()).map(brief);
  const person = (role: Parameters<NotificationBed['as']>[0]): string => bed.agency.users[role].id;
  const assign = async (task: string, ...roles: Parameters<NotificationBed['as']>[0][]): Promise<void> => {
    await bed.delivery.assignments.assign(bed.as('TEAM_LEAD'), { ...(await bed.version('task', task)), assigneeIds: roles.map(person) });
  };

  it('the one who is assigned, not the one who assigns, and not again who was there before', async () => {
    const task = await bed.task(projectId);
    await assign(task, 'TEAM_MEMBER', 'TEAM_LEAD');
    expect(await told()).toEqual(['team member ASSIGNMENT: team lead assigned you to Logo']);
    await assign(task, 'TEAM_MEMBER', 'TEAM_LEAD', 'DEPARTMENT_MANAGER');
    const [row, ...more] = await bed.told();
    expect(more).toEqual([]);
    expect(row).toMatchObject({ who: 'department manager', kind: 'ASSIGNMENT', reason: 'You were assigned', subject: 'task', recordId: task, urgent: false, body: null });
  });

  it('nobody who may not see the record', async () => {
    const task = await bed.task(projectId);
    await assign(task, 'HR', 'TEAM_MEMBER');
    expect(await told()).toEqual(['team member ASSIGNMENT: team lead assigned you to Logo']);
  });

  it('nobody who has left', async () => {
    const gone = await bed.agency.addUser({ name: 'Gone Gil', roles: ['TEAM_MEMBER'], departmentIds: [bed.agency.departments.web] });
    const task = await bed.task(projectId);
    await bed.delivery.assignments.assign(bed.as('TEAM_LEAD'), { ...(await bed.version('task', task)), assigneeIds: [gone.id] });
    await bed.rows(`UPDATE user_account SET status = 'INACTIVE' WHERE id = $1`, [gone.id]);
    expect(await told()).toEqual([]);
  });

  it('nobody of what was imported', async () => {
    const task = await bed.task(projectId);
    await bed.delivery.assignments.assign({ ...bed.as('TEAM_LEAD'), historical: true }, { ...(await bed.version('task', task)), assigneeIds: [person('TEAM_MEMBER')] });
    expect(await told()).toEqual([]);
  });

  it('by rights at the moment of telling, not of the event', async () => {
    const mover = await bed.agency.addUser({ name: 'Mo Mover', roles: ['TEAM_MEMBER'], departmentIds: [bed.agency.departments.web] });
    const task = await bed.task(projectId);
    await bed.delivery.assignments.assign(bed.as('TEAM_LEAD'), { ...(await bed.version('task', task)), assigneeIds: [mover.id] });
    await bed.rows('DELETE FROM user_role WHERE user_id = $1', [mover.id]);
    await bed.rows('UPDATE organization SET access_version = access_version + 1 WHERE id = $1', [bed.agency.id]);
    expect(await told()).toEqual([]);
  });

  it('each once, however often the event is taken', async () => {
    const task = await bed.task(projectId);
    await assign(task, 'TEAM_MEMBER');
    expect(await told()).toHaveLength(1);
    await bed.rows(`UPDATE consumer_cursor SET position = 0 WHERE consumer = 'notifications.tell'`);
    expect(await told()).toEqual([]);
    await bed.rows(`UPDATE consumer_cursor SET position = 0 WHERE consumer = 'notifications.tell'`);
    await bed.rows(`DELETE FROM consumer_effect WHERE consumer = 'notifications.tell'`);
    expect(await told()).toEqual([]);
    expect(await bed.rows('SELECT count(*)::int AS count FROM notification WHERE record_id = $1', [task])).toEqual([{ count: 1 }]);
    expect(await bed.rows(`SELECT count(*)::int AS count FROM notification_delivery d JOIN notification n ON n.id = d.notification_id WHERE n.record_id = $1`, [task])).toEqual([{ count: 1 }]);
  });

  it('the reviewer of what is handed in, and the worker of what comes back, with the reason', async () => {
    const task = await bed.task(projectId, { requiresReview: true, assigneeIds: [person('TEAM_MEMBER')] });
    await bed.told();
    await bed.rows('UPDATE task SET reviewer_id = $2 WHERE id = $1', [task, person('QA_REVIEWER')]);
    for (const status of ['IN_PROGRESS', 'REVIEW'] as const) await bed.delivery.works.changeStatus(bed.as('TEAM_MEMBER'), { ...(await bed.version('task', task)), status });
    expect(await told()).toEqual(['qa reviewer APPROVAL: team member handed in Logo']);
    await bed.delivery.reviews.review(bed.as('QA_REVIEWER'), { ...(await bed.version('task', task)), decision: 'RETURNED', reason: 'Too blue' });
    expect(await bed.told()).toMatchObject([{ who: 'team member', kind: 'APPROVAL', title: 'qa reviewer returned Logo', body: 'Too blue', urgent: true }]);
  });

  it('who may approve a project, in its department, and whoever submitted it of the answer', async () => {
    const id = await bed.delivery.projects.create(bed.as('PROJECT_MANAGER'), { name: 'Shop', customerId: bed.customerId, departmentId: bed.agency.departments.web });
    await bed.delivery.statuses.move(bed.as('PROJECT_MANAGER'), { id, version: 1, move: 'SUBMIT' });
    expect((await bed.told()).map(({ who, kind, urgent }) => [who, kind, urgent])).toEqual([['department manager', 'APPROVAL', true]]);
    await bed.delivery.statuses.judge(bed.as('DEPARTMENT_MANAGER'), id, 2, { decision: 'RETURNED', feasibility: 'no', budget: 'no', resources: 'no', risk: 'high', conditions: 'Name a date' });
    expect(await bed.told()).toMatchObject([{ who: 'project manager', kind: 'APPROVAL', body: 'Name a date', urgent: true }]);
  });

  it('people of the client of what is shared with them, and of nothing else', async () => {
    const [cleo, other] = [await bed.agency.addUser({ name: 'Cleo Client', roles: ['CLIENT_MEMBER'], customerId: bed.customerId }), await bed.agency.addUser({ name: 'Otto Other', roles: ['CLIENT_MEMBER'], customerId: await bed.agency.addCustomer('Butcher') })];
    const shared = await bed.project({ name: 'Portal' });
    expect((await bed.told()).filter(({ who }) => who !== 'department manager').map(brief)).toEqual([expect.stringMatching(/^Cleo Client CLIENT_UPDATE: Your project PRJ-\d+ Portal can begin$/)]);
    await bed.delivery.milestones.create(bed.as('PROJECT_MANAGER'), shared, { name: 'Inside', sharedWithClient: false });
    expect(await told()).toEqual([]);
    await bed.delivery.milestones.create(bed.as('PROJECT_MANAGER'), shared, { name: 'Design', sharedWithClient: true });
    expect(await told()).toEqual(['Cleo Client CLIENT_UPDATE: New milestone: Design']);
    expect(await bed.rows('SELECT 1 FROM notification WHERE user_id = $1', [other.id])).toEqual([]);
    expect(await bed.rows('SELECT DISTINCT kind FROM notification WHERE user_id = $1', [cleo.id])).toEqual([{ kind: 'CLIENT_UPDATE' }]);
  });

  it('of a milestone that is reached, once for ever', async () => {
    const id = await bed.project({ name: 'Steps', ownerId: person('PROJECT_MANAGER') });
    const milestone = await bed.delivery.milestones.create(bed.as('DEPARTMENT_MANAGER'), id, { name: 'Draft ready' });
    const task = await bed.task(id, { milestoneId: milestone });
    await bed.told();
    const move = async (status: 'IN_PROGRESS' | 'COMPLETED'): Promise<void> => void (await bed.delivery.works.changeStatus(bed.as('TEAM_MEMBER'), { ...(await bed.version('task', task)), status }));
    await move('COMPLETED');
    expect((await bed.told()).filter(({ kind }) => kind === 'MILESTONE').map(brief)).toEqual(['project manager MILESTONE: Milestone reached: Draft ready']);
    await move('IN_PROGRESS');
    await move('COMPLETED');
    expect((await bed.told()).filter(({ kind }) => kind === 'MILESTONE')).toEqual([]);
  });

  it('whoever takes a hand-off, and whoever gave it of the answer and the delay', async () => {
    const handOffs = bed.api.app.nest.get(HandOffService, { strict: false });
    const lead = newId();
    await bed.rows("INSERT INTO lead (id, organization_id, name, display_name, dedupe_key, currency, department_id, owner_id) VALUES ($1, $2, 'Lena Lead', 'Lena Lead', 'lena', 'USD', $3, $4)", [lead, bed.agency.id, bed.agency.departments.sales, person('SALES_AGENT')]);
    const id = await handOffs.offer(bed.as('SALES_AGENT'), { subject: 'lead', recordId: lead, step: 'Qualify them', toUserId: person('SALES_CLOSER') });
    expect(await bed.told()).toMatchObject([{ who: 'sales closer', kind: 'HAND_OFF', subject: 'lead', recordId: lead, title: 'sales agent hands Lena Lead over: Qualify them' }]);
    await bed.unitOfWork.run(bed.as('ADMIN'), (work) => handOffs.overdue(work, id));
    expect((await bed.told()).map(({ who, title, urgent }) => [who, title, urgent])).toEqual([
      ['sales agent', 'Nobody has answered in time: Lena Lead', true], ['sales closer', 'Nobody has answered in time: Lena Lead', true],
    ]);
    await handOffs.return(bed.as('SALES_CLOSER'), id, (await bed.version('hand_off', id)).version, 'Not ours');
    expect(await bed.told()).toMatchObject([{ who: 'sales agent', kind: 'HAND_OFF', title: 'sales closer gave Lena Lead back', body: 'Not ours', urgent: true }]);
  });

  it('of a hand-off whose record they cannot see: the hand-off, without its name', async () => {
    const handOffs = bed.api.app.nest.get(HandOffService, { strict: false });
    const lead = newId();
    await bed.rows("INSERT INTO lead (id, organization_id, name, display_name, dedupe_key, currency, department_id) VALUES ($1, $2, 'Secret', 'Secret', 'secret', 'USD', $3)", [lead, bed.agency.id, bed.agency.departments.sales]);
    const id = await handOffs.offer(bed.as('SALES_AGENT'), { subject: 'lead', recordId: lead, step: 'Look', toUserId: person('HR') });
    expect(await bed.told()).toMatchObject([{ who: 'hr', subject: 'handOff', recordId: id, title: 'sales agent hands a lead over: Look' }]);
  });

  it('everybody of maintenance, clients where they are meant too', async () => {
    const announce = async (clients: boolean): Promise<void> => {
      await bed.unitOfWork.run(bed.as('ADMIN'), async (work) => work.record({
        kind: 'maintenance.announced', subject: 'organization', subjectId: bed.agency.id, access: { before: {}, after: {} },
        changes: { title: { before: null, after: 'Down tonight' }, body: { before: null, after: null }, clients: { before: null, after: clients } },
      }));
    };
    await announce(false);
    const staff = (await bed.told()).map(({ who }) => who);
    expect(staff).toHaveLength(Object.keys(bed.agency.users).length);
    expect(staff).not.toContain('Cleo Client');
    await announce(true);
    expect((await bed.told()).map(({ who }) => who)).toContain('Cleo Client');
  });

  it('the person themselves when something happens to their account, whoever did it', async () => {
    const id = person('TEAM_MEMBER');
    await bed.unitOfWork.run(bed.as('TEAM_MEMBER'), async (work) => work.record({ kind: 'user.lockedOut', subject: 'user', subjectId: id, access: { before: {}, after: {} } }));
    expect(await bed.told()).toMatchObject([{ who: 'team member', kind: 'SECURITY', subject: null, urgent: true, title: 'Your account was locked after wrong passwords' }]);
  });

  it('whoever owns or works on a record, of files that its client adds, and of no others', async () => {
    const adds = (fromClient: boolean, ...holders: { ownerId?: string; assigneeIds?: string[] }[]): Promise<void> => bed.unitOfWork.run(bed.as('HR'), async (work) => {
      for (const access of holders) {
        work.record({
          kind: 'file.attached', subject: 'file', subjectId: newId(), related: [projectId], access: { before: null, after: { sharedWithClient: true, follows: { subject: 'project', access } } },
          changes: { name: { before: null, after: 'logo.svg' }, ...(fromClient ? { fromClient: { before: null, after: true } } : {}) },
        });
      }
    });
    await adds(false, { ownerId: person('TEAM_LEAD') });
    expect(await told()).toEqual([]);
    await adds(true, { ownerId: person('TEAM_LEAD'), assigneeIds: [person('TEAM_MEMBER')] }, {});
    expect((await bed.told()).map((row) => `${brief(row).replace(/PRJ-\d+ /, '')} | ${row.subject} ${row.recordId === projectId}`)).toEqual([
      'team lead STATUS: hr added logo.svg to Website | project true', 'team member STATUS: hr added logo.svg to Website | project true',
    ]);
  });

  describe('of messages', () => {
    let channel: string;
    let sequence = 0;
    const post = async (author: Parameters<NotificationBed['as']>[0], body: string, mentions: object[] = [], threadId: string | null = null): Promise<string> => bed.unitOfWork.run(bed.as(author), async (work) => {
      const id = newId();
      await insertRow(work, 'message', { id, channelId: channel, sequence: ++sequence, authorId: person(author), body, mentions: JSON.stringify(mentions), threadId });
      work.record({ kind: 'message.posted', subject: 'message', subjectId: id, related: [channel], access: { before: null, after: {} } });
      return id;
    });
    beforeAll(async () => {
      channel = newId();
      await bed.rows(`INSERT INTO channel (id, organization_id, kind, name) VALUES ($1, $2, 'GROUP', 'Bakery crew')`, [channel, bed.agency.id]);
      for (const role of ['TEAM_MEMBER', 'TEAM_LEAD', 'QA_REVIEWER'] as const) {
        await bed.rows('INSERT INTO channel_member (channel_id, user_id, organization_id) VALUES ($1, $2, $3)', [channel, person(role), bed.agency.id]);
        await bed.rows('INSERT INTO channel_reader (channel_id, user_id, organization_id, notify) VALUES ($1, $2, $3, $4)', [channel, person(role), bed.agency.id, role === 'QA_REVIEWER' ? 'MENTIONS' : 'ALL']);
      }
    });

    it('who follows the channel as they want it, gathered while unread', async () => {
      await post('TEAM_LEAD', 'Hello');
      expect(await told()).toEqual(['team member MESSAGE: team lead wrote in Bakery crew']);
      await post('TEAM_LEAD', 'Are you   there?');
      expect(await bed.told()).toMatchObject([{ who: 'team member', kind: 'MESSAGE', times: 2, body: 'Are you there?' }]);
      await bed.rows('UPDATE notification SET read_at = now() WHERE group_key IS NOT NULL');
      await post('TEAM_LEAD', 'Hm');
      expect(await bed.told()).toMatchObject([{ who: 'team member', times: 1 }]);
    });

    it('who is named, once, and only who is in the channel', async () => {
      const named = (role: Parameters<NotificationBed['as']>[0]): object => ({ kind: 'USER', id: person(role), name: role });
      await bed.rows('UPDATE notification SET read_at = now() WHERE group_key IS NOT NULL');
      await post('TEAM_LEAD', `Look, @[Tess](user:${person('TEAM_MEMBER')})!`, [named('TEAM_MEMBER'), named('QA_REVIEWER'), named('HR')]);
      expect((await bed.told()).map((row) => `${brief(row)} | ${row.body}`)).toEqual([
        'qa reviewer MENTION: team lead named you in Bakery crew | Look, @Tess!', 'team member MENTION: team lead named you in Bakery crew | Look, @Tess!',
      ]);
    });

    it('who is part of the thread, though they follow nothing', async () => {
      const root = await post('QA_REVIEWER', 'A question');
      await bed.rows('UPDATE notification SET read_at = now() WHERE group_key IS NOT NULL');
      await bed.told();
      await post('TEAM_MEMBER', 'An answer', [], root);
      expect(await told()).toEqual(['qa reviewer MESSAGE: team member answered in Bakery crew', 'team lead MESSAGE: team member wrote in Bakery crew']);
    });

    it('nobody any more who has read the channel, and with the words as they are now', async () => {
      await bed.rows('UPDATE notification SET read_at = now() WHERE group_key IS NOT NULL');
      const named = [{ kind: 'USER', id: person('QA_REVIEWER'), name: 'Q' }];
      const message = await post('TEAM_LEAD', 'The first words', named);
      const state = async (): Promise<object[]> => bed.rows('SELECT u.name, n.body, n.read_at IS NOT NULL AS read FROM notification n JOIN user_account u ON u.id = n.user_id WHERE n.record_id = $1 ORDER BY 1', [message]);
      const happens = (kind: string, subject: string, subjectId: string, ownerId: string): Promise<void> => bed.unitOfWork.run(bed.as('TEAM_LEAD'), async (work) => work.record({ kind, subject, subjectId, related: [channel], access: { before: { ownerId }, after: { ownerId } } }));
      await bed.consume();
      await bed.rows(`UPDATE message SET body = 'Other words' WHERE id = $1`, [message]);
      await happens('message.edited', 'message', message, person('TEAM_LEAD'));
      await bed.rows('UPDATE channel_reader SET last_read_sequence = $2 WHERE channel_id = $1 AND user_id = $3', [channel, sequence, person('QA_REVIEWER')]);
      await happens('channelReader.read', 'channelReader', channel, person('QA_REVIEWER'));
      await bed.consume();
      expect(await state()).toEqual([{ name: 'qa reviewer', body: 'Other words', read: true }, { name: 'team member', body: 'Other words', read: false }]);
      await bed.rows('UPDATE message SET body = NULL, deleted_at = now() WHERE id = $1', [message]);
      await happens('message.deleted', 'message', message, person('TEAM_LEAD'));
      await bed.consume();
      expect(await state()).toMatchObject([{ body: null }, { body: null }]);
    });
  });
});
