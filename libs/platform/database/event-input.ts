/** The columns of a record that decide who may see it; what scopes compile to (domain.md, "Permissions"). */
export interface AccessColumns {
  departmentId?: string | null;
  teamId?: string | null;
  ownerId?: string | null;
  customerId?: string | null;
  assigneeIds?: string[];
  /** Whether the client may see it at all (tasks, milestones, files of a project). */
  sharedWithClient?: boolean;
  /** The state, where the subject declares one: what conditions on states compare. */
  state?: string | null;
  /** The amount in minor units as a decimal text, where the subject declares one: what conditions on amounts compare. */
  amountMinor?: string | null;
  /** The amount's currency, where the subject declares one. */
  currency?: string | null;
  /** What the record follows, with that record's own columns: needed wherever the subject follows others; null = nothing. */
  follows?: { subject: string; access: AccessColumns } | null;
}

/** The customer a record belongs to, by itself or by what it follows. */
export function customerOf(access: AccessColumns | null | undefined): string | null {
  return access?.customerId ?? (access?.follows ? customerOf(access.follows.access) : null);
}

/** A node of a work tree whose figures a change moved; sums as decimal strings, because they are bigint. */
export interface ProgressChange {
  node: 'task' | 'milestone' | 'project';
  id: string;
  workTotal: string;
  workDone: string;
  status: string;
  sharedWithClient: boolean;
  /**
   * The node's own access columns, for who may see it move without seeing the event's subject; absent: only the customer
   * is known, so nobody but its client and those who see every such record is told.
   */
  access?: AccessColumns;
}

/** One state change, as a service records it. */
export interface EventInput {
  /** Past tense, subject first: `deal.won`. */
  kind: string;
  /** Subject type as in the permission catalogue: `deal`. */
  subject: string;
  subjectId: string;
  /** Other records whose page or history this belongs to: a task names its project and its parent projects. */
  related?: string[];
  /** Changed fields only, JSON values; `before` null on creation, `after` null on deletion. */
  changes?: Record<string, { before: unknown; after: unknown }>;
  /** Who could see the record before and who can after; null = it did not exist. */
  access: { before: AccessColumns | null; after: AccessColumns | null };
  /** Every node whose sums or status moved, leaf first. */
  progress?: ProgressChange[];
  /** When it happened, if not now: imports of old records. */
  occurredAt?: Date;
}
