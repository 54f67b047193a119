import ipaddr from 'ipaddr.js';

/** What the operator's list says of a network. */
export interface NetworkFacts {
  /** ISO 3166, two letters; null when it says nothing. */
  country: string | null;
  /** Attacks come from there: anonymizers, rented servers, whatever the operator lists. */
  bad: boolean;
}

const NOTHING: NetworkFacts = { country: null, bad: false };

/** A list of networks with countries and reputations; the narrowest entry around an address counts. */
export class NetworkFactList {
  /** By address family and bits: entries by the address with everything behind those bits cleared. */
  private readonly entries: Record<'ipv4' | 'ipv6', Map<number, Map<string, NetworkFacts>>> = { ipv4: new Map(), ipv6: new Map() };
  readonly size: number;

  /**
   * @param csv lines of `CIDR,country,reputation`; country and reputation may be empty, reputation is `bad` or `ok`; `#` begins a remark
   * @throws Error naming the first line that cannot be read
   */
  constructor(csv: string) {
    let size = 0;
    for (const [at, line] of csv.split(/\r?\n/).entries()) {
      const text = line.replace(/#.*$/, '').trim();
      if (text === '' || (at === 0 && /^cidr\b/i.test(text))) continue;
      this.add(text, at + 1);
      size += 1;
    }
    this.size = size;
  }

  of(address: string | null): NetworkFacts {
    if (address === null || !ipaddr.isValid(address)) return NOTHING;
    const parsed = ipaddr.process(address);
    const families = this.entries[parsed.kind()];
    for (const bits of [...families.keys()].sort((a, b) => b - a)) {
      const found = families.get(bits)?.get(masked(parsed, bits));
      if (found) return found;
    }
    return NOTHING;
  }

  private add(text: string, line: number): void {
    const [cidr = '', country = '', reputation = '', ...rest] = text.split(',').map((part) => part.trim());
    const valid = ipaddr.isValidCIDR(cidr) && (country === '' || /^[A-Za-z]{2}$/.test(country)) && ['', 'ok', 'bad'].includes(reputation.toLowerCase()) && rest.length === 0;
    if (!valid) throw new Error(`Line ${line} of the list of networks is not CIDR,country,reputation (country: two letters or nothing; reputation: ok, bad or nothing).`);
    const [address, bits] = ipaddr.parseCIDR(cidr);
    const families = this.entries[address.kind()];
    const byAddress = families.get(bits) ?? new Map<string, NetworkFacts>();
    families.set(bits, byAddress);
    byAddress.set(masked(address, bits), { country: country === '' ? null : country.toUpperCase(), bad: reputation.toLowerCase() === 'bad' });
  }
}

function masked(address: ipaddr.IPv4 | ipaddr.IPv6, bits: number): string {
  return Buffer.from(address.toByteArray().map((byte, at) => byte & (0xff00 >> Math.max(0, Math.min(8, bits - at * 8))) & 0xff)).toString('hex');
}
