import { Injectable } from '@nestjs/common';
import type { Work } from '@throughline/platform/database';

/** What keeps something of a record's files with the record, and must hear when one was deleted by hand; in the same transaction. */
export interface FileHolderKeeper {
  /** @param left how many files the record still has */
  fileDeleted(work: Work, recordId: string, left: number): Promise<void>;
}

/** Where features say, when the product starts, that their records know of their files. */
@Injectable()
export class FileHolders {
  private readonly keepers = new Map<string, FileHolderKeeper>();

  /** @param subject the records' type: `message` */
  provide(subject: string, keeper: FileHolderKeeper): void {
    this.keepers.set(subject, keeper);
  }

  keeperOf(subject: string): FileHolderKeeper | undefined {
    return this.keepers.get(subject);
  }
}
