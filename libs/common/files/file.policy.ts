import { definePermissions, defineSubject, type Permission } from '@throughline/platform/access';
import type { AccessColumns } from '@throughline/platform/database';

interface TakesFiles {
  /** What one must hold on a record to put a file on it by `attachFiles`; null: only the feature's own services do. */
  permission: Permission | null;
  /** Whether clients who see a record may put files on it, where the organization allows that. */
  fromClients: boolean;
}

const takers = new Map<string, TakesFiles>();

/**
 * Declares that records of a subject take files; in the subject's `*.policy.ts`. Whoever sees the record then sees its files
 * (clients those that are shared with them).
 *
 * @param subject its name: `message`
 * @param permission who may hang files on a record of it and take them off by hand; without it only `FileService.attach` does
 */
export function acceptsFiles(subject: string, permission: Permission | null = null, { fromClients = false }: { fromClients?: boolean } = {}): void {
  if (takers.has(subject)) throw new Error(`Subject ${subject} accepts files already.`);
  takers.set(subject, Object.freeze({ permission, fromClients }));
}

/** How a subject takes files; undefined when it takes none. */
export const fileTaker = (subject: string): TakesFiles | undefined => takers.get(subject);

/** A file is seen with the record it hangs on; while it waits for one it is its uploader's alone. */
export const fileSubject = defineSubject({
  name: 'file',
  table: 'file',
  label: 'file',
  columns: { ownerId: 'owner_id', sharedWithClient: 'shared_with_client' },
  follows: { subjectColumn: 'subject', idColumn: 'record_id', subjects: () => [...takers.keys()] },
});

export const filePermissions = definePermissions('file', {
  read: 'See and download the files of records one sees',
  create: 'Upload files',
  update: 'Rename files, hang them on records and share them with the client',
  delete: 'Delete files',
  handIn: 'Put files on one\'s projects, as a customer',
});

export const filePolicySubject = defineSubject({ name: 'filePolicy', table: 'file_policy', label: 'file policy', columns: {} });

export const filePolicyPermissions = definePermissions('filePolicy', {
  read: 'See how much room files take',
  update: 'Decide which files may be uploaded',
});

/** @param follows what it hangs on with that record's own access columns; null while it waits */
export function fileAccess(file: { ownerId: string | null; sharedWithClient: boolean }, follows: NonNullable<AccessColumns['follows']> | null): AccessColumns {
  return { ownerId: file.ownerId, sharedWithClient: file.sharedWithClient, follows };
}
