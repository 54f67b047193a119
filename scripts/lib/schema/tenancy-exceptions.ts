/** Tables (`table`) and columns (`table.column`) that need no tenant rule, each with the reason. */
export const TENANCY_EXCEPTIONS: Readonly<Record<string, string>> = {
  'event.actor_id': 'the log outlives the people it tells of',
  'event.subject_id': 'names a record of any table, also one that was deleted',
};
