const REMEMBERED = 50_000;
const MINUTE_MS = 60_000;
/** A quiet caller may send this part of its minute at once. */
const BURST = 1 / 6;
const MINIMUM_BURST = 20;

interface Bucket {
  left: number;
  at: number;
}

/** Token buckets in this process's memory; the longest silent callers are forgotten first. */
export class RateLimiter {
  private readonly buckets = new Map<string, Bucket>();
  private readonly capacity: number;

  /** @param perMinute 0 = no limit */
  constructor(
    private readonly perMinute: number,
    private readonly now: () => number = Date.now,
  ) {
    this.capacity = Math.max(MINIMUM_BURST, Math.floor(perMinute * BURST));
  }

  /**
   * Counts one request.
   *
   * @returns 0 when it may pass, else the seconds until the next one may
   */
  take(key: string): number {
    if (this.perMinute === 0) return 0;
    const now = this.now();
    const bucket = this.buckets.get(key) ?? { left: this.capacity, at: now };
    const left = Math.min(this.capacity, bucket.left + ((now - bucket.at) * this.perMinute) / MINUTE_MS);
    const passes = left >= 1;
    // Taken out and put in again: the map keeps the order of last use.
    this.buckets.delete(key);
    this.buckets.set(key, { left: passes ? left - 1 : left, at: now });
    if (this.buckets.size > REMEMBERED) this.forgetOldest();
    return passes ? 0 : Math.max(1, Math.ceil(((1 - left) * MINUTE_MS) / this.perMinute / 1000));
  }

  /** For callers that will not come again. */
  forget(key: string): void {
    this.buckets.delete(key);
  }

  get size(): number {
    return this.buckets.size;
  }

  private forgetOldest(): void {
    for (const oldest of this.buckets.keys()) {
      this.buckets.delete(oldest);
      return;
    }
  }
}
