import { setTimeout as delay } from 'node:timers/promises';
import { UnitOfWork } from '../../../libs/platform/database/index.js';
import { newId } from '../../../libs/platform/kernel/index.js';
import { signInAs } from '../../../libs/testing/api/index.js';
import { testActor } from '../../../libs/testing/actors.js';
import type { Plan } from '../access/cells.js';
import { putInto } from '../access/place-probes.js';
import type { Scope } from '../access/verify.js';
import type { Caller, World } from '../access/world.js';
import { perform } from './doing.js';
import { KeptRows } from './kept-rows.js';
import { listsOf } from './lists.js';
import { Screen } from './screen.js';

/** What one mutation came to. */
export interface Outcome {
  mutation: string;
  /** Why it could not be made to take effect; null when it did. */
  uncovered: string | null;
  /** `staff: tasks.title`, each once. */
  differences: string[];
}

/** Access tokens and proofs of who one is do not last as long as this may take. */
const RENEW_MS = 240_000;
/** Work that is tried again later is not waited for. */
const PATIENCE_MS = 4_000;

/** Three people with everything open, and everything that can be done. */
export class StateCheck {
  private renewed = Date.now();

  private constructor(
    private readonly world: World, private readonly screens: readonly Screen[], private readonly people: readonly { email: string; screen: Screen }[],
    private readonly actors: readonly Caller[], private readonly kept: KeptRows,
  ) {}

  static async open(world: World, scope: Scope): Promise<StateCheck> {
    const { agency, api } = world;
    const client = world.callers.find(({ roleKey }) => roleKey === 'CLIENT_OWNER')!;
    const staff = await agency.addUser({
      name: 'Staff Receiver', roles: ['SALES_MANAGER', 'SUPPORT_MANAGER', 'DEPARTMENT_MANAGER', 'PROJECT_MANAGER', 'HR', 'ACCOUNT_MANAGER'], departmentIds: [agency.departments.web],
    });
    const outsider = await agency.addUser({ name: 'Outside Receiver', roles: ['TEAM_MEMBER'], departmentIds: [world.elsewhere.departmentId] });
    const place = { ownerId: staff.id, departmentId: agency.departments.web, customerId: client.customerId!, shared: true, assigneeId: staff.id };
    for (const subject of scope.subjects) {
      const id = world.probes[subject.name];
      if (id && !subject.follows && !['user', 'department', 'staffProfile', 'customer'].includes(subject.name)) await putInto(world, subject, id, place, false);
    }
    const kept = await KeptRows.of(world.owner, scope.subjects, world.probes);
    const lists = listsOf(scope.operations);
    const people: { email: string; screen: Screen }[] = [];
    for (const [name, { id, email }] of [['staff', staff], ['client', { id: client.userId, email: client.email }], ['outsider', outsider]] as const) {
      people.push({ email, screen: await Screen.open(name, id, await signInAs(api, email), lists) });
    }
    const admin = world.callers.find(({ roleKey }) => roleKey === 'SUPERADMIN')!;
    return new StateCheck(world, people.map(({ screen }) => screen), people, [admin, client], kept);
  }

  /** How many lists each person has open. */
  get lists(): Record<string, number> {
    return Object.fromEntries(this.screens.map(({ name, size }) => [name, size]));
  }

  /** Runs one mutation and compares. */
  async run(plan: Plan): Promise<Outcome> {
    await this.renew();
    const mutation = plan.operation.name;
    const actors = plan.recipe.throwaway ? [await this.somebodyNew()] : this.actors;
    let refused = '';
    for (const actor of actors) {
      const told = await perform(this.world, plan, actor);
      if (told === null) return { mutation, uncovered: null, differences: await this.compare() };
      refused ||= told;
    }
    const state = await this.stateThatAllows(plan, actors);
    if (state === null) {
      await this.renewScreens();
      return { mutation, uncovered: refused, differences: [] };
    }
    await this.place(plan, state.value);
    await this.renewScreens();
    const told = await perform(this.world, plan, state.actor);
    return { mutation, uncovered: told === null ? null : `${refused}; again: ${told}`, differences: await this.compare() };
  }

  close(): void {
    for (const screen of this.screens) screen.close();
  }

  /** What it takes: the record as it was made, or in one of its other states. */
  private async stateThatAllows(plan: Plan, actors: readonly Caller[]): Promise<{ value: string | null; actor: Caller } | null> {
    const states = plan.subject ? (await this.kept.statesOf(plan.subject)).states : [];
    for (const value of [null, ...states]) {
      for (const actor of actors) {
        if (!(await this.place(plan, value))) continue;
        if ((await perform(this.world, plan, actor)) === null) return { value, actor };
      }
    }
    return null;
  }

  private async place({ subject }: Plan, state: string | null): Promise<boolean> {
    await this.kept.restore();
    if (!subject || state === null) return true;
    const { column } = await this.kept.statesOf(subject);
    const done = await this.world.owner.query(`UPDATE ${subject.table} SET "${column}" = $2 WHERE id = $1`, [this.world.probes[subject.name], state]).catch(() => null);
    return done !== null;
  }

  private async compare(): Promise<string[]> {
    await this.quiet();
    const position = await this.mark();
    const found = new Set<string>();
    for (const screen of this.screens) {
      await screen.reach(position);
      for (const { list, what } of await screen.apply()) found.add(`${screen.name}: ${list} ${what}`);
    }
    return [...found].sort();
  }

  private async renewScreens(): Promise<void> {
    await this.quiet();
    const position = await this.mark();
    for (const screen of this.screens) {
      await screen.reach(position);
      await screen.refresh();
    }
  }

  /** Until nothing waits any more: positions, consumers, jobs. */
  private async quiet(): Promise<void> {
    const started = Date.now();
    for (let calm = 0, head = ''; calm < 3 && Date.now() - started < PATIENCE_MS; await delay(20)) {
      const { rows: [row] } = await this.world.owner.query<{ busy: string; head: string }>(
        `SELECT (SELECT count(*) FROM event_pending) + (SELECT count(*) FROM due_work WHERE done_at IS NULL AND failed_at IS NULL AND attempts = 0 AND due_at <= now())
           + (SELECT count(*) FROM consumer_cursor c JOIN organization_position p USING (organization_id) WHERE c.position < p.position AND organization_id = $1) AS busy,
           (SELECT position FROM organization_position WHERE organization_id = $1)::text AS head`, [this.world.agency.id]);
      calm = row?.busy === '0' && row.head === head ? calm + 1 : 0;
      head = row?.head ?? '';
    }
  }

  /** An event that everybody who listens is told of: behind it nothing is missing. @returns its position */
  private async mark(): Promise<number> {
    const { world: { owner, agency, api } } = this;
    const { rows: people } = await owner.query<{ id: string; customerId: string | null }>('SELECT id, customer_id AS "customerId" FROM user_account WHERE id = ANY($1)', [this.screens.map(({ userId }) => userId)]);
    const requestId = newId();
    await api.app.nest.get(UnitOfWork).run({ ...testActor({ organizationId: agency.id, userId: null, tier: 'SYSTEM' }), request: { id: requestId, address: null, userAgent: null } }, async (work) => {
      for (const { id, customerId } of people) work.record({ kind: 'user.updated', subject: 'user', subjectId: id, access: { before: { ownerId: id, customerId }, after: { ownerId: id, customerId } } });
    });
    await this.quiet();
    const { rows } = await owner.query<{ position: string }>(
      `SELECT max(p.position) AS position FROM event_position p JOIN event e ON e.id = p.event_id WHERE p.organization_id = $1 AND e.kind = 'user.updated' AND e.actor_tier = 'SYSTEM'
         AND e.subject_id = ANY($2)`, [agency.id, this.screens.map(({ userId }) => userId)]);
    // The client is told of their own mark last or before: the lowest of the last three is what everybody reaches.
    return Number(rows[0]!.position) - people.length + 1;
  }

  private async somebodyNew(): Promise<Caller> {
    const { world: { agency, api } } = this;
    const { id, email } = await agency.addUser({ name: `New ${newId().slice(-8)}`, roles: ['ADMIN'], departmentIds: [agency.departments.administration] });
    const renewed = await signInAs(api, email);
    return { role: 'ADMIN', roleKey: 'ADMIN', client: false, userId: id, departmentId: agency.departments.administration, customerId: null, email, api: renewed };
  }

  private async renew(): Promise<void> {
    if (Date.now() - this.renewed < RENEW_MS) return;
    this.renewed = Date.now();
    for (const { email, screen } of this.people) await screen.api.signIn(email);
    for (const { email, api } of this.actors) await api.signIn(email);
  }
}
