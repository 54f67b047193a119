import { derivedStatus, projectNode, shownStatus, standingOf, taskNode, type WorkNode } from './work-node.js';
import { type ChildCounters, noChildren, type WorkStatus } from './work-status.js';

const inner = (children: Partial<ChildCounters>, more: Partial<WorkNode> = {}): WorkNode => ({
  ...taskNode('t', { weight: 1n, report: 0, status: 'TODO' }), sums: { total: 10n, done: 0n }, children: { ...noChildren(), ...children }, ...more,
});

describe('derivedStatus', () => {
  const cases: [string, Partial<ChildCounters>, Partial<WorkNode>, WorkStatus][] = [
    ['no child at all', {}, {}, 'TODO'],
    ['only cancelled children', { CANCELLED: 3 }, {}, 'TODO'],
    ['nothing started', { TODO: 2 }, {}, 'TODO'],
    ['one started', { TODO: 2, IN_PROGRESS: 1 }, {}, 'IN_PROGRESS'],
    ['one handed in', { TODO: 1, REVIEW: 1 }, {}, 'IN_PROGRESS'],
    ['one done', { TODO: 1, COMPLETED: 1 }, {}, 'IN_PROGRESS'],
    ['all done', { COMPLETED: 2 }, {}, 'COMPLETED'],
    ['all live done', { COMPLETED: 2, CANCELLED: 1 }, {}, 'COMPLETED'],
    ['all done, a review asked', { COMPLETED: 2 }, { reviewRequired: true }, 'REVIEW'],
    ['all done, review accepted', { COMPLETED: 2 }, { reviewRequired: true, accepted: true }, 'COMPLETED'],
    ['a review asked, not all done', { COMPLETED: 2, TODO: 1 }, { reviewRequired: true }, 'IN_PROGRESS'],
    ['all in review', { REVIEW: 2 }, {}, 'IN_PROGRESS'],
    ['every open child blocked', { COMPLETED: 1, BLOCKED: 2 }, {}, 'BLOCKED'],
    ['all blocked', { BLOCKED: 2 }, {}, 'BLOCKED'],
    ['one blocked, one open and untouched', { BLOCKED: 1, TODO: 1 }, {}, 'TODO'],
    ['one blocked with work done, one untouched', { BLOCKED: 1, TODO: 1 }, { sums: { total: 10n, done: 5n } }, 'IN_PROGRESS'],
    ['one blocked, one going on', { BLOCKED: 1, IN_PROGRESS: 1 }, {}, 'IN_PROGRESS'],
  ];
  it.each(cases)('%s', (_, children, more, status) => {
    expect(derivedStatus(inner(children, more))).toBe(status);
  });
});

describe('standingOf', () => {
  it('of a cut node is CANCELLED and nothing, whatever it holds', () => {
    expect(standingOf(inner({ TODO: 1 }, { cancelled: true }))).toEqual({ status: 'CANCELLED', total: 0n, done: 0n });
    expect(standingOf(projectNode('p', 'REJECTED')).status).toBe('CANCELLED');
  });

  it('follows the derived status, not an override', () => {
    expect(standingOf(inner({ TODO: 1 }, { override: 'COMPLETED' }))).toEqual({ status: 'TODO', total: 10n, done: 0n });
  });
});

describe('shownStatus', () => {
  it('is cancelled first, then the override, then the node\'s own', () => {
    expect(shownStatus({ cancelled: true, override: 'REVIEW', status: 'TODO' })).toBe('CANCELLED');
    expect(shownStatus({ cancelled: false, override: 'REVIEW', status: 'TODO' })).toBe('REVIEW');
    expect(shownStatus({ cancelled: false, override: null, status: 'TODO' })).toBe('TODO');
  });
});
