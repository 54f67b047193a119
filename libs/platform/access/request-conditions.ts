import { BlockList, isIP } from 'node:net';
import { switchedOff } from '../kernel/index.js';
import type { RecordConditions } from './record-conditions.js';

/** A time of week in the organization's zone. `to` before `from` means the next morning; equal means the whole day. */
export interface HoursWindow {
  /** ISO days on which it begins: 1 Monday to 7 Sunday. */
  days: readonly number[];
  /** `08:30` */
  from: string;
  to: string;
}

/** Everything a grant may be conditioned on (ACL-02). All that are given must hold. */
export interface GrantConditions extends RecordConditions {
  /** The caller's address lies in one of these (CIDR, IPv4 or IPv6). */
  networks?: readonly string[];
  /** It is one of these times. */
  hours?: readonly HoursWindow[];
}

/** What conditions on requests are judged by. */
export interface RequestContext {
  address: string | null;
  now: Date;
  /** The organization's IANA time zone. */
  zone: string;
}

/**
 * Whether the conditions on the request hold.
 *
 * @param takes whether the grant takes something away: then what is not known counts as met
 */
export function requestConditionsHold({ networks, hours }: GrantConditions, context: RequestContext, takes: boolean): boolean {
  if (switchedOff('context')) return true;
  if (networks && !(context.address === null ? takes : inNetworks(context.address, networks) ?? takes)) return false;
  return !hours || inHours(hours, context);
}

/** Whether a grant depends on the request, not only on person and record. */
export const dependsOnRequest = ({ networks, hours }: GrantConditions): boolean => networks !== undefined || hours !== undefined;

/**
 * @returns null when the address cannot be read
 */
export function inNetworks(address: string, networks: readonly string[]): boolean | null {
  const family = isIP(address);
  if (family === 0) return null;
  return listOf(networks).check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** A network in CIDR notation taken apart; null when it is none. */
export function parseNetwork(text: string): { address: string; prefix: number; family: 'ipv4' | 'ipv6' } | null {
  const [address = '', length, ...more] = text.split('/');
  const family = isIP(address);
  const bits = family === 6 ? 128 : 32;
  const prefix = length === undefined ? bits : /^\d{1,3}$/.test(length) ? Number(length) : NaN;
  if (family === 0 || more.length > 0 || !(prefix <= bits)) return null;
  return { address, prefix, family: family === 6 ? 'ipv6' : 'ipv4' };
}

/** Whether every address of one network lies in the other. */
export function networkWithin(inner: string, outer: string): boolean {
  const [a, b] = [parseNetwork(inner), parseNetwork(outer)];
  return a !== null && b !== null && a.family === b.family && a.prefix >= b.prefix && inNetworks(a.address, [outer]) === true;
}

const lists = new WeakMap<readonly string[], BlockList>();

/** What cannot be read as a network matches nothing. */
function listOf(networks: readonly string[]): BlockList {
  let list = lists.get(networks);
  if (!list) {
    list = new BlockList();
    for (const network of networks.map(parseNetwork)) if (network) list.addSubnet(network.address, network.prefix, network.family);
    lists.set(networks, list);
  }
  return list;
}

const MINUTES = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Minutes since midnight of `08:30`; null when it is no time of day. */
export function minutesOf(time: string): number | null {
  const match = MINUTES.exec(time);
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}

function inHours(windows: readonly HoursWindow[], { now, zone }: RequestContext): boolean {
  const { day, minute } = localTime(now, zone);
  const yesterday = day === 1 ? 7 : day - 1;
  return windows.some(({ days, from, to }) => {
    const [start, end] = [minutesOf(from), minutesOf(to)];
    if (start === null || end === null) return false;
    if (start < end) return days.includes(day) && minute >= start && minute < end;
    return (days.includes(day) && minute >= start) || (days.includes(yesterday) && minute < end);
  });
}

const formats = new Map<string, Intl.DateTimeFormat>();
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function localTime(now: Date, zone: string): { day: number; minute: number } {
  let format = formats.get(zone);
  if (!format) formats.set(zone, (format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })));
  const parts = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]));
  return { day: DAYS.indexOf(parts['weekday'] ?? '') + 1, minute: Number(parts['hour']) * 60 + Number(parts['minute']) };
}
