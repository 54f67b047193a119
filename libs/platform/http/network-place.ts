import ipaddr from 'ipaddr.js';

/**
 * From where somebody asks, for counting. Whoever has one IPv6 address mostly has the 2^64 around it, so those count as one place; IPv4
 * inside IPv6 is the IPv4 address it is.
 *
 * @returns 'unknown' without an address
 */
export function placeOf(address: string | null): string {
  const plain = address?.split('%', 1)[0];
  if (!plain || !ipaddr.isValid(plain)) return address ?? 'unknown';
  const parsed = ipaddr.process(plain);
  return parsed.kind() === 'ipv4' ? parsed.toString() : ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/64`).toString();
}
