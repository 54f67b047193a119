import { LOCAL_NETWORKS, NetworkList, normalNetwork } from './networks.js';

describe('networks', () => {
  const local = new NetworkList(LOCAL_NETWORKS);

  it.each(['127.0.0.1', '127.255.255.254', '::1', '10.0.0.0', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.4.9', 'fd12::1', 'fe80::1', '::ffff:10.1.2.3', '::ffff:a01:203'])(
    'know %s as local', (address) => expect(local.includes(address)).toBe(true));

  it.each(['128.0.0.1', '11.0.0.0', '9.255.255.255', '172.15.255.255', '172.32.0.0', '192.169.0.0', '8.8.8.8', '::2', '2001:db8::1', '::ffff:8.8.8.8', '::10.1.2.3', '64:ff9b::a01:203', 'nonsense', ''])(
    'know %s as elsewhere', (address) => expect(local.includes(address)).toBe(false));

  it('let nobody in whose address is unknown, even where all are allowed', () => {
    expect(new NetworkList(['0.0.0.0/0', '::/0']).includes(null)).toBe(false);
  });

  it('end at their last address', () => {
    const office = new NetworkList(['203.0.113.64/26', '2001:db8:7::/48']);
    const inside = ['203.0.113.64', '203.0.113.127', '2001:db8:7::', '2001:db8:7:ffff:ffff:ffff:ffff:ffff'];
    const outside = ['203.0.113.63', '203.0.113.128', '2001:db8:6:ffff:ffff:ffff:ffff:ffff', '2001:db8:8::'];
    expect([...inside, ...outside].filter((address) => office.includes(address))).toEqual(inside);
  });

  it('of IPv6 do not contain IPv4', () => {
    expect(new NetworkList(['::/0']).includes('203.0.113.1')).toBe(false);
  });

  it.each([
    ['203.0.113.9', '203.0.113.9/32'], ['203.0.113.9/24', '203.0.113.0/24'], ['2001:DB8::7', '2001:db8::7/128'], ['2001:db8::7/32', '2001:db8::/32'],
    ['::ffff:203.0.113.9/120', '203.0.113.0/24'], [' 10.0.0.0/8 ', '10.0.0.0/8'],
  ])('are written in one way: %s', (text, normal) => expect(normalNetwork(text)).toBe(normal));

  it.each(['', '10.0.0.0/33', '10.1/16', '0x7f.0.0.1', '1', '::/129', '::ffff:0:0/90', 'example.com', '10.0.0.0/8/8', '10.0.0.0/-1', '300.1.1.1/8'])(
    'are not: %s', (text) => expect(normalNetwork(text)).toBeNull());
});
