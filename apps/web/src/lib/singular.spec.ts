import { singular } from './singular';

it.each([['leads', 'lead'], ['entries', 'entry'], ['people', 'person'], ['roles held', 'role held'], ['hand-offs', 'hand-off']])('one of the %s is a %s', (things, thing) => {
  expect(singular(things)).toBe(thing);
});
