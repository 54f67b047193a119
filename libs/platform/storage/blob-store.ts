/** There is no blob of that name. */
export class BlobMissing extends Error {
  constructor(name: string) {
    super(`There is no blob ${name}.`);
    this.name = 'BlobMissing';
  }
}

/** A stretch of bytes, from the first to before the last: `[from, to)`. */
export interface ByteRange {
  from: number;
  to: number;
}

/**
 * Keeps bytes by name and knows nothing of them: a disk or a bucket (DOC-03). Names are `<organization>/<uuid>`; each is written
 * once.
 */
export interface BlobStore {
  /**
   * Writes a blob whole or not at all: until it returns, nobody finds anything under the name, and after a failure nobody ever does.
   *
   * @param most bytes that may come at most; a store that must gather them first needs to know
   */
  write(name: string, bytes: AsyncIterable<Uint8Array>, most: number): Promise<void>;
  /**
   * The bytes of a stretch, in pieces, read as they are taken.
   *
   * @throws BlobMissing with the first piece
   */
  read(name: string, range: ByteRange): AsyncIterable<Uint8Array>;
  /** Removes a blob; one that is missing is removed already. */
  remove(name: string): Promise<void>;
  /** Removes every blob of an organization. @returns how many there were */
  removeAll(organizationId: string): Promise<number>;
}

const NAME = /^[0-9a-f-]{36}\/[0-9a-f-]{36}$/;

/** Names come from ids of ours; anything else is a mistake and must not reach a disk. @throws Error */
export function checkName(name: string): string {
  if (!NAME.test(name)) throw new Error('This is no name of a blob.');
  return name;
}
