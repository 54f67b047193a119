/** What a piece of work can be in: the statuses of tasks, and what milestones and projects derive from them. */
export const WORK_STATUSES = ['TODO', 'IN_PROGRESS', 'REVIEW', 'COMPLETED', 'BLOCKED', 'CANCELLED'] as const;
export type WorkStatus = (typeof WORK_STATUSES)[number];

/** A leaf's own status. Being cancelled is not one of them: it is a cut on top of it, so that restoring finds it again. */
export type LeafStatus = Exclude<WorkStatus, 'CANCELLED'>;

/** How many direct children a node has in each status. Kept by deltas, so that no sibling is ever read. */
export type ChildCounters = Record<WorkStatus, number>;

export function noChildren(): ChildCounters {
  return { TODO: 0, IN_PROGRESS: 0, REVIEW: 0, COMPLETED: 0, BLOCKED: 0, CANCELLED: 0 };
}

/** Children of any status: a node is a leaf when there are none. */
export function childCount(children: ChildCounters): number {
  return liveCount(children) + children.CANCELLED;
}

/** Children that count: all but the cancelled ones. */
export function liveCount(children: ChildCounters): number {
  return children.TODO + children.IN_PROGRESS + children.REVIEW + children.COMPLETED + children.BLOCKED;
}
