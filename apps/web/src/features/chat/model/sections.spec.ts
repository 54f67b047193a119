import { badgeText, type Listed, nextUnread, sectionsOf, unreadIn } from './sections';

const channel = (id: string, fields: Partial<Listed> = {}): Listed => ({ id, kind: 'GROUP', title: id, starred: false, notify: 'ALL', unread: 0, unreadMentions: 0, lastMessageAt: null, ...fields });

describe('the channel list', () => {
  it('has sections in order, the latest said first', () => {
    const list = [
      channel('old', { lastMessageAt: '2026-11-01T00:00:00Z' }), channel('new', { lastMessageAt: '2026-11-21T00:00:00Z' }), channel('tom', { kind: 'DIRECT' }), channel('bakery', { kind: 'PROJECT' }),
      channel('star', { kind: 'DIRECT', starred: true }), channel('hq', { kind: 'DEPARTMENT' }),
    ];
    expect(sectionsOf(list).map(({ id, channels }) => [id, channels.map((each) => each.id)])).toEqual([['starred', ['star']], ['records', ['bakery']], ['groups', ['new', 'old', 'hq']], ['direct', ['tom']]]);
    expect(sectionsOf(list, ' BAK').map(({ id }) => id)).toEqual(['records']);
    expect(sectionsOf(list, 'zzz')).toEqual([]);
  });

  it('counts what somebody wants to hear of', () => {
    const list = [channel('a', { unread: 3 }), channel('b', { unread: 9, unreadMentions: 2, notify: 'MENTIONS' }), channel('c', { unread: 5, unreadMentions: 1, notify: 'NONE' })];
    expect(unreadIn(list)).toEqual({ count: 5, mentions: 2 });
    expect([badgeText(7), badgeText(99), badgeText(100)]).toEqual(['7', '99', '99+']);
  });

  it('goes to the next channel with something unread, round and round', () => {
    const list = [channel('a', { unread: 1 }), channel('b'), channel('c', { unread: 1 }), channel('d', { unread: 4, notify: 'NONE' })];
    expect(nextUnread(list, 'a', 1)).toBe('c');
    expect(nextUnread(list, 'c', 1)).toBe('a');
    expect(nextUnread(list, 'c', -1)).toBe('a');
    expect(nextUnread(list, null, 1)).toBe('a');
    expect(nextUnread([channel('a', { unread: 1 })], 'a', 1)).toBeNull();
  });
});
