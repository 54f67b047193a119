/** How many statements a connection keeps prepared; free-form documents push out what was not used for longest. */
const CAPACITY = 256;

/** Which statements one connection has prepared, in the order of their last use. */
export class PreparedStatements {
  private readonly names = new Set<string>();
  private doubtful: string[] = [];

  constructor(private readonly capacity = CAPACITY) {}

  /** Notes a use. `known`: needs no parse. `evicted`: a name that has to be closed to make room. */
  use(name: string): { known: boolean; evicted?: string } {
    const known = this.names.delete(name);
    this.names.add(name);
    if (known || this.names.size <= this.capacity) return { known };
    const [evicted] = this.names as Iterable<string> as [string];
    this.names.delete(evicted);
    return { known, evicted };
  }

  /** Says that these may or may not be prepared. */
  doubt(names: readonly string[]): void {
    for (const name of names) this.names.delete(name);
    this.doubtful.push(...names);
  }

  /** Names to close before anything else is sent. */
  takeDoubtful(): string[] {
    return this.doubtful.length === 0 ? [] : this.doubtful.splice(0);
  }
}
