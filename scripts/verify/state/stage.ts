import { isInputObjectType, getNamedType } from 'graphql';
import { ApiClient, signInAs } from '../../../libs/testing/api/session.js';
import { documentOf, type Operation } from '../access/operations.js';
import { firstProblem } from '../access/verdict.js';
import type { StateWorld } from './world.js';

/** Somebody who does things or looks on. */
export interface Person { id: string; email: string; api: ApiClient }

/** Who plays: somebody who may do everything, and the four who look on. */
export interface Cast { doer: Person; admin: Person; staff: Person; client: Person; outsider: Person }

/** Where records are made and where they may go. */
export interface Places { here: string; elsewhere: string; customer: string; otherCustomer: string }

type Payload = Record<string, unknown>;
/** The password of people who are made here. */
export const PASSWORD = 'rowing boats at canary dawn';
const DAY_MS = 86_400_000;
let count = 0;

/** What deeds are done with: mutations by name, and records to do them on, all made through the API so that everybody is told of them. */
export class Stage {
  /** Names of the mutations that were let through, in order. */
  readonly done: string[] = [];
  /** The mutation that is tried: everybody is up to date before each time it is done. */
  trying = '';
  /** Brings everybody up to date with what was done so far. */
  settle: () => Promise<void> = () => Promise.resolve();
  private versioned: Promise<string[]> | null = null;
  private readonly standing = new Map<string, Promise<string>>();

  constructor(readonly world: StateWorld, private readonly operations: ReadonlyMap<string, Operation>, readonly cast: Cast, readonly places: Places) {}

  /** A text that was never there before. */
  text(word = 'Text'): string {
    return `${word} ${(count += 1)}`;
  }

  /** So many days from now, as a moment. */
  moment(days: number): string {
    return new Date(Date.now() + days * DAY_MS).toISOString();
  }

  /**
   * Runs a mutation that must be let through; the version in force is filled in where one is asked for.
   *
   * @param by the one who may do everything when absent
   * @returns its payload
   */
  async do(name: string, input?: Record<string, unknown>, by: Person = this.cast.doer): Promise<Payload> {
    const operation = this.operations.get(name);
    if (!operation) throw new Error(`There is no mutation named ${name}.`);
    if (name === this.trying) await this.settle();
    const filled = input && { ...input, ...(await this.versionFor(operation, input)) };
    const answer = await by.api.send(documentOf(operation), filled ? { input: filled } : {});
    const problem = firstProblem(answer);
    if (problem) throw new Error(`${name}: ${problem.code} ${problem.path.join('.')}: ${problem.message}`);
    this.done.push(name);
    return (answer.data?.[name] ?? {}) as Payload;
  }

  /** Runs a mutation and returns the id of the record in its payload. */
  async make(name: string, input: Record<string, unknown>, by?: Person): Promise<string> {
    const payload = await this.do(name, input, by);
    const record = Object.values(payload).find((value) => typeof (value as { id?: unknown } | null)?.id === 'string') as { id: string } | undefined;
    const id = record?.id ?? Object.entries(payload).find(([key, value]) => (key === 'id' || key.endsWith('Id')) && typeof value === 'string')?.[1];
    if (typeof id !== 'string') throw new Error(`${name} answers no record: ${JSON.stringify(payload)}`);
    return id;
  }

  /** Asks as somebody. */
  ask<Data>(query: string, variables?: object, by: Person = this.cast.doer): Promise<Data> {
    return by.api.ask<Data>(query, variables);
  }

  /** One value of the database. */
  async value(sql: string, ...parameters: unknown[]): Promise<string> {
    const { rows: [row] } = await this.world.owner.query<Record<string, unknown>>(sql, parameters);
    if (!row) throw new Error(`Nothing is found by ${sql}`);
    return String(Object.values(row)[0]);
  }

  /** Changes the database behind the product's back: time that passes, never what a list shows. */
  async behind(sql: string, ...parameters: unknown[]): Promise<void> {
    await this.world.owner.query(sql, parameters);
  }

  /** Makes a record once and keeps it for those who only need one to lean on. */
  once(key: string, make: () => Promise<string>): Promise<string> {
    let made = this.standing.get(key);
    if (!made) this.standing.set(key, (made = make()));
    return made;
  }

  /** The token of the one-time link in the last mail to an address. */
  token(email: string): Promise<string> {
    return this.world.letterTo(email);
  }

  /** A browser in which nobody is signed in. */
  stranger(): ApiClient {
    return new ApiClient(this.world.api.url, this.world.api.database.ownerUrl);
  }

  // Records to do something with; the one who may do everything makes them, the staff person owns them.

  lead(more: object = {}): Promise<string> {
    return this.make('createLead', { name: this.text('Lead'), company: this.text('Company'), departmentId: this.places.here, ownerId: this.cast.staff.id, ...more });
  }

  customer(more: object = {}): Promise<string> {
    return this.make('createCustomer', { name: this.text('Customer'), departmentId: this.places.here, ownerId: this.cast.staff.id, ...more });
  }

  deal(more: object = {}): Promise<string> {
    return this.make('createDeal', { name: this.text('Deal'), customerId: this.places.customer, ...more });
  }

  async wonDeal(): Promise<string> {
    const id = await this.deal();
    await this.do('winDeal', { id, reason: 'Agreed' });
    return id;
  }

  async quote(): Promise<string> {
    return this.make('createQuote', { dealId: await this.deal(), content: this.content() });
  }

  /** A quote that was sent. */
  async sentQuote(): Promise<{ id: string; token: string }> {
    const id = await this.quote();
    const { publicPath } = await this.do('sendQuote', { id });
    return { id, token: String(publicPath).replace('/q/', '') };
  }

  content(): object {
    return { title: this.text('Quote'), validUntil: '2099-12-31', lines: [{ description: 'Line', quantity: '1', unitPriceMinor: '100' }] };
  }

  async ticket(): Promise<string> {
    return this.make('openOnboardingTicket', { dealId: await this.wonDeal(), categoryKey: 'WEB', note: this.text() });
  }

  /** A ticket that was released to the staff person. */
  async releasedTicket(): Promise<string> {
    const id = await this.ticket();
    await this.do('validateTicket', { id, passed: ['CUSTOMER', 'CONTACT', 'SERVICES', 'BUDGET'], agentId: this.cast.staff.id });
    return id;
  }

  draftProject(more: object = {}): Promise<string> {
    return this.make('createProject', { name: this.text('Project'), customerId: this.places.customer, departmentId: this.places.here, ownerId: this.cast.staff.id, ...more });
  }

  /** A project that was approved, which the client sees. */
  async project(more: object = {}): Promise<string> {
    const id = await this.draftProject(more);
    await this.do('submitProject', { id });
    await this.do('approveProject', { id, decision: 'APPROVED', ...this.judgement(), shareWithClient: true });
    return id;
  }

  judgement(): object {
    return { feasibility: 'Yes', budget: 'Yes', resources: 'Yes', risk: 'None' };
  }

  /** The project that most tasks lie in. */
  mainProject(): Promise<string> {
    return this.once('project', () => this.project());
  }

  async task(more: object = {}): Promise<string> {
    return this.make('createTask', { projectId: await this.mainProject(), title: this.text('Task'), sharedWithClient: true, assigneeIds: [this.cast.staff.id], ...more });
  }

  /** Somebody who works here, with a password. */
  async colleague(more: object = {}): Promise<Person> {
    const email = `colleague${(count += 1)}@ours.example`;
    const id = await this.make('createUser', {
      name: this.text('Colleague'), email, tier: 'EMPLOYEE', password: PASSWORD, departmentIds: [this.places.here], roles: [{ roleId: this.world.agency.roles.TEAM_MEMBER }], ...more,
    });
    return { id, email, api: this.stranger() };
  }

  /** The same, signed in. */
  async present(person: Person): Promise<Person> {
    return { ...person, api: await signInAs(this.world.api, person.email, PASSWORD) };
  }

  private async versionFor({ field }: Operation, input: Record<string, unknown>): Promise<{ version?: number }> {
    const type = getNamedType(field.args.find(({ name }) => name === 'input')?.type);
    if (!isInputObjectType(type) || !type.getFields()['version'] || 'version' in input || typeof input['id'] !== 'string') return {};
    return { version: await this.versionOf(input['id']) };
  }

  /** The version in force of a record, whatever it is; 1 where nothing has one. */
  private async versionOf(id: string): Promise<number> {
    const { owner } = this.world;
    this.versioned ??= owner.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute i ON i.attrelid = c.oid AND i.attname = 'id' AND i.atttypid = 'uuid'::regtype
       JOIN pg_attribute v ON v.attrelid = c.oid AND v.attname = 'version' AND v.atttypid = 'int4'::regtype WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`)
      .then(({ rows }) => rows.map(({ name }) => name));
    const { rows: [row] } = await owner.query<{ version: number }>((await this.versioned).map((name) => `SELECT version FROM "${name}" WHERE id = $1`).join(' UNION ALL '), [id]);
    return row?.version ?? 1;
  }
}
