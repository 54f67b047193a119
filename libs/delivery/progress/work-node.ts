import { leafSums, NOTHING, type OwnWork, type Sums } from './completion.js';
import { isCut, movedByWork, type ProjectStatus } from './project-status.js';
import { type ChildCounters, childCount, liveCount, noChildren, WORK_STATUSES, type WorkStatus } from './work-status.js';

export type NodeKind = 'TASK' | 'MILESTONE' | 'PROJECT';

/**
 * One node of a work tree with everything that progress is made of. Rows of task, milestone and project are read into
 * this and written back from it.
 */
export interface WorkNode {
  readonly kind: NodeKind;
  readonly id: string;
  /** The node its sums flow into: parent task, project, or parent project; null for the outermost project and for milestones. */
  parentId: string | null;
  /** A top-level task may belong to a milestone as well. */
  milestoneId: string | null;
  /** Tasks only. Counts while the task is a leaf and is kept while it is not. */
  own: OwnWork | null;
  /** A cut: the node keeps its sums and contributes nothing. For projects it follows `projectStatus`. */
  cancelled: boolean;
  /** Whether finished work of this node ends in REVIEW. Tasks only. */
  reviewRequired: boolean;
  /** An inner node whose review was accepted; cleared by any change below it. */
  accepted: boolean;
  /** What somebody made this node show instead of its derived status; cleared by any change below it. */
  override: WorkStatus | null;
  children: ChildCounters;
  sums: Sums;
  /** Own status of a leaf, else derived from the children. Never CANCELLED: see `standingOf`. */
  status: WorkStatus;
  /** Projects only. */
  projectStatus: ProjectStatus | null;
}

/** What a node means to the nodes above it. */
export interface Standing extends Sums {
  status: WorkStatus;
}

const node = (kind: NodeKind, id: string): WorkNode => ({
  kind, id, parentId: null, milestoneId: null, own: null, cancelled: false, reviewRequired: false, accepted: false, override: null,
  children: noChildren(), sums: { ...NOTHING }, status: 'TODO', projectStatus: null,
});

/** A new task without children; it belongs nowhere until it is attached. */
export function taskNode(id: string, own: OwnWork, reviewRequired = false): WorkNode {
  return { ...node('TASK', id), own: { ...own }, reviewRequired, sums: leafSums(own), status: own.status };
}

/** A new milestone without tasks. */
export function milestoneNode(id: string): WorkNode {
  return node('MILESTONE', id);
}

/** A new project without work: one that work drives starts as APPROVED. */
export function projectNode(id: string, status: ProjectStatus): WorkNode {
  return { ...node('PROJECT', id), projectStatus: movedByWork(status, 'TODO', false), cancelled: isCut(status) };
}

/** Only leaves carry work. Milestones and projects are never leaves. */
export function isLeaf(candidate: WorkNode): candidate is WorkNode & { own: OwnWork } {
  return candidate.own !== null && childCount(candidate.children) === 0;
}

/** Whether work below this node (or at it) was begun: somebody started, handed in or finished a part, or reported a share. */
export function isStarted(candidate: WorkNode): boolean {
  const { IN_PROGRESS, REVIEW, COMPLETED } = candidate.children;
  return IN_PROGRESS + REVIEW + COMPLETED > 0 || candidate.sums.done > 0n;
}

/**
 * The status of a node that has children or could have them (domain.md): all live children done is REVIEW where a
 * review is asked for and not yet accepted, else COMPLETED; every open child blocked is BLOCKED; any work begun is
 * IN_PROGRESS; else TODO, also without a live child, because an empty project is never done.
 */
export function derivedStatus(candidate: WorkNode): WorkStatus {
  const { children } = candidate;
  const live = liveCount(children);
  if (live === 0) return 'TODO';
  if (children.COMPLETED === live) return candidate.reviewRequired && !candidate.accepted ? 'REVIEW' : 'COMPLETED';
  if (children.BLOCKED === live - children.COMPLETED) return 'BLOCKED';
  return isStarted(candidate) ? 'IN_PROGRESS' : 'TODO';
}

/** Brings status (and a leaf's sums) in line with what they are made of. Inner sums are kept by deltas and not touched. */
export function settle(candidate: WorkNode): void {
  if (isLeaf(candidate)) {
    candidate.sums = leafSums(candidate.own);
    candidate.status = candidate.own.status;
    return;
  }
  candidate.status = derivedStatus(candidate);
  if (candidate.projectStatus) {
    candidate.projectStatus = movedByWork(candidate.projectStatus, candidate.status, isStarted(candidate));
  }
}

/** What the nodes above see: a cut node counts as CANCELLED and contributes nothing. */
export function standingOf(candidate: WorkNode): Standing {
  return candidate.cancelled ? { status: 'CANCELLED', ...NOTHING } : { status: candidate.status, ...candidate.sums };
}

/** What people see: cancelled before everything else, then an override, then what it is. */
export function shownStatus(candidate: Pick<WorkNode, 'cancelled' | 'override' | 'status'>): WorkStatus {
  return candidate.cancelled ? 'CANCELLED' : (candidate.override ?? candidate.status);
}

export function copyOf(original: Readonly<WorkNode>): WorkNode {
  return { ...original, own: original.own && { ...original.own }, children: { ...original.children }, sums: { ...original.sums } };
}

export function sameStanding(a: Standing, b: Standing): boolean {
  return a.status === b.status && a.total === b.total && a.done === b.done;
}

export function sameOwn(a: OwnWork | null, b: OwnWork | null): boolean {
  return a === b || (a !== null && b !== null && a.weight === b.weight && a.report === b.report && a.status === b.status);
}

/** Whether nothing of a node needs to be written. */
export function sameNode(a: Readonly<WorkNode>, b: Readonly<WorkNode> | undefined): boolean {
  return b !== undefined && COMPARED.every((key) => a[key] === b[key]) && sameOwn(a.own, b.own)
    && a.sums.total === b.sums.total && a.sums.done === b.sums.done
    && WORK_STATUSES.every((status) => a.children[status] === b.children[status]);
}

const COMPARED = ['parentId', 'milestoneId', 'cancelled', 'reviewRequired', 'accepted', 'override', 'status', 'projectStatus'] as const;
