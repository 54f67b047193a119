import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@throughline/platform/database';
import type { Actor } from '@throughline/platform/kernel';
import { modelOfSubject, recordNames, type ReadModel } from '@throughline/platform/read';

interface Batch {
  wanted: Map<ReadModel, Set<string>>;
  names: Promise<ReadonlyMap<string, string>>;
}

/** What handed-over records are called, for a whole page in one statement and by the reader's rights. */
@Injectable()
export class RecordNameLoader {
  private readonly open = new WeakMap<Actor, Batch>();

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns null for a record that is gone or that the reader may not see */
  async name(actor: Actor, subject: string, id: string): Promise<string | null> {
    const model = modelOfSubject(subject);
    if (!model) return null;
    const batch = this.open.get(actor) ?? this.begin(actor);
    batch.wanted.set(model, (batch.wanted.get(model) ?? new Set()).add(id));
    return (await batch.names).get(id) ?? null;
  }

  /** Everything that is asked for before the event loop turns goes into one statement. */
  private begin(actor: Actor): Batch {
    const wanted: Batch['wanted'] = new Map();
    const names = new Promise<void>((turn) => setImmediate(turn)).then(() => {
      this.open.delete(actor);
      // After a mutation: what it answered is kept under its idempotency key, and names are read anew.
      const { idempotency: _answered, ...request } = actor.request;
      return this.unitOfWork.run({ ...actor, request }, (work) => recordNames(work, actor, wanted));
    });
    const batch = { wanted, names };
    this.open.set(actor, batch);
    return batch;
  }
}
