import { isLight } from './is-light';

it('writes on a colour in black or white, whichever is read better', () => {
  expect(['#ffffff', '#ffd500', '#7fbf3f'].map(isLight)).toEqual([true, true, true]);
  expect(['#000000', '#1f4fd8', '#8b1a1a'].map(isLight)).toEqual([false, false, false]);
});
