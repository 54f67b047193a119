import { Injectable } from '@nestjs/common';
import { staleVersion, type Work } from '@throughline/platform/database';
import type { LeafStatus, WorkStatus } from './work-status.js';
import type { LoadedNode, NodeEdit, NodePatch } from './open-tree.js';
import { OpenTree } from './open-tree.js';
import type { ProjectStatus } from './project-status.js';
import { type NodeKind, shownStatus, type WorkNode } from './work-node.js';

/** The nodes a change is about; their paths up to the outermost project come along. */
export interface NamedNodes {
  tasks?: readonly string[];
  milestones?: readonly string[];
  projects?: readonly string[];
}

/** A row of `app.open_work_tree`. */
interface NodeRow {
  kind: NodeKind;
  id: string;
  parent_id: string | null;
  milestone_id: string | null;
  weight: string | null;
  report: number | null;
  own_status: LeafStatus | null;
  cancelled: boolean;
  requires_review: boolean;
  accepted: boolean;
  override_status: WorkStatus | null;
  status: WorkStatus;
  project_status: ProjectStatus | null;
  children: [number, number, number, number, number, number];
  work_total: string;
  work_done: string;
  shared: boolean;
  facts: LoadedNode['facts'];
}

/** Reads and writes work trees: one round trip each, whatever the size of the project (TAS-02). */
@Injectable()
export class WorkTreeRepository {
  /**
   * Locks the outermost projects of these nodes until the transaction ends, then reads their paths. Nodes that do not
   * exist are simply not there: `OpenTree.task` and its kin refuse them.
   */
  async open(work: Work, { tasks = [], milestones = [], projects = [] }: NamedNodes): Promise<OpenTree> {
    const rows = await work.query<NodeRow>('SELECT * FROM app.open_work_tree($1::uuid[], $2::uuid[], $3::uuid[])', [tasks, milestones, projects]);
    return new OpenTree(rows.map(loadedNode));
  }

  /**
   * Says that a person edits this node and saw this version of it. The tree is locked, so it stays so until the end; the
   * write compares again.
   *
   * @param patch further columns of the node to write
   * @throws AppError CONFLICT when somebody else edited it meanwhile
   */
  async edit(work: Work, open: OpenTree, id: string, version: number, patch: NodePatch = {}): Promise<void> {
    const table = open.tree.node(id).kind.toLowerCase();
    if (open.versionOf(id) !== version) throw await staleVersion(work, table, table, id, ['status', ...Object.keys(patch)]);
    open.edit(id, version, patch);
  }

  /** Writes everything that moved, new tasks first. Sent and not waited for: what fails ends the transaction (`Work.post`). */
  save(work: Work, open: OpenTree): void {
    this.insert(work, open);
    const nodes = open.tree.changes().filter((node) => !open.inserts.has(node.id));
    const moved = new Set(nodes.map((node) => node.id));
    const edited = [...open.edits.keys()].filter((id) => !moved.has(id)).map((id) => open.tree.node(id));
    const all = [...nodes, ...edited];
    if (all.length > 0) {
      const of = (kind: NodeKind): string | null => {
        const found = all.filter((node) => node.kind === kind);
        return found.length === 0 ? null : JSON.stringify(found.map((node) => writtenNode(node, open.edits.get(node.id))));
      };
      work.post('SELECT app.write_work_changes($1::jsonb, $2::jsonb, $3::jsonb, $4)', [of('TASK'), of('MILESTONE'), of('PROJECT'), all.length]);
    }
    if (open.removed.length > 0) {
      work.post('DELETE FROM task WHERE organization_id = $1 AND id = ANY($2::uuid[])', [work.actor.organizationId, open.removed]);
    }
  }

  private insert(work: Work, open: OpenTree): void {
    if (open.inserts.size === 0) return;
    const rows = [...open.inserts.values()].map((row) => {
      const node = open.tree.node(row.id) as WorkNode;
      const parent = open.tree.node(node.parentId!);
      return {
        ...writtenNode(node, undefined), project_id: row.projectId, parent_id: parent.kind === 'TASK' ? parent.id : null, milestone_id: node.milestoneId,
        position: row.position, title: row.title, description: row.description, priority: row.priority, labels: row.labels,
        start_on: row.startOn, due_on: row.dueOn, estimate_minutes: row.estimateMinutes, points: row.points, reviewer_id: row.reviewerId,
        shared_with_client: row.sharedWithClient, customer_id: row.customerId, owner_id: row.ownerId, department_id: row.departmentId,
        team_id: row.teamId, assignee_ids: row.assigneeIds,
      };
    });
    work.post(
      `WITH rows AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS c(${NEW_TASK_COLUMNS.join(', ')}, children integer[], assignee_ids uuid[])),
       added AS (
         INSERT INTO task (organization_id, created_by, completed_at, children_todo, children_in_progress, children_review, children_completed,
                           children_blocked, children_cancelled, ${NEW_TASK_COLUMNS.map(nameOf).join(', ')})
         SELECT $1, $3, CASE WHEN status = 'COMPLETED' THEN now() END, children[1], children[2], children[3], children[4], children[5], children[6],
                ${NEW_TASK_COLUMNS.map(nameOf).join(', ')} FROM rows)
       INSERT INTO task_assignee (organization_id, task_id, user_id, assigned_by)
       SELECT $1, rows.id, person, $3 FROM rows, unnest(assignee_ids) AS person`,
      [work.actor.organizationId, JSON.stringify(rows), work.actor.userId],
    );
  }
}

const NEW_TASK_COLUMNS = [
  'id uuid', 'project_id uuid', 'parent_id uuid', 'milestone_id uuid', 'position numeric', 'title text', 'description text', 'priority text',
  'labels text[]', 'start_on date', 'due_on date', 'estimate_minutes integer', 'points integer', 'weight bigint', 'report integer',
  'own_status text', 'cancelled boolean', 'requires_review boolean', 'derived_status text', 'status text', 'work_total bigint', 'work_done bigint',
  'reviewer_id uuid', 'shared_with_client boolean', 'customer_id uuid', 'owner_id uuid', 'department_id uuid', 'team_id uuid',
];
const nameOf = (column: string): string => column.split(' ')[0]!;

function loadedNode(row: NodeRow): LoadedNode {
  const [TODO, IN_PROGRESS, REVIEW, COMPLETED, BLOCKED, CANCELLED] = row.children;
  const node: WorkNode = {
    kind: row.kind, id: row.id, parentId: row.parent_id, milestoneId: row.milestone_id,
    own: row.own_status === null ? null : { weight: BigInt(row.weight!), report: row.report!, status: row.own_status },
    cancelled: row.cancelled, reviewRequired: row.requires_review, accepted: row.accepted, override: row.override_status,
    children: { TODO, IN_PROGRESS, REVIEW, COMPLETED, BLOCKED, CANCELLED },
    sums: { total: BigInt(row.work_total), done: BigInt(row.work_done) }, status: row.status, projectStatus: row.project_status,
  };
  return { node, shared: row.shared, facts: row.facts };
}

/** A node as `app.apply_work_changes` takes it; bigint as text, because JSON numbers end at 2^53. */
function writtenNode(node: Readonly<WorkNode>, edit: NodeEdit | undefined): Record<string, unknown> {
  const { TODO, IN_PROGRESS, REVIEW, COMPLETED, BLOCKED, CANCELLED } = node.children;
  const common = {
    id: node.id, derived_status: node.status, children: [TODO, IN_PROGRESS, REVIEW, COMPLETED, BLOCKED, CANCELLED],
    work_total: node.sums.total.toString(), work_done: node.sums.done.toString(),
    ...(edit ? { version: edit.version, patch: edit.patch } : {}),
  };
  if (!node.own) return { ...common, project_status: node.projectStatus };
  return {
    ...common, weight: node.own.weight.toString(), report: node.own.report, own_status: node.own.status, cancelled: node.cancelled,
    requires_review: node.reviewRequired, accepted: node.accepted, override_status: node.override, status: shownStatus(node),
  };
}
