/** How long words about presence hold, milliseconds. */
export interface PresenceOptions {
  /** A process repeats who has a socket there this often. */
  repeatMs: number;
  /** Who was not repeated for so long is offline: their process was killed. */
  standingMs: number;
  /** After the last socket is gone, so that a screen that connects again does not flicker. */
  graceMs: number;
  /** Viewing and editing hold for so long; screens repeat them every 20 seconds. */
  hereMs: number;
  /** Typing holds for so long; screens repeat it every 3 seconds. */
  typingMs: number;
  /** How often what has run out is taken away. */
  sweepMs: number;
}

export const PRESENCE_OPTIONS: PresenceOptions = {
  repeatMs: 8_000,
  standingMs: 25_000,
  graceMs: 3_000,
  hereMs: 45_000,
  typingMs: 6_000,
  sweepMs: 1_000,
};

/** Records at which one session can be at the same time; the one it spoke of longest ago gives way. */
export const RECORDS_PER_SESSION = 8;
