import { networkWithin, parseNetwork, requestConditionsHold } from './request-conditions.js';

const at = (now: string, zone = 'UTC', address: string | null = '10.0.0.7') => ({ now: new Date(now), zone, address });
/** 2026-11-23 is a Monday. */
const office = [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:30' }];
const night = [{ days: [5], from: '22:00', to: '06:00' }];

describe('conditions on the request', () => {
  it.each([
    ['before', '2026-11-23T08:59:59Z', 'UTC', office, false],
    ['at the start', '2026-11-23T09:00:00Z', 'UTC', office, true],
    ['in the last minute', '2026-11-23T17:29:59Z', 'UTC', office, true],
    ['at the end', '2026-11-23T17:30:00Z', 'UTC', office, false],
    ['on a Saturday', '2026-11-21T12:00:00Z', 'UTC', office, false],
    ['in a zone that is ahead: Saturday already', '2026-11-20T19:00:00Z', 'Asia/Kolkata', office, false],
    ['in a zone that is ahead: working', '2026-11-20T11:59:00Z', 'Asia/Kolkata', office, true],
    ['a window over midnight, before it', '2026-11-20T23:00:00Z', 'UTC', night, true],
    ['a window over midnight, behind it', '2026-11-21T05:59:00Z', 'UTC', night, true],
    ['a window over midnight, its end', '2026-11-21T06:00:00Z', 'UTC', night, false],
    ['a window over midnight, the night before', '2026-11-20T05:00:00Z', 'UTC', night, false],
    ['a time that is none', '2026-11-23T12:00:00Z', 'UTC', [{ days: [1], from: '25:00', to: '26:00' }], false],
  ])('hours: %s', (_, now, zone, hours, expected) => {
    expect(requestConditionsHold({ hours }, at(now, zone), false)).toBe(expected);
  });

  it.each([
    ['10.0.0.0/8', '10.9.9.9', true], ['10.0.0.0/8', '11.0.0.1', false], ['10.0.0.7', '10.0.0.7', true], ['2001:db8::/32', '2001:db8:1::5', true], ['2001:db8::/32', '2001:db9::5', false],
    ['10.0.0.0/8', '::ffff:10.1.2.3', true], ['0.0.0.0/0', '2001:db8::1', false], ['nonsense', '10.0.0.1', false],
  ])('network %s and address %s: %s', (network, address, expected) => {
    expect(requestConditionsHold({ networks: [network] }, at('2026-11-23T12:00:00Z', 'UTC', address), false)).toBe(expected);
  });

  it('fails closed where the address is not known: nothing is allowed, and what is denied is denied', () => {
    for (const address of [null, 'unreadable']) {
      expect(requestConditionsHold({ networks: ['10.0.0.0/8'] }, at('2026-11-23T12:00:00Z', 'UTC', address), false)).toBe(false);
      expect(requestConditionsHold({ networks: ['10.0.0.0/8'] }, at('2026-11-23T12:00:00Z', 'UTC', address), true)).toBe(true);
    }
  });

  it('knows networks and which lie in which', () => {
    expect(['10.0.0.0/33', '10.0.0/8', 'a/8', '10.0.0.0/8/8', '', '10.0.0.0/'].map(parseNetwork)).toEqual([null, null, null, null, null, null]);
    expect(networkWithin('10.1.0.0/16', '10.0.0.0/8')).toBe(true);
    expect(networkWithin('10.0.0.0/8', '10.1.0.0/16')).toBe(false);
    expect(networkWithin('11.1.0.0/16', '10.0.0.0/8')).toBe(false);
    expect(networkWithin('2001:db8:1::/48', '10.0.0.0/8')).toBe(false);
  });
});
