type Watcher = () => void;

/** Who wants to know when a record or a person moved; each is only told that something did. */
export class Watchers {
  private readonly byKey = new Map<string, Set<Watcher>>();

  /** @returns a function that stops watching */
  watch(organizationId: string, { record, people }: { record: string | null; people: readonly string[] }, watcher: Watcher): () => void {
    const keys = [...(record === null ? [] : [`record ${organizationId} ${record}`]), ...people.map((id) => `person ${organizationId} ${id}`)];
    for (const key of keys) this.byKey.set(key, (this.byKey.get(key) ?? new Set<Watcher>()).add(watcher));
    return () => {
      for (const key of keys) {
        const watchers = this.byKey.get(key);
        watchers?.delete(watcher);
        if (watchers?.size === 0) this.byKey.delete(key);
      }
    };
  }

  /** @param at organization and record, as the board names them */
  record(at: string): void {
    this.tell(`record ${at}`);
  }

  person(at: string): void {
    this.tell(`person ${at}`);
  }

  get size(): number {
    return this.byKey.size;
  }

  private tell(key: string): void {
    for (const watcher of [...(this.byKey.get(key) ?? [])]) watcher();
  }
}
