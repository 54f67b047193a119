import type { Channel, Kind } from './notification-words';

/** How kinds come on channels, as the API gives it. */
export interface KindSwitches {
  kind: Kind;
  channels: readonly { channel: Channel; on: boolean; fixed: boolean }[];
}

/** What was switched and not saved yet: kind to the channels that are on. */
export type Draft = ReadonlyMap<Kind, readonly Channel[]>;

export const NOTHING: Draft = new Map();

const onOf = ({ channels }: KindSwitches): Channel[] => channels.filter(({ on }) => on).map(({ channel }) => channel);

/** Whether a kind comes on a channel, with what was switched but not saved. */
export function isOn(kinds: readonly KindSwitches[], draft: Draft, kind: Kind, channel: Channel): boolean {
  const row = kinds.find((each) => each.kind === kind);
  return (draft.get(kind) ?? (row ? onOf(row) : [])).includes(channel);
}

/** The draft after one switch; what comes back to what is stored leaves it. */
export function switched(kinds: readonly KindSwitches[], draft: Draft, kind: Kind, channel: Channel): Draft {
  const row = kinds.find((each) => each.kind === kind);
  if (!row || row.channels.some((each) => each.channel === channel && each.fixed)) return draft;
  const stored = onOf(row);
  const now = draft.get(kind) ?? stored;
  const next = now.includes(channel) ? now.filter((each) => each !== channel) : [...now, channel];
  const result = new Map(draft);
  if (next.length === stored.length && next.every((each) => stored.includes(each))) result.delete(kind);
  else result.set(kind, next);
  return result;
}

/** The draft without what was sent, unless it was switched again meanwhile. */
export function settled(draft: Draft, sent: Draft): Draft {
  return new Map([...draft].filter(([kind, channels]) => sent.get(kind) !== channels));
}
