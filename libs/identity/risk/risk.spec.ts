import { NetworkFactList } from './network-list.js';
import { riskBetween, type Sighting } from './risk.js';

const nothing = { country: null, bad: false };

describe('the list of networks', () => {
  const list = new NetworkFactList('cidr,country,reputation\n# a remark\n203.0.113.0/24,de,ok\n203.0.113.128/25,,bad # rented servers\n203.0.113.200/32,AT\n2001:db8::/32,FR,\n\n0.0.0.0/0,XX,\n');

  it.each([
    ['203.0.113.5', { country: 'DE', bad: false }], ['203.0.113.129', { country: null, bad: true }], ['203.0.113.200', { country: 'AT', bad: false }],
    ['::ffff:203.0.113.5', { country: 'DE', bad: false }], ['8.8.8.8', { country: 'XX', bad: false }], ['2001:db8:ffff::1', { country: 'FR', bad: false }],
    ['2001:db9::1', nothing], ['nonsense', nothing], [null, nothing],
  ])('knows %s by its narrowest entry', (address, facts) => expect(list.of(address)).toEqual(facts));

  it('counts its entries', () => expect(list.size).toBe(5));

  it.each(['203.0.113.0/33,DE,ok', '203.0.113.0/24,Germany,ok', '203.0.113.0/24,DE,awful', '203.0.113.0/24,DE,ok,more', 'x'])('refuses %s and names the line', (line) => {
    expect(() => new NetworkFactList(`10.0.0.0/8,,\n${line}`)).toThrow('Line 2');
  });
});

describe('risk within a session', () => {
  const firefox = (version: number): string => `Mozilla/5.0 (X11; Linux x86_64; rv:${version}.0) Gecko/20100101 Firefox/${version}.0`;
  const seen = (facts: Partial<Sighting>, hours = 0): Sighting => ({ country: 'DE', userAgent: firefox(140), at: new Date(hours * 3_600_000), ...facts });

  it.each([
    ['nothing changed', seen({}), seen({}, 1), []],
    ['a browser updated itself', seen({}), seen({ userAgent: firefox(141) }, 1), []],
    ['another country after an hour', seen({}), seen({ country: 'BR' }, 1), ['IMPOSSIBLE_TRAVEL']],
    ['another country after a flight', seen({}), seen({ country: 'BR' }, 12), []],
    ['a country that the list does not know', seen({}), seen({ country: null }, 0), []],
    ['another program', seen({}), seen({ userAgent: 'curl/8.9.1' }, 1), ['OTHER_PROGRAM']],
    ['no program any more', seen({}), seen({ userAgent: null }, 1), ['OTHER_PROGRAM']],
    ['both', seen({}), seen({ country: 'BR', userAgent: 'curl/8.9.1' }, 1), ['IMPOSSIBLE_TRAVEL', 'OTHER_PROGRAM']],
  ] as const)('%s', (_, before, now, reasons) => expect(riskBetween(before, now)).toEqual(reasons));
});
