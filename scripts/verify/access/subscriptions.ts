import { type Client as Socket, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { SubjectDefinition } from '../../../libs/platform/access/index.js';
import { reaches, scopesOf } from './oracle.js';
import { placeProbes } from './place-probes.js';
import type { Probes } from './probes.js';
import { type Relation, relationsOf } from './relations.js';
import type { Caller, World } from './world.js';

/** How a record of each subject is changed so that an event tells of it; subjects without a line have no update of their own. */
const TOUCHES: Record<string, { name: string; field: string }> = {
  lead: { name: 'updateLead', field: 'company' }, customer: { name: 'updateCustomer', field: 'name' }, contact: { name: 'updateContact', field: 'name' },
  deal: { name: 'updateDeal', field: 'name' }, project: { name: 'updateProject', field: 'name' }, milestone: { name: 'updateMilestone', field: 'name' },
  task: { name: 'updateTask', field: 'title' }, timeEntry: { name: 'updateTimeEntry', field: 'note' }, product: { name: 'updateProduct', field: 'name' },
};
const CHANGES = 'subscription { recordChanges { position type subject id } }';
const PATIENCE_MS = 20_000;

interface Change { type: string; subject: string | null; id: string | null }

/** One record's change as one person's open screens should hear of it. */
export interface Hearing { role: string; subject: string; relation: Relation; expected: boolean; heard: boolean }

/** Everybody's open screens while records in every relation change: whom the feed tells, and whom it must not. */
export async function hearingsOf(world: World, subjects: readonly SubjectDefinition[], relations: readonly Relation[]): Promise<Hearing[]> {
  const admin = world.callers.find(({ role }) => role === 'SUPERADMIN')!;
  const hearings: Hearing[] = [];
  let round = 0;
  for (const caller of world.callers) {
    const screen = await Screen.open(world.api.url, caller);
    const scopes = scopesOf(caller.roleKey);
    for (const relation of relations) {
      const touched = subjects.filter((subject) => subject.name in TOUCHES && relationsOf(subject, caller.client, world.archivable).includes(relation));
      const records = await placeProbes(world, subjects, relation, caller);
      screen.changes.length = 0;
      round += 1;
      for (const { name, table } of touched) await touch(world, admin, { name, table }, records, round);
      await screen.until(world, admin, caller, round);
      const told = new Set(screen.changes.filter(({ type }) => type !== 'ADVANCED' && type !== 'RESYNC').map(({ id }) => id));
      for (const { name } of touched) {
        hearings.push({ role: caller.role, subject: name, relation, expected: reaches(scopes.get(`${name}.read`), relation, name), heard: told.has(records[name]!) });
      }
    }
    await screen.close();
  }
  return hearings;
}

async function touch(world: World, admin: Caller, { name, table }: { name: string; table: string }, records: Probes, round: number): Promise<void> {
  const { name: mutation, field } = TOUCHES[name]!;
  const { rows } = await world.owner.query<{ version: number }>(`SELECT version FROM ${table} WHERE id = $1`, [records[name]]);
  await admin.api.ask(`mutation ($input: ${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { errors { code message path } } }`, {
    input: { id: records[name], version: rows[0]!.version, [field]: `Round ${round}` },
  });
}

/** Somebody's open screen: everything that `recordChanges` says. */
class Screen {
  readonly changes: Change[] = [];
  private waiting: { id: string; done: () => void } | null = null;

  private constructor(private readonly socket: Socket) {}

  static async open(url: string, caller: Caller): Promise<Screen> {
    const headers = { authorization: `Bearer ${caller.api.cookie('tl_access') ?? ''}` };
    class Connection extends WebSocket {
      constructor(address: string, protocols?: string | string[]) {
        super(address, protocols, { headers });
      }
    }
    const socket = createClient({ url: `${url.replace('http', 'ws')}/graphql`, webSocketImpl: Connection, retryAttempts: 0, lazy: false });
    const screen = new Screen(socket);
    const connected = new Promise<void>((done, failed) => {
      socket.on('connected', () => done());
      socket.on('closed', () => failed(new Error(`The connection of ${caller.role} was refused.`)));
    });
    socket.subscribe<{ recordChanges: Change }>({ query: CHANGES }, {
      next: ({ data }) => data && screen.take(data.recordChanges),
      error: (error) => console.error(`${caller.role}: ${JSON.stringify(error)}`),
      complete: () => undefined,
    });
    await connected;
    return screen;
  }

  /** Events come in order: once the last, one of the person's own account, has come, no earlier one is missing. */
  async until(world: World, admin: Caller, caller: Caller, round: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const heard = new Promise<void>((done) => (this.waiting = { id: caller.userId, done }));
    const silence = new Promise<never>((_, failed) => (timer = setTimeout(() => failed(new Error(`${caller.role} was not told of their own account.`)), PATIENCE_MS)));
    const { rows } = await world.owner.query<{ version: number }>('SELECT version FROM user_account WHERE id = $1', [caller.userId]);
    await admin.api.ask('mutation ($input: UpdateUserInput!) { updateUser(input: $input) { errors { code message path } } }', { input: { id: caller.userId, version: rows[0]!.version, title: `Round ${round}` } });
    await Promise.race([heard, silence]).finally(() => clearTimeout(timer));
  }

  close(): Promise<void> | void {
    return this.socket.dispose();
  }

  private take(change: Change): void {
    this.changes.push(change);
    if (this.waiting?.id === change.id && change.subject === 'user') this.waiting.done();
  }
}
