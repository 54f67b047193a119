import type { Work } from '@throughline/platform/database';

/** A way in that a person has, and how it ends when they leave. */
export interface WayIn {
  /** What people read: `API keys`. */
  readonly label: string;
  /** Ends them for good, in the transaction that takes the person's access away. @returns how many */
  end(work: Work, userId: string): Promise<number>;
}

const ways: WayIn[] = [];

/** Declares a way in: sessions are known, folders right of this one (API keys, devices) add theirs. */
export function defineWayIn(way: WayIn): void {
  ways.push(Object.freeze(way));
}

export const waysIn = (): readonly WayIn[] => ways;
