import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@throughline/platform/database';
import type { Actor } from '@throughline/platform/kernel';
import { modelOfSubject, recordNames } from '@throughline/platform/read';

interface Asked {
  subject: string;
  id: string;
  answer: (name: string | null) => void;
  fail: (error: unknown) => void;
}

/** What records of any kind are called, for their caller: all that one answer asks for in one statement. */
@Injectable()
export class RecordNames {
  private readonly waiting = new WeakMap<Actor, Asked[]>();

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns null without a record, or where the caller may not see it */
  of(actor: Actor, subject: string | null, id: string | null): Promise<string | null> {
    if (!subject || !id || !modelOfSubject(subject)) return Promise.resolve(null);
    return new Promise((answer, fail) => {
      const asked = this.waiting.get(actor);
      if (asked) {
        asked.push({ subject, id, answer, fail });
        return;
      }
      this.waiting.set(actor, [{ subject, id, answer, fail }]);
      setImmediate(() => void this.load(actor));
    });
  }

  private async load(actor: Actor): Promise<void> {
    const asked = this.waiting.get(actor) ?? [];
    this.waiting.delete(actor);
    try {
      const wanted = new Map<NonNullable<ReturnType<typeof modelOfSubject>>, Set<string>>();
      for (const { subject, id } of asked) {
        const model = modelOfSubject(subject)!;
        wanted.set(model, (wanted.get(model) ?? new Set()).add(id));
      }
      // After a mutation: what it answered is kept under its idempotency key, and names are read anew.
      const { idempotency: _answered, ...request } = actor.request;
      const names = await this.unitOfWork.run({ ...actor, request }, (work) => recordNames(work, actor, wanted));
      for (const { id, answer } of asked) answer(names.get(id) ?? null);
    } catch (error) {
      for (const { fail } of asked) fail(error);
    }
  }
}
