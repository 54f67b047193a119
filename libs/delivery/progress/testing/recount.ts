import { completionOf, type Sums } from '../completion.js';
import { isCut, type ProjectStatus } from '../project-status.js';
import type { WorkNode } from '../work-node.js';
import type { ChildCounters, WorkStatus } from '../work-status.js';

/** What a node must hold, worked out from the leaves alone. */
export interface Recounted {
  sums: Sums;
  children: ChildCounters;
  status: WorkStatus;
  projectStatus: ProjectStatus | null;
}

/**
 * Works out every node of complete trees from its leaves, in the words of domain.md and with none of the code under test
 * but the completion of a leaf: slow, obvious, and the judge of the incremental sums.
 */
export function recount(nodes: readonly WorkNode[]): Map<string, Recounted> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const below = new Map<string, WorkNode[]>(nodes.map((node) => [node.id, []]));
  for (const node of nodes) for (const above of [node.parentId, node.milestoneId]) if (above) below.get(above)!.push(node);
  const childrenOf = (id: string): WorkNode[] => below.get(id)!;
  const isLeafTask = (node: WorkNode): boolean => node.kind === 'TASK' && childrenOf(node.id).length === 0;
  const sums = new Map<string, Sums>(nodes.map((node) => [node.id, { total: 0n, done: 0n }]));
  const cut = (node: WorkNode): boolean => node.cancelled || (node.projectStatus !== null && isCut(node.projectStatus));

  const add = (id: string, leaf: Sums): void => {
    const node = byId.get(id)!;
    const now = sums.get(id)!;
    sums.set(id, { total: now.total + leaf.total, done: now.done + leaf.done });
    if (cut(node)) return;
    if (node.milestoneId) add(node.milestoneId, leaf);
    if (node.parentId) add(node.parentId, leaf);
  };
  for (const node of nodes) {
    if (!isLeafTask(node)) continue;
    const { weight, status, report } = node.own!;
    add(node.id, { total: weight, done: weight * BigInt(completionOf(status, report)) });
  }

  const results = new Map<string, Recounted>();
  const seenFromAbove = (node: WorkNode): WorkStatus => (cut(node) ? 'CANCELLED' : resultOf(node).status);
  const resultOf = (node: WorkNode): Recounted => {
    const known = results.get(node.id);
    if (known) return known;
    const statuses = childrenOf(node.id).map(seenFromAbove);
    const count = (status: WorkStatus): number => statuses.filter((candidate) => candidate === status).length;
    const children: ChildCounters = {
      TODO: count('TODO'), IN_PROGRESS: count('IN_PROGRESS'), REVIEW: count('REVIEW'), COMPLETED: count('COMPLETED'),
      BLOCKED: count('BLOCKED'), CANCELLED: count('CANCELLED'),
    };
    const live = statuses.filter((status) => status !== 'CANCELLED');
    const open = live.filter((status) => status !== 'COMPLETED');
    const begun = live.some((status) => status === 'IN_PROGRESS' || status === 'REVIEW' || status === 'COMPLETED') || sums.get(node.id)!.done > 0n;
    let status: WorkStatus;
    if (isLeafTask(node)) status = node.own!.status;
    else if (live.length === 0) status = 'TODO';
    else if (open.length === 0) status = node.reviewRequired && !node.accepted ? 'REVIEW' : 'COMPLETED';
    else if (open.every((child) => child === 'BLOCKED')) status = 'BLOCKED';
    else status = begun ? 'IN_PROGRESS' : 'TODO';
    let projectStatus = node.projectStatus;
    if (projectStatus === 'APPROVED' || projectStatus === 'IN_PROGRESS' || projectStatus === 'CLIENT_REVIEW') {
      if (status === 'COMPLETED') projectStatus = 'CLIENT_REVIEW';
      else projectStatus = begun ? 'IN_PROGRESS' : 'APPROVED';
    }
    const result = { sums: sums.get(node.id)!, children, status, projectStatus };
    results.set(node.id, result);
    return result;
  };
  for (const node of nodes) resultOf(node);
  return results;
}
