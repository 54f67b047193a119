import type { Readable } from 'node:stream';

/** Without a byte for so long the other end counts as gone. */
const SILENCE_MS = 60_000;

/**
 * The body of a request, taken in parts. A line that breaks is an end like any other: what came until then is kept, and the client
 * goes on from there (tus).
 */
export class UploadSource {
  private readonly pieces: AsyncIterator<Buffer>;
  private held: Buffer | null = null;
  private ended = false;

  constructor(private readonly body: Readable) {
    // A refusal in the middle must not tear the connection down before it is answered.
    this.pieces = body.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>;
  }

  /** Whether there is at least one more byte. */
  async more(): Promise<boolean> {
    while (!this.ended && (this.held === null || this.held.length === 0)) await this.next();
    return this.held !== null && this.held.length > 0;
  }

  /** The next bytes, `most` at most. */
  async *take(most: number): AsyncGenerator<Buffer> {
    for (let left = most; left > 0 && (await this.more());) {
      const piece = this.held ?? Buffer.alloc(0);
      this.held = piece.subarray(left);
      const taken = piece.subarray(0, left);
      left -= taken.length;
      yield taken;
    }
  }

  private async next(): Promise<void> {
    this.held = null;
    let silent: NodeJS.Timeout | undefined;
    const silence = new Promise<null>((done) => (silent = setTimeout(done, SILENCE_MS, null)));
    try {
      const result = await Promise.race([this.pieces.next(), silence]);
      if (result === null) this.body.destroy();
      if (result === null || result.done) this.ended = true;
      else this.held = result.value;
    } catch {
      this.ended = true;
    } finally {
      clearTimeout(silent);
    }
  }
}
