import { placeOf } from './network-place.js';

describe('the place somebody asks from', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'], ['::ffff:203.0.113.7', '203.0.113.7'], ['::ffff:cb00:7107', '203.0.113.7'], [null, 'unknown'], ['nonsense', 'nonsense'], ['', ''],
  ])('of %j is %j', (address, place) => expect(placeOf(address)).toBe(place));

  it('is the same in the whole of an IPv6 network, and another in the next', () => {
    const places = ['2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff', '2001:0db8:0001:0002::', '2001:db8:1:2::1%eth0'].map(placeOf);
    expect(new Set(places).size).toBe(1);
    expect(placeOf('2001:db8:1:3::1')).not.toBe(places[0]);
    expect(placeOf('::1')).not.toBe(placeOf('127.0.0.1'));
  });
});
