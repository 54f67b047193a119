import type { MongoAbility } from '@casl/ability';
import type { AppError } from './app-error.js';

export type Tier = 'ADMIN' | 'OPERATOR' | 'EMPLOYEE' | 'CLIENT' | 'SERVICE' | 'SYSTEM' | 'PUBLIC';

/** CASL ability over (action, subject type); conditions speak of a record's access columns only. */
export type AppAbility = MongoAbility<[string, string | Record<string, unknown>]>;

/** What is known of the request an actor acts through; goes into events and logs. */
export interface ActorRequest {
  id: string;
  address: string | null;
  userAgent: string | null;
  /** Present when the caller sent an `Idempotency-Key`; set by the GraphQL layer, consumed by the unit of work. */
  idempotency?: { key: string; operation: string; digest: string };
}

/**
 * Who acts: a signed-in person, a job (SYSTEM) or a stranger with a public form or link (PUBLIC).
 * Services take it as their first parameter; nothing is read from ambient state.
 */
export interface Actor {
  organizationId: string;
  /** null for SYSTEM and PUBLIC. */
  userId: string | null;
  sessionId: string | null;
  tier: Tier;
  /** Customers a CLIENT belongs to; empty for others. */
  customerIds: string[];
  ability: AppAbility;
  /** Stands for the compiled ability: equal versions mean equal rights (cache and fan-out key). */
  abilityVersion: string;
  /**
   * The organization's access version that the ability was compiled from (a bigint as text); `app.enter` reports the one in
   * force. Absent where rights come from code and not from the database: SYSTEM, PUBLIC.
   */
  accessVersion?: string;
  request: ActorRequest;
  /** With tier PUBLIC: they are known, but may not be here (NETWORK_NOT_ALLOWED); said instead of UNAUTHENTICATED. */
  refused?: AppError;
  /** Set by seeds and imports: their events take no automatic effects (domain.md, "One event log"). */
  historical?: boolean;
}
