import { readFileSettings } from './file-settings.js';
import { VariableReader, type Variables } from './variables.js';

const read = (variables: Variables): { settings: ReturnType<typeof readFileSettings>; problems: string[] } => {
  const reader = new VariableReader(variables);
  const settings = readFileSettings(reader);
  return { settings, problems: reader.problems };
};
const KEYS = { S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'secret' };

describe('where files lie', () => {
  it.each<[string, Variables, unknown]>([
    ['nowhere, unless somebody says', {}, null],
    ['in the data folder', { DATA_DIR: '/data' }, { kind: 'DISK', directory: '/data/files' }],
    ['in a folder of their own', { DATA_DIR: '/data', FILES_DIR: '/files' }, { kind: 'DISK', directory: '/files' }],
    ['in a bucket of Amazon\'s', { DATA_DIR: '/data', S3_BUCKET: 'our-files', ...KEYS }, { kind: 'S3', bucket: 'our-files', endpoint: null, region: 'us-east-1', accessKeyId: 'id', secretAccessKey: 'secret', prefix: '', pathStyle: false }],
    ['in a bucket of another server', { S3_BUCKET: 'our-files', S3_ENDPOINT: 'http://minio:9000', S3_PREFIX: '/a/b/', S3_REGION: 'eu', ...KEYS }, {
      kind: 'S3', bucket: 'our-files', endpoint: 'http://minio:9000', region: 'eu', accessKeyId: 'id', secretAccessKey: 'secret', prefix: 'a/b/', pathStyle: true,
    }],
  ])('%s', (_, variables, storage) => expect(read(variables)).toEqual({ settings: { storage, fileScan: null, fileQuotaBytes: 50 * 1024 ** 3 }, problems: [] }));

  it.each<[Variables, string]>([
    [{ S3_BUCKET: 'our-files' }, 'S3_ACCESS_KEY_ID must be set'], [{ S3_BUCKET: 'Not A Bucket', ...KEYS }, 'S3_BUCKET must be the name'], [{ S3_BUCKET: 'our-files', FILES_DIR: '/x', ...KEYS }, 'FILES_DIR must not'],
    [{ S3_BUCKET: 'our-files', S3_ENDPOINT: 'ftp://x', ...KEYS }, 'S3_ENDPOINT must be'], [{ FILE_QUOTA_GB: 'many' }, 'FILE_QUOTA_GB must be'],
    [{ FILE_SCAN_COMMAND: 'scan -' }, 'absolute path'], [{ FILE_SCAN_CLAMD: 'somewhere' }, 'host:port'], [{ FILE_SCAN_CLAMD: '/s', FILE_SCAN_COMMAND: '/c' }, 'must not be set together'],
  ])('never as %j', (variables, problem) => expect(read(variables).problems.join()).toContain(problem));
});

it('what looks for malware is a socket, an address or a program', () => {
  const scan = (variables: Variables): unknown => read(variables).settings.fileScan;
  expect(scan({ FILE_SCAN_CLAMD: '/run/clamd.sock' })).toEqual({ kind: 'CLAMD', path: '/run/clamd.sock' });
  expect(scan({ FILE_SCAN_CLAMD: 'clamav:3310' })).toEqual({ kind: 'CLAMD', host: 'clamav', port: 3310 });
  expect(scan({ FILE_SCAN_COMMAND: '/usr/bin/clamscan --no-summary -' })).toEqual({ kind: 'COMMAND', program: '/usr/bin/clamscan', args: ['--no-summary', '-'] });
});
