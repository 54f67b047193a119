import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CommitSignal } from '../../database/index.js';
import { Transport } from '../../realtime/transport/index.js';

/** One hint at most in this time, milliseconds: a storm of commits needs no storm of notifications. */
const EVERY_MS = 5;

/**
 * Passes this process's commits on to the relay, which lives in another process: the first at once, those that follow
 * closely together.
 */
@Injectable()
export class CommitHint implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;
  private pending: string | null = null;
  private stopListening: (() => void) | null = null;

  constructor(
    private readonly committed: CommitSignal,
    private readonly transport: Transport,
  ) {}

  onApplicationBootstrap(): void {
    this.stopListening = this.committed.onCommit((organizationId) => this.hint(organizationId));
  }

  onModuleDestroy(): void {
    this.stopListening?.();
    if (this.timer) clearTimeout(this.timer);
  }

  private hint(organizationId: string): void {
    if (this.timer) {
      this.pending = organizationId;
      return;
    }
    this.timer = setTimeout(() => {
      this.timer = null;
      const { pending } = this;
      this.pending = null;
      if (pending) this.hint(pending);
    }, EVERY_MS);
    void this.transport.publish('committed', [{ organizationId, position: null }]);
  }
}
