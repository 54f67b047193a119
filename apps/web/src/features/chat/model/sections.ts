/** The channel list in sections. */

export type ChannelKind = 'DIRECT' | 'GROUP' | 'PRIVATE' | 'DEPARTMENT' | 'PROJECT' | 'TASK' | 'CUSTOMER' | 'RECORD';

export interface Listed {
  id: string;
  kind: ChannelKind;
  title: string;
  starred: boolean;
  notify: 'ALL' | 'MENTIONS' | 'NONE';
  unread: number;
  unreadMentions: number;
  lastMessageAt: string | null;
}

export interface Section<Channel extends Listed> {
  id: 'starred' | 'records' | 'groups' | 'direct';
  label: string;
  channels: readonly Channel[];
}

const RECORDS: readonly ChannelKind[] = ['PROJECT', 'TASK', 'CUSTOMER', 'RECORD'];

const placeOf = (channel: Listed): Section<Listed>['id'] => (channel.starred ? 'starred' : RECORDS.includes(channel.kind) ? 'records' : channel.kind === 'DIRECT' ? 'direct' : 'groups');

const LABELS: readonly (readonly [Section<Listed>['id'], string])[] = [['starred', 'Starred'], ['records', 'Projects and records'], ['groups', 'Groups'], ['direct', 'Direct messages']];

/** What somebody has to hear of: everything, only mentions, or nothing of a muted channel. */
export const countOf = ({ notify, unread, unreadMentions }: Pick<Listed, 'notify' | 'unread' | 'unreadMentions'>): number => (notify === 'ALL' ? unread : notify === 'MENTIONS' ? unreadMentions : 0);

/** Sections in order, each with the latest said first; empty ones are left out. @param term narrows by name */
export function sectionsOf<Channel extends Listed>(channels: readonly Channel[], term = ''): readonly Section<Channel>[] {
  const words = term.trim().toLowerCase();
  const shown = words ? channels.filter(({ title }) => title.toLowerCase().includes(words)) : channels;
  const latest = [...shown].sort((one, other) => (other.lastMessageAt ?? '').localeCompare(one.lastMessageAt ?? '') || one.title.localeCompare(other.title));
  return LABELS.map(([id, label]) => ({ id, label, channels: latest.filter((channel) => placeOf(channel) === id) })).filter((section) => section.channels.length > 0);
}

/** Everything unread that somebody wants to hear of, and how much of it names them. */
export function unreadIn(channels: readonly Listed[]): { count: number; mentions: number } {
  return channels.reduce((sum, channel) => ({ count: sum.count + countOf(channel), mentions: sum.mentions + (channel.notify === 'NONE' ? 0 : channel.unreadMentions) }), { count: 0, mentions: 0 });
}

/** Figure on a badge: never wider than three signs. */
export const badgeText = (count: number): string => (count > 99 ? '99+' : String(count));

/** The next or previous channel of the list with something unread, going round. */
export function nextUnread(channels: readonly Listed[], current: string | null, step: 1 | -1): string | null {
  const at = channels.findIndex(({ id }) => id === current);
  for (let offset = 1; offset <= channels.length; offset++) {
    const channel = channels[(at + step * offset + channels.length * 2) % channels.length];
    if (channel && channel.id !== current && countOf(channel) > 0) return channel.id;
  }
  return null;
}
