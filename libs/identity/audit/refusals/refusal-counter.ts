import type { RefusedAccess } from '@throughline/platform/access';
import type { Actor } from '@throughline/platform/kernel';

/** Refusals of one person, operation and permission that make one row of the log. */
export interface CountedRefusals extends RefusedAccess {
  actor: Actor;
  count: number;
  /** Records that were asked for, each once; only so many are remembered. */
  recordIds: string[];
}

interface Window extends CountedRefusals {
  /** Milliseconds since 1970. */
  endsAt: number;
}

export interface CounterLimits {
  /** One row in this time, milliseconds. */
  windowMs: number;
  /** Different operations of one person in that time; what comes on top is counted together. */
  operationsEach: number;
  /** Windows in memory. */
  windows: number;
}

const RECORDS_REMEMBERED = 20;

/** The name under which refusals are counted that exceed `operationsEach`. */
export const OTHER_OPERATIONS = 'other operations';

/**
 * Bounds what a flood of refusals can write (AUD-01): the first of each person and operation is told at once, those that follow
 * within the window make one row with their number when it ends.
 */
export class RefusalCounter {
  private readonly windows = new Map<string, Window>();
  private readonly operations = new Map<string, number>();

  constructor(private readonly limits: CounterLimits = { windowMs: 60_000, operationsEach: 30, windows: 10_000 }) {}

  /** @returns what is to be written now; null when it is only counted */
  count(actor: Actor, refused: RefusedAccess, now: number): CountedRefusals | null {
    const person = `${actor.organizationId} ${actor.userId ?? ''}`;
    const exact = keyOf(person, refused);
    const many = !this.windows.has(exact) && (this.operations.get(person) ?? 0) >= this.limits.operationsEach;
    const counted = many ? { ...refused, operation: OTHER_OPERATIONS, permission: null, code: 'FORBIDDEN' as const } : refused;
    const key = many ? keyOf(person, counted) : exact;
    const open = this.windows.get(key);
    if (open) {
      open.count += 1;
      if (refused.recordId && open.recordIds.length < RECORDS_REMEMBERED && !open.recordIds.includes(refused.recordId)) open.recordIds.push(refused.recordId);
      return null;
    }
    if (this.windows.size >= this.limits.windows) return null;
    this.windows.set(key, { ...counted, actor, count: 0, recordIds: [], endsAt: now + this.limits.windowMs });
    this.operations.set(person, (this.operations.get(person) ?? 0) + 1);
    return { ...counted, actor, count: 1, recordIds: refused.recordId ? [refused.recordId] : [] };
  }

  /** Closes windows. @returns those with refusals that were not told yet */
  due(now: number): CountedRefusals[] {
    const due: CountedRefusals[] = [];
    for (const [key, { endsAt, ...counted }] of this.windows) {
      // In the order of their ends: the first that is open ends the search.
      if (endsAt > now) break;
      this.windows.delete(key);
      const person = `${counted.actor.organizationId} ${counted.actor.userId ?? ''}`;
      const left = (this.operations.get(person) ?? 1) - 1;
      if (left > 0) this.operations.set(person, left);
      else this.operations.delete(person);
      if (counted.count > 0) due.push(counted);
    }
    return due;
  }
}

const keyOf = (person: string, { operation, permission, code }: RefusedAccess): string => `${person} ${operation} ${permission ?? ''} ${code}`;
