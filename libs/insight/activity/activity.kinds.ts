/** SQL over the record's table alias. */
type SqlOf = (alias: string) => string;

/** A kind of record whose events are told in the stream. */
export interface ActivitySubject {
  /** What is told, without the subject's name before it: `completed`. Everything else that happens to such records is not. */
  readonly kinds: readonly string[];
  /** The record it is part of: a task of a project. Both are null where it is part of none. */
  readonly context?: { readonly subject: SqlOf; readonly id: SqlOf };
  /** Only records like this. */
  readonly where?: SqlOf;
  /** The record behind it must be seen as well, although the subject does not follow it. */
  readonly withContext?: true;
}

const of = (subject: string, column: string): ActivitySubject['context'] => ({ subject: () => `'${subject}'`, id: (t) => `${t}.${column}` });
const ofColumns = (subject: string, id: string): ActivitySubject['context'] => ({ subject: (t) => `${t}.${subject}`, id: (t) => `${t}.${id}` });
const ofChannel = (column: string): SqlOf => (t) => `(SELECT c.${column} FROM channel c WHERE c.organization_id = ${t}.organization_id AND c.id = ${t}.channel_id)`;

/**
 * What the stream tells (COL-01): work and business. Not in it: signing in and security, settings, reading marks, presence, reminders and
 * notifications, time sheets, talk that belongs to no record, what the product does by itself, and imported history.
 */
export const ACTIVITY: Readonly<Record<string, ActivitySubject>> = {
  lead: { kinds: ['created', 'updated', 'contacted', 'qualified', 'converted', 'lost', 'disqualified', 'reopened', 'assigned', 'transferred', 'score_adjusted'] },
  deal: { kinds: ['created', 'updated', 'stage_changed', 'won', 'lost', 'reopened', 'transferred'] },
  quote: { kinds: ['created', 'updated', 'sent', 'viewed', 'accepted', 'declined', 'revised', 'transferred'], context: of('deal', 'deal_id') },
  customer: { kinds: ['created', 'updated', 'life_cycle_changed', 'transferred'] },
  contact: { kinds: ['created', 'updated'], context: of('customer', 'customer_id') },
  product: { kinds: ['created', 'updated'] },
  ticket: { kinds: ['opened', 'updated', 'assigned', 'validated', 'status_changed', 'scoped', 'requirement_changed', 'transferred'], context: of('customer', 'customer_id') },
  project: {
    kinds: [
      'created', 'planned', 'placed', 'updated', 'submitted', 'withdrawn', 'approved', 'returned', 'rejected', 'revised', 'held', 'resumed', 'delivered', 'reopened',
      'maintained', 'closed', 'updatesAllowed', 'cancelled', 'restored', 'transferred',
    ],
  },
  milestone: { kinds: ['created', 'updated', 'transferred'], context: of('project', 'project_id') },
  task: {
    kinds: [
      'created', 'updated', 'assigned', 'claimed', 'moved', 'statusChanged', 'progressReported', 'submitted', 'accepted', 'returned', 'completed', 'blocked', 'reopened',
      'cancelled', 'restored', 'overridden', 'reweighed', 'transferred',
    ],
    context: of('project', 'project_id'),
  },
  taskRequest: { kinds: ['created', 'approved', 'rejected'], context: of('task', 'task_id') },
  // Everybody may see who has the ball; what lies behind it they must see too.
  handOff: { kinds: ['offered', 'accepted', 'returned', 'withdrawn'], context: ofColumns('subject', 'record_id'), withContext: true },
  message: {
    kinds: ['posted', 'published'],
    context: { subject: ofChannel('record_subject'), id: ofChannel('record_id') },
    where: (t) => `${t}.deleted_at IS NULL AND ${ofChannel('record_id')(t)} IS NOT NULL`,
  },
  // What is sent with a message is told with the message.
  file: { kinds: ['attached'], context: ofColumns('subject', 'record_id'), where: (t) => `${t}.record_id IS NOT NULL AND ${t}.subject <> 'message'` },
};

export const ACTIVITY_SUBJECTS: readonly string[] = Object.keys(ACTIVITY);

const KINDS: ReadonlySet<string> = new Set(Object.entries(ACTIVITY).flatMap(([subject, { kinds }]) => kinds.map((kind) => `${subject}.${kind}`)));

/** Whether an event of this kind is told at all. */
export const isActivity = (kind: string): boolean => KINDS.has(kind);
