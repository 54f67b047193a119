import { badgeText } from './badge-text';
import { CLIENT_KINDS, KINDS, kindWords, pageOf } from './notification-words';

describe('notifications in words', () => {
  it('has a word for every kind, each once', () => {
    expect([...KINDS].sort()).toEqual(Object.keys(kindWords).sort());
    expect(new Set(KINDS.map((kind) => kindWords[kind].label)).size).toBe(KINDS.length);
    expect(CLIENT_KINDS.every((kind) => KINDS.includes(kind))).toBe(true);
  });

  it.each([
    ['staff', 'task', '/tasks/1'],
    ['staff', 'channel', '/chat/1'],
    ['staff', 'message', '/chat/2?message=1'],
    ['staff', 'milestone', '/projects/2'],
    ['staff', 'handOff', '/hand-offs'],
    ['staff', 'unheardOf', null],
    ['client', 'project', '/portal/projects/1'],
    ['client', 'message', '/portal/chat/2?message=1'],
    ['client', 'milestone', '/portal/projects/2'],
    ['client', 'task', null],
  ] as const)('for %s a %s is at %s', (audience, subject, page) => {
    expect(pageOf(audience, { subject, recordId: '1', contextId: '2' })).toBe(page);
  });

  it('leads nowhere without a record, or without the place it lies in', () => {
    expect(pageOf('staff', {})).toBeNull();
    expect(pageOf('staff', { subject: 'task', recordId: null })).toBeNull();
    expect(pageOf('staff', { subject: 'message', recordId: '1', contextId: null })).toBeNull();
  });

  it('counts to ninety-nine', () => {
    expect([1, 99, 100].map(badgeText)).toEqual(['1', '99', '99+']);
  });
});
