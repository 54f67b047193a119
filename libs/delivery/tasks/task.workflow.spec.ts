import { WORK_STATUSES, type WorkStatus } from '@throughline/delivery/progress';
import { moveBetween, moveRefusal, type TaskMove, type TaskSituation, TASK_MOVE_PERMISSIONS, taskMoves, taskWorkflow } from './task.workflow.js';

const MOVES = Object.keys(taskWorkflow.moves) as TaskMove[];
const situation = (more: Partial<TaskSituation> = {}): TaskSituation => ({ status: 'TODO', isParent: false, requiresReview: false, planningRefusal: null, workRefusal: null, ...more });

describe('the life of a task', () => {
  const TABLE: Record<WorkStatus, Partial<Record<TaskMove, WorkStatus>>> = {
    TODO: { START: 'IN_PROGRESS', SUBMIT: 'REVIEW', COMPLETE: 'COMPLETED', BLOCK: 'BLOCKED', CANCEL: 'CANCELLED' },
    IN_PROGRESS: { PUT_BACK: 'TODO', SUBMIT: 'REVIEW', COMPLETE: 'COMPLETED', BLOCK: 'BLOCKED', CANCEL: 'CANCELLED' },
    REVIEW: { WITHDRAW: 'IN_PROGRESS', ACCEPT: 'COMPLETED', RETURN: 'IN_PROGRESS', CANCEL: 'CANCELLED' },
    COMPLETED: { REOPEN: 'IN_PROGRESS', CANCEL: 'CANCELLED' },
    BLOCKED: { UNBLOCK: 'IN_PROGRESS', PUT_BACK: 'TODO', CANCEL: 'CANCELLED' },
    CANCELLED: { RESTORE: 'TODO' },
  };

  it.each(WORK_STATUSES.flatMap((from) => MOVES.map((move) => [from, move] as const)))('%s, %s', (from, move) => {
    const to = TABLE[from][move];
    if (to) expect(taskWorkflow.apply(from, move)).toBe(to);
    else expect(() => taskWorkflow.apply(from, move)).toThrow(`A task that is ${from} cannot take the move ${move}.`);
  });

  it('has a move for each status that can be set, never a return and never out of a cancellation', () => {
    for (const from of WORK_STATUSES) {
      for (const to of WORK_STATUSES) {
        const moves = (Object.entries(TABLE[from]) as [TaskMove, WorkStatus][]).filter(([move, end]) => end === to && move !== 'RETURN').map(([move]) => move);
        expect({ from, to, move: moveBetween(from, to) }).toEqual({ from, to, move: from === 'CANCELLED' ? null : (moves[0] ?? null) });
      }
    }
  });
});

describe('what stands against a move', () => {
  it('is a project that rests, for work; one that is frozen, for cancelling', () => {
    const frozen = situation({ workRefusal: 'On hold.', planningRefusal: 'Closed.' });
    for (const move of MOVES) expect(moveRefusal(frozen, move)).toBe(move === 'CANCEL' || move === 'RESTORE' ? 'Closed.' : 'On hold.');
  });

  it('are sub-tasks, for all but a review and a cancellation', () => {
    const allowed = MOVES.filter((move) => moveRefusal(situation({ isParent: true }), move) === null);
    expect(allowed).toEqual(['ACCEPT', 'RETURN', 'CANCEL', 'RESTORE']);
  });

  it('is a review that is asked for, when somebody completes without it', () => {
    const refused = MOVES.filter((move) => moveRefusal(situation({ requiresReview: true }), move) !== null);
    expect(refused).toEqual(['COMPLETE']);
  });

  it('is a missing permission, said by name', () => {
    expect(taskMoves(situation(), (permission) => permission.name !== 'task.work').find(({ move }) => move === 'START')).toEqual({
      move: 'START', label: 'Start', allowed: false, reason: 'Needs the permission "task.work".',
    });
    expect(Object.values(TASK_MOVE_PERMISSIONS).map(({ subject }) => subject)).toEqual(MOVES.map(() => 'task'));
  });
});
