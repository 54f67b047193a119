import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { allows } from '@throughline/platform/access';
import { UnitOfWork } from '@throughline/platform/database';
import { type Actor, newId, normalizeLine, refuse } from '@throughline/platform/kernel';
import { Placement } from '@throughline/sales/customers';
import { leadAccess, leadImportPermissions } from '../lead.policy.js';
import { type Encoding, EncodingDetector } from './csv/index.js';
import { detectFile } from './detect.js';
import { ImportRepository } from './import.repository.js';

/** The largest file, and how many uploads may wait for a decision at once. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;
export const MAX_WAITING = 5;
const PIECE_BYTES = 256 * 1024;
/** What the preview and the guesses look at. */
const HEAD_BYTES = 256 * 1024;

/** Takes files in: streamed into the database, never whole in memory. */
@Injectable()
export class UploadService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: ImportRepository,
    private readonly placement: Placement,
  ) {}

  /**
   * Stores a file and finds out what it holds. A stream that breaks leaves nothing behind.
   *
   * @returns the import's id
   * @throws AppError FORBIDDEN, LIMIT_EXCEEDED (size, waiting uploads), VALIDATION_FAILED (no text, no header)
   */
  async store(actor: Actor, fileName: string, file: AsyncIterable<Uint8Array>): Promise<string> {
    const id = await this.open(actor, fileName);
    try {
      const facts = await this.receive(actor, id, file);
      const detected = detectFile(facts.head, facts.encoding);
      await this.unitOfWork.run(actor, async (work) => {
        const row = await this.imports.lock(work, id);
        await this.imports.update(work, id, row.version, {
          status: 'UPLOADED', byteSize: BigInt(facts.bytes), sha256: facts.sha256, detected, rowsTotal: Math.max(0, facts.lines - 1),
        });
        const access = leadAccess(row);
        work.record({
          kind: 'leadImport.uploaded', subject: 'leadImport', subjectId: id, access: { before: null, after: access },
          changes: { fileName: { before: null, after: row.fileName }, byteSize: { before: null, after: facts.bytes }, sha256: { before: null, after: facts.sha256 } },
        });
      });
      return id;
    } catch (error) {
      await this.unitOfWork.run(actor, (work) => this.imports.remove(work, id));
      throw error;
    }
  }

  private open(actor: Actor, fileName: string): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const departmentId = await this.placement.departmentOf(work, actor.userId);
      if (actor.userId === null || !allows(actor.ability, leadImportPermissions.create, leadAccess({ ownerId: actor.userId, departmentId }))) {
        throw refuse('FORBIDDEN', 'You may not import leads.');
      }
      await this.imports.closeAbandoned(work);
      if ((await this.imports.waiting(work, actor.userId)) >= MAX_WAITING) {
        throw refuse('LIMIT_EXCEEDED', `You have ${MAX_WAITING} uploads that were not started. Start or cancel one first.`, 'file');
      }
      const id = newId();
      await this.imports.insert(work, { id, ownerId: actor.userId, departmentId, fileName: (normalizeLine(fileName) ?? 'leads.csv').slice(0, 200) });
      return id;
    });
  }

  private async receive(actor: Actor, id: string, file: AsyncIterable<Uint8Array>): Promise<{ bytes: number; lines: number; sha256: string; encoding: Encoding; head: Buffer }> {
    const detector = new EncodingDetector();
    const hash = createHash('sha256');
    const head: Uint8Array[] = [];
    let [bytes, lineFeeds, position, pendingBytes] = [0, 0, 0, 0];
    let pending: Uint8Array[] = [];
    let last: number | undefined;
    const flush = async (): Promise<void> => {
      if (pendingBytes === 0) return;
      const piece = Buffer.concat(pending);
      pending = [];
      pendingBytes = 0;
      await this.unitOfWork.run(actor, (work) => this.imports.addPiece(work, id, position, piece));
      position++;
    };
    for await (const chunk of file) {
      if (bytes + chunk.length > MAX_FILE_BYTES) {
        throw refuse('LIMIT_EXCEEDED', 'A file may have at most 50 MB. Split it, or leave out columns you do not need.', 'file', { maximumBytes: MAX_FILE_BYTES });
      }
      if (bytes < HEAD_BYTES) head.push(chunk.subarray(0, HEAD_BYTES - bytes));
      bytes += chunk.length;
      lineFeeds += countLineFeeds(chunk);
      last = chunk.at(-1) ?? last;
      detector.push(chunk);
      hash.update(chunk);
      pending.push(chunk);
      pendingBytes += chunk.length;
      if (pendingBytes >= PIECE_BYTES) await flush();
    }
    await flush();
    // The last line may or may not be ended.
    const lines = lineFeeds + (last === undefined || last === 10 ? 0 : 1);
    return { bytes, lines, sha256: hash.digest('hex'), encoding: detector.finish(), head: Buffer.concat(head) };
  }
}

function countLineFeeds(chunk: Uint8Array): number {
  let lines = 0;
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines++;
  return lines;
}
