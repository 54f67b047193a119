import type { Outcome } from '@/graphql';
import { conflictOf } from '@/graphql/failure';
import type { SaveResult } from './inline-edit';

/** How one edited fact is saved. */
export interface FactSave {
  /** The fact's name as the API spells it: a conflict then shows both values of it. */
  field?: string;
  /** The person saw the conflict and keeps their own value (`InlineEdit`). */
  force?: boolean;
}

/**
 * Saves facts against the version that is on the screen. Only a save that the person forces after a conflict goes over the newer
 * record, and exactly over the version they were shown: any other one with a stale version is refused again.
 */
export class FactSaver {
  private shown: number | null = null;

  /** @param send saves against a version; @param onChanged loads the record anew: after a save, and after a conflict */
  async save(version: number, { field, force = false }: FactSave, send: (version: number) => Promise<Outcome<unknown>>, onChanged: () => void): Promise<SaveResult> {
    const outcome = await send(force ? (this.shown ?? version) : version);
    const conflict = outcome.ok ? null : conflictOf(outcome.failure);
    this.shown = conflict?.currentVersion ?? null;
    if (outcome.ok || conflict) onChanged();
    if (outcome.ok) return { ok: true };
    return { ok: false, reason: outcome.failure.message, ...(conflict && field ? { conflict: { theirs: String(conflict.current[field] ?? '') } } : {}) };
  }
}
