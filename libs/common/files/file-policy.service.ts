import { Injectable } from '@nestjs/common';
import { authorize } from '@throughline/platform/access';
import { fieldChanges, UnitOfWork, updateVersioned, type Work } from '@throughline/platform/database';
import { Config } from '@throughline/platform/config';
import { type Actor, newId, refuse } from '@throughline/platform/kernel';
import { KNOWN_TYPES, STANDARD_TYPES } from './content/file-types.js';
import { filePolicyPermissions, filePolicySubject } from './file.policy.js';

/** Where an organization has decided nothing, and the most it may decide. */
export const STANDARD_MAX_BYTES = 256 * 1024 ** 2;
export const MOST_BYTES = 5 * 1024 ** 3;

/** What an organization takes in. */
export interface FilePolicyState {
  /** Of the stored row; 1 while nothing is stored, as the first stored row has it too. */
  version: number;
  allowedTypes: readonly string[];
  maxBytes: number;
  /** Whether clients may put files on the records they see. */
  clientsMayAdd: boolean;
}

/** The rules with the room that is left. */
export interface FileRoom extends FilePolicyState {
  usedBytes: bigint;
  limitBytes: bigint;
}

interface Row { id: string; version: number; allowed_types: string[] | null; max_bytes: string | null; used_bytes: string; limit_bytes: string | null; clients_may_add: boolean }

/** Which files an organization takes, and how many bytes of them. */
@Injectable()
export class FilePolicyService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly config: Config,
  ) {}

  /** For everybody who is signed in: what they may upload. */
  of(actor: Actor): Promise<FileRoom> {
    return this.unitOfWork.run(actor, (work) => this.inForce(work));
  }

  /** What holds in the organization of a transaction. */
  async inForce(work: Work): Promise<FileRoom> {
    const [row] = await work.query<Row>('SELECT id, version, allowed_types, max_bytes, used_bytes, limit_bytes, clients_may_add FROM file_policy WHERE organization_id = $1', [work.actor.organizationId]);
    return this.state(row);
  }

  /**
   * Takes room for a file before its first byte comes.
   *
   * @throws AppError LIMIT_EXCEEDED naming what is left
   */
  async takeRoom(work: Work, bytes: number): Promise<void> {
    const { id } = await this.stored(work);
    const { usedBytes, limitBytes } = await this.inForce(work);
    if (usedBytes + BigInt(bytes) > limitBytes) {
      const left = limitBytes > usedBytes ? limitBytes - usedBytes : 0n;
      throw refuse('LIMIT_EXCEEDED', `Your organization's files may take ${inWords(limitBytes)} together, and ${inWords(left)} are left. Delete files that nobody needs, or ask whoever runs this installation for more room.`, 'file', {
        limitBytes: limitBytes.toString(), leftBytes: left.toString(),
      });
    }
    await work.execute('UPDATE file_policy SET used_bytes = used_bytes + $3 WHERE organization_id = $1 AND id = $2', [work.actor.organizationId, id, bytes]);
  }

  /**
   * @param input.allowedTypes content types the product knows; at least one
   * @param input.clientsMayAdd as it was when absent
   * @throws AppError VALIDATION_FAILED, CONFLICT, FORBIDDEN
   */
  update(actor: Actor, input: { version: number; allowedTypes: readonly string[]; maxBytes: bigint; clientsMayAdd?: boolean | null | undefined }): Promise<FileRoom> {
    return this.unitOfWork.run(actor, async (work) => {
      authorize(actor, filePolicyPermissions.update, filePolicySubject, {});
      const allowedTypes = [...new Set(input.allowedTypes)].sort();
      const unknown = allowedTypes.findIndex((name) => !Object.hasOwn(KNOWN_TYPES, name));
      if (unknown >= 0) throw refuse('VALIDATION_FAILED', `Files of the type "${String(allowedTypes[unknown]).slice(0, 100)}" cannot be allowed.`, 'allowedTypes');
      if (allowedTypes.length === 0) throw refuse('VALIDATION_FAILED', 'Allow at least one type of file.', 'allowedTypes');
      if (input.maxBytes < 1n || input.maxBytes > BigInt(MOST_BYTES)) throw refuse('VALIDATION_FAILED', `A file may have ${inWords(BigInt(MOST_BYTES))} at most.`, 'maxBytes');
      const { id } = await this.stored(work);
      const before = await this.inForce(work);
      const clientsMayAdd = input.clientsMayAdd ?? before.clientsMayAdd;
      await updateVersioned(work, 'file_policy', 'file policy', id, input.version, { allowed_types: allowedTypes, max_bytes: input.maxBytes.toString(), clients_may_add: clientsMayAdd });
      work.record({
        kind: 'filePolicy.updated', subject: 'filePolicy', subjectId: id, access: { before: {}, after: {} },
        changes: fieldChanges({ allowedTypes: before.allowedTypes, maxBytes: String(before.maxBytes), clientsMayAdd: before.clientsMayAdd }, { allowedTypes, maxBytes: input.maxBytes.toString(), clientsMayAdd }),
      });
      return this.inForce(work);
    });
  }

  /** The row of the organization, locked; the first one who needs it makes it. */
  private async stored(work: Work): Promise<{ id: string }> {
    const { organizationId } = work.actor;
    await work.execute('INSERT INTO file_policy (id, organization_id) VALUES ($1, $2) ON CONFLICT ON CONSTRAINT uq_file_policy_organization DO NOTHING', [newId(), organizationId]);
    const [row] = await work.query<{ id: string }>('SELECT id FROM file_policy WHERE organization_id = $1 FOR NO KEY UPDATE', [organizationId]);
    if (!row) throw new Error('The file policy cannot be found.');
    return row;
  }

  private state(row: Row | undefined): FileRoom {
    return {
      version: row?.version ?? 1,
      allowedTypes: row?.allowed_types ?? STANDARD_TYPES,
      maxBytes: Number(row?.max_bytes ?? STANDARD_MAX_BYTES),
      clientsMayAdd: row?.clients_may_add ?? true,
      usedBytes: BigInt(row?.used_bytes ?? 0),
      limitBytes: BigInt(row?.limit_bytes ?? this.config.fileQuotaBytes),
    };
  }
}

/** `1.5 GB`: as people read sizes. */
export function inWords(bytes: bigint): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let [value, unit] = [Number(bytes), 0];
  while (value >= 1024 && unit < units.length - 1) [value, unit] = [value / 1024, unit + 1];
  return `${unit === 0 || value >= 100 ? Math.round(value) : Math.round(value * 10) / 10} ${units[unit] ?? ''}`;
}
