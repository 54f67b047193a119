import { OpenSockets } from '../../graphql/index.js';
import { compileAbility } from '../../access/index.js';
import { LocalTransport } from '../../events/testing/local-transport.js';
import { type Actor, newId } from '../../kernel/index.js';
import { PresenceNode } from './presence-node.js';
import { PRESENCE_OPTIONS } from './presence-options.js';

const { standingMs, hereMs, typingMs, graceMs, repeatMs, sweepMs } = PRESENCE_OPTIONS;
const RECORD = `project:${newId()}`;
const organizationId = newId();

function person(more: Partial<Actor> = {}): Actor {
  return {
    organizationId, userId: newId(), sessionId: newId(), tier: 'EMPLOYEE', customerIds: [], abilityVersion: '', request: { id: newId(), address: null, userAgent: null },
    ability: compileAbility([], { userId: null, teamIds: [], departmentIds: [], customerIds: [] }), ...more,
  };
}

/** One API process: its sockets and its node. */
class Process {
  readonly sockets = new OpenSockets();
  readonly node: PresenceNode;

  private constructor(transport: LocalTransport) {
    this.node = new PresenceNode(transport, this.sockets);
  }

  static async start(transport: LocalTransport): Promise<Process> {
    const made = new Process(transport);
    await made.node.start();
    return made;
  }

  /** @returns a function that closes the socket */
  connect(actor: Actor): () => void {
    return this.sockets.add({ actor, close: () => undefined });
  }

  at(record = RECORD): string[] {
    return this.node.here(organizationId, record).map(({ name, mode }) => `${name} ${mode}`);
  }

  state({ userId }: Actor): string {
    return this.node.standing(organizationId, userId!).state;
  }
}

describe('presence over several processes', () => {
  let transport: LocalTransport;
  let here: Process;
  let there: Process;
  const announce = (on: Process, actor: Actor, mode: 'VIEWING' | 'EDITING' | 'TYPING', record = RECORD): void => on.node.announce(actor, { record, mode, side: 'INTERNAL', name: actor.userId!.slice(-4) });
  const name = ({ userId }: Actor): string => userId!.slice(-4);
  const pass = (milliseconds: number): Promise<void> => jest.advanceTimersByTimeAsync(milliseconds);

  beforeEach(async () => {
    jest.useFakeTimers();
    transport = new LocalTransport();
    here = await Process.start(transport);
    there = await Process.start(transport);
    // They have greeted each other.
    await pass(50);
    transport.published.length = 0;
  });
  afterEach(() => {
    here.node.stop();
    there.node.stop();
    jest.useRealTimers();
  });

  it('tells every process who is at a record, until they leave', async () => {
    const ada = person();
    announce(here, ada, 'VIEWING');
    expect([here.at(), there.at()]).toEqual([[`${name(ada)} VIEWING`], []]);
    await pass(10);
    expect(there.at()).toEqual([`${name(ada)} VIEWING`]);
    there.node.leave(ada, RECORD);
    await pass(10);
    expect([here.at(), there.at()]).toEqual([[], []]);
  });

  it('lets typing run out into what it was before, and that run out too', async () => {
    const ada = person();
    announce(here, ada, 'EDITING');
    announce(here, ada, 'TYPING');
    await pass(typingMs - sweepMs);
    expect(there.at()).toEqual([`${name(ada)} TYPING`]);
    await pass(2 * sweepMs);
    expect(there.at()).toEqual([`${name(ada)} EDITING`]);
    await pass(hereMs);
    expect([here.at(), there.at(), here.node.board.size, there.node.board.size]).toEqual([[], [], { records: 0, people: 0 }, { records: 0, people: 0 }]);
  });

  it('holds on for as long as it is said again', async () => {
    const ada = person();
    for (let round = 0; round < 5; round++) {
      announce(round % 2 ? here : there, ada, 'VIEWING');
      await pass(hereMs - 1_000);
      expect(there.at()).toEqual([`${name(ada)} VIEWING`]);
    }
  });

  it('shows a person with several screens once, with what counts most', async () => {
    const ada = person();
    announce(here, ada, 'VIEWING');
    announce(there, { ...ada, sessionId: newId() }, 'TYPING');
    await pass(10);
    expect([here.at(), there.at()]).toEqual([[`${name(ada)} TYPING`], [`${name(ada)} TYPING`]]);
  });

  it('holds eight records of a session; the one spoken of longest ago gives way', async () => {
    const ada = person();
    const records = Array.from({ length: 9 }, () => `task:${newId()}`);
    for (const record of records) announce(here, ada, 'VIEWING', record);
    await pass(10);
    expect(records.map((record) => there.at(record).length)).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 1]);
  });

  it('has people online as long as one of their screens is connected anywhere', async () => {
    const ada = person();
    const [one, two] = [here.connect(ada), there.connect({ ...ada, sessionId: newId() })];
    await pass(10);
    expect([here.state(ada), there.state(ada)]).toEqual(['ONLINE', 'ONLINE']);
    one();
    await pass(graceMs + 2 * sweepMs);
    expect(here.state(ada)).toBe('ONLINE');
    two();
    await pass(graceMs - sweepMs);
    expect(here.state(ada)).toBe('ONLINE');
    await pass(3 * sweepMs);
    expect([here.state(ada), there.state(ada)]).toEqual(['OFFLINE', 'OFFLINE']);
    expect(here.node.standing(organizationId, ada.userId!).lastSeen).toBeGreaterThan(Date.now() - graceMs - 5 * sweepMs);
  });

  it('does not flicker when a screen connects again', async () => {
    const ada = person();
    here.connect(ada)();
    await pass(graceMs - 100);
    there.connect(ada);
    await pass(2 * graceMs);
    expect([here.state(ada), there.state(ada)]).toEqual(['ONLINE', 'ONLINE']);
  });

  it('takes the people of a killed process offline, and keeps those of living ones', async () => {
    const [ada, bob] = [person(), person()];
    here.connect(ada);
    there.connect(bob);
    await pass(repeatMs);
    here.node.stop();
    await pass(standingMs - 1_000 - repeatMs);
    expect([there.state(ada), there.state(bob)]).toEqual(['ONLINE', 'ONLINE']);
    await pass(repeatMs + 3_000);
    expect([there.state(ada), there.state(bob)]).toEqual(['OFFLINE', 'ONLINE']);
  });

  it('takes away at once whoever\'s session is ended', async () => {
    const ada = person();
    const close = here.connect(ada);
    announce(there, ada, 'EDITING');
    await pass(10);
    here.sockets.closeWhere(({ sessionId }) => sessionId === ada.sessionId);
    close();
    await pass(10);
    expect([here.at(), there.at(), here.state(ada), there.state(ada)]).toEqual([[], [], 'OFFLINE', 'OFFLINE']);
  });

  it('has people away when all their screens say so, and back when one does anything', async () => {
    const ada = person();
    const other = { ...ada, sessionId: newId() };
    here.connect(ada);
    here.connect(other);
    there.node.away(ada, true);
    await pass(10);
    expect(there.state(ada)).toBe('ONLINE');
    there.node.away(other, true);
    await pass(10);
    expect([here.state(ada), there.state(ada)]).toEqual(['AWAY', 'AWAY']);
    announce(there, ada, 'VIEWING');
    await pass(10);
    expect([here.state(ada), there.state(ada)]).toEqual(['ONLINE', 'ONLINE']);
  });

  it('tells a process that starts later what it has missed', async () => {
    const [ada, bob] = [person(), person()];
    here.connect(ada);
    announce(there, bob, 'EDITING');
    announce(there, bob, 'TYPING');
    await pass(50);
    const late = await Process.start(transport);
    await pass(50);
    expect([late.state(ada), late.at(), there.at()]).toEqual(['ONLINE', [`${name(bob)} TYPING`], [`${name(bob)} TYPING`]]);
    await pass(typingMs + sweepMs);
    expect(late.at()).toEqual([`${name(bob)} EDITING`]);
    late.node.stop();
  });

  it('repairs what was lost when the transport comes back', async () => {
    const [ada, bob] = [person(), person()];
    transport.lossy = true;
    here.connect(ada);
    announce(here, bob, 'VIEWING');
    await pass(50);
    expect([there.state(ada), there.at()]).toEqual(['OFFLINE', []]);
    transport.lossy = false;
    transport.reconnect();
    await pass(50);
    expect([there.state(ada), there.at()]).toEqual(['ONLINE', [`${name(bob)} VIEWING`]]);
  });

  it.each<[string, Partial<Actor>]>([
    ['an administrator who views as somebody else', { viewing: { kind: 'USER', id: newId(), name: 'x', until: new Date(), ownTier: 'ADMIN' } }],
    ['a program', { tier: 'SERVICE' }],
    ['a stranger', { tier: 'PUBLIC', userId: null, sessionId: null }],
  ])('never tells of %s', async (_, more) => {
    const actor = person(more);
    here.connect(actor);
    here.node.announce(actor, { record: RECORD, mode: 'EDITING', side: 'INTERNAL', name: 'x' });
    here.node.away(actor, true);
    await pass(10);
    expect([here.at(), there.at(), here.node.board.size.people]).toEqual([[], [], 0]);
    expect(transport.published).toEqual([]);
  });

  it('tells watchers of their record and their people only', async () => {
    const [ada, bob] = [person(), person()];
    const told: string[] = [];
    const stop = there.node.board.watchers.watch(organizationId, { record: RECORD, people: [ada.userId!] }, () => told.push('moved'));
    announce(here, bob, 'VIEWING', `task:${newId()}`);
    here.connect(bob);
    await pass(50);
    expect(told).toEqual([]);
    announce(here, bob, 'VIEWING');
    await pass(50);
    here.connect(ada);
    await pass(50);
    expect(told).toEqual(['moved', 'moved']);
    stop();
    announce(here, ada, 'TYPING');
    await pass(50);
    expect([told.length, there.node.board.watchers.size]).toEqual([2, 0]);
  });

  it('sends what a thousand screens say at one moment together', async () => {
    for (let count = 0; count < 1_000; count++) here.connect(person());
    const publish = jest.spyOn(transport, 'publish');
    await pass(10);
    expect(publish).toHaveBeenCalledTimes(1);
    expect(there.node.board.size.people).toBe(1_000);
  });
});
