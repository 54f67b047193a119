/** The bounds of the live feed. */
export interface FeedOptions {
  /** A receiver whose last position lies further behind than this is told to load afresh (events). */
  horizon: number;
  /** Events an organization keeps in memory for those who come back. */
  recent: number;
  /** Looks at the log and at sessions by itself this often, milliseconds. */
  lookMs: number;
  /** A receiver that heard nothing for this long is told the present position, milliseconds. */
  idleMs: number;
  /** A receiver that took nothing for this long although something is there is cut off, milliseconds. */
  stallMs: number;
  /** An organization nobody listens to is forgotten after this time, milliseconds. */
  lingerMs: number;
}

export const FEED_OPTIONS: FeedOptions = {
  horizon: 10_000,
  recent: 2_000,
  // Sessions must end within a second of their revocation.
  lookMs: 700,
  idleMs: 15_000,
  stallMs: 60_000,
  lingerMs: 30_000,
};
