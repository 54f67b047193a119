import { type Actor, AppError } from '@throughline/platform/kernel';
import type { Delivery } from './delivery.js';

export interface StormOptions {
  delivery: Delivery;
  actor: Actor;
  customerId: string;
  /** Decides what every writer tries, in order; how the writers meet is left to chance. */
  seed: number;
  /** Attempts of all writers together. */
  operations: number;
  writers: number;
  projects: number;
}

export interface StormResult {
  applied: number;
  /** Understandable refusals by code: illegal moves, stale versions, limits. */
  refused: Record<string, number>;
  /** Applied operations by kind. */
  kinds: Record<string, number>;
}

/** A repeatable source of numbers from 0 (inclusive) to `below`. */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Roll = (below: number) => number;

/** What exists, as far as the writers know; somebody else may have deleted it. */
class Known {
  readonly tasks: string[] = [];
  readonly projects: string[] = [];
  readonly milestones: string[] = [];

  forget(list: string[], id: string): void {
    const at = list.indexOf(id);
    if (at >= 0) list.splice(at, 1);
  }
}

/**
 * Writers change the same few work trees at once through the services, at random: everything that moves sums, counters or
 * statuses. Refusals are part of it; any other error ends the storm.
 */
export async function runStorm(options: StormOptions): Promise<StormResult> {
  const { delivery, actor, customerId, seed, operations, writers } = options;
  const known = new Known();
  for (let index = 0; index < options.projects; index++) {
    known.projects.push(await delivery.approvedProject(actor, { name: `Storm ${index}`, customerId, progressMode: index % 4 === 3 ? 'POINTS' : 'ESTIMATE' }));
  }
  const result: StormResult = { applied: 0, refused: {}, kinds: {} };
  let left = operations;
  const write = async (roll: Roll): Promise<void> => {
    while (left > 0) {
      left--;
      const [kind, operation] = KINDS[roll(KINDS.length)]!;
      try {
        if (!(await operation(new Step(options, known, roll)))) continue;
        result.applied++;
        result.kinds[kind] = (result.kinds[kind] ?? 0) + 1;
      } catch (error) {
        if (!(error instanceof AppError)) throw new Error(`${kind}: ${String(error)}`, { cause: error });
        result.refused[error.code] = (result.refused[error.code] ?? 0) + 1;
      }
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, index) => write(dice(seed * 1_000 + index))));
  return result;
}

/** One attempt of one writer. */
class Step {
  constructor(
    readonly options: StormOptions,
    readonly known: Known,
    readonly roll: Roll,
  ) {}

  get delivery(): Delivery {
    return this.options.delivery;
  }

  get actor(): Actor {
    return this.options.actor;
  }

  any(list: readonly string[]): string | undefined {
    return list[this.roll(Math.max(1, list.length))];
  }

  /** A record with the version a person would see on their screen. */
  async seen(table: 'task' | 'project' | 'milestone', list: string[]): Promise<{ id: string; version: number } | null> {
    const id = this.any(list);
    if (!id) return null;
    const [row] = await this.delivery.unitOfWork.run(this.actor, (work) => work.query<{ version: number }>(
      `SELECT version FROM ${table} WHERE organization_id = $1 AND id = $2`, [this.actor.organizationId, id],
    ));
    if (!row) this.known.forget(list, id);
    return row ? { id, version: row.version } : null;
  }

  async withTask(body: (task: { id: string; version: number }) => Promise<unknown>): Promise<boolean> {
    const task = await this.seen('task', this.known.tasks);
    if (!task) return false;
    await body(task);
    return true;
  }
}

const STATUSES = ['TODO', 'IN_PROGRESS', 'REVIEW', 'COMPLETED', 'COMPLETED', 'BLOCKED'] as const;

const KINDS: [kind: string, operation: (step: Step) => Promise<boolean>][] = [
  ...times(6, 'create', async ({ delivery, actor, known, roll, any }) => {
    const parentId = roll(3) > 0 ? any(known.tasks) : undefined;
    const place = parentId ? { parentId } : { projectId: any(known.projects)! };
    const effort = roll(3) > 0 ? { estimateMinutes: roll(480) + 1, points: roll(13) + 1 } : {};
    known.tasks.push(await delivery.creation.create(actor, { ...place, ...effort, title: 'Task', requiresReview: roll(5) === 0 }));
    return true;
  }),
  ...times(8, 'status', (step) => step.withTask((task) =>
    step.delivery.works.changeStatus(step.actor, { ...task, status: STATUSES[step.roll(STATUSES.length)]!, reason: 'because' }))),
  ...times(4, 'report', (step) => step.withTask((task) => step.delivery.works.report(step.actor, { ...task, report: step.roll(10_001) }))),
  ...times(3, 'reweigh', (step) => step.withTask((task) => step.delivery.plans.reweigh(step.actor, { ...task, weight: step.roll(500) + 1 }))),
  ...times(2, 'cancel', (step) => step.withTask((task) => step.delivery.plans.setCancelled(step.actor, { ...task, reason: 'gone' }, true))),
  ...times(3, 'restore', (step) => step.withTask((task) => step.delivery.plans.setCancelled(step.actor, task, false))),
  ...times(1, 'delete', (step) => step.withTask(async (task) => {
    await step.delivery.plans.delete(step.actor, { ...task, withSubTasks: step.roll(2) === 0 });
    step.known.forget(step.known.tasks, task.id);
  })),
  ...times(4, 'move below a task', (step) => step.withTask((task) => step.delivery.places.move(step.actor, { ...task, parentId: step.any(step.known.tasks) ?? null }))),
  ...times(3, 'move to a project', (step) => step.withTask((task) => step.delivery.places.move(step.actor, { ...task, projectId: step.any(step.known.projects) ?? null }))),
  ...times(1, 'reorder', (step) => step.withTask((task) => step.delivery.places.move(step.actor, { ...task, afterTaskId: null }))),
  ...times(1, 'new milestone', async ({ delivery, actor, known, any }) => {
    known.milestones.push(await delivery.milestones.create(actor, any(known.projects)!, { name: 'Milestone' }));
    return true;
  }),
  ...times(1, 'delete milestone', async (step) => {
    const milestone = step.roll(3) === 0 ? await step.seen('milestone', step.known.milestones) : null;
    if (!milestone) return false;
    await step.delivery.milestones.delete(step.actor, milestone.id, milestone.version);
    step.known.forget(step.known.milestones, milestone.id);
    return true;
  }),
  ...times(3, 'into a milestone', (step) => step.withTask(async (task) => {
    const milestoneId = step.any(step.known.milestones);
    const [row] = await step.delivery.unitOfWork.run(step.actor, (work) => work.query<{ project: string }>('SELECT project_id AS project FROM milestone WHERE id = $1', [milestoneId ?? null]));
    if (milestoneId && row) await step.delivery.places.move(step.actor, { ...task, projectId: row.project, milestoneId });
  })),
  ...times(2, 'ask for review', (step) => step.withTask((task) => step.delivery.plans.update(step.actor, { ...task, requiresReview: step.roll(3) > 0 }))),
  ...times(4, 'review', (step) => step.withTask((task) => step.delivery.reviews.review(step.actor, {
    ...task, decision: step.roll(3) > 0 ? 'ACCEPTED' : 'RETURNED', reason: 'not yet', reworkTitle: 'Rework', reopenTaskId: step.roll(2) ? (step.any(step.known.tasks) ?? null) : null,
  }))),
  ...times(2, 'override', (step) => step.withTask((task) => step.delivery.plans.override(step.actor, { ...task, status: step.roll(4) ? 'BLOCKED' : null, reason: 'looks so' }))),
  ...times(1, 'new sub-project', async (step) => {
    const { delivery, actor, known, roll, options } = step;
    if (known.projects.length > options.projects * 3) return false;
    const id = await delivery.projects.create(actor, { name: 'Part', customerId: options.customerId, parentProjectId: step.any(known.projects)! });
    if (roll(4) > 0) {
      await delivery.statuses.move(actor, { id, version: 1, move: 'SUBMIT' });
      await delivery.statuses.judge(actor, id, 2, { decision: 'APPROVED', feasibility: 'yes', budget: 'yes', resources: 'yes', risk: 'no' });
    }
    known.projects.push(id);
    return true;
  }),
  ...times(2, 'place project', async (step) => {
    const project = await step.seen('project', step.known.projects);
    if (!project) return false;
    await step.delivery.projects.place(step.actor, { ...project, parentProjectId: step.roll(3) ? step.any(step.known.projects)! : null });
    return true;
  }),
  ...times(2, 'move of a project', async (step) => {
    const project = await step.seen('project', step.known.projects);
    if (!project) return false;
    const move = (['CANCEL', 'RESTORE', 'RESTORE', 'HOLD', 'RESUME', 'RESUME', 'DELIVER', 'REOPEN', 'REOPEN'] as const)[step.roll(9)]!;
    await step.delivery.statuses.move(step.actor, { ...project, move, reason: 'so it is' });
    return true;
  }),
];

function times(share: number, kind: string, operation: (step: Step) => Promise<boolean>): [string, (step: Step) => Promise<boolean>][] {
  // A step's members are used as plain functions above.
  const bound = (step: Step): Promise<boolean> => operation(Object.assign(Object.create(step) as Step, { any: step.any.bind(step) }));
  return Array.from({ length: share }, () => [kind, bound]);
}
