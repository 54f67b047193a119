/** What tells of values that were taken out of the log. */
export const ERASING_KINDS = ['history.erased', 'history.expired'] as const;

/** What to take out of one event. */
export interface ErasedDetail {
  /** The event's number. */
  event: string;
  /** Names of changed fields whose values go; null = all. */
  fields: readonly string[] | null;
  /** Whether the address and the program that it came from go too. */
  origin: boolean;
}

/** Runs a statement in a transaction that an organization was entered in. */
export interface EraseSql {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

/** What the event that tells of an erasure must carry as facts, for `audit:verify`. */
export interface ErasureProof {
  events: number;
  digest: string;
}

/**
 * Takes values out of events for good. The caller must record an event of one of `ERASING_KINDS` about `erasureId` in the same
 * transaction, with what this returns as its facts: without it the log does not verify any more.
 *
 * @param erasureId new
 */
export async function eraseDetails(sql: EraseSql, erasureId: string, details: readonly ErasedDetail[]): Promise<ErasureProof> {
  const [row] = (await sql.query('SELECT erased AS events, digest FROM app.erase_details($1, $2::jsonb)', [erasureId, JSON.stringify(details)])) as ErasureProof[];
  if (!row) throw new Error('The database told nothing of an erasure.');
  return row;
}
