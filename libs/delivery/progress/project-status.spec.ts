import { isCut, movedByWork, PROJECT_STATUSES, type ProjectStatus } from './project-status.js';
import type { WorkStatus } from './work-status.js';

const FREE: ProjectStatus[] = ['APPROVED', 'IN_PROGRESS', 'CLIENT_REVIEW'];

describe('movedByWork', () => {
  const cases: [WorkStatus, boolean, ProjectStatus][] = [
    ['TODO', false, 'APPROVED'],
    ['BLOCKED', false, 'APPROVED'],
    ['BLOCKED', true, 'IN_PROGRESS'],
    ['IN_PROGRESS', true, 'IN_PROGRESS'],
    ['REVIEW', true, 'IN_PROGRESS'],
    ['COMPLETED', true, 'CLIENT_REVIEW'],
  ];
  it.each(cases)('work that is %s (begun: %s) moves a project to %s from each of the three', (work, begun, to) => {
    for (const from of FREE) expect(movedByWork(from, work, begun)).toBe(to);
  });

  it('moves no project that people have put elsewhere', () => {
    for (const status of PROJECT_STATUSES.filter((candidate) => !FREE.includes(candidate))) {
      for (const [work, begun] of cases) expect(movedByWork(status, work, begun)).toBe(status);
    }
  });
});

describe('isCut', () => {
  it('is true of cancelled and rejected projects only', () => {
    expect(PROJECT_STATUSES.filter(isCut)).toEqual(['CANCELLED', 'REJECTED']);
  });
});
