import { matches } from './shortcuts';

const press = (key: string, held: { ctrl?: boolean; meta?: boolean; alt?: boolean; shift?: boolean } = {}) => ({
  key,
  ctrlKey: held.ctrl ?? false,
  metaKey: held.meta ?? false,
  altKey: held.alt ?? false,
  shiftKey: held.shift ?? false,
});

describe('matches', () => {
  it.each([
    ['J', press('j'), true],
    ['J', press('J', { shift: true }), false],
    ['Shift+X', press('X', { shift: true }), true],
    ['Shift+X', press('x'), false],
    ['Mod+K', press('k', { ctrl: true }), true],
    ['Mod+K', press('k', { meta: true }), true],
    ['K', press('k', { ctrl: true }), false],
    ['?', press('?', { shift: true }), true],
    ['/', press('/', { shift: true }), true],
    ['[', press('[', { alt: true }), false],
    ['Enter', press('Enter'), true],
    ['Enter', press('Enter', { shift: true }), false],
  ])('%s against %p: %p', (step, event, expected) => {
    expect(matches(step, event)).toBe(expected);
  });
});
