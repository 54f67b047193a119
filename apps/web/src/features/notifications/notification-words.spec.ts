import { badgeText, CLIENT_KINDS, KINDS, kindWords, pageOf } from './notification-words';

describe('notifications in words', () => {
  it('has a word for every kind, each once', () => {
    expect([...KINDS].sort()).toEqual(Object.keys(kindWords).sort());
    expect(new Set(KINDS.map((kind) => kindWords[kind].label)).size).toBe(KINDS.length);
    expect(CLIENT_KINDS.every((kind) => KINDS.includes(kind))).toBe(true);
  });

  it.each([
    ['staff', 'task', '/tasks/1'],
    ['staff', 'channel', '/chat/1'],
    ['staff', 'message', '/chat?message=1'],
    ['staff', 'handOff', '/hand-offs'],
    ['staff', 'unheardOf', null],
    ['client', 'project', '/portal/projects/1'],
    ['client', 'message', '/portal/chat?message=1'],
    ['client', 'task', null],
  ] as const)('for %s a %s is at %s', (audience, subject, page) => {
    expect(pageOf(audience, subject, '1')).toBe(page);
  });

  it('leads nowhere without a record', () => {
    expect(pageOf('staff', null, null)).toBeNull();
    expect(pageOf('staff', 'task', null)).toBeNull();
  });

  it('counts to ninety-nine', () => {
    expect([1, 99, 100].map(badgeText)).toEqual(['1', '99', '99+']);
  });
});
