import type { AccessColumns } from '@throughline/platform/database';
import type { ProgressMode } from './weight.js';

/** The columns that say who may see a node; equal in a project, its milestones and its tasks. */
export interface NodeAccess {
  customerId: string;
  departmentId: string | null;
  teamId: string | null;
  ownerId: string | null;
}

/** What the rules need of a task beside its place in the tree. */
export interface TaskFacts extends NodeAccess {
  version: number;
  projectId: string;
  /** null on the top level. */
  parentId: string | null;
  title: string;
  /** A decimal of any length; only compared and halved, by the database. */
  position: string;
  estimateMinutes: number | null;
  points: number | null;
  statusReason: string | null;
  overrideReason: string | null;
  completedAt: string | null;
  /** How often a review sent it back. */
  returns: number;
  reviewerId: string | null;
  createdBy: string | null;
  startOn: string | null;
  dueOn: string | null;
  assigneeIds: string[];
}

export interface MilestoneFacts extends NodeAccess {
  version: number;
  projectId: string;
  name: string;
  dueOn: string | null;
}

export interface ProjectFacts extends NodeAccess {
  version: number;
  number: string;
  name: string;
  progressMode: ProgressMode;
  startOn: string | null;
  dueOn: string | null;
  approvedAt: string | null;
  statusReason: string | null;
  dealId: string | null;
  ticketId: string | null;
}

/** A task that is being created. Its work and place in the tree are given apart. */
export interface NewTask extends NodeAccess {
  id: string;
  projectId: string;
  position: string;
  title: string;
  description: string | null;
  priority: string;
  labels: string[];
  startOn: string | null;
  dueOn: string | null;
  estimateMinutes: number | null;
  points: number | null;
  reviewerId: string | null;
  sharedWithClient: boolean;
  assigneeIds: string[];
}

/** Who may see a node, as permission checks and events want it. */
export function accessOf(facts: NodeAccess & { assigneeIds?: string[] }, sharedWithClient: boolean): AccessColumns {
  const { customerId, departmentId, teamId, ownerId, assigneeIds } = facts;
  return { customerId, departmentId, teamId, ownerId, sharedWithClient, ...(assigneeIds ? { assigneeIds } : {}) };
}
