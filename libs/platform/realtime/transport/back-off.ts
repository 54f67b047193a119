const FIRST_MS = 50;
const LAST_MS = 2_000;

/**
 * How long to wait before the next try to connect: doubling, up to two seconds, with a little chance so that
 * processes do not come back all at once.
 *
 * @param attempt 0 for the first try after a loss
 * @returns milliseconds
 */
export function backOff(attempt: number): number {
  const full = Math.min(FIRST_MS * 2 ** Math.min(attempt, 10), LAST_MS);
  return full * (0.75 + Math.random() * 0.25);
}
