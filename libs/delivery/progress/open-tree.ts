import type { ProgressChange } from '@throughline/platform/database';
import { notFound } from '@throughline/platform/kernel';
import type { OwnWork } from './completion.js';
import { accessOf, type MilestoneFacts, type NewTask, type ProjectFacts, type TaskFacts } from './node-facts.js';
import type { ProgressMode } from './weight.js';
import { shownStatus, taskNode, type WorkNode } from './work-node.js';
import { WorkTree } from './work-tree.js';

/** Values of further columns of an edited node, by column name; see `app.apply_work_changes`. */
export type NodePatch = Readonly<Record<string, unknown>>;

/** A node that a person edits: it is written only at this version. */
export interface NodeEdit {
  version: number;
  patch: NodePatch;
}

/** One node as it was read. */
export interface LoadedNode {
  node: WorkNode;
  shared: boolean;
  facts: TaskFacts | MilestoneFacts | ProjectFacts | null;
}

/**
 * A locked work tree, as far as a change needs it: the rules on one side (`tree`), the records' facts on the other, and
 * what has to be written in the end. Nothing is read or written here; see `WorkTreeRepository`.
 */
export class OpenTree {
  readonly tree: WorkTree;
  readonly edits = new Map<string, NodeEdit>();
  readonly inserts = new Map<string, NewTask>();
  readonly removed: string[] = [];
  private readonly facts = new Map<string, TaskFacts | MilestoneFacts | ProjectFacts>();
  private readonly sharing = new Map<string, boolean>();

  constructor(loaded: readonly LoadedNode[]) {
    this.tree = new WorkTree(loaded.map(({ node }) => node));
    for (const { node, shared, facts } of loaded) {
      this.sharing.set(node.id, shared);
      if (facts) this.facts.set(node.id, facts);
    }
  }

  /** @throws AppError NOT_FOUND when there is no such task, at `path` of the input */
  task(id: string, path = 'id'): TaskFacts {
    return this.factsOf(id, 'TASK', 'task', path) as TaskFacts;
  }

  /** @throws AppError NOT_FOUND */
  milestone(id: string, path = 'id'): MilestoneFacts {
    return this.factsOf(id, 'MILESTONE', 'milestone', path) as MilestoneFacts;
  }

  /** @throws AppError NOT_FOUND */
  project(id: string, path = 'id'): ProjectFacts {
    return this.factsOf(id, 'PROJECT', 'project', path) as ProjectFacts;
  }

  /** The version of a named node or a project, as it was read. */
  versionOf(id: string): number | undefined {
    return this.facts.get(id)?.version;
  }

  isShared(id: string): boolean {
    return this.sharing.get(id) ?? false;
  }

  setShared(id: string, shared: boolean): void {
    this.sharing.set(id, shared);
  }

  /** The project that is nobody's sub-project, above a node. */
  outermostOf(id: string): string {
    return this.tree.above(id).findLast((above) => above.kind === 'PROJECT')?.id ?? id;
  }

  /** What leaves of this tree weigh. */
  modeOf(id: string): ProgressMode {
    return this.project(this.outermostOf(id)).progressMode;
  }

  /** Takes over nodes that were read later, inside the same transaction: those below a node that is known already. */
  load(other: OpenTree, ids: readonly string[]): void {
    for (const id of ids) {
      if (this.tree.has(id)) continue;
      this.tree.load(other.tree.node(id));
      this.sharing.set(id, other.isShared(id));
      this.facts.set(id, other.task(id));
    }
  }

  /** Says that a person edits a node, with the version they saw and columns beyond the work itself; see `WorkTreeRepository.edit`. */
  edit(id: string, version: number, patch: NodePatch): void {
    this.edits.set(id, { version, patch });
  }

  /** Adds columns to write to a node that is being edited. */
  patch(id: string, patch: NodePatch): void {
    const edit = this.edits.get(id);
    if (!edit) throw new Error(`Node ${id} is not being edited.`);
    this.edits.set(id, { ...edit, patch: { ...edit.patch, ...patch } });
  }

  /** Adds a task below a project or another task. */
  addTask(row: NewTask, own: OwnWork, reviewRequired: boolean, parentId: string, milestoneId: string | null): void {
    this.tree.add(taskNode(row.id, own, reviewRequired));
    this.tree.attach(row.id, parentId, milestoneId);
    this.inserts.set(row.id, row);
    this.sharing.set(row.id, row.sharedWithClient);
  }

  /** Takes a task and everything below it away. */
  removeTask(id: string): void {
    this.tree.detach(id);
    this.tree.drop(id);
    this.removed.push(id);
  }

  /** Nodes whose sums, counts of children or shown status moved, leaf first, as events tell it. */
  progress(): ProgressChange[] {
    return this.tree.changes().filter((node) => isMoved(node, this.tree.original(node.id))).map((node) => ({
      node: node.kind.toLowerCase() as ProgressChange['node'],
      id: node.id,
      workTotal: node.sums.total.toString(),
      workDone: node.sums.done.toString(),
      status: node.projectStatus ?? shownStatus(node),
      sharedWithClient: this.isShared(node.id),
      ...this.accessOfNode(node),
    }));
  }

  /** Who may see a milestone or project move without seeing the task: their own columns, which the feed judges. */
  private accessOfNode({ id, kind }: WorkNode): Pick<ProgressChange, 'access'> {
    const facts = kind === 'TASK' ? undefined : this.facts.get(id);
    return facts ? { access: accessOf(facts, this.isShared(id)) } : {};
  }

  /** The pages a change of this node belongs on: everything above it, outermost project last. */
  related(id: string): string[] {
    return this.tree.above(id).map((above) => above.id);
  }

  private factsOf(id: string, kind: WorkNode['kind'], label: string, path: string): TaskFacts | MilestoneFacts | ProjectFacts {
    const facts = this.facts.get(id);
    if (!facts || !this.tree.has(id) || this.tree.node(id).kind !== kind) throw notFound(label, path);
    return facts;
  }
}

function isMoved(node: WorkNode, before: Readonly<WorkNode> | undefined): boolean {
  return !before || node.sums.total !== before.sums.total || node.sums.done !== before.sums.done
    || shownStatus(node) !== shownStatus(before) || node.projectStatus !== before.projectStatus
    || Object.entries(node.children).some(([status, count]) => count !== before.children[status as keyof typeof before.children]);
}
