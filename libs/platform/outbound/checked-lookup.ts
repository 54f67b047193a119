import { lookup } from 'node:dns/promises';
import type { LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The address is not one that requests on somebody's word may go to. */
export class OutboundRefused extends Error {}

/** Of IPv6 nothing else is given to machines that everybody may reach (RFC 4291): not `::127.0.0.1`, nor what was local once. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** Whether an address is a public one of a single machine; IPv4 inside IPv6 counts as the IPv4 address it is. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return parsed.range() === 'unicast' && (parsed.kind() === 'ipv4' || parsed.match(GLOBAL_IPV6));
}

/**
 * Resolves a host once; what was checked is what is dialled, so that a name cannot answer differently the second time.
 *
 * @param isPrivateAllowed whether an operator has named the host
 * @throws OutboundRefused when nothing is left to dial
 */
export async function resolveChecked(hostname: string, isPrivateAllowed: boolean): Promise<LookupAddress[]> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  const found = family > 0 ? [{ address: host, family }] : await lookup(host, { all: true });
  const allowed = isPrivateAllowed ? found : found.filter(({ address }) => isPublicAddress(address));
  if (allowed.length === 0) throw new OutboundRefused(`${host} is no public address. Operators allow others by ALLOWED_PRIVATE_HOSTS.`);
  return allowed;
}

/** What `node:net` asks instead of the resolver: always the addresses that were checked. */
export function fixedLookup(addresses: readonly LookupAddress[]): LookupFunction {
  return (_hostname, options, done) => {
    if (options.all) done(null, [...addresses]);
    else done(null, addresses[0]!.address, addresses[0]!.family);
  };
}
