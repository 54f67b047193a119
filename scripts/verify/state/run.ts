import { UnitOfWork } from '../../../libs/platform/database/index.js';
import { newId } from '../../../libs/platform/kernel/index.js';
import { testActor } from '../../../libs/testing/actors.js';
import { signInAs } from '../../../libs/testing/api/index.js';
import { AREAS, type Area, NO_LIST } from './deeds/index.js';
import type { Deed } from './deeds/deed.js';
import { listsOf } from './lists.js';
import { untilRest } from './rest.js';
import { Screen } from './screen.js';
import { type Cast, type Person, Stage } from './stage.js';
import { Touched } from './touched.js';
import { makeStateWorld, type StateWorld } from './world.js';

/** What one mutation came to. */
export interface Outcome {
  mutation: string;
  /** Why it could not be made to take effect; null when it did. */
  uncovered: string | null;
  /** `staff: tasks.title`, each once. */
  differences: string[];
}

/** What all of them came to. */
export interface Findings { done: string[]; uncovered: string[]; differing: string[]; excluded: Readonly<Record<string, string>> }

/** Access tokens and proofs of who one is do not last as long as this may take. */
const RENEW_MS = 240_000;

/** Every mutation of the schema that has no deed and no reason for that, and every deed or reason that is not needed. */
export function gaps({ operations }: StateWorld): string[] {
  const mutations = operations.filter(({ root }) => root === 'mutation').map(({ name }) => name);
  const known = [...Object.values(AREAS).flatMap((deeds) => Object.keys(deeds)), ...Object.keys(NO_LIST)];
  return [
    ...mutations.filter((name) => !known.includes(name)).map((name) => `${name}: nobody says how it is done`),
    ...known.filter((name, index) => !mutations.includes(name) || known.indexOf(name) !== index).map((name) => `${name}: there is no such mutation, or it is named twice`),
  ];
}

/** Four people with everything open, and everything that can be done. */
export class StateCheck {
  private renewed = Date.now();

  private constructor(readonly world: StateWorld, private readonly stage: Stage, private readonly screens: readonly Screen[], private readonly touched: Touched) {}

  static async open(): Promise<StateCheck> {
    const world = await makeStateWorld();
    try {
      const { agency, api, operations } = world;
      const [customer, otherCustomer] = [await agency.addCustomer('Own customer'), await agency.addCustomer('Other customer')];
      const { web: here, seo: elsewhere } = agency.departments;
      const join = async ({ id, email }: { id: string; email: string }): Promise<Person> => ({ id, email, api: await signInAs(api, email) });
      const cast: Cast = {
        doer: await join(agency.users.SUPERADMIN),
        admin: await join(agency.users.ADMIN),
        staff: await join(await agency.addUser({
          name: 'Staff Receiver', roles: ['SALES_MANAGER', 'SUPPORT_MANAGER', 'DEPARTMENT_MANAGER', 'PROJECT_MANAGER', 'HR', 'ACCOUNT_MANAGER'], departmentIds: [here],
        })),
        client: await join(await agency.addUser({ name: 'Client Receiver', roles: ['CLIENT_OWNER'], customerId: customer })),
        outsider: await join(await agency.addUser({ name: 'Outside Receiver', roles: ['TEAM_MEMBER', 'DEPARTMENT_MANAGER', 'SALES_AGENT'], departmentIds: [elsewhere] })),
      };
      const stage = new Stage(world, new Map(operations.filter(({ root }) => root === 'mutation').map((operation) => [operation.name, operation])), cast, { here, elsewhere, customer, otherCustomer });
      await untilRest(world);
      const lists = listsOf(operations);
      const screens: Screen[] = [];
      for (const who of ['admin', 'staff', 'client', 'outsider'] as const) screens.push(await Screen.open(who, cast[who].id, cast[who].api, lists));
      const touched = await Touched.watch(world.owner);
      for (const screen of screens) await screen.learn(touched.tables);
      return new StateCheck(world, stage, screens, touched);
    } catch (error) {
      await world.close();
      throw error;
    }
  }

  /** How many lists each person has open. */
  get lists(): Record<string, number> {
    return Object.fromEntries(this.screens.map(({ name, size }) => [name, size]));
  }

  /** Does everything of an area, or of it what is named. */
  async run(area: Area, only?: readonly string[], tell: (outcome: Outcome) => void = () => undefined): Promise<Findings> {
    const findings: Findings = { done: [], uncovered: [], differing: [], excluded: NO_LIST };
    for (const [mutation, deed] of Object.entries<Deed>(AREAS[area]).filter(([name]) => !only || only.includes(name))) {
      const outcome = await this.try(mutation, deed);
      tell(outcome);
      if (outcome.uncovered === null) findings.done.push(mutation);
      else findings.uncovered.push(`${mutation}: ${outcome.uncovered}`);
      if (outcome.differences.length > 0) findings.differing.push(`${mutation}: ${outcome.differences.join('; ')}`);
    }
    // Everything once more, so that nothing rests on what lists were thought to read.
    const left = await this.compare(true);
    if (left.length > 0) findings.differing.push(`at the end: ${left.join('; ')}`);
    return findings;
  }

  async close(): Promise<void> {
    for (const screen of this.screens) screen.close();
    await this.world.close();
  }

  private async try(mutation: string, deed: Deed): Promise<Outcome> {
    await this.renew();
    const before = this.stage.done.length;
    let uncovered: string | null = null;
    const found = new Set<string>();
    const settle = async (): Promise<void> => (await this.compare()).forEach((difference) => found.add(difference));
    Object.assign(this.stage, { trying: mutation, settle });
    try {
      await deed(this.stage);
      if (!this.stage.done.slice(before).includes(mutation)) uncovered = 'its deed does something else';
    } catch (error) {
      uncovered = (error as Error).message;
    }
    await settle();
    return { mutation, uncovered, differences: [...found].sort() };
  }

  /** @param all every list, not only those that read what was written */
  private async compare(all = false): Promise<string[]> {
    await untilRest(this.world);
    const marks = await this.mark();
    const touched = await this.touched.take();
    const positions = new Set(marks.values());
    const found = await Promise.all(this.screens.map(async (screen) => {
      await screen.reach(Number(marks.get(screen.userId)));
      return (await screen.apply(positions, all ? null : touched)).map(({ list, what }) => `${screen.name}: ${list} ${what}`);
    }));
    return [...new Set(found.flat())].sort();
  }

  /** An event for each who looks on, about themselves: behind it nothing is missing. @returns their positions, by person */
  private async mark(): Promise<Map<string, string>> {
    const { world: { owner, agency, api } } = this;
    const ids = this.screens.map(({ userId }) => userId);
    const { rows: people } = await owner.query<{ id: string; customerId: string | null }>('SELECT id, customer_id AS "customerId" FROM user_account WHERE id = ANY($1)', [ids]);
    const requestId = newId();
    await api.app.nest.get(UnitOfWork).run({ ...testActor({ organizationId: agency.id, userId: null, tier: 'SYSTEM' }), request: { id: requestId, address: null, userAgent: null } }, async (work) => {
      for (const { id, customerId } of people) work.record({ kind: 'user.updated', subject: 'user', subjectId: id, access: { before: { ownerId: id, customerId }, after: { ownerId: id, customerId } } });
    });
    await untilRest(this.world);
    const { rows } = await owner.query<{ id: string; position: string }>(
      'SELECT e.subject_id AS id, p.position::text AS position FROM event_position p JOIN event e ON e.id = p.event_id WHERE p.organization_id = $1 AND e.request_id = $2', [agency.id, requestId]);
    return new Map(rows.map(({ id, position }) => [id, position]));
  }

  private async renew(): Promise<void> {
    if (Date.now() - this.renewed < RENEW_MS) return;
    this.renewed = Date.now();
    for (const { email, api } of Object.values(this.stage.cast)) await api.signIn(email);
  }
}
