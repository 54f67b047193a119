import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@throughline/platform/database';
import type { Actor } from '@throughline/platform/kernel';
import { CsvParser, type CsvRecord, type Encoding, textReader } from './csv/index.js';
import { ImportRepository } from './import.repository.js';

/** Reads an uploaded file piece by piece: memory stays flat whatever its size. */
@Injectable()
export class ImportFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: ImportRepository,
  ) {}

  /** Its records, header first, a handful at a time. Each piece is read in a transaction of its own. */
  async *records(actor: Actor, importId: string, format: { encoding: Encoding; delimiter: string }): AsyncGenerator<CsvRecord[]> {
    const reader = textReader(format.encoding);
    const parser = new CsvParser(format.delimiter);
    for (let position = 0; ; position++) {
      const bytes = await this.unitOfWork.run(actor, (work) => this.imports.piece(work, importId, position));
      if (!bytes) break;
      yield parser.push(reader.push(bytes));
    }
    yield [...parser.push(reader.end()), ...parser.end()];
  }
}
