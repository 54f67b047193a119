import { basisPointsOf } from './figure.js';
import { milestoneNode, projectNode, shownStatus, taskNode } from './work-node.js';
import { WorkTree } from './work-tree.js';
import type { OwnWork } from './completion.js';

const own = (weight: number, status: OwnWork['status'] = 'TODO', report = 0): OwnWork => ({ weight: BigInt(weight), status, report });

/** P (a project) > T > A (weight 30), B (weight 10); M is a milestone that holds T. */
function sample(): WorkTree {
  const tree = new WorkTree();
  tree.add(projectNode('P', 'APPROVED'));
  tree.add(milestoneNode('M'));
  for (const [id, parent, milestone] of [['T', 'P', 'M'], ['A', 'T', null], ['B', 'T', null]] as const) {
    tree.add(taskNode(id, own(id === 'B' ? 10 : 30)));
    tree.attach(id, parent, milestone);
  }
  return tree;
}
const figures = (tree: WorkTree, ...ids: string[]): unknown[] =>
  ids.map((id) => { const { sums, status, projectStatus } = tree.node(id); return [Number(sums.total), Number(sums.done), projectStatus ?? status]; });

describe('a change at a leaf', () => {
  it('moves every node above it, the milestone too, by its deltas', () => {
    const tree = sample();
    tree.changeOwn('A', { status: 'IN_PROGRESS', report: 5_000 });
    expect(figures(tree, 'A', 'T', 'M', 'P')).toEqual([
      [30, 150_000, 'IN_PROGRESS'], [40, 150_000, 'IN_PROGRESS'], [40, 150_000, 'IN_PROGRESS'], [40, 150_000, 'IN_PROGRESS'],
    ]);
    expect(basisPointsOf(tree.node('P').sums)).toBe(3_750);
  });

  it('is told leaf first, milestones before projects', () => {
    const loaded = new WorkTree([...sample().all()]);
    loaded.changeOwn('B', { status: 'COMPLETED' });
    expect(loaded.changes().map((node) => node.id)).toEqual(['B', 'T', 'M', 'P']);
    expect(loaded.original('P')?.sums.done).toBe(0n);
  });

  it('that changes nothing tells nothing', () => {
    const loaded = new WorkTree([...sample().all()]);
    loaded.changeOwn('B', { status: 'TODO' });
    expect(loaded.changes()).toEqual([]);
  });

  it('re-weighs', () => {
    const tree = sample();
    tree.changeOwn('A', { status: 'COMPLETED' });
    tree.changeOwn('A', { weight: 10n });
    expect(figures(tree, 'P')).toEqual([[20, 100_000, 'IN_PROGRESS']]);
  });

  it('finishes a project only when the last one is done, and re-opens it', () => {
    const tree = sample();
    tree.changeOwn('A', { status: 'COMPLETED' });
    tree.changeOwn('B', { status: 'COMPLETED' });
    expect(figures(tree, 'T', 'M', 'P')).toEqual([[40, 400_000, 'COMPLETED'], [40, 400_000, 'COMPLETED'], [40, 400_000, 'CLIENT_REVIEW']]);
    tree.changeOwn('B', { status: 'IN_PROGRESS', report: 9_000 });
    expect(figures(tree, 'T', 'M', 'P')).toEqual([[40, 390_000, 'IN_PROGRESS'], [40, 390_000, 'IN_PROGRESS'], [40, 390_000, 'IN_PROGRESS']]);
  });

  it('takes an untouched project back to APPROVED', () => {
    const tree = sample();
    tree.changeOwn('A', { status: 'IN_PROGRESS' });
    tree.changeOwn('A', { status: 'TODO' });
    expect(tree.node('P').projectStatus).toBe('APPROVED');
  });
});

describe('leaf and parent', () => {
  it('a first child replaces the leaf\'s own work in the sums; the last one gone, it is back', () => {
    const tree = sample();
    tree.changeOwn('A', { status: 'IN_PROGRESS', report: 5_000 });
    tree.add(taskNode('C', tree.node('A').own!));
    tree.attach('C', 'A');
    expect(figures(tree, 'C', 'A', 'P')).toEqual([[30, 150_000, 'IN_PROGRESS'], [30, 150_000, 'IN_PROGRESS'], [40, 150_000, 'IN_PROGRESS']]);
    tree.changeOwn('C', { weight: 70n, status: 'COMPLETED' });
    expect(figures(tree, 'A', 'P')).toEqual([[70, 700_000, 'COMPLETED'], [80, 700_000, 'IN_PROGRESS']]);
    tree.detach('C');
    tree.drop('C');
    expect(figures(tree, 'A', 'T', 'P')).toEqual([[30, 150_000, 'IN_PROGRESS'], [40, 150_000, 'IN_PROGRESS'], [40, 150_000, 'IN_PROGRESS']]);
    expect(tree.has('C')).toBe(false);
  });

  it('with only cancelled children it is no leaf, has no progress and is TODO', () => {
    const tree = sample();
    tree.changeOwn('A', { status: 'COMPLETED' });
    tree.setCancelled('A', true);
    tree.setCancelled('B', true);
    expect(figures(tree, 'T', 'M', 'P')).toEqual([[0, 0, 'TODO'], [0, 0, 'TODO'], [0, 0, 'APPROVED']]);
    expect(basisPointsOf(tree.node('T').sums)).toBeNull();
  });

  it('an inner node keeps its own work for later without counting it', () => {
    const tree = sample();
    tree.changeOwn('T', { weight: 500n, status: 'COMPLETED' });
    expect(figures(tree, 'T', 'P')).toEqual([[40, 0, 'TODO'], [40, 0, 'APPROVED']]);
  });
});

describe('CANCELLED', () => {
  it('takes a subtree out and puts it back with what happened below meanwhile', () => {
    const tree = sample();
    tree.setCancelled('T', true);
    expect(figures(tree, 'T', 'M', 'P')).toEqual([[40, 0, 'TODO'], [0, 0, 'TODO'], [0, 0, 'APPROVED']]);
    tree.changeOwn('A', { status: 'COMPLETED' });
    expect(figures(tree, 'T', 'P')).toEqual([[40, 300_000, 'IN_PROGRESS'], [0, 0, 'APPROVED']]);
    expect(tree.node('P').children.CANCELLED).toBe(1);
    tree.setCancelled('T', false);
    expect(figures(tree, 'T', 'M', 'P')).toEqual([[40, 300_000, 'IN_PROGRESS'], [40, 300_000, 'IN_PROGRESS'], [40, 300_000, 'IN_PROGRESS']]);
  });

  it('of a sub-project cuts its sums off the parent project', () => {
    const tree = sample();
    tree.add(projectNode('Q', 'APPROVED'));
    tree.attach('P', 'Q');
    tree.changeOwn('A', { status: 'COMPLETED' });
    expect(figures(tree, 'Q')).toEqual([[40, 300_000, 'IN_PROGRESS']]);
    tree.setProjectStatus('P', 'CANCELLED');
    expect(figures(tree, 'P', 'Q')).toEqual([[40, 300_000, 'CANCELLED'], [0, 0, 'APPROVED']]);
    tree.setProjectStatus('P', 'APPROVED');
    expect(figures(tree, 'P', 'Q')).toEqual([[40, 300_000, 'IN_PROGRESS'], [40, 300_000, 'IN_PROGRESS']]);
  });
});

describe('milestones', () => {
  it('hold the sums of their tasks, and a change of milestone moves nothing else', () => {
    const tree = sample();
    tree.add(milestoneNode('N'));
    tree.changeOwn('B', { status: 'COMPLETED' });
    const project = figures(tree, 'P');
    tree.setMilestone('T', 'N');
    expect(figures(tree, 'M', 'N')).toEqual([[0, 0, 'TODO'], [40, 100_000, 'IN_PROGRESS']]);
    tree.setMilestone('T', null);
    expect(figures(tree, 'N')).toEqual([[0, 0, 'TODO']]);
    expect(figures(tree, 'P')).toEqual(project);
  });

  it('take top-level tasks only', () => {
    const tree = sample();
    tree.add(taskNode('C', own(1)));
    expect(() => tree.attach('C', 'T', 'M')).toThrow('Only top-level tasks belong to a milestone.');
  });
});

describe('reviews and overrides of inner nodes', () => {
  const finished = (): WorkTree => {
    const tree = sample();
    tree.setReviewRequired('T', true);
    tree.changeOwn('A', { status: 'COMPLETED' });
    tree.changeOwn('B', { status: 'COMPLETED' });
    return tree;
  };

  it('ends in REVIEW, the project is not done before the acceptance', () => {
    const tree = finished();
    expect(figures(tree, 'T', 'P')).toEqual([[40, 400_000, 'REVIEW'], [40, 400_000, 'IN_PROGRESS']]);
    tree.accept('T');
    expect(figures(tree, 'T', 'P')).toEqual([[40, 400_000, 'COMPLETED'], [40, 400_000, 'CLIENT_REVIEW']]);
  });

  it('any change below clears the acceptance', () => {
    const tree = finished();
    tree.accept('T');
    tree.changeOwn('B', { status: 'IN_PROGRESS' });
    tree.changeOwn('B', { status: 'COMPLETED' });
    expect([tree.node('T').accepted, tree.node('T').status]).toEqual([false, 'REVIEW']);
  });

  it('there is nothing to accept before', () => {
    const tree = sample();
    expect(() => tree.accept('T')).toThrow('has no review to accept');
    expect(() => tree.accept('A')).toThrow('has no review to accept');
  });

  it('an override shows at its node only and stands until a change below it', () => {
    const tree = sample();
    const project = figures(tree, 'P');
    tree.override('T', 'COMPLETED');
    expect(shownStatus(tree.node('T'))).toBe('COMPLETED');
    expect(figures(tree, 'P')).toEqual(project);
    tree.changeOwn('A', { weight: 31n });
    expect(shownStatus(tree.node('T'))).toBe('TODO');
  });

  it('an override does not clear the one above it; a change that moves no sum does', () => {
    const tree = sample();
    tree.add(taskNode('C', own(1)));
    tree.attach('C', 'B');
    tree.override('T', 'BLOCKED');
    tree.override('B', 'REVIEW');
    expect(tree.node('T').override).toBe('BLOCKED');
    tree.changeOwn('C', { status: 'BLOCKED' });
    expect([tree.node('B').override, tree.node('T').override]).toEqual([null, null]);
  });

  it('a change below a cut does not reach above it', () => {
    const tree = sample();
    tree.add(taskNode('C', own(1)));
    tree.attach('C', 'B');
    tree.setCancelled('B', true);
    tree.override('T', 'BLOCKED');
    tree.changeOwn('C', { status: 'COMPLETED' });
    expect(tree.node('T').override).toBe('BLOCKED');
  });
});

describe('mistakes of the calling code', () => {
  it('are refused before anything moves', () => {
    const tree = sample();
    expect(() => tree.changeOwn('X', {})).toThrow('Node X is not loaded.');
    expect(() => tree.changeOwn('P', { report: 1 })).toThrow('carries no work of its own');
    expect(() => tree.changeOwn('A', { weight: 0n })).toThrow('A weight is at least 1.');
    expect(() => tree.attach('A', 'B')).toThrow('hangs somewhere already');
    expect(() => tree.drop('A')).toThrow('Detach a node before it is dropped.');
    expect(() => tree.add(taskNode('A', own(1)))).toThrow('is there already');
    tree.detach('T');
    expect(() => tree.attach('T', 'A')).toThrow('A node cannot be below itself.');
  });
});
