import type { MongoAbility } from '@casl/ability';
import { type AppError, refuse } from './app-error.js';
import { switchedOff } from './test-switch.js';

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
  /** What the root field that runs wants to write: its permission and the names in its input. Set by the guard, for rules on fields. */
  writes?: { permission: string; fields: readonly string[] };
  /** The operation may write although the actor views as somebody else: it ends the view, or signs out. */
  writesWhileViewing?: boolean;
}

/** An administrator looks at the product as somebody else may (ACL-05): reads only, and in whose place. */
export interface Viewing {
  kind: 'USER' | 'ROLE';
  /** The person or the role. */
  id: string;
  name: string;
  /** When it ends by itself. */
  until: Date;
  /** The tier of whoever looks: what decides from where they may work. */
  ownTier: Tier;
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
  /**
   * Until when the ability holds if nothing is changed (milliseconds since 1970): an exception runs out, hours end. null or absent = without end.
   * Whatever keeps an actor for longer than a request looks at it.
   */
  validUntil?: number | null;
  /** Present while an administrator views as somebody else; the ability is then that one's, reading only. */
  viewing?: Viewing | null;
  request: ActorRequest;
  /** With tier PUBLIC: they are known, but may not be here (NETWORK_NOT_ALLOWED); said instead of UNAUTHENTICATED. */
  refused?: AppError;
  /** Set by seeds and imports: their events take no automatic effects (domain.md, "One event log"). */
  historical?: boolean;
}

/** Refuses a change while the actor views as somebody else. @throws AppError FORBIDDEN with `details.reason = 'VIEWING'` */
export function refuseViewing({ viewing, request }: Actor): void {
  if (!viewing || request.writesWhileViewing || switchedOff('viewing')) return;
  throw refuse('FORBIDDEN', `You are viewing as ${viewing.name}: nothing can be changed in this mode. End the view first.`, '', { reason: 'VIEWING' });
}
