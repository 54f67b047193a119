/** What of the log is not as it was written. */
export type Damage =
  /** The event's row says something else than its link covers. */
  | 'EVENT_ALTERED'
  /** Changed values, address or program differ from the digest that the event's row holds. */
  | 'DETAIL_ALTERED'
  | 'DETAIL_MISSING'
  /** Values were erased without an event that tells so, or others than it tells. */
  | 'ERASURE_UNTOLD'
  | 'EVENT_MISSING'
  /** Positions are missing in the middle. */
  | 'POSITIONS_REMOVED'
  /** The chain ends before its stored or signed head. */
  | 'TAIL_REMOVED'
  /** The stored head is not the last link. */
  | 'HEAD_ALTERED'
  /** The chain is whole in itself but not the one whose head was signed: it was computed anew. */
  | 'RECHAINED'
  /** The event has no position and waits for none. */
  | 'POSITION_MISSING'
  /** A line of the signed heads is not genuine. */
  | 'SIGNATURE_WRONG';

/** One finding: the first bad row of an organization, or a bad line of the signed heads. */
export interface Finding {
  damage: Damage;
  organizationId: string | null;
  position: number | null;
  eventId: string | null;
  /** What differs, in words. */
  what: string;
}

export function describeFinding({ damage, organizationId, position, eventId, what }: Finding): string {
  const where = [
    organizationId === null ? null : `organization ${organizationId}`,
    position === null ? null : `position ${position}`,
    eventId === null ? null : `event ${eventId}`,
  ].filter((part) => part !== null);
  return `${damage} ${where.join(', ')}${where.length > 0 ? ': ' : ''}${what}`;
}
