import { NOTHING, type OwnWork } from './completion.js';
import { isCut, type ProjectStatus, WORK_DRIVEN, workDrivenStatus } from './project-status.js';
import {
  copyOf, isLeaf, isStarted, sameNode, sameOwn, sameStanding, settle, type Standing, standingOf, type WorkNode,
} from './work-node.js';
import type { WorkStatus } from './work-status.js';

/**
 * The loaded part of a work tree: the paths from the nodes a change touches up to the outermost project. Every method
 * is one change of the domain; it settles the node and carries the difference up as deltas, O(depth), so siblings need
 * not be loaded. What a change moved is told by `changes`.
 *
 * A path ends at a cancelled node: nothing above it learns of a change below it.
 */
export class WorkTree {
  private readonly nodes = new Map<string, WorkNode>();
  private readonly originals = new Map<string, WorkNode>();
  private readonly touched = new Set<WorkNode>();

  /** @param nodes copied, so that the caller's stay as they were */
  constructor(nodes: Iterable<WorkNode> = []) {
    for (const node of nodes) this.load(node);
  }

  /** Adds a node as it is stored: nothing about it has changed yet. */
  load(node: Readonly<WorkNode>): void {
    this.nodes.set(node.id, copyOf(node));
    this.originals.set(node.id, copyOf(node));
  }

  /** @throws Error when the node was not loaded: a mistake of the calling code */
  node(id: string): Readonly<WorkNode> {
    return this.find(id);
  }

  has(id: string): boolean {
    return this.nodes.has(id);
  }

  /** Every loaded node, in the order in which it was loaded or added. */
  all(): Iterable<Readonly<WorkNode>> {
    return this.nodes.values();
  }

  /** The nodes a node's sums flow into, nearest first: parent tasks, the milestone beside the project, projects. Cuts do not end it. */
  above(id: string): readonly Readonly<WorkNode>[] {
    const node = this.find(id);
    const next = [node.milestoneId, node.parentId].filter((above) => above !== null).map((above) => this.find(above));
    return next.flatMap((above) => [above, ...this.above(above.id)]);
  }

  /** Changes a task's own work. On an inner node it changes nothing but what the task will be when it is a leaf again. */
  changeOwn(id: string, change: Partial<OwnWork>): void {
    const node = this.find(id);
    if (!node.own) throw new Error(`Node ${id} carries no work of its own.`);
    const own = { ...node.own, ...change };
    if (own.weight < 1n) throw new Error('A weight is at least 1.');
    this.change(node, () => (node.own = own));
  }

  /** Cuts a task out of everything above it, or puts it back with its current sums. */
  setCancelled(id: string, cancelled: boolean): void {
    const node = this.find(id);
    this.change(node, () => (node.cancelled = cancelled));
  }

  setReviewRequired(id: string, required: boolean): void {
    const node = this.find(id);
    this.change(node, () => (node.reviewRequired = required));
  }

  /** Ends the review of an inner node whose children are all done. */
  accept(id: string): void {
    const node = this.find(id);
    if (isLeaf(node) || node.status !== 'REVIEW') throw new Error(`Node ${id} has no review to accept.`);
    this.change(node, () => (node.accepted = true));
  }

  /** Makes an inner node show another status, or its own again (null). Nothing above it learns of it. */
  override(id: string, status: WorkStatus | null): void {
    const node = this.find(id);
    this.change(node, () => (node.override = status));
  }

  /**
   * Moves a project in its machine. One that people start, resume or re-open lands where its work stands.
   *
   * @param target a status outside the work-driven ones, or any of these for "as the work stands"
   */
  setProjectStatus(id: string, target: ProjectStatus): void {
    const node = this.find(id);
    this.change(node, () => {
      node.projectStatus = WORK_DRIVEN.includes(target) ? workDrivenStatus(node.status, isStarted(node)) : target;
      node.cancelled = isCut(target);
    });
  }

  /** Puts a new task or milestone into the loaded part without a place in the tree. */
  add(node: WorkNode): void {
    if (this.nodes.has(node.id)) throw new Error(`Node ${node.id} is there already.`);
    this.nodes.set(node.id, copyOf(node));
    this.touched.add(this.find(node.id));
  }

  /**
   * Hangs a node, with whatever lies below it, under another.
   *
   * @param milestoneId only for a task directly below a project
   */
  attach(id: string, parentId: string, milestoneId: string | null = null): void {
    const node = this.find(id);
    const parent = this.find(parentId);
    if (node.parentId !== null) throw new Error(`Node ${id} hangs somewhere already.`);
    if (parent.id === id || this.above(parentId).some((above) => above.id === id)) throw new Error('A node cannot be below itself.');
    if (milestoneId !== null && parent.kind !== 'PROJECT') throw new Error('Only top-level tasks belong to a milestone.');
    node.parentId = parentId;
    node.milestoneId = milestoneId;
    this.touched.add(node);
    this.carry(node, null, standingOf(node));
  }

  /** Takes a node off its parent and milestone; a parent that loses its last child is a leaf again with its own work. */
  detach(id: string): void {
    const node = this.find(id);
    this.touched.add(node);
    this.carry(node, standingOf(node), null);
    node.parentId = null;
    node.milestoneId = null;
  }

  /** Puts a top-level task into another milestone of its project, or into none. */
  setMilestone(id: string, milestoneId: string | null): void {
    const node = this.find(id);
    const standing = standingOf(node);
    if (node.milestoneId !== null) this.receive(this.find(node.milestoneId), standing, null);
    node.milestoneId = milestoneId;
    this.touched.add(node);
    if (milestoneId !== null) this.receive(this.find(milestoneId), null, standing);
  }

  /** Forgets a detached node: it is being deleted. */
  drop(id: string): void {
    const node = this.find(id);
    if (node.parentId !== null) throw new Error('Detach a node before it is dropped.');
    this.nodes.delete(id);
    this.touched.delete(node);
  }

  /** The nodes whose values differ from what was loaded, and the added ones: deepest task first, then milestones, outermost project last. */
  changes(): WorkNode[] {
    return [...this.touched]
      .filter((node) => !sameNode(node, this.originals.get(node.id)))
      .map((node) => ({ node, kind: KIND_ORDER[node.kind], depth: this.above(node.id).length }))
      .sort((a, b) => a.kind - b.kind || b.depth - a.depth)
      .map(({ node }) => node);
  }

  /** What was loaded for a node; undefined when it was added since. */
  original(id: string): Readonly<WorkNode> | undefined {
    return this.originals.get(id);
  }

  private find(id: string): WorkNode {
    const node = this.nodes.get(id);
    if (!node) throw new Error(`Node ${id} is not loaded.`);
    return node;
  }

  private change(node: WorkNode, apply: () => void): void {
    const before = standingOf(node);
    const own = node.own;
    apply();
    settle(node);
    this.touched.add(node);
    const after = standingOf(node);
    // What only this node shows, or keeps for later, is no change below its ancestors; a leaf's own work always is.
    const worked = isLeaf(node) && !node.cancelled && !sameOwn(node.own, own);
    if (worked || !sameStanding(before, after)) this.carry(node, before, after);
  }

  private carry(node: WorkNode, before: Standing | null, after: Standing | null): void {
    if (node.milestoneId !== null) this.receive(this.find(node.milestoneId), before, after);
    if (node.parentId !== null) this.receive(this.find(node.parentId), before, after);
  }

  /** A child of `node` changed from one standing to another (null: was not there, is not there any more). */
  private receive(node: WorkNode, before: Standing | null, after: Standing | null): void {
    const own = standingOf(node);
    // The first child takes the place of the leaf's own work; from here on the sums are those of the children.
    if (isLeaf(node)) node.sums = { ...NOTHING };
    if (before) node.children[before.status] -= 1;
    if (after) node.children[after.status] += 1;
    node.sums = {
      total: node.sums.total + (after?.total ?? 0n) - (before?.total ?? 0n),
      done: node.sums.done + (after?.done ?? 0n) - (before?.done ?? 0n),
    };
    node.accepted = false;
    node.override = null;
    settle(node);
    this.touched.add(node);
    if (!node.cancelled) this.carry(node, own, standingOf(node));
  }
}

const KIND_ORDER = { TASK: 0, MILESTONE: 1, PROJECT: 2 } as const;
