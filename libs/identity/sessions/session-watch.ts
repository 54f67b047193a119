import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { UnitOfWork } from '@throughline/platform/database';
import { OpenSockets } from '@throughline/platform/graphql';
import { LOGGER, type Logger } from '@throughline/platform/observability';

/** A session's sockets are closed within a second of its end, on every instance. */
const LOOK_MS = 500;

/** Closes the WebSockets of sessions that have ended, also of those that subscribe to nothing. */
@Injectable()
export class SessionWatch implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;
  private looking = false;

  constructor(
    private readonly modules: ModuleRef,
    private readonly unitOfWork: UnitOfWork,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    const sockets = this.sockets();
    if (sockets) this.timer = setInterval(() => void this.look(sockets), LOOK_MS).unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  private async look(sockets: OpenSockets): Promise<void> {
    if (this.looking || sockets.count === 0) return;
    this.looking = true;
    try {
      const found = await this.unitOfWork.lookUp<{ ended: string[] }>('SELECT app.ended_sessions($1) AS ended', [sockets.sessionIds()]);
      const ended = new Set(found?.ended ?? []);
      if (ended.size > 0) sockets.closeWhere(({ sessionId }) => sessionId !== null && ended.has(sessionId));
    } catch (error) {
      this.logger.warn({ err: error }, 'sessions of open sockets could not be looked up');
    } finally {
      this.looking = false;
    }
  }

  /** Workers load the same features and have no sockets. */
  private sockets(): OpenSockets | null {
    try {
      return this.modules.get(OpenSockets, { strict: false });
    } catch {
      return null;
    }
  }
}
