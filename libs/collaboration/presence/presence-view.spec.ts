import type { Tier } from '@throughline/platform/kernel';
import type { Here, PresenceSide, Standing } from '@throughline/platform/realtime';
import { presenceFor } from './presence-view.js';

const staff = (userId: string, side: PresenceSide = 'INTERNAL', mode: Here['mode'] = 'VIEWING'): Here => ({ userId, name: userId, customerIds: null, mode, side });
const client = (userId: string, customerId: string): Here => ({ userId, name: userId, customerIds: [customerId], mode: 'VIEWING', side: 'CLIENT' });
const offline: Standing = { state: 'OFFLINE', lastSeen: null };

describe('what somebody may know of who is here', () => {
  const told = (tier: Tier, subject: string, here: Here[], record = true): string[] => presenceFor(
    { organizationId: 'o', userId: 'me', tier, customerIds: tier === 'CLIENT' ? ['c1'] : [] }, { userIds: [], record: { subject, recordId: 'r' } }, { record, people: [] },
    { here: () => here, standing: () => offline },
  ).here.map(({ userId, mode, side }) => `${userId} ${mode} ${side}`);

  const everybody = [staff('ada', 'INTERNAL', 'TYPING'), staff('bob', 'CLIENT'), client('carl', 'c1'), client('dora', 'c2'), staff('me')];

  it.each<[string, Tier, string, string[]]>([
    ['staff, of everybody else at a channel', 'EMPLOYEE', 'channel', ['ada TYPING INTERNAL', 'bob VIEWING CLIENT', 'carl VIEWING CLIENT', 'dora VIEWING CLIENT']],
    ['staff, of everybody else at a project', 'EMPLOYEE', 'project', ['ada TYPING INTERNAL', 'bob VIEWING CLIENT', 'carl VIEWING CLIENT', 'dora VIEWING CLIENT']],
    ['a client, of their own people and of staff on their side of a channel', 'CLIENT', 'channel', ['bob VIEWING CLIENT', 'carl VIEWING CLIENT']],
    ['a client, of their own people alone at a project', 'CLIENT', 'project', ['carl VIEWING CLIENT']],
  ])('%s', (_, tier, subject, expected) => {
    expect(told(tier, subject, everybody)).toEqual(expected);
  });

  it('nobody, of a record they may not see', () => {
    expect([told('EMPLOYEE', 'project', everybody, false), told('CLIENT', 'channel', everybody, false)]).toEqual([[], []]);
  });

  it('a client, of staff on both sides what they do on the client\'s alone; staff, what counts most', () => {
    const both = [staff('ada', 'INTERNAL', 'TYPING'), staff('ada', 'CLIENT', 'VIEWING')];
    expect(told('CLIENT', 'channel', both)).toEqual(['ada VIEWING CLIENT']);
    expect(told('EMPLOYEE', 'channel', both)).toEqual(['ada TYPING INTERNAL']);
  });

  it('tells when people who are gone were last there: by what is known live, or else by their sessions', () => {
    const [stored, remembered] = [new Date('2026-11-20T10:00:00Z'), Date.parse('2026-11-21T10:00:00Z')];
    const states: Record<string, Standing> = { here: { state: 'ONLINE', lastSeen: 1 }, gone: { state: 'OFFLINE', lastSeen: remembered }, longGone: offline };
    const { people } = presenceFor({ organizationId: 'o', userId: 'me', tier: 'EMPLOYEE', customerIds: [] }, { userIds: [], record: null }, {
      record: null, people: [{ id: 'here', name: 'A', lastSeenAt: stored }, { id: 'gone', name: 'B', lastSeenAt: stored }, { id: 'longGone', name: 'C', lastSeenAt: stored }],
    }, { here: () => [], standing: (_, userId) => states[userId]! });
    expect(people).toEqual([
      { userId: 'here', name: 'A', state: 'ONLINE', lastSeenAt: null },
      { userId: 'gone', name: 'B', state: 'OFFLINE', lastSeenAt: new Date(remembered) },
      { userId: 'longGone', name: 'C', state: 'OFFLINE', lastSeenAt: stored },
    ]);
  });
});
