import { Injectable } from '@nestjs/common';

/**
 * Tells whoever listens that a transaction with events was committed. Only a hint for speed: the relay also looks by
 * itself, so a lost signal delays and never loses (domain.md, "One event log").
 */
@Injectable()
export class CommitSignal {
  private readonly listeners = new Set<(organizationId: string) => void>();

  /** @returns a function that stops listening */
  onCommit(listener: (organizationId: string) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  notify(organizationId: string): void {
    for (const listener of this.listeners) listener(organizationId);
  }
}
