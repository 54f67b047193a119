import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { recordSecurityEvent, RefusalLog, type RefusedAccess, strangerActor } from '@throughline/platform/access';
import { UnitOfWork, type Work } from '@throughline/platform/database';
import type { Actor } from '@throughline/platform/kernel';
import { LOGGER, type Logger } from '@throughline/platform/observability';
import { type CountedRefusals, RefusalCounter } from './refusal-counter.js';

/** How often windows are looked at, milliseconds. */
const LOOK_MS = 5_000;
/** Rows that wait to be written; more is a flood of people, and counted only in the process's log. */
const WAITING = 1_000;

/** Writes `access.refused` events, one after the other and apart from the requests that were refused. */
@Injectable()
export class RefusalRecorder extends RefusalLog implements BeforeApplicationShutdown {
  private readonly counter = new RefusalCounter();
  private readonly waiting: CountedRefusals[] = [];
  private writing: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    super();
  }

  note(actor: Actor, refused: RefusedAccess): void {
    const counted = this.counter.count(actor, refused, Date.now());
    if (counted) this.enqueue(counted);
    this.timer ??= setInterval(() => this.counter.due(Date.now()).forEach((due) => this.enqueue(due)), LOOK_MS).unref();
  }

  /** Until everything noted so far is written; what is still being counted is written too. */
  async flush(): Promise<void> {
    this.counter.due(Number.POSITIVE_INFINITY).forEach((due) => this.enqueue(due));
    await this.writing;
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.flush();
  }

  private enqueue(counted: CountedRefusals): void {
    if (this.waiting.length >= WAITING) {
      this.logger.warn({ operation: counted.operation, requestId: counted.actor.request.id }, 'refused access: too many to write');
      return;
    }
    this.waiting.push(counted);
    this.writing ??= this.writeAll().finally(() => (this.writing = null));
  }

  private async writeAll(): Promise<void> {
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
      await this.write(next).catch((error: unknown) => this.logger.error({ err: error }, 'refused access could not be written'));
    }
  }

  private async write({ actor, operation, permission, code, count, recordIds }: CountedRefusals): Promise<void> {
    await this.unitOfWork.run(refusedActor(actor), async (work) => {
      const related = code === 'NOT_FOUND' ? await existing(work, recordIds) : recordIds;
      // What does not exist was not refused.
      if (code === 'NOT_FOUND' && related.length === 0) return;
      recordSecurityEvent(work, 'access.refused', { operation, permission, code, count }, { related });
    });
  }
}

/** The same person and request, without session or rights: the session may have ended meanwhile, and nothing is to be allowed here. */
function refusedActor({ organizationId, userId, tier, request: { id, address, userAgent } }: Actor): Actor {
  return { ...strangerActor({ id, address, userAgent }, organizationId), userId, tier };
}

/** Which of these ids the log knows as records that still exist. */
async function existing(work: Work, ids: readonly string[]): Promise<string[]> {
  const rows = await work.query<{ id: string }>(
    `SELECT asked.id FROM unnest($2::uuid[]) AS asked (id)
     CROSS JOIN LATERAL (SELECT e.access_after FROM event e WHERE e.organization_id = $1 AND e.subject_id = asked.id
       AND (e.access_before IS NOT NULL OR e.access_after IS NOT NULL) ORDER BY e.id DESC LIMIT 1) last
     WHERE last.access_after IS NOT NULL`,
    [work.actor.organizationId, ids],
  );
  return rows.map(({ id }) => id);
}
