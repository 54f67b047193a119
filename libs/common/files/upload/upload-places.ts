import { Injectable } from '@nestjs/common';
import { refuse } from '@throughline/platform/kernel';

/** Requests with content that one process reads at once, and of one person: each may hold a part in memory. */
const MOST = 32;
const MOST_OF_ONE = 6;

/** Keeps the number of running uploads of a process within what its memory can hold. Clients come again by themselves. */
@Injectable()
export class UploadPlaces {
  /** Persons by what they send: a number that somebody else knows holds nothing up. */
  private readonly running = new Map<string, string>();
  private count = 0;

  /**
   * @returns what to call when the request is over
   * @throws AppError CONFLICT: this upload is running, or there are too many; tus clients wait and ask again
   */
  enter(person: string, uploadId: string): () => void {
    const name = `${person} ${uploadId}`;
    if (this.running.has(name)) throw refuse('CONFLICT', 'This file is being sent by another request. Wait until that is over.', 'file');
    const own = [...this.running.values()].filter((other) => other === person).length;
    if (this.count >= MOST || own >= MOST_OF_ONE) throw refuse('CONFLICT', 'Too many files are being sent at once. Wait a moment.', 'file');
    this.count++;
    this.running.set(name, person);
    return () => {
      if (!this.running.delete(name)) return;
      this.count--;
    };
  }
}
