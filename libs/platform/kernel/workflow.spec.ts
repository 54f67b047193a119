import { AppError } from './app-error.js';
import { defineWorkflow } from './workflow.js';

const door = defineWorkflow<'OPEN' | 'SHUT' | 'GONE', 'SHUT' | 'OPEN' | 'REMOVE'>('door', {
  SHUT: { from: ['OPEN'], to: 'SHUT', label: 'Shut' },
  OPEN: { from: ['SHUT'], to: 'OPEN', label: 'Open' },
  REMOVE: { from: ['OPEN', 'SHUT'], to: 'GONE', label: 'Remove' },
});

describe('defineWorkflow', () => {
  it('follows its table', () => {
    expect(door.apply('OPEN', 'SHUT')).toBe('SHUT');
    expect(door.apply('SHUT', 'REMOVE')).toBe('GONE');
  });

  it('refuses an illegal move and names the legal ones', () => {
    const attempt = (): unknown => door.apply('OPEN', 'OPEN');
    expect(attempt).toThrow(AppError);
    expect(attempt).toThrow('A door that is OPEN cannot take the move OPEN. Possible now: SHUT, REMOVE.');
    expect(() => door.apply('GONE', 'OPEN')).toThrow('Nothing can be done with it any more.');
  });

  it('offers every move with a reason where it is not possible', () => {
    expect(door.offers('SHUT', (move) => (move === 'REMOVE' ? 'Needs a screwdriver.' : null))).toEqual([
      { move: 'SHUT', label: 'Shut', allowed: false, reason: 'Not possible while it is SHUT.' },
      { move: 'OPEN', label: 'Open', allowed: true, reason: null },
      { move: 'REMOVE', label: 'Remove', allowed: false, reason: 'Needs a screwdriver.' },
    ]);
  });
});
