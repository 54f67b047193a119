import { JobQueue } from '@throughline/platform/jobs';
import { testActor } from '@throughline/testing';
import { ConsumerBacklog } from '../../../platform/events/consumers/consumer-backlog.js';
import type { RegisteredConsumer } from '../../../platform/events/consumers/consumer-registry.js';
import { Consumption } from '../../../platform/events/consumers/consumption.js';
import { openTicketBed, refusalOf, type TicketBed } from '../testing/ticket-bed.js';
import { openFromDeal, OpenTicketFromDeal } from './open-from-deal.js';

describe('opening the onboarding ticket of a won deal by itself', () => {
  let bed: TicketBed;
  let consumption: Consumption;
  let consumer: RegisteredConsumer;
  beforeAll(async () => {
    bed = await openTicketBed();
    consumption = new Consumption(bed.delivery.unitOfWork, new JobQueue(bed.delivery.unitOfWork));
    consumer = { definition: openFromDeal, reaction: new OpenTicketFromDeal(bed.settings, bed.onboarding) };
    const backlog = new ConsumerBacklog(bed.database.relayUrl, () => undefined);
    await backlog.register([openFromDeal]);
    await backlog.close();
  });
  afterAll(() => bed?.close());

  const turn = async (openForWonDeals: boolean): Promise<void> => {
    const { version } = await bed.settings.of(bed.boss);
    await bed.settings.update(bed.boss, { version, openForWonDeals, categoryKey: 'SEO' });
  };
  /** Gives positions to what is committed and lets the consumer take all of it, as relay and worker do. */
  const consume = async (): Promise<void> => {
    await bed.rows('SELECT app.assign_positions(1000000)');
    const [head] = await bed.rows<{ position: string }>('SELECT position FROM organization_position WHERE organization_id = $1', [bed.agency.id]);
    while ((await consumption.step(consumer, bed.agency.id, Number(head!.position))) === 'TOOK');
  };
  const ticketsOf = (dealId: string): Promise<{ id: string; title: string; opened_by: string | null; department_id: string; items: number }[]> => bed.rows(
    `SELECT id, title, opened_by, department_id, (SELECT count(*)::int FROM ticket_requirement r WHERE r.ticket_id = t.id) AS items
     FROM ticket t WHERE deal_id = $1 ORDER BY created_at`, [dealId]);
  const reopen = async (id: string): Promise<void> => {
    const [{ version } = { version: 0 }] = await bed.rows<{ version: number }>('SELECT version FROM deal WHERE id = $1', [id]);
    await bed.deals.reopen(bed.boss, { id, version, reason: 'They think again' });
  };
  const winAgain = async (id: string): Promise<void> => {
    await reopen(id);
    const [{ version } = { version: 0 }] = await bed.rows<{ version: number }>('SELECT version FROM deal WHERE id = $1', [id]);
    await bed.deals.win(bed.boss, { id, version });
  };

  it('is off unless somebody switched it on', async () => {
    const dealId = await bed.wonDeal();
    expect(await bed.settings.of(bed.boss)).toEqual({ version: 1, openForWonDeals: false, categoryKey: null });
    await consume();
    expect(await ticketsOf(dealId)).toEqual([]);
  });

  it('opens one with the checklist of the service that the deal asks for, in the name of nobody', async () => {
    await turn(true);
    const dealId = await bed.wonDeal({ requestedServices: ['something else', 'web', 'GMB'] });
    await consume();
    const [ticket, ...others] = await ticketsOf(dealId);
    expect(others).toEqual([]);
    expect(ticket).toMatchObject({ title: 'Website: Bakery website', opened_by: null, department_id: bed.agency.departments.support, items: 6 });
    expect(await bed.rows('SELECT kind, actor_tier, related FROM event WHERE subject_id = $1', [ticket!.id])).toEqual([
      { kind: 'ticket.opened', actor_tier: 'SYSTEM', related: expect.arrayContaining([dealId, bed.customerId]) as string[] },
    ]);
  });

  it('takes the chosen kind of service for a deal that asks for none', async () => {
    await turn(true);
    const dealId = await bed.wonDeal();
    await consume();
    expect(await ticketsOf(dealId)).toMatchObject([{ title: 'Search (SEO): Bakery website', items: 5 }]);
  });

  it('does it once for a deal, however often it is won and the event is seen', async () => {
    await turn(true);
    const dealId = await bed.wonDeal();
    await consume();
    await bed.rows('DELETE FROM consumer_effect; UPDATE consumer_cursor SET position = 0');
    await consume();
    await winAgain(dealId);
    await consume();
    expect(await ticketsOf(dealId)).toHaveLength(1);
  });

  it('leaves a deal alone whose ticket was opened by hand, for any service', async () => {
    await turn(true);
    const dealId = await bed.wonDeal();
    const byHand = await bed.onboarding.open(bed.boss, { dealId, categoryKey: 'GMB' });
    await consume();
    expect((await ticketsOf(dealId)).map(({ id }) => id)).toEqual([byHand]);
  });

  it('does nothing for a deal that is open again or has no customer by the time it looks', async () => {
    await turn(true);
    const [again, bare] = [await bed.wonDeal(), await bed.wonDeal()];
    await reopen(again);
    await bed.rows('UPDATE deal SET customer_id = NULL WHERE id = $1', [bare]);
    await consume();
    expect([await ticketsOf(again), await ticketsOf(bare)]).toEqual([[], []]);
  });

  it('does nothing for history that is brought in', async () => {
    await turn(true);
    const id = await bed.deals.create(bed.boss, { name: 'Of last year', customerId: bed.customerId });
    await bed.deals.win({ ...bed.boss, historical: true }, { id, version: 1 });
    await consume();
    expect(await ticketsOf(id)).toEqual([]);
  });

  it('opens one for a deal that is won again after the switch was turned on', async () => {
    await turn(false);
    const dealId = await bed.wonDeal();
    await consume();
    expect(await ticketsOf(dealId)).toEqual([]);
    await turn(true);
    await winAgain(dealId);
    await consume();
    expect(await ticketsOf(dealId)).toHaveLength(1);
  });

  it('does not look into other organizations', async () => {
    await turn(true);
    expect(await bed.settings.of(bed.outsider)).toMatchObject({ openForWonDeals: false });
  });

  describe('the switch', () => {
    it('needs a kind of service, the right and the present version; each change is told', async () => {
      const { version } = await bed.settings.of(bed.boss);
      const reader = testActor({ organizationId: bed.agency.id, grants: ['ticketSettings.read'] });
      expect(await refusalOf(bed.settings.update(reader, { version, openForWonDeals: false }))).toBe('FORBIDDEN');
      expect(await refusalOf(bed.settings.update(bed.boss, { version, openForWonDeals: true }))).toBe('VALIDATION_FAILED categoryKey');
      expect(await refusalOf(bed.settings.update(bed.boss, { version, openForWonDeals: true, categoryKey: 'NONE' }))).toBe('NOT_FOUND categoryKey');
      expect(await refusalOf(bed.settings.update(bed.boss, { version: version + 1, openForWonDeals: false }))).toBe('CONFLICT version');
      expect(await bed.settings.update(bed.boss, { version, openForWonDeals: false })).toEqual({ version: version + 1, openForWonDeals: false, categoryKey: null });
      const [row] = await bed.rows<{ id: string }>('SELECT id FROM ticket_settings WHERE organization_id = $1', [bed.agency.id]);
      const [last] = await bed.rows('SELECT e.kind, d.changes FROM event e JOIN event_detail d ON d.event_id = e.id WHERE subject_id = $1 ORDER BY e.id DESC LIMIT 1', [row!.id]);
      expect(last).toEqual({ kind: 'ticketSettings.updated', changes: { openForWonDeals: { before: true, after: false }, categoryKey: { before: 'SEO', after: null } } });
    });
  });
});
