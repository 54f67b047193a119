import type { Reading } from './types';

/** A mark that moved while the channel is open. */
export interface MovedReading {
  userId: string;
  name: string;
  client: boolean;
  lastReadSequence: string;
  lastReadAt: string;
}

/** Marks that moved, by person. */
export type Moved = ReadonlyMap<string, MovedReading>;

/** Adds marks to those that moved before; a mark never goes back. */
export function withMoved(known: Moved, more: readonly MovedReading[]): Moved {
  const all = new Map(known);
  for (const mark of more) if (!(Number(all.get(mark.userId)?.lastReadSequence ?? -1) > Number(mark.lastReadSequence))) all.set(mark.userId, mark);
  return all;
}

/** Who has read how far: as it was loaded, with what has moved since. */
export function readingsOf(loaded: readonly Reading[], moved: Moved): readonly Reading[] {
  if (moved.size === 0) return loaded;
  const known = new Set(loaded.map(({ user }) => user?.id));
  return [
    ...loaded.map((reading) => {
      const mark = reading.user && moved.get(reading.user.id);
      return mark && Number(mark.lastReadSequence) > reading.lastReadSequence ? { ...reading, lastReadSequence: Number(mark.lastReadSequence), lastReadAt: mark.lastReadAt } : reading;
    }),
    ...[...moved.values()].filter(({ userId }) => !known.has(userId)).map(({ userId, name, client, lastReadSequence, lastReadAt }) => ({
      user: { id: userId, name, client, title: null, active: true }, lastReadSequence: Number(lastReadSequence), lastReadAt,
    })),
  ];
}
