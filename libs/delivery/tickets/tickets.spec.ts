import { type Actor } from '@throughline/platform/kernel';
import { testActor } from '@throughline/testing';
import { ALL_CHECKPOINTS, openTicketBed, refusalOf, type TicketBed } from './testing/ticket-bed.js';

interface TicketFacts { number: string; kind: string; title: string; status: string; owner_id: string | null; department_id: string; opened_by: string; validated_by: string | null; project_id: string | null }

describe('tickets', () => {
  let bed: TicketBed;
  beforeAll(async () => (bed = await openTicketBed()));
  afterAll(() => bed?.close());

  const facts = async (id: string): Promise<TicketFacts> => (await bed.rows<TicketFacts>('SELECT * FROM ticket WHERE id = $1', [id]))[0]!;
  const open = async (dealId?: string): Promise<string> => bed.onboarding.open(bed.boss, { dealId: dealId ?? (await bed.wonDeal()), categoryKey: 'WEB', note: 'They hurry' });
  /** Somebody of support with these grants. */
  const somebody = (grants: string[], userId = bed.agency.users.SUPPORT_AGENT.id): Actor =>
    testActor({ organizationId: bed.agency.id, userId, grants, departmentIds: [bed.agency.departments.support] });
  const count = async (table: string): Promise<number> => (await bed.rows<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`))[0]!.count;

  describe('opening from a won deal', () => {
    it('gives the category\'s checklist to a numbered ticket of the support department', async () => {
      const dealId = await bed.wonDeal();
      const id = await open(dealId);
      expect(await facts(id)).toMatchObject({
        number: expect.stringMatching(/^TIC-\d+$/) as string, kind: 'ONBOARDING', title: 'Website: Bakery website', description: 'They hurry', status: 'NEW', priority: 'NORMAL',
        customer_id: bed.customerId, deal_id: dealId, owner_id: null, department_id: bed.agency.departments.support, opened_by: bed.agency.users.SALES_MANAGER.id,
      });
      expect(await bed.rows('SELECT position, title, kind, required, status FROM ticket_requirement WHERE ticket_id = $1 ORDER BY position', [id])).toEqual(
        (await bed.rows<object>('SELECT t.position, t.title, t.kind, t.required FROM requirement_template t JOIN service_category c ON c.id = t.category_id WHERE c.key = \'WEB\' AND c.organization_id = $1 ORDER BY 1', [bed.agency.id]))
          .map((requirement) => ({ ...requirement, status: 'MISSING' })));
      const [event] = await bed.rows<{ related: string[]; access_after: object }>('SELECT related, access_after FROM event WHERE subject_id = $1', [id]);
      expect([...event!.related].sort()).toEqual([dealId, bed.customerId].sort());
      expect(await bed.events(id)).toEqual(['ticket.opened']);
    });

    it('happens once for each kind of service, also when two try at once', async () => {
      const dealId = await bed.wonDeal();
      const attempts = await Promise.allSettled([open(dealId), open(dealId)]);
      expect(attempts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await refusalOf(open(dealId))).toBe('DUPLICATE uq_ticket_onboarding');
      await bed.onboarding.open(bed.boss, { dealId, categoryKey: 'SEO' });
      expect(await bed.rows('SELECT 1 FROM ticket WHERE deal_id = $1', [dealId])).toHaveLength(2);
    });

    it('may be repeated after support sent it back', async () => {
      const dealId = await bed.wonDeal();
      const id = await open(dealId);
      await bed.tickets.move(bed.boss, { id, version: 1, move: 'REJECT', reason: 'Wrong client' });
      expect(await open(dealId)).not.toBe(id);
    });

    it('needs a won deal that is seen, a kind of service, and the right', async () => {
      const unwon = await bed.deals.create(bed.boss, { name: 'Open', customerId: bed.customerId });
      const dealId = await bed.wonDeal();
      const before = await count('ticket');
      const attempt = (actor: Actor, input: { dealId: string; categoryKey?: string }): Promise<string> => refusalOf(bed.onboarding.open(actor, { categoryKey: 'WEB', ...input }));
      expect(await attempt(bed.boss, { dealId: unwon })).toBe('PRECONDITION_FAILED dealId');
      expect(await attempt(bed.boss, { dealId, categoryKey: 'NONE' })).toBe('NOT_FOUND categoryKey');
      expect(await attempt(somebody(['ticket.read', 'ticket.open']), { dealId })).toBe('NOT_FOUND dealId');
      expect(await attempt(somebody(['deal.read', 'ticket.read']), { dealId })).toBe('FORBIDDEN');
      expect(await attempt(bed.outsider, { dealId })).toBe('NOT_FOUND dealId');
      expect(await count('ticket')).toBe(before);
    });
  });

  describe('validation', () => {
    const validate = (actor: Actor, id: string, more: object = {}): Promise<string> =>
      bed.onboarding.validate(actor, { id, version: 1, passed: ALL_CHECKPOINTS, agentId: bed.agency.users.SUPPORT_AGENT.id, ...more });

    it('releases a ticket whose checkpoints all hold to an agent', async () => {
      const id = await open();
      await validate(bed.boss, id);
      expect(await facts(id)).toMatchObject({
        status: 'ASSIGNED', version: 2, owner_id: bed.agency.users.SUPPORT_AGENT.id, validated_by: bed.agency.users.SALES_MANAGER.id, validated_at: expect.any(Date) as Date,
        checkpoints: ALL_CHECKPOINTS.map((key) => expect.objectContaining({ key, passed: true }) as object),
      });
      expect(await bed.events(id)).toEqual(['ticket.opened', 'ticket.validated']);
    });

    it('names what is not checked, and takes active colleagues only', async () => {
      const id = await open();
      const client = await bed.agency.addUser({ name: 'Client Cleo', roles: ['CLIENT_OWNER'], customerId: bed.customerId });
      await expect(validate(bed.boss, id, { passed: ['CUSTOMER', 'SERVICES'] })).rejects.toThrow('Not checked yet: There is a contact who can be reached; Budget and payment terms are settled.');
      expect(await refusalOf(validate(bed.boss, id, { agentId: client.id }))).toBe('NOT_FOUND agentId');
      expect(await refusalOf(validate(bed.boss, id, { agentId: bed.rival.users.SUPPORT_AGENT.id }))).toBe('NOT_FOUND agentId');
      expect(await refusalOf(validate(bed.boss, id, { version: 7 }))).toBe('CONFLICT version');
      expect(await refusalOf(validate(somebody(['ticket.read', 'ticket.work']), id))).toBe('FORBIDDEN');
      expect(await refusalOf(validate(somebody(['ticket.read:OWN', 'ticket.validate']), id))).toBe('NOT_FOUND id');
      expect(await bed.at(id)).toEqual({ id, version: 1, status: 'NEW' });
      expect(await bed.events(id)).toEqual(['ticket.opened']);
    });
  });

  describe('moves', () => {
    const move = async (actor: Actor, id: string, name: 'START' | 'WAIT' | 'CONTINUE' | 'RESOLVE' | 'REJECT' | 'ASSIGN', reason?: string): Promise<string> =>
      bed.tickets.move(actor, { id, version: (await bed.at(id)).version, move: name, ...(reason ? { reason } : {}) });

    it('go through the states, with a reason where somebody will ask', async () => {
      const id = await bed.releasedTicket();
      const agent = somebody(['ticket.read', 'ticket.work:OWN']);
      await move(agent, id, 'START');
      expect(await refusalOf(move(agent, id, 'WAIT'))).toBe('VALIDATION_FAILED reason');
      await move(agent, id, 'WAIT', 'Asked for the logo');
      expect(await facts(id)).toMatchObject({ status: 'WAITING_CLIENT', status_reason: 'Asked for the logo' });
      await move(agent, id, 'CONTINUE');
      expect(await refusalOf(move(agent, id, 'RESOLVE'))).toBe('PRECONDITION_FAILED move');
      expect(await refusalOf(move(bed.boss, id, 'ASSIGN'))).toBe('VALIDATION_FAILED move');
      expect(await refusalOf(move(agent, id, 'REJECT', 'No'))).toBe('FORBIDDEN');
      expect(await refusalOf(move(bed.boss, id, 'START'))).toBe('ILLEGAL_TRANSITION status');
      expect(await bed.events(id)).toEqual(['ticket.opened', 'ticket.validated', 'ticket.status_changed', 'ticket.status_changed', 'ticket.status_changed']);
    });

    it('of somebody else\'s ticket are not an agent\'s', async () => {
      const id = await bed.releasedTicket();
      expect(await refusalOf(move(somebody(['ticket.read', 'ticket.work:OWN'], bed.agency.users.SUPPORT_MANAGER.id), id, 'START'))).toBe('FORBIDDEN');
    });

    it('assigning hands running work over without sending it back', async () => {
      const id = await bed.releasedTicket();
      await move(bed.boss, id, 'START');
      const { version } = await bed.at(id);
      await bed.tickets.assign(bed.boss, { id, version, ownerId: bed.agency.users.SUPPORT_MANAGER.id });
      expect(await facts(id)).toMatchObject({ status: 'IN_PROGRESS', owner_id: bed.agency.users.SUPPORT_MANAGER.id });
      expect(await refusalOf(bed.tickets.assign(bed.boss, { id, version, ownerId: bed.agency.users.SUPPORT_AGENT.id }))).toBe('CONFLICT version');
      expect(await refusalOf(bed.tickets.assign(bed.boss, { id, version: version + 1, ownerId: bed.customerId }))).toBe('NOT_FOUND ownerId');
    });
  });

  describe('requirements', () => {
    const first = async (ticketId: string): Promise<{ id: string; version: number; status: string; value: string | null; reason: string | null }> =>
      (await bed.rows<{ id: string; version: number; status: string; value: string | null; reason: string | null }>('SELECT id, version, status, value, reason FROM ticket_requirement WHERE ticket_id = $1 AND position = 1', [ticketId]))[0]!;
    const collect = async (ticketId: string, input: object, actor = bed.boss): Promise<string> => {
      const { id, version } = await first(ticketId);
      return bed.tickets.moveRequirement(actor, { id, version, move: 'RECEIVE', ...input });
    };

    it('keep what the client gave until it is replaced, and say why something was not usable', async () => {
      const id = await bed.releasedTicket('MISSING');
      await collect(id, { value: 'Sell bread' });
      expect(await refusalOf(collect(id, { move: 'REJECT' }))).toBe('VALIDATION_FAILED reason');
      await collect(id, { move: 'REJECT', reason: 'Too short' });
      expect(await first(id)).toMatchObject({ status: 'REJECTED', value: 'Sell bread', reason: 'Too short' });
      await collect(id, { value: 'Sell bread to offices' });
      await collect(id, { move: 'VERIFY' });
      expect(await first(id)).toMatchObject({ status: 'VERIFIED', value: 'Sell bread to offices', reason: null });
      expect(await refusalOf(collect(id, { move: 'RECEIVE' }))).toBe('ILLEGAL_TRANSITION status');
      expect((await bed.events(id)).filter((kind) => kind === 'ticket.requirement_changed')).toHaveLength(4);
    });

    it('are moved by right, at their present version, while the ticket is open', async () => {
      const id = await bed.releasedTicket('MISSING');
      expect(await refusalOf(collect(id, { version: 9 }))).toBe('CONFLICT version');
      expect(await refusalOf(collect(id, {}, somebody(['ticket.read'])))).toBe('FORBIDDEN');
      expect(await refusalOf(collect(id, {}, bed.outsider))).toBe('NOT_FOUND id');
      const sentBack = await open();
      await bed.tickets.move(bed.boss, { id: sentBack, version: 1, move: 'REJECT', reason: 'Not ours' });
      expect(await refusalOf(collect(sentBack, {}))).toBe('PRECONDITION_FAILED id');
    });
  });

  describe('scoping', () => {
    const SCOPE = { projectName: 'Bakery', scope: 'Five pages' };

    it('makes a draft project of the category\'s department with the deal\'s amount', async () => {
      const id = await bed.releasedTicket();
      const { projectId } = await bed.onboarding.scope(bed.boss, id, 2, { ...SCOPE, startOn: '2026-12-01' });
      expect(await facts(id)).toMatchObject({ status: 'RESOLVED', scope: 'Five pages', project_id: projectId, scoped_at: expect.any(Date) as Date });
      const [project] = await bed.rows<object>('SELECT name, status, customer_id, ticket_id, department_id, budget_minor, currency, start_on::text, scope FROM project WHERE id = $1', [projectId]);
      expect(project).toEqual({
        name: 'Bakery', status: 'DRAFT', customer_id: bed.customerId, ticket_id: id, department_id: bed.agency.departments.web, budget_minor: '250000', currency: 'USD',
        start_on: '2026-12-01', scope: 'Five pages',
      });
      expect(await bed.events(id)).toEqual(['ticket.opened', 'ticket.validated', 'ticket.scoped']);
      expect(await refusalOf(bed.onboarding.scope(bed.boss, id, 3, SCOPE))).toBe('ILLEGAL_TRANSITION status');
    });

    it('waits for validation and for every required item, and names those', async () => {
      expect(await refusalOf(bed.onboarding.scope(bed.boss, await open(), 1, SCOPE))).toBe('PRECONDITION_FAILED id');
      const id = await bed.releasedTicket();
      await bed.rows(`UPDATE ticket_requirement SET status = 'RECEIVED' WHERE ticket_id = $1 AND position IN (2, 6)`, [id]);
      await expect(bed.onboarding.scope(bed.boss, id, 2, SCOPE)).rejects.toThrow('Still to be verified: Pages and navigation.');
      await bed.rows(`UPDATE ticket_requirement SET status = 'NOT_NEEDED' WHERE ticket_id = $1 AND position = 2`, [id]);
      expect(await bed.onboarding.scope(bed.boss, id, 2, SCOPE)).toMatchObject({ ticketId: id });
    });

    it('that is refused at the end leaves no project behind', async () => {
      const id = await bed.releasedTicket();
      const before = [await count('project'), await count('event')];
      expect(await refusalOf(bed.onboarding.scope(bed.boss, id, 9, SCOPE))).toBe('CONFLICT version');
      expect(await refusalOf(bed.onboarding.scope(somebody(['ticket.read', 'ticket.scope:OWN'], bed.agency.users.SUPPORT_MANAGER.id), id, 2, SCOPE))).toBe('FORBIDDEN');
      expect([await count('project'), await count('event')]).toEqual(before);
    });
  });
});
