import { Injectable } from '@nestjs/common';
import { accessOf, type NodeAccess, type Sums } from '@throughline/delivery/progress';
import { milestoneSubject, projectSubject } from '@throughline/delivery/projects';
import { abilitySql, type SqlParameters, type SubjectDefinition } from '@throughline/platform/access';
import { UnitOfWork } from '@throughline/platform/database';
import { type Actor, notFound } from '@throughline/platform/kernel';
import { taskSubject } from '../task.policy.js';
import { type ExplainedPart, explainFigure, type PartRow, roundingNote } from './why.rules.js';

export type ExplainedKind = 'PROJECT' | 'MILESTONE' | 'TASK';

export interface ProgressExplanation {
  kind: ExplainedKind;
  id: string;
  name: string;
  basisPoints: number | null;
  workTotal: bigint;
  workDone: bigint;
  note: string;
  parts: ExplainedPart[];
}

/** Parts shown of one node; what is beyond is one line. */
const MOST_PARTS = 50;
export const MOST_LEVELS = 4;

const SUBJECTS: Record<ExplainedKind, { subject: SubjectDefinition; name: string }> = {
  PROJECT: { subject: projectSubject, name: 'name' },
  MILESTONE: { subject: milestoneSubject, name: 'name' },
  TASK: { subject: taskSubject, name: 'title' },
};

interface Row {
  level: number;
  parent: string | null;
  kind: ExplainedKind;
  id: string;
  name: string;
  status: string;
  cut: boolean;
  total: string;
  done: string;
  visible: boolean;
  hidden_total: string;
  hidden_done: string;
  access: (NodeAccess & { shared: boolean; assigneeIds: string[] }) | null;
}

/** "Why 62 %?": any figure opens into the contributions that make it (AHEAD-02). */
@Injectable()
export class WhyProgressService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Explains a node's progress in one statement, so that all its numbers are of one moment. What the caller may not see is
   * one line; for clients that is the internal work.
   *
   * @param levels how deep, 1 to 4
   * @throws AppError NOT_FOUND
   */
  async explain(actor: Actor, kind: ExplainedKind, id: string, levels: number): Promise<ProgressExplanation> {
    const parameters = new StatementParameters([actor.organizationId, id]);
    const sql = statement(actor, kind, Math.min(Math.max(1, levels), MOST_LEVELS), parameters);
    const rows = await this.unitOfWork.run(actor, (work) => work.query<Row>(sql, parameters.values));
    const root = rows.find((row) => row.level === 0);
    const { subject } = SUBJECTS[kind];
    if (!root?.access || !actor.ability.can('read', { ...accessOf(root.access, root.access.shared), __subject: subject.name })) throw notFound(subject.label);
    const whole = sumsOf(root);
    const { basisPoints, parts } = explainFigure(whole, partsOf(rows, root, actor.tier === 'CLIENT' ? 'Internal work' : 'Work you cannot see'));
    return { kind, id, name: root.name, basisPoints, workTotal: whole.total, workDone: whole.done, note: roundingNote(whole), parts };
  }
}

const sumsOf = (row: Row): Sums => ({ total: BigInt(row.total), done: BigInt(row.done) });

function partsOf(rows: readonly Row[], parent: Row, hiddenName: string): PartRow[] {
  const children = rows.filter((row) => row.level === parent.level + 1 && row.parent === parent.id);
  const [first] = children;
  if (!first) return [];
  const shown: PartRow[] = children.filter((row) => row.visible).map((row) => ({
    kind: row.kind === 'PROJECT' ? 'PROJECT' : 'TASK', id: row.id, name: row.name, status: row.status, cut: row.cut, sums: sumsOf(row), parts: partsOf(rows, row, hiddenName),
  }));
  const hidden: Sums = { total: BigInt(first.hidden_total), done: BigInt(first.hidden_done) };
  const whole = sumsOf(parent);
  const counted = [hidden, ...shown.filter((part) => !part.cut).map((part) => part.sums)];
  const rest: Sums = { total: whole.total - total(counted, 'total'), done: whole.done - total(counted, 'done') };
  const lines: [PartRow['kind'], string, Sums][] = [['HIDDEN', hiddenName, hidden], ['REST', 'More parts', rest]];
  return [...shown, ...lines.filter(([, , sums]) => sums.total > 0n).map(([kind, name, sums]) => ({ kind, id: null, name, status: null, cut: false, sums, parts: [] }))];
}

function total(sums: readonly Sums[], key: keyof Sums): bigint {
  return sums.reduce((sum, each) => sum + each[key], 0n);
}

class StatementParameters implements SqlParameters {
  constructor(readonly values: unknown[]) {}

  add(value: unknown): string {
    return `$${this.values.push(value)}`;
  }
}

/** The node, and level by level the parts of what is shown. */
function statement(actor: Actor, kind: ExplainedKind, levels: number, parameters: SqlParameters): string {
  const { subject, name } = SUBJECTS[kind];
  const task = abilitySql(actor.ability, 'read', taskSubject, 't', parameters);
  const project = abilitySql(actor.ability, 'read', projectSubject, 'p', parameters);
  const assignees = kind === 'TASK' ? 'ARRAY(SELECT a.user_id FROM task_assignee a WHERE a.organization_id = n.organization_id AND a.task_id = n.id)' : `'{}'::uuid[]`;
  const withs = [`level0 AS (
    SELECT 0 AS level, NULL::uuid AS parent, '${kind}' AS kind, n.id, n.${name} AS name, n.status, false AS cut, n.work_total AS total, n.work_done AS done,
           true AS visible, 0::numeric AS hidden_total, 0::numeric AS hidden_done, 1::bigint AS place,
           jsonb_build_object('customerId', n.customer_id, 'departmentId', n.department_id, 'teamId', n.team_id, 'ownerId', n.owner_id,
             'shared', n.shared_with_client, 'assigneeIds', ${assignees}) AS access
    FROM ${subject.table} n WHERE n.organization_id = $1 AND n.id = $2)`];
  for (let level = 1; level <= levels; level++) withs.push(levelSql(level, task, project));
  const all = Array.from({ length: levels + 1 }, (_, level) => `SELECT * FROM level${level}`);
  return `WITH ${withs.join(',\n')} SELECT * FROM (${all.join(' UNION ALL ')}) every WHERE place = 1 OR (visible AND place <= ${MOST_PARTS}) ORDER BY level, place`;
}

function levelSql(level: number, taskVisible: string, projectVisible: string): string {
  const up = `FROM level${level - 1} up`;
  const shown = `up.visible AND up.place <= ${MOST_PARTS}`;
  const taskPart = (join: string, kind: ExplainedKind): string => `SELECT up.id AS parent, 'TASK' AS kind, t.id, t.title AS name, t.status, t.cancelled AS cut,
    t.work_total AS total, t.work_done AS done, ${taskVisible} AS visible ${up} JOIN task t ON t.organization_id = $1 AND ${join} WHERE up.kind = '${kind}' AND ${shown}`;
  return `level${level} AS (
    SELECT ${level} AS level, c.parent, c.kind, c.id, c.name, c.status, c.cut, c.total, c.done, c.visible,
           coalesce(sum(c.total) FILTER (WHERE NOT c.visible AND NOT c.cut) OVER parts, 0) AS hidden_total,
           coalesce(sum(c.done) FILTER (WHERE NOT c.visible AND NOT c.cut) OVER parts, 0) AS hidden_done,
           row_number() OVER (PARTITION BY c.parent ORDER BY c.visible DESC, c.cut, c.total DESC, c.id) AS place, NULL::jsonb AS access
    FROM (
      ${taskPart('t.parent_id = up.id', 'TASK')}
      UNION ALL ${taskPart('t.project_id = up.id AND t.parent_id IS NULL', 'PROJECT')}
      UNION ALL ${taskPart('t.milestone_id = up.id', 'MILESTONE')}
      UNION ALL SELECT up.id, 'PROJECT', p.id, p.name, p.status, p.status IN ('CANCELLED', 'REJECTED'), p.work_total, p.work_done, ${projectVisible}
        ${up} JOIN project p ON p.organization_id = $1 AND p.parent_project_id = up.id WHERE up.kind = 'PROJECT' AND ${shown}
    ) c WINDOW parts AS (PARTITION BY c.parent))`;
}
