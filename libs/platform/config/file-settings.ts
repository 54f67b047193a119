import { isAbsolute, join, resolve } from 'node:path';
import type { VariableReader } from './variables.js';

/** A bucket of a server that speaks Amazon's S3. */
export interface BucketSettings {
  kind: 'S3';
  bucket: string;
  region: string;
  /** null: Amazon's own. */
  endpoint: string | null;
  accessKeyId: string;
  secretAccessKey: string;
  /** Begins every name in the bucket; '' or ends in a slash. */
  prefix: string;
  /** `endpoint/bucket/name` instead of `bucket.endpoint/name`: what most servers but Amazon's want. */
  pathStyle: boolean;
}

/** Where the content of files lies. */
export type StorageSettings = { kind: 'DISK'; directory: string } | BucketSettings;

/** What looks for malware: a clamd, or a program that reads the file and answers by its exit code (0 clean, 1 infected). */
export type FileScanSettings = { kind: 'CLAMD'; path: string } | { kind: 'CLAMD'; host: string; port: number } | { kind: 'COMMAND'; program: string; args: string[] };

export interface FileSettings {
  /** null: there is no place; uploads are refused. */
  storage: StorageSettings | null;
  /** null: nothing looks for malware. */
  fileScan: FileScanSettings | null;
  /** What the files of one organization may take together unless the operator says otherwise of it. */
  fileQuotaBytes: number;
}

/** FILES_DIR or DATA_DIR, S3_*, FILE_SCAN_*, FILE_QUOTA_GB. */
export function readFileSettings(reader: VariableReader): FileSettings {
  return { storage: bucket(reader) ?? disk(reader), fileScan: scan(reader), fileQuotaBytes: reader.integer('FILE_QUOTA_GB', 50, 0, 1_000_000) * 1024 ** 3 };
}

function disk(reader: VariableReader): StorageSettings | null {
  const [files, data] = [reader.text('FILES_DIR'), reader.text('DATA_DIR')];
  const directory = files ?? (data === undefined ? undefined : join(data, 'files'));
  return directory === undefined ? null : { kind: 'DISK', directory: resolve(directory) };
}

function bucket(reader: VariableReader): StorageSettings | null {
  const name = reader.text('S3_BUCKET');
  const endpoint = reader.url('S3_ENDPOINT', ['http:', 'https:']) ?? null;
  const keyId = reader.secret('S3_ACCESS_KEY_ID');
  const secret = reader.secret('S3_SECRET_ACCESS_KEY');
  if (name === undefined) return null;
  if (reader.text('FILES_DIR') !== undefined) reader.wrong('FILES_DIR', 'must not be set together with S3_BUCKET: files lie in one place');
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name)) reader.wrong('S3_BUCKET', 'must be the name of a bucket');
  if (keyId === undefined) reader.wrong('S3_ACCESS_KEY_ID', 'must be set together with S3_BUCKET');
  if (secret === undefined) reader.wrong('S3_SECRET_ACCESS_KEY', 'must be set together with S3_BUCKET');
  const prefix = (reader.text('S3_PREFIX') ?? '').replace(/^\/+|\/+$/g, '');
  return {
    kind: 'S3', bucket: name, endpoint, region: reader.text('S3_REGION') ?? 'us-east-1', accessKeyId: keyId ?? '', secretAccessKey: secret ?? '',
    prefix: prefix === '' ? '' : `${prefix}/`, pathStyle: reader.choice('S3_PATH_STYLE', ['1', '0'], endpoint === null ? '0' : '1') === '1',
  };
}

function scan(reader: VariableReader): FileScanSettings | null {
  const [socket, command] = [reader.text('FILE_SCAN_CLAMD'), reader.text('FILE_SCAN_COMMAND')];
  if (socket !== undefined && command !== undefined) reader.wrong('FILE_SCAN_COMMAND', 'must not be set together with FILE_SCAN_CLAMD');
  if (socket !== undefined) return clamd(reader, socket);
  if (command === undefined) return null;
  const [program = '', ...args] = command.split(/\s+/);
  if (!isAbsolute(program)) reader.wrong('FILE_SCAN_COMMAND', 'must begin with the absolute path of a program; it gets the file on its standard input');
  return { kind: 'COMMAND', program, args };
}

function clamd(reader: VariableReader, socket: string): FileScanSettings {
  if (isAbsolute(socket)) return { kind: 'CLAMD', path: socket };
  const [, host = '', port = '0'] = /^(.+):(\d{1,5})$/.exec(socket) ?? [];
  if (host === '') reader.wrong('FILE_SCAN_CLAMD', 'must be the path of a socket, or host:port');
  return { kind: 'CLAMD', host, port: Number(port) };
}
