import ipaddr from 'ipaddr.js';

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Bits before the IPv4 address in an IPv4-mapped IPv6 one (RFC 4291, 2.5.5.2). */
const MAPPED_BITS = 96;

/** IPv4-compatible IPv6 (deprecated by RFC 4291): ipaddr.js takes it for IPv4-mapped, which it is not. */
const COMPATIBLE = /^(?!::ffff:).*:.*\./i;

/** Loopback and private ranges (RFC 1918, RFC 4193, link-local IPv6): what an organization starts with. */
export const LOCAL_NETWORKS: readonly string[] = ['127.0.0.0/8', '::1/128', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7', 'fe80::/10'];

/** Networks ready to be asked about addresses. */
export class NetworkList {
  private readonly ranges: readonly Range[];

  /** @param networks CIDR texts; what is none matches nothing */
  constructor(networks: readonly string[]) {
    this.ranges = networks.flatMap((network) => {
      const range = parse(network);
      return range ? [range] : [];
    });
  }

  /** Whether an address lies in one of them. IPv4 inside IPv6 counts as the IPv4 address it is; an unknown address lies nowhere. */
  includes(address: string | null): boolean {
    if (address === null || !ipaddr.isValid(address) || COMPATIBLE.test(address)) return false;
    const asked = ipaddr.process(address);
    return this.ranges.some(([network, bits]) => network.kind() === asked.kind() && asked.match(network, bits));
  }
}

/**
 * A network as the database keeps it: a lone address is a network of one, bits beyond the prefix are cleared, IPv4 in
 * IPv6 becomes IPv4.
 *
 * @returns null for anything that is no network
 */
export function normalNetwork(text: string): string | null {
  const range = parse(text.trim());
  if (!range) return null;
  const [address, bits] = range;
  const network = address instanceof ipaddr.IPv4 ? ipaddr.IPv4.networkAddressFromCIDR(`${address.toString()}/${bits}`) : ipaddr.IPv6.networkAddressFromCIDR(`${address.toString()}/${bits}`);
  return `${network.toString()}/${bits}`;
}

function parse(text: string): Range | null {
  const cidr = text.includes('/') ? text : `${text}/${text.includes(':') ? 128 : 32}`;
  // ipaddr.js also reads forms such as 10.1/16 and 0x7f.1, in which people read other addresses than programs do.
  if (!ipaddr.isValidCIDR(cidr) || (!cidr.includes(':') && !/^\d+(\.\d+){3}\//.test(cidr))) return null;
  const [address, bits] = ipaddr.parseCIDR(cidr);
  if (!(address instanceof ipaddr.IPv6) || !address.isIPv4MappedAddress()) return [address, bits];
  return bits < MAPPED_BITS ? null : [address.toIPv4Address(), bits - MAPPED_BITS];
}
