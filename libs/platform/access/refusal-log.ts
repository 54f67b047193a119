import type { Actor, ErrorCode } from '../kernel/index.js';

/** An operation that somebody signed in was refused. */
export interface RefusedAccess {
  /** The root field, or method and route: `Mutation.winDeal`, `GET files/imports/:id/refused.csv`. */
  operation: string;
  code: ErrorCode;
  /** What would have been needed, when the refusal says. */
  permission: string | null;
  /** The record that the input names. */
  recordId: string | null;
}

/**
 * Where refusals of operations go (AUD-01). The platform's error filter tells it of every one; identity/audit implements it.
 */
export abstract class RefusalLog {
  /** Takes note of a refusal; returns at once and never throws. */
  abstract note(actor: Actor, refused: RefusedAccess): void;
}
