import { DepartmentRepository } from '@throughline/identity/departments';
import { HandOffRepository, HandOffService } from '@throughline/identity/hand-offs';
import { OrganizationSettingsService } from '@throughline/identity/organizations';
import { JobQueue } from '@throughline/platform/jobs';
import { ConsumerBacklog } from '../../platform/events/consumers/consumer-backlog.js';
import type { RegisteredConsumer } from '../../platform/events/consumers/consumer-registry.js';
import { Consumption } from '../../platform/events/consumers/consumption.js';
import { ALL_CHECKPOINTS, openTicketBed, type TicketBed } from '../tickets/testing/ticket-bed.js';
import { followLine, FollowLine } from './follow-line.js';

interface Ball {
  subject: string;
  status: string;
  step: string;
  reason: string | null;
  from: string | null;
  holder: string | null;
  person: string | null;
}

describe('the ball along the line', () => {
  let bed: TicketBed;
  let handOffs: HandOffService;
  let consumption: Consumption;
  let consumer: RegisteredConsumer;
  beforeAll(async () => {
    bed = await openTicketBed();
    const { unitOfWork } = bed.delivery;
    const [jobs, repository] = [new JobQueue(unitOfWork), new HandOffRepository()];
    handOffs = new HandOffService(unitOfWork, repository, new DepartmentRepository(), new OrganizationSettingsService(unitOfWork, { mail: null }), jobs);
    consumption = new Consumption(unitOfWork, jobs);
    consumer = { definition: followLine, reaction: new FollowLine(handOffs, repository) };
    const backlog = new ConsumerBacklog(bed.database.relayUrl, () => undefined);
    await backlog.register([followLine]);
    await backlog.close();
  });
  afterAll(() => bed?.close());

  const consume = async (): Promise<void> => {
    await bed.rows('SELECT app.assign_positions(1000000)');
    const [head] = await bed.rows<{ position: string }>('SELECT position FROM organization_position WHERE organization_id = $1', [bed.agency.id]);
    while ((await consumption.step(consumer, bed.agency.id, Number(head!.position))) === 'TOOK');
  };
  /** Everything that was handed over of a record, oldest first. */
  const balls = async (recordId: string): Promise<Ball[]> => {
    await consume();
    return bed.rows<Ball>(
      `SELECT h.subject, h.status, h.step, h.reason, f.name AS from, d.name AS holder, u.name AS person FROM hand_off h
       LEFT JOIN department f ON f.id = h.from_department_id LEFT JOIN department d ON d.id = h.holder_department_id LEFT JOIN user_account u ON u.id = h.holder_user_id
       WHERE h.record_id = $1 ORDER BY h.created_at, h.id`, [recordId]);
  };
  const open = async (): Promise<{ deal: string; ticket: string }> => {
    const deal = await bed.wonDeal();
    return { deal, ticket: await bed.onboarding.open(bed.boss, { dealId: deal, categoryKey: 'WEB' }) };
  };
  const validate = async (ticket: string): Promise<void> => {
    const { id, version } = await bed.at(ticket);
    await bed.onboarding.validate(bed.boss, { id, version, passed: ALL_CHECKPOINTS, agentId: bed.agency.users.SUPPORT_AGENT.id });
  };

  it('goes from sales to support when a deal is won, and lies there once the ticket is open', async () => {
    const deal = await bed.wonDeal();
    expect(await balls(deal)).toEqual([{ subject: 'deal', status: 'OFFERED', step: 'Open the onboarding ticket', reason: null, from: 'Sales', holder: 'Support', person: null }]);
    const ticket = await bed.onboarding.open(bed.boss, { dealId: deal, categoryKey: 'WEB' });
    expect(await balls(ticket)).toMatchObject([{ subject: 'ticket', status: 'OFFERED', step: 'Validate the ticket and choose an agent', from: 'Sales', holder: 'Support' }]);
    expect(await balls(deal)).toMatchObject([{ status: 'ACCEPTED' }]);
  });

  it('goes to the agent with the validation and is theirs when they start', async () => {
    const { ticket } = await open();
    await consume();
    await validate(ticket);
    expect(await balls(ticket)).toMatchObject([{ status: 'ACCEPTED' }, { status: 'OFFERED', step: 'Collect the requirements and fix the scope', person: 'support agent' }]);
    await bed.tickets.move(bed.boss, { ...(await bed.at(ticket)), move: 'START' });
    expect(await balls(ticket)).toMatchObject([{}, { status: 'ACCEPTED', holder: 'Support', person: 'support agent' }]);
  });

  it('comes back to whoever gave it, with the reason', async () => {
    const { ticket } = await open();
    await consume();
    await bed.tickets.move(bed.boss, { ...(await bed.at(ticket)), move: 'REJECT', reason: 'Nobody knows the budget' });
    expect(await balls(ticket)).toMatchObject([{ status: 'RETURNED', reason: 'Nobody knows the budget', holder: 'Sales', person: 'sales manager' }]);
  });

  it('is taken back when the deal is open again', async () => {
    const deal = await bed.wonDeal();
    await consume();
    const [{ version } = { version: 0 }] = await bed.rows<{ version: number }>('SELECT version FROM deal WHERE id = $1', [deal]);
    await bed.deals.reopen(bed.boss, { id: deal, version, reason: 'They think again' });
    expect(await balls(deal)).toMatchObject([{ status: 'WITHDRAWN', holder: 'Sales' }]);
  });

  it('moves once, however often an event is seen', async () => {
    const deal = await bed.wonDeal();
    await consume();
    await bed.rows('UPDATE consumer_cursor SET position = 0 WHERE consumer = $1 AND organization_id = $2', [followLine.name, bed.agency.id]);
    expect(await balls(deal)).toHaveLength(1);
  });

  it('tells once when nobody answers in time', async () => {
    const deal = await bed.wonDeal();
    await consume();
    const [row] = await bed.rows<{ id: string; due: Date }>('SELECT id, due_at AS due FROM hand_off WHERE record_id = $1', [deal]);
    expect(await bed.rows('SELECT payload, due_at FROM due_work WHERE kind = $1 AND dedupe_key = $2', ['handOff.overdue', row!.id])).toEqual([{ payload: { handOffId: row!.id }, due_at: row!.due }]);
    expect(row!.due.getTime()).toBeGreaterThan(Date.now() + 470 * 60_000);
    for (let turn = 0; turn < 2; turn++) await bed.delivery.unitOfWork.run(bed.boss, (work) => handOffs.overdue(work, row!.id));
    expect(await bed.events(row!.id)).toEqual(['handOff.offered', 'handOff.overdue']);
    const answered = await bed.wonDeal();
    await consume();
    const [other] = await bed.rows<{ id: string; version: number }>('SELECT id, version FROM hand_off WHERE record_id = $1', [answered]);
    await bed.rows('UPDATE hand_off_item SET done = true WHERE hand_off_id = $1', [other!.id]);
    await handOffs.accept(bed.boss, other!.id, other!.version);
    await bed.delivery.unitOfWork.run(bed.boss, (work) => handOffs.overdue(work, other!.id));
    expect(await bed.events(other!.id)).toEqual(['handOff.offered', 'handOff.accepted']);
  });
});
